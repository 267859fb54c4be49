import {
	faceKey,
	type FontRole,
	isHan,
	type RejectFinding,
	sameFamily,
	type Template,
	type TextItem,
} from '@bianxu/model';
import type { PagePair } from './align-pages.ts';
import { AGAINST, finding, gb, pagesText } from './finding.ts';
import { type Glyph, medianOf, millimetres, type PageView, POINTS_PER_MM } from './page.ts';
import { isVerso, type Shift } from './shift.ts';

/** What positions of matched characters say: the shift of the whole print (null when they say nothing), and findings. */
export interface GlyphComparison {
	readonly shift: Shift | null;
	/** The print is not at its actual size. */
	readonly scaled: boolean;
	readonly findings: readonly RejectFinding[];
}

/** Four fifths of a page's characters must agree on its shift within this (mm); else it is set in another way. */
const AGREE_MM = 1.5;
/** A page that stands off the others by more is told (mm). */
const APART_MM = 1.2;
/** From this a print is scaled: 15.75 against 16 points, both 三号, is 1.6 % (GB/T 9704-2012 counts in 号). */
const SCALED = 0.02;
const MIRROR = -2 * POINTS_PER_MM;

/** Compares the characters of pages with equal text one by one: place, size, face by role. */
export function compareGlyphs(
	printed: readonly PageView[],
	expected: readonly PageView[],
	pairs: readonly PagePair[],
	template: Template,
): GlyphComparison {
	const equal = pairs.filter((pair) => pair.equal);
	const faces = new Map<string, Face>();
	const pages: PageShift[] = [];
	const scales: number[] = [];
	for (const pair of equal) {
		const theirs = printed[pair.printed];
		const ours = expected[pair.expected];
		if (theirs === undefined || ours === undefined) continue;
		const matched = matchedGlyphs(ours, theirs);
		const page = pageShift(theirs, matched);
		if (page !== null) pages.push(page);
		if (matched.length > 0) scales.push(medianOf(matched.map(([a, b]) => b.item.size / a.item.size)));
		for (const [a, b] of matched) noteFace(a, b, pair.printed + 1, template, faces);
	}
	const findings = [...faceFindings(faces, template)];
	const scale = medianOf(scales);
	if (scales.length > 0 && Math.abs(scale - 1) > SCALED) {
		findings.unshift(...scaleFinding(scale, template));
		return { shift: null, scaled: true, findings };
	}
	if (pages.length === 0) return { shift: null, scaled: false, findings };
	const straight = pages.map((page) => ({ ...page, dx: page.dx - mirrored(page, pages) }));
	const shift = { dx: medianOf(straight.map(({ dx }) => dx)), dy: medianOf(straight.map(({ dy }) => dy)) };
	const apart = straight.filter(
		({ dx, dy }) => Math.max(Math.abs(dx - shift.dx), Math.abs(dy - shift.dy)) > APART_MM * POINTS_PER_MM,
	);
	findings.push(...apartFindings(apart, shift, template));
	return { shift, scaled: false, findings };
}

function matchedGlyphs(ours: PageView, theirs: PageView): readonly (readonly [Glyph, Glyph])[] {
	const other = theirs.lines.flatMap((line) => line.glyphs);
	return ours.lines
		.flatMap((line) => line.glyphs)
		.flatMap((glyph, index): readonly (readonly [Glyph, Glyph])[] => {
			const match = other[index];
			return match === undefined ? [] : [[glyph, match]];
		});
}

interface PageShift {
	readonly view: PageView;
	readonly dx: number;
	readonly dy: number;
}

function pageShift(view: PageView, matched: readonly (readonly [Glyph, Glyph])[]): PageShift | null {
	if (matched.length === 0) return null;
	const dx = medianOf(matched.map(([a, b]) => b.x - a.x));
	const dy = medianOf(matched.map(([a, b]) => b.y - a.y));
	const near = AGREE_MM * POINTS_PER_MM;
	const agree = matched.filter(([a, b]) => Math.abs(b.x - a.x - dx) <= near && Math.abs(b.y - a.y - dy) <= near);
	return agree.length >= matched.length * 0.8 ? { view, dx, dy } : null;
}

/** Mirrored margins move all versos by 2 mm to the left of the rectos; that is no shift. */
function mirrored({ view }: PageShift, pages: readonly PageShift[]): number {
	if (!isVerso(view)) return 0;
	const rectos = pages.filter((page) => !isVerso(page.view)).map(({ dx }) => dx);
	const versos = pages.filter((page) => isVerso(page.view)).map(({ dx }) => dx);
	if (rectos.length === 0) return 0;
	const apart = medianOf(versos) - medianOf(rectos);
	return Math.abs(apart - MIRROR) < 0.5 * POINTS_PER_MM ? MIRROR : 0;
}

