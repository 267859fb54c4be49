import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFixtures, fileName } from '../../../scripts/fixtures/build.ts';
import { forms } from '../../../scripts/fixtures/forms.ts';
import { type Paper, type PaperRole, readPaper, textsOf } from '../../../scripts/fixtures/paper.ts';
import { applyPatch } from '../../../scripts/fixtures/plant.ts';
import {
	eveningEdits,
	eveningMentions,
	lateItem,
	sessionItems,
	sessionPapers,
} from '../../../scripts/fixtures/session.ts';
import { bianxu, ROOT } from './program.ts';

const fixtures = join(ROOT, 'fixtures');

interface Found {
	readonly rule: string;
	readonly severity: string;
	readonly place: { readonly block: number; readonly text: string };
}
interface LintResult {
	readonly files: readonly {
		readonly path: string;
		readonly problems: readonly object[];
		readonly diagnostics: readonly Found[];
	}[];
}
interface ListedFault {
	readonly file: string;
	readonly rule: string;
	readonly block: number;
	readonly excerpt: string;
}

function lint(folder: string): ReadonlyMap<string, LintResult['files'][number]> {
	const ran = bianxu(['lint', folder, '--format', 'json']);
	expect(ran.stderr).toBe('');
	const result = JSON.parse(ran.stdout) as LintResult;
	return new Map(result.files.map((file) => [file.path.split(/[\\/]/).slice(-1)[0] ?? '', file]));
}

function textOf(source: string): string {
	return textsOf(readPaper(readFileSync(join(fixtures, 'source', `${source}.txt`), 'utf8'))).join('\n');
}

/** What the recogniser must take each stated role for; a role that has no line here may be read in more than one way. */
const roles: Readonly<Partial<Record<PaperRole, string>>> = {
	mark: 'file-mark',
	blank: 'blank',
	organ: 'organ-line',
	title: 'title',
	caption: 'caption',
	author: 'author',
	salutation: 'salutation',
	h1: 'heading-1',
	h2: 'heading-2',
	h3: 'heading-3',
	h4: 'heading-4',
	dash: 'dash-item',
	closing: 'closing',
	signature: 'signature',
	date: 'date',
	'attachment-note': 'attachment-note',
	'attachment-label': 'attachment-label',
	'attachment-title': 'attachment-title',
	'table-caption': 'table-caption',
	unit: 'unit-note',
};

/** Expected role of each block of the body; undefined where none is stated. */
function expectedRoles(paper: Paper): readonly (string | undefined)[] {
	return paper.nodes.flatMap((node) => {
		if (node.kind === 'table') return node.rows.flat().map(() => 'table-cell');
		return paper.producer === 'markdown' && node.role === 'blank' ? [] : [roles[node.role]];
	});
}

/** Findings that a clean paper must not have, one a line. */
function complaints(files: ReadonlyMap<string, LintResult['files'][number]>): readonly string[] {
	return [...files].flatMap(([name, file]) =>
		file.diagnostics
			.filter((each) => each.severity !== 'info')
			.map((each) => `${name} ${each.rule} ${each.place.block} ${each.place.text.slice(0, 20)}`),
	);
}

describe('what is generated', () => {
	const built = buildFixtures(fixtures);

	it('is what the folder holds, byte for byte', () => {
		for (const [name, bytes] of built) expect(readFileSync(join(fixtures, name)).equals(bytes), name).toBe(true);
	});

	it('is the same when built again', () => {
		for (const [name, bytes] of buildFixtures(fixtures))
			expect(Buffer.from(built.get(name) ?? []).equals(bytes), name).toBe(true);
	});

	it('leaves no other file in the folders', () => {
		const present = ['packet', 'forms'].flatMap((folder) =>
			readdirSync(join(fixtures, folder), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) =>
					join(entry.parentPath, entry.name)
						.slice(fixtures.length + 1)
						.replaceAll('\\', '/'),
				),
		);
		expect(present.filter((name) => !built.has(name))).toEqual([]);
	});
});

