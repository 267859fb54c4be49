/**
 * Runs the examples of a print rule as tests. Pages are built as a right print has them: size 3 Fangsong, 22 lines of 28
 * cells in the type area, page numbers by GB/T 9704 7.5. A rule without a check of its own is one that package proof measures.
 */
import { resolveTemplate } from '@bianxu/config';
import type { ExamplePage, ExamplePrint, Frame, FrameItem, RejectFinding, Rule, TextItem } from '@bianxu/model';
import { comparePrint } from '@bianxu/proof';
import { describe, expect, it } from 'vitest';
import { runPrintRules } from '../src/run-pages.ts';
import { examplesOf } from '../src/examples.ts';

const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM };
const CELL = (156 * MM) / 28;
const PITCH = (225 * MM) / 22;
/** Baseline of a 一字线 above which its middle stands, in em of size 4. */
const DASH = 0.4 * 14;

/** A page of a print as the reader of prints sees it. */
export function examplePage(page: ExamplePage, index: number): Frame {
	const { shifted = 0, scale = 1, offset = 7 } = page;
	const place = (x: number, y: number): { readonly x: number; readonly y: number } => ({
		x: (x + shifted * MM) * scale,
		y: y * scale,
	});
	const items: FrameItem[] = page.lines.map((text, line): TextItem => {
		const advances = [...text].map(() => CELL * scale);
		const at = place(28 * MM, 37 * MM + PITCH * (line + 1) - 8.5);
		return { kind: 'text', ...at, size: 16 * scale, font: 'FangSong', text, advances };
	});
	const number = page.number === undefined ? `— ${index + 1} —` : page.number;
	if (number !== null) {
		const width = 14 * (number.length - 2);
		const recto = Number(/\d+/.exec(number)?.[0] ?? 1) % 2 === 1;
		const at = place(recto ? 184 * MM - 14 - width : 28 * MM + 14, 262 * MM + offset * MM + DASH);
		const advances = [...number].map((character) => (character === '—' ? 14 : 7) * scale);
		items.push({ kind: 'text', ...at, size: 14 * scale, font: 'SimSun', text: number, advances });
	}
	for (const { width, height, pixels } of page.images ?? []) {
		items.push({
			kind: 'image',
			...place(30 * MM, 150 * MM),
			width: width * MM,
			height: height * MM,
			image: '',
			pixels,
		});
	}
	const { head } = page;
	const blank = items.length === 0;
	return { ...PAGE, index, number: null, blank, material: '', items, ...(head === undefined ? {} : { head }) };
}

function judge(rule: Rule, print: ExamplePrint): readonly RejectFinding[] {
	const template = resolveTemplate('base');
	const frames = print.pages.map(examplePage);
	const names = ['FangSong', 'SimSun', ...(print.notEmbedded ?? [])];
	const fonts = [...new Set(names)].map((name) => ({
		name,
		embedded: print.notEmbedded?.includes(name) !== true,
		subset: true,
	}));
	const own = runPrintRules({ frames, fonts, about: print.about ?? {}, template }, [rule]).findings;
	const measured = comparePrint({ frames, fonts }, template, print.source?.map(examplePage) ?? null);
	return [...own, ...measured].filter((finding) => finding.rule === rule.meta.id);
}

/** Declares the tests of one print rule. */
export function testPrintRule(rule: Rule): void {
	describe(rule.meta.id, () => {
		it('gives examples of both kinds', () => {
			expect(rule.scope).toBe('print');
			expect(rule.meta.fix).toBe('none');
			expect(examplesOf(rule).filter(({ kind }) => kind === 'good').length).toBeGreaterThanOrEqual(1);
			expect(examplesOf(rule).filter(({ kind }) => kind === 'bad').length).toBeGreaterThanOrEqual(2);
		});

		for (const { kind, title, print } of examplesOf(rule)) {
			it(`${kind}: ${title}`, () => {
				if (print === undefined) throw new Error('an example of a print rule is a print');
				const found = judge(rule, print);
				if (kind === 'good') {
					expect(found.map(({ message }) => message.zh)).toEqual([]);
					return;
				}
				expect(found.length).toBeGreaterThan(0);
				for (const { message, source } of found) {
					expect(`${message.zh}${message.en}`).not.toMatch(/undefined|null|NaN|\[object/);
					if (source.level === 'practice' || source.level === 'project') expect(message.zh).not.toContain('规定');
				}
			});
		}
	});
}