function apartFindings(apart: readonly PageShift[], shift: Shift, template: Template): readonly RejectFinding[] {
	const first = apart[0];
	if (first === undefined) return [];
	const shown = pagesText(apart.map(({ view }) => view.frame.index + 1));
	const dx = millimetres(first.dx - shift.dx).toFixed(1);
	const dy = millimetres(first.dy - shift.dy).toFixed(1);
	const most = Math.max(...apart.map((page) => Math.max(Math.abs(page.dx - shift.dx), Math.abs(page.dy - shift.dy))));
	return finding(
		template,
		'print-page-shifted',
		most > 2 * POINTS_PER_MM ? 'error' : 'warning',
		gb('6.1'),
		{
			zh: `${shown.zh}版面与其他页不齐（横向 ${dx} 毫米，纵向 ${dy} 毫米），规定版心不斜、误差不超过 1 毫米，请重印这些页`,
			en: `${shown.en}: the text stands off the other pages (${dx} mm across, ${dy} mm down); the standard allows 1 mm. Print these pages again`,
		},
		{
			page: first.view.frame.index + 1,
			expected: '各页对齐',
			actual: `横向 ${dx} 毫米，纵向 ${dy} 毫米`,
		},
	);
}

function scaleFinding(scale: number, template: Template): readonly RejectFinding[] {
	const percent = `${Math.round(scale * 1000) / 10}%`;
	return finding(
		template,
		'print-scale',
		'error',
		gb('5.2.2'),
		{
			zh: `印件按 ${percent} 缩放，字号因此不合规定；请在打印设置中选“实际大小”后重印`,
			en: `the print is scaled to ${percent}, so sizes are not those required; print at actual size`,
		},
		{ expected: '100%', actual: percent },
	);
}

/** Characters of one role in one face that is not asked for. */
interface Face {
	readonly role: FontRole;
	readonly name: string;
	readonly part: TextItem['role'];
	readonly pages: Set<number>;
	count: number;
	readonly sample: string[];
}

function noteFace(ours: Glyph, theirs: Glyph, page: number, template: Template, faces: Map<string, Face>): void {
	const part = ours.item.role;
	if (part === undefined || part === 'page-number' || part === 'toc-entry') return;
	const role = template.roles[part]?.font?.value;
	if (role === undefined || !isHan(ours.character.codePointAt(0) ?? 0)) return;
	const name = theirs.item.font;
	const key = `${role}\u0000${name}`;
	const known = faces.get(key);
	if (known !== undefined) {
		known.count++;
		known.pages.add(page);
		if (known.sample.length < 12) known.sample.push(theirs.character);
		return;
	}
	if (sameFace(name, ours.item.font) || accepted(name, role, template)) return;
	faces.set(key, { role, name, part, pages: new Set([page]), count: 1, sample: [theirs.character] });
}

function sameFace(a: string, b: string): boolean {
	return sameFamily(a, b) || sameFamily(familyOf(a), familyOf(b));
}

function accepted(name: string, role: FontRole, template: Template): boolean {
	const { accept, tolerate } = template.fonts[role];
	const family = familyOf(name);
	return [...accept, ...tolerate].some((one) => faceKey(one) === faceKey(family) || faceKey(one) === faceKey(name));
}

/** Family of a PostScript name: 「SimHei,Bold」 and 「SimSun-Regular」 name a style too. */
function familyOf(name: string): string {
	return name.replace(/[,-](?:Regular|Roman|Normal|Bold|Italic|BoldItalic|Medium|Light)$/iu, '');
}

const RULES: Readonly<Record<FontRole, string>> = {
	xiaobiaosong: 'font-title-role',
	fangsong: 'font-body-role',
	kaiti: 'font-heading2-role',
	heiti: 'font-heading1-role',
	songti: 'page-number-font',
	latin: 'font-digits-role',
};

function faceFindings(faces: ReadonlyMap<string, Face>, template: Template): readonly RejectFinding[] {
	return [...faces.values()].flatMap(({ role, name, part, pages, count, sample }) => {
		const wanted = template.fonts[role].accept[0] ?? role;
		const where = [...pages].sort((a, b) => a - b);
		const source =
			(part === undefined || part === 'page-number' || part === 'toc-entry'
				? undefined
				: template.roles[part]?.font?.source) ?? AGAINST;
		const shown = name === '' ? '（无名字体）' : name;
		const words = sample.join('');
		return finding(
			template,
			RULES[role],
			'warning',
			source,
			{
				zh: `${pagesText(where).zh}「${words}」等 ${count} 字用「${shown}」，要求 ${template.fonts[role].accept.join('、')}`,
				en: `${pagesText(where).en}: ${count} characters ("${words}") are set in ${shown}; ${wanted} is asked for`,
			},
			{ page: where[0] ?? null, expected: wanted, actual: shown, text: words },
		);
	});
}
