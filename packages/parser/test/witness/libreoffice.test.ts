import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../src/index.ts';
import { host } from '../docx/build-docx.ts';
import { compare, type Difference, type TheirParagraph } from './agreement.ts';
import { documents, python } from './documents.ts';
import { CLASSES, evidenceOf, type ExplainedClass, explanationOf } from './explained.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const fixtures = path.join(root, 'fixtures');
const corpus = path.resolve(root, '../shared/corpus/docx');
const hasOffice =
	spawnSync('soffice', ['--version']).status === 0 && spawnSync(python, ['-c', 'import uno, unohelper']).status === 0;

/** The largest files, in other scripts: half of all characters and of the time. */
const LARGE = /stress010|GOVERNANCE|632399964516872542/;
const everyday = documents(corpus).filter((file) => process.env['BIANXU_FULL'] === '1' || !LARGE.test(file));

interface Line {
	readonly file: string;
	readonly error?: string;
	readonly paragraphs?: readonly TheirParagraph[];
}

/** LibreOffice's reading of the files, all in one process. */
async function theirReading(files: readonly string[]): Promise<readonly Line[]> {
	const script = path.join(import.meta.dirname, 'libreoffice.py');
	const output = await new Promise<string>((resolve, reject) => {
		const child = spawn(python, [script, ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
		const chunks: Buffer[] = [];
		const errors: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve(Buffer.concat(chunks).toString()) : reject(new Error(Buffer.concat(errors).toString())),
		);
	});
	return output
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Line);
}

interface Sums {
	files: number;
	characters: number;
	compared: number;
	eastAsian: number;
	paragraphs: number;
	readonly differing: Map<Difference['attribute'], number>;
	readonly explained: Map<ExplainedClass, number>;
	/** Characters with a difference that a class explains. */
	explainedCharacters: number;
	/** A few unexplained ones, for the message. */
	readonly examples: string[];
	/** Files that one of the two refuses. */
	readonly refused: [file: string, ours: string, theirs: string][];
}

function sumUp(lines: readonly Line[]): Sums {
	const sums: Sums = {
		files: 0,
		characters: 0,
		compared: 0,
		eastAsian: 0,
		paragraphs: 0,
		differing: new Map(),
		explained: new Map(),
		explainedCharacters: 0,
		examples: [],
		refused: [],
	};
	for (const { file, error, paragraphs } of lines) {
		const name = path.basename(file);
		const reading = readDocx(new Uint8Array(readFileSync(file)), host);
		if (reading.refusal !== undefined || paragraphs === undefined) {
			sums.refused.push([name, reading.refusal?.code ?? '', error ?? '']);
			continue;
		}
		const agreement = compare(reading.doc, paragraphs);
		sums.files++;
		sums.characters += agreement.characters;
		sums.compared += agreement.characters - agreement.uncompared;
		sums.eastAsian += agreement.eastAsian;
		sums.paragraphs += agreement.paragraphs;
		const evidence = evidenceOf(reading.doc, reading.source);
		for (const difference of agreement.differences) {
			const known = explanationOf(difference, evidence);
			if (known !== null) {
				sums.explained.set(known, (sums.explained.get(known) ?? 0) + 1);
				if (difference.run !== undefined) sums.explainedCharacters++;
				continue;
			}
			const { attribute, ours, theirs, paragraph } = difference;
			sums.differing.set(attribute, (sums.differing.get(attribute) ?? 0) + 1);
			if (sums.examples.length < 40) {
				sums.examples.push(
					`${name} block ${paragraph.block} ${attribute}: ${ours}, there ${theirs}: ${paragraph.text.slice(0, 20)}`,
				);
			}
		}
	}
	return sums;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 100 : 100 - (100 * part) / whole);

/** Prints the agreement and holds it to the bounds: 99.5 % of characters, 99 % of paragraphs, explained at most 3 %. */
function hold(title: string, sums: Sums): void {
	const rows: string[] = [];
	const check = (attribute: Difference['attribute'], whole: number, bound: number): void => {
		const agreed = percent(sums.differing.get(attribute) ?? 0, whole);
		rows.push(`${attribute} ${agreed.toFixed(3)} %`);
		expect(agreed, `${attribute}\n${sums.examples.join('\n')}`).toBeGreaterThanOrEqual(bound);
	};
	const latin = sums.compared - sums.eastAsian;
	for (const [attribute, whole] of [
		['eastAsia', sums.eastAsian],
		['latin', latin],
		['size', sums.compared],
		['bold', sums.compared],
	] as const) {
		check(attribute, whole, 99.5);
	}
	for (const attribute of ['alignment', 'left', 'firstLine', 'right', 'before', 'after', 'line', 'label'] as const) {
		check(attribute, sums.paragraphs, 99);
	}
	const explained = (100 * sums.explainedCharacters) / Math.max(1, sums.compared);
	const coverage = (100 * sums.compared) / Math.max(1, sums.characters);
	console.log(
		`agreement with LibreOffice, ${title}: ${sums.files} files, ${sums.compared} characters (${coverage.toFixed(2)} % of all), ${sums.paragraphs} paragraphs: ${rows.join(', ')}; explained: ${explained.toFixed(2)} % of the characters, ${[...sums.explained].map(([id, count]) => `${id} ${count}`).join(', ')}`,
	);
	expect(explained).toBeLessThanOrEqual(3);
	// What is left out are page numbers and fields that LibreOffice computes again, mostly in tables of contents.
	expect(coverage).toBeGreaterThanOrEqual(98.5);
}

describe.skipIf(!hasOffice)('LibreOffice reads the same (skipped without libreoffice-writer and python3-uno)', () => {
	const own = documents(fixtures);
	let lines: readonly Line[] = [];
	beforeAll(async () => {
		lines = await theirReading([...own, ...everyday]);
	}, 300_000);
	const of = (base: string): readonly Line[] => lines.filter(({ file }) => file.startsWith(base + path.sep));

	it('fixtures/', () => {
		const sums = sumUp(of(fixtures));
		expect(sums.refused).toEqual([]);
		expect(sums.files).toBe(own.length);
		hold('fixtures', sums);
	});

	it.each(CLASSES.map((id) => [id]))(
		'fixtures/reading/%s.docx shows its class of difference and no unexplained one',
		(id) => {
			const sums = sumUp(of(path.join(fixtures, 'reading')).filter(({ file }) => path.basename(file) === `${id}.docx`));
			expect(sums.files).toBe(1);
			expect([...sums.explained.keys()]).toContain(id);
			expect(sums.examples).toEqual([]);
		},
	);

	it('every class has its paragraph in docs/how-docx-works.md', () => {
		const page = readFileSync(path.join(root, 'docs/how-docx-works.md'), 'utf8');
		expect(CLASSES.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
	});

	it.skipIf(everyday.length === 0)('../shared/corpus/docx (skipped without it)', () => {
		const sums = sumUp(of(corpus));
		// What LibreOffice cannot open we refuse too, but for a package whose main part has a content type of its own.
		const alone = sums.refused.filter(([, ours]) => ours === '').map(([file]) => file);
		expect(alone).toEqual(['docx4j__unmarshallFromTemplateExample.docx']);
		expect(sums.files).toBeGreaterThan(95);
		hold('corpus', sums);
	});
});
