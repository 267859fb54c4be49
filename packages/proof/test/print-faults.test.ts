import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RejectFinding } from '@bianxu/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeIn } from '../../engine/test/mutations/dialects.ts';
import { type Mutant, paperOf } from '../../engine/test/mutations/mutant.ts';
import { runPrintRules } from '../../rules/src/index.ts';
import { comparePrint } from '../src/index.ts';
import { printFaults, type PrintMutant } from './print-faults.ts';
import { hasFonts, type OwnPrint, printOf, read } from './prints.ts';

const FULL = process.env['BIANXU_FULL'] === '1';

describe.skipIf(!hasFonts)('prints with one fault each (needs the fonts of the set-up)', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-print-faults-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const clean = new Map<string, OwnPrint>();

	async function printed(source: string, mutant?: Mutant, profile?: string): Promise<OwnPrint> {
		const known = mutant === undefined && profile === undefined ? clean.get(source) : undefined;
		if (known !== undefined) return known;
		const path = join(folder, `${source}.docx`);
		const paper = paperOf(source);
		writeFileSync(path, writeIn('direct', mutant?.change(paper).paper ?? paper, mutant?.edit));
		if (profile !== undefined) writeFileSync(join(folder, 'profile.yaml'), profile);
		const print = await printOf(path, profile === undefined ? undefined : join(folder, 'profile.yaml'));
		if (mutant === undefined && profile === undefined) clean.set(source, print);
		return print;
	}

	async function judge({
		bytes,
		expected,
	}: {
		readonly bytes: Uint8Array;
		readonly expected: OwnPrint;
	}): Promise<readonly RejectFinding[]> {
		const print = await read(bytes);
		const { template } = expected;
		const about = print.about ?? {};
		const alone = runPrintRules({ frames: print.frames, fonts: print.fonts, about, template });
		return [...comparePrint(print, template, expected.frames), ...alone.findings];
	}

	async function judgeMutant({
		source,
		printedFrom,
		approved,
		profile,
		change,
	}: PrintMutant): Promise<readonly RejectFinding[]> {
		const expected = await printed(source, approved);
		const { bytes } =
			printedFrom === undefined && profile === undefined ? expected : await printed(source, printedFrom, profile);
		return judge({ bytes: change === undefined ? bytes : await change(bytes), expected });
	}

	const sources = Object.values(printFaults).flatMap((mutants) => mutants.map(({ source }) => source));
	it.each([...new Set(sources)].filter((_, index) => FULL || index === 0))(
		'the print of %s has no finding',
		async (source) => {
			const expected = await printed(source);
			expect(expected.frames.length).toBeGreaterThan(3);
			expect(await judge({ bytes: expected.bytes, expected })).toEqual([]);
		},
	);

	describe.each(Object.entries(printFaults))('%s', (rule, mutants) => {
		it.each(
			mutants
				.map((mutant, index) => ({ mutant, index, source: mutant.source }))
				// Two thirds of them in the long run only: printing and reading a paper takes a third of a second.
				.filter(({ index }) => FULL || index === 0),
		)('print $index of $source is found', async ({ mutant }) => {
			const found = await judgeMutant(mutant);
			const said = JSON.stringify(found.map((each) => `${each.rule} ${each.page ?? '-'} ${each.message.zh}`));
			const own = found.filter((each) => each.rule === rule);
			expect(own.length, said).toBeGreaterThan(0);
			if (mutant.page !== null)
				expect(
					own.map(({ page }) => page),
					said,
				).toContain(mutant.page);
			expect(found.length, said).toBeLessThanOrEqual(3);
			// A page that could not be read beside the source is no page that conforms.
			if (rule === 'print-text-unreadable') expect(own[0]?.severity).toBe('error');
		});
		it('has three', () => expect(mutants.length).toBeGreaterThanOrEqual(3));
	});
});
