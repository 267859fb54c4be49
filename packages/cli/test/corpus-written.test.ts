import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isRefusal, type OpcPackage, openPackage } from '../../opc/src/index.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { host } from '../../opc/test/host.ts';
import { bianxu, CORPUS, hasCorpus, hasProgram, ROOT } from './program.ts';

// BIANXU_FULL=1: every file, and LibreOffice opens what was written; every day: each twelfth file.
const full = process.env['BIANXU_FULL'] === '1';
const folder = mkdtempSync(join(tmpdir(), 'bianxu-written-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WAYS = [
	{ option: '--fix', mark: '' },
	{ option: '--track', mark: '.修订' },
	{ option: '--annotate', mark: '.批注' },
] as const;

/** Its main part has a content type of its own; LibreOffice refuses the original too. */
const REFUSED_BY_LIBREOFFICE = /^docx4j__unmarshallFromTemplateExample\./;

interface Output {
	readonly files: readonly { readonly path: string; readonly problems: readonly { readonly code: string }[] }[];
	readonly summary: { readonly fixed: number };
}

function originals(): readonly string[] {
	const below = (from: string): readonly string[] =>
		existsSync(from)
			? readdirSync(from)
					.filter((name) => /\.do[ct][xm]$/i.test(name))
					.map((name) => join(from, name))
			: [];
	const corpus = hasCorpus ? below(join(CORPUS, 'docx')) : [];
	return [...corpus.filter((_, index) => full || index % 12 === 0), ...below(join(ROOT, 'fixtures/packet/faulty'))];
}

function opened(path: string): OpcPackage | null {
	const pkg = openPackage(new Uint8Array(readFileSync(path)), host);
	return isRefusal(pkg) ? null : pkg;
}

/** Parts whose content is the same in both but whose zip entry is not, local header included; and lost parts. */
function disturbedParts(before: OpcPackage, after: OpcPackage): readonly string[] {
	return [...before.entries].flatMap(([name, entry]) => {
		const other = after.entries.get(name);
		if (other === undefined) return [`${name} lost`];
		if (other.crc !== entry.crc) return [];
		const raw = (pkg: OpcPackage, { localStart, dataStart, compressedSize }: typeof entry): Uint8Array =>
			pkg.bytes.subarray(localStart, dataStart + compressedSize);
		return Buffer.compare(raw(before, entry), raw(after, other)) === 0 ? [] : [name];
	});
}

describe('what is written of real documents and of the faulty packet', () => {
	const files = originals();
	it.each(WAYS)(
		'$option: reads back, and untouched parts keep their bytes down to their zip headers',
		({ option, mark }) => {
			const out = join(folder, option);
			const run = bianxu(['lint', option, '--format', 'json', '-o', out, ...files]);
			const { files: results } = JSON.parse(run.stdout) as Output;
			const failures = results.flatMap(({ path, problems }) =>
				problems.flatMap(({ code }) =>
					/^(?:fix|track|annotate)-(?:text|count|unreadable)/.test(code) ? [`${basename(path)} ${code}`] : [],
				),
			);
			expect(failures).toEqual([]);
			let written = 0;
			for (const original of files) {
				const copy = join(out, basename(original).replace(/(\.[^.]+)$/, `${mark}$1`));
				const before = opened(original);
				if (before === null || !existsSync(copy)) continue;
				const after = opened(copy);
				if (after === null) throw new Error(`${copy} cannot be opened`);
				written++;
				expect([basename(original), disturbedParts(before, after)]).toEqual([basename(original), []]);
			}
			expect(written).toBeGreaterThan(files.length * 0.8);
			const again = JSON.parse(bianxu(['lint', '--format', 'json', out]).stdout) as Output;
			expect(
				again.files.filter(({ problems }) => problems.some(({ code }) => /^zip|^xml|^not-word/.test(code))),
			).toEqual([]);
		},
		900_000,
	);

	it('a second fix writes nothing', () => {
		const out = join(folder, '--fix');
		const names = readdirSync(out);
		const before = names.map((name) => readFileSync(join(out, name)));
		const again = JSON.parse(bianxu(['lint', '--fix', '--format', 'json', out]).stdout) as Output;
		const changed = names.filter((name, index) => !readFileSync(join(out, name)).equals(before[index] as Buffer));
		expect([changed, again.summary.fixed]).toEqual([[], 0]);
	}, 900_000);

	it.skipIf(!full || !hasProgram('soffice')).each(WAYS)(
		'LibreOffice opens every file of $option',
		({ option }) => {
			const out = join(folder, option);
			const texts = join(folder, `${option}-text`);
			mkdirSync(texts, { recursive: true });
			const documents = readdirSync(out).filter(
				(name) => /\.do[ct][xm]$/i.test(name) && !REFUSED_BY_LIBREOFFICE.test(name),
			);
			const paths = documents.map((name) => join(out, name));
			const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
			// To text, which loads a document whole: laying out 18 sections of another page size may take it for ever.
			spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', texts, ...paths], {
				timeout: 600_000,
			});
			const missing = documents.filter((name) => !existsSync(join(texts, name.replace(/\.[^.]+$/, '.txt'))));
			expect(missing).toEqual([]);
		},
		1_300_000,
	);
});
