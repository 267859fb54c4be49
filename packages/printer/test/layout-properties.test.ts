import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composePrint } from '../src/compose.ts';
import { geometryOf } from '../src/geometry.ts';
import { layoutMaterial } from '../src/layout.ts';
import { materialOf, type Part } from './material.ts';
import { linesOf, rightOf } from './page-text.ts';
import { plainFonts } from './plain-fonts.ts';
import { template } from './template.ts';

const HAN = '滨江市人民代表大会常务委员会听取和审议了关于年工作情况的报告各部门认真落实坚持问题导向推进整改取得成效';
const han = fc.integer({ min: 0, max: HAN.length - 1 }).map((index) => HAN[index] ?? '市');
const words = fc.array(han, { minLength: 1, maxLength: 9 }).map((characters) => characters.join(''));
const token = fc.oneof(
	{ weight: 6, arbitrary: words },
	{ weight: 2, arbitrary: words.map((word) => `${word}，`) },
	{ weight: 1, arbitrary: words.map((word) => `${word}。`) },
	{ weight: 1, arbitrary: words.map((word) => `“${word}”`) },
	{ weight: 1, arbitrary: words.map((word) => `《${word}》、`) },
	{ weight: 1, arbitrary: words.map((word) => `（${word}）`) },
	{ weight: 1, arbitrary: words.map((word) => `${word}——`) },
	{ weight: 1, arbitrary: words.map((word) => `${word}……`) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 99_999 }).map((number) => `${number}.5%`) },
	{ weight: 1, arbitrary: fc.integer({ min: 1990, max: 2099 }).map((year) => `${year}年`) },
	{ weight: 1, arbitrary: fc.constantFrom('GB/T 9704', 'PM2.5', '𠮷', '10～20', '℃') },
);
const text = fc.array(token, { minLength: 1, maxLength: 60 }).map((tokens) => `市${tokens.join('')}`);
const role = fc.constantFrom<Part['role']>(
	'body',
	'body',
	'body',
	'heading-1',
	'heading-2',
	'dash-item',
	'title',
	'caption',
	'salutation',
	'attachment-note',
	'attachment-label',
	'name-entry',
	'unknown',
);
const parts = fc.array(fc.record({ role, text }), { minLength: 1, maxLength: 14 });

const fonts = plainFonts();
const geometry = geometryOf(template);
const right = geometry.left + geometry.textWidth;

const NO_START = new Set('、，。；：？！”’）》』」〉】〕～·%℃');
const NO_END = new Set('“‘（《〈「『【〔');

function set(material: readonly Part[]) {
	const { doc, outline } = materialOf(material);
	const laid = layoutMaterial(doc, outline, template, fonts);
	const part = { material: '', label: '', title: '', laid, headings: new Map() };
	return {
		doc,
		laid,
		frames: composePrint([part], template, fonts, {
			contents: false,
			numbering: 'material',
			recto: false,
			marked: false,
		}).frames,
	};
}

describe('layout of any text', () => {
	test('every character of every block stands in the frames exactly once and in order', () => {
		fc.assert(
			fc.property(parts, (material) => {
				const { doc, frames } = set(material);
				const printed = doc.paragraphs.map(() => '');
				for (const frame of frames) {
					for (const item of frame.items) {
						if (item.kind !== 'text' || item.block === undefined) continue;
						const own = doc.paragraphs[item.block]?.text ?? '';
						// The place that an item claims is where its text stands.
						expect(own.startsWith(item.text, item.offset)).toBe(true);
						printed[item.block] += item.text;
					}
				}
				for (const paragraph of doc.paragraphs) {
					expect(printed[paragraph.block]?.replaceAll(' ', '')).toBe(paragraph.text.replaceAll(' ', ''));
				}
			}),
			{ numRuns: 150 },
		);
	});

	test('no line leaves the measure or the type area, and inner lines of body text fill it', () => {
		fc.assert(
			fc.property(parts, (material) => {
				for (const frame of set(material).frames) {
					for (const item of frame.items) {
						if (item.kind !== 'text' || item.role === 'page-number') continue;
						expect(item.x).toBeGreaterThan(geometry.left - 0.05);
						expect(rightOf(item)).toBeLessThan(right + 0.05);
						expect(item.y).toBeGreaterThan(geometry.top);
						expect(item.y).toBeLessThan(geometry.top + geometry.textHeight);
						expect(item.advances.length).toBe([...item.text].length);
					}
					expect(linesOf(frame.items).length).toBeLessThanOrEqual(23);
				}
			}),
			{ numRuns: 100 },
		);
	});

	test('no line begins or ends with a mark that may not stand there, and no mark of two cells is split', () => {
		fc.assert(
			fc.property(parts, (material) => {
				let before = '';
				for (const frame of set(material).frames) {
					for (const line of linesOf(frame.items)) {
						const words = line.map((item) => item.text).join('');
						const first = [...words][0] ?? '';
						const last = [...words].at(-1) ?? '';
						expect(NO_START.has(first), words).toBe(false);
						expect(NO_END.has(last), words).toBe(false);
						for (const mark of ['—', '…']) {
							const odd = (side: string): boolean => side.length % 2 === 1;
							const tail = /[—…]*$/.exec(before)?.[0] ?? '';
							if (first === mark && line[0]?.role !== 'page-number')
								expect(odd(tail) && tail.endsWith(mark), before + words).toBe(false);
						}
						before = line[0]?.role === 'page-number' ? '' : words;
					}
				}
			}),
			{ numRuns: 150 },
		);
	});

	test('the same material gives the same frames', () => {
		fc.assert(
			fc.property(parts, (material) => {
				expect(set(material).frames).toEqual(set(material).frames);
			}),
			{ numRuns: 20 },
		);
	});
});