describe('the session', () => {
	const materials = sessionItems.flatMap((item) => item.materials);

	it('has the materials of a real one, in full length', () => {
		expect(materials.length).toBeGreaterThanOrEqual(12);
		expect(textOf('计划执行情况报告').replaceAll('\n', '').length).toBeGreaterThanOrEqual(4000);
		for (const duty of ['述职报告-李秀梅', '述职报告-王振海']) expect(textOf(duty).length).toBeGreaterThan(1900);
	});

	it('has a faulty twin of each material, with faults of at least three rules', () => {
		const listed = JSON.parse(readFileSync(join(fixtures, 'packet/faulty/faults.json'), 'utf8')) as ListedFault[];
		for (const { source } of materials) {
			const rules = new Set(listed.filter((each) => each.file.startsWith(`${source}.`)).map((each) => each.rule));
			expect(rules.size, source).toBeGreaterThanOrEqual(3);
		}
	});

	it('cites what the evening rewrites', () => {
		const sources = new Map(
			[...materials, ...lateItem.materials, ...sessionPapers].map((each) => [each.id, each.source]),
		);
		for (const [id, old] of eveningMentions) {
			const source = sources.get(id) ?? '';
			const paper = readPaper(readFileSync(join(fixtures, 'source', `${source}.txt`), 'utf8'));
			const edited = (eveningEdits[source] ?? []).reduce(applyPatch, paper);
			expect(textsOf(edited).join('\n'), `${id} ${old}`).toContain(old);
		}
	});
});

describe('the program on them', () => {
	let clean: ReadonlyMap<string, LintResult['files'][number]> = new Map();
	let faulty: ReadonlyMap<string, LintResult['files'][number]> = new Map();
	beforeAll(() => {
		clean = lint(join(fixtures, 'packet/clean'));
		faulty = lint(join(fixtures, 'packet/faulty'));
	}, 300_000);

	it('finds no error and no warning in a clean paper', () => {
		expect(clean.size).toBe(21);
		expect(complaints(clean)).toEqual([]);
	});

	it('reads every paper without a problem', () => {
		for (const [name, file] of [...clean, ...faulty]) expect(file.problems, name).toEqual([]);
	});

	it('takes each paragraph of a clean paper for what it is', () => {
		const papers = [...sessionItems.flatMap((item) => item.materials), ...sessionPapers];
		const mistaken = papers.flatMap(({ source }) => {
			const paper = readPaper(readFileSync(join(fixtures, 'source', `${source}.txt`), 'utf8'));
			const ran = bianxu([
				'dump',
				join(fixtures, 'packet/clean', fileName(source, paper)),
				'--stage',
				'outline',
				'--format',
				'json',
			]);
			const outline = JSON.parse(ran.stdout) as { readonly roles: readonly { readonly role: string }[] };
			return expectedRoles(paper).flatMap((role, block) =>
				role === undefined || outline.roles[block]?.role === role
					? []
					: [`${source} ${block} ${role}: ${outline.roles[block]?.role}`],
			);
		});
		expect(mistaken).toEqual([]);
	}, 120_000);

	it('finds every listed fault at its place', () => {
		const listed = JSON.parse(readFileSync(join(fixtures, 'packet/faulty/faults.json'), 'utf8')) as ListedFault[];
		const missed = listed.filter((fault) => {
			const found = faulty.get(fault.file)?.diagnostics ?? [];
			return !found.some(
				(each) =>
					each.rule === fault.rule && each.place.block === fault.block && each.place.text.includes(fault.excerpt),
			);
		});
		expect(missed.map((fault) => `${fault.file} ${fault.rule} ${fault.block} ${fault.excerpt}`)).toEqual([]);
	});

	it('finds no error and no warning in a form met in practice', () => {
		const found = lint(join(fixtures, 'forms'));
		expect(found.size).toBe(forms.length);
		expect(complaints(found)).toEqual([]);
	}, 300_000);
});
