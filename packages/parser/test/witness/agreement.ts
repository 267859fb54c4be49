import { type Doc, type Paragraph, type Run, sameFamily, type Why } from '@bianxu/model';

/** A paragraph as LibreOffice has it: see libreoffice.py. Lengths in 1/100 mm. */
export interface TheirParagraph {
	readonly story: string;
	/** null where it has no text to compare: a picture bullet, a paragraph of a drawing. */
	readonly label: string | null;
	/** Adjustment, left, first line, right, before, after, mode and height of the line. */
	readonly format: readonly [number, number, number, number, number, number, number, number];
	readonly portions: readonly TheirPortion[];
}

type TheirPortion = readonly [
	text: string,
	western: string,
	asian: string,
	complex: string,
	westernSize: number,
	asianSize: number,
	complexSize: number,
	westernBold: boolean,
	asianBold: boolean,
	complexBold: boolean,
];

export type CharacterAttribute = 'eastAsia' | 'latin' | 'size' | 'bold';
export type ParagraphAttribute = 'alignment' | 'left' | 'firstLine' | 'right' | 'before' | 'after' | 'line' | 'label';

/** One value in which the two readers differ; a character's difference counts its characters one by one. */
export interface Difference {
	readonly attribute: CharacterAttribute | ParagraphAttribute;
	readonly ours: string | number | boolean;
	readonly theirs: string | number | boolean;
	readonly why: Why | undefined;
	readonly paragraph: Paragraph;
	/** LibreOffice's name for the place: 'shape' is text of a drawing. */
	readonly story: string;
	readonly run?: Run;
	readonly character?: string;
}

/** What one file says: how much was compared, how much has no counterpart, and where the readers differ. */
export interface Agreement {
	readonly characters: number;
	/** Visible characters that LibreOffice has nowhere, or elsewhere. */
	readonly uncompared: number;
	/** Characters that take the East Asian font; the others take the Latin font. */
	readonly eastAsian: number;
	readonly paragraphs: number;
	readonly differences: readonly Difference[];
	/** Texts of ours without a counterpart. */
	readonly unmatched: readonly string[];
}

interface Side<P, C> {
	readonly story: string;
	readonly text: string;
	readonly characters: readonly C[];
	readonly source: P;
}

type OurSide = Side<Paragraph, { readonly text: string; readonly run: Run }>;
type TheirSide = Side<TheirParagraph, { readonly text: string; readonly portion: TheirPortion }>;

/** Signs that the two programs place differently or not at all: white space, soft hyphens, marks without width. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffc\u0000-\u001f]/;

const story = (where: string): string => (where === 'table' ? 'body' : where === 'shape' ? 'textbox' : where);

function ourSide(paragraph: Paragraph): OurSide {
	const characters = paragraph.runs.flatMap((run) =>
		Array.from(paragraph.text.slice(run.start, run.end), (text) => ({ text, run })).filter(
			({ text }) => !UNSEEN.test(text),
		),
	);
	const text = characters.map((each) => each.text).join('');
	return { story: story(paragraph.where), text, characters, source: paragraph };
}

function theirSide(paragraph: TheirParagraph): TheirSide {
	const characters = paragraph.portions.flatMap((portion) =>
		[...portion[0]].filter((text) => !UNSEEN.test(text)).map((text) => ({ text, portion })),
	);
	const text = characters.map((each) => each.text).join('');
	return { story: story(paragraph.story), text, characters, source: paragraph };
}

/** Farthest that a counterpart is looked for. */
const REACH = 300;

/** Index pairs of equal keys in order; `anchors` says which keys may end a stretch that has no counterpart. */
function align(a: readonly string[], b: readonly string[], anchors: (key: string) => boolean): [number, number][] {
	const pairs: [number, number][] = [];
	let i = 0;
	let j = 0;
	const meet = (): boolean => {
		for (let distance = 1; distance < REACH; distance++) {
			for (let ahead = 0; ahead <= distance; ahead++) {
				const key = a[i + ahead];
				if (key === undefined || key !== b[j + distance - ahead] || !anchors(key)) continue;
				i += ahead;
				j += distance - ahead;
				return true;
			}
		}
		return false;
	};
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) pairs.push([i++, j++]);
		else if (!meet()) {
			i++;
			j++;
		}
	}
	return pairs;
}

/** Pairs paragraphs: the body in order, gaps of equal length one to one; the other stories by their text. */
function pairParagraphs(
	ours: readonly OurSide[],
	theirs: readonly TheirSide[],
): readonly (readonly [OurSide, TheirSide])[] {
	const pairs: [OurSide, TheirSide][] = [];
	const body = ours.filter((each) => each.story === 'body');
	const theirBody = theirs.filter((each) => each.story === 'body');
	const aligned = align(
		body.map((each) => each.text),
		theirBody.map((each) => each.text),
		(text) => text !== '',
	);
	let i = 0;
	let j = 0;
	const used = new Set<TheirSide>();
	const take = (own: OurSide | undefined, their: TheirSide | undefined): void => {
		if (own === undefined || their === undefined) return;
		pairs.push([own, their]);
		used.add(their);
	};
	const stretches = [...aligned, [body.length, theirBody.length] as const];
	for (const [at, [nextI, nextJ]] of stretches.entries()) {
		if (nextI - i === nextJ - j) while (i < nextI) take(body[i++], theirBody[j++]);
		// An empty paragraph is known by its neighbours only.
		const between =
			nextI === i && nextJ === j && stretches[at + 1]?.[0] === nextI + 1 && stretches[at + 1]?.[1] === nextJ + 1;
		if (between || body[nextI]?.text !== '') take(body[nextI], theirBody[nextJ]);
		i = nextI + 1;
		j = nextJ + 1;
	}
	const paired = new Set(pairs.map(([own]) => own));
	for (const own of ours) {
		if (paired.has(own) || own.text === '') continue;
		// The page number of a header or footer is whatever page was laid out last.
		const key = (each: { readonly text: string }): string =>
			own.story === 'header' || own.story === 'footer' ? each.text.replace(/[0-9]+/g, '#') : each.text;
		const same = theirs.filter((each) => key(each) === key(own) && (own.story === 'body') === (each.story === 'body'));
		take(
			own,
			same.find((each) => each.story === own.story && !used.has(each)) ??
				same.find((each) => !used.has(each)) ??
				same[0],
		);
	}
	return pairs;
}

/**
 * Slot of a character, written down a second time from the table of [MS-OI29500] 2.1.88 (first code point, slot without
 * hint, slot with w:hint="eastAsia"), so that a slip in the product's own table shows.
 */
const TABLE: readonly (readonly [from: number, plain: 'e' | 'l', hinted: 'e' | 'l' | 'c'])[] = [
	[0x0000, 'l', 'l'],
	[0x0100, 'l', 'c'],
	[0x02b0, 'l', 'e'],
	[0x0500, 'l', 'l'],
	[0x1100, 'e', 'e'],
	[0x1200, 'l', 'l'],
	[0x1e00, 'l', 'c'],
	[0x1f00, 'l', 'l'],
	[0x2000, 'l', 'e'],
	[0x27c0, 'l', 'l'],
	[0x2e80, 'e', 'e'],
	[0xe000, 'l', 'e'],
	[0xf900, 'e', 'e'],
	[0xfb00, 'l', 'l'],
	[0xfe30, 'e', 'e'],
	[0xfe70, 'l', 'l'],
	[0xff00, 'e', 'e'],
	[0xfff0, 'l', 'l'],
	[0x10000, 'e', 'e'],
];
const LATIN_1 = '¡¤§¨ª\u00ad¯°±²³´¶·¸¹º¼½¾¿×÷';
const LATIN_1_CHINESE = 'àáèéêìíòóùúü';

function isEastAsian(character: string, run: Run): boolean {
	const hinted = run.format.ambiguous === 'eastAsia';
	const chinese = run.format.chinese === true;
	if (LATIN_1.includes(character)) return hinted;
	if (LATIN_1_CHINESE.includes(character)) return hinted && chinese;
	const code = character.codePointAt(0) ?? 0;
	const row = TABLE.findLast(([from]) => from <= code);
	const slot = hinted ? row?.[2] : row?.[1];
	return slot === 'e' || (slot === 'c' && chinese);
}

/** Family that our format gives a character, by the second table. */
function ourFamily(character: string, run: Run, eastAsian: boolean): string {
	if (eastAsian) return run.format.eastAsia;
	const code = character.codePointAt(0) ?? 0;
	const ascii =
		code < 0x80 ||
		(code >= 0x590 && code <= 0x7bf) ||
		(code >= 0xfb1d && code <= 0xfdff) ||
		(code >= 0xfe70 && code <= 0xfefe);
	return ascii ? run.format.ascii : run.format.hAnsi;
}

const TIMES = 'Times New Roman';
const ALIGNMENTS = ['left', 'right', 'justify', 'center', 'distribute'];
const RULES = ['auto', 'atLeast', 'leading', 'exact'];

/** 1/100 mm are rounded from twips, some twice. */
const near = (twips: number, hundredths: number): boolean => Math.abs((twips * 2540) / 1440 - hundredths) <= 2.5;
const toTwips = (hundredths: number): number => Math.round((hundredths * 1440) / 2540);

/** Compares our reading of a file with LibreOffice's, character by character and paragraph by paragraph. */
export function compare(doc: Doc, theirs: readonly TheirParagraph[]): Agreement {
	const differences: Difference[] = [];
	const own = doc.paragraphs.map(ourSide);
	const pairs = pairParagraphs(own, theirs.map(theirSide));
	let compared = 0;
	let eastAsian = 0;
	for (const [ours, their] of pairs) {
		const same = ours.text === their.text;
		const characters: readonly (readonly [number, number])[] = same
			? ours.characters.map((_, index) => [index, index] as const)
			: align(
					ours.characters.map((each) => each.text),
					their.characters.map((each) => each.text),
					() => true,
				);
		compared += characters.length;
		for (const [i, j] of characters) {
			const a = ours.characters[i];
			const b = their.characters[j];
			if (a === undefined || b === undefined) continue;
			const east = isEastAsian(a.text, a.run);
			if (east) eastAsian++;
			differences.push(...compareCharacter({ paragraph: ours.source, story: their.source.story }, a, b.portion, east));
		}
		differences.push(...compareParagraph(ours.source, their.source));
	}
	const paired = new Set(pairs.map(([each]) => each));
	const characters = own.reduce((sum, each) => sum + each.characters.length, 0);
	return {
		characters,
		uncompared: characters - compared,
		eastAsian,
		paragraphs: pairs.length,
		differences,
		unmatched: own.filter((each) => !paired.has(each) && each.text !== '').map((each) => `${each.story}: ${each.text}`),
	};
}

function compareCharacter(
	place: Pick<Difference, 'paragraph' | 'story'>,
	{ text, run }: OurSide['characters'][number],
	portion: TheirPortion,
	eastAsian: boolean,
): readonly Difference[] {
	const [, western, asian, complex, westernSize, asianSize, complexSize, westernBold, asianBold, complexBold] = portion;
	const found: Difference[] = [];
	const { format, why } = run;
	const isComplex = format.complex === true;
	// First steps of the table: w:cs and w:rtl, then Times New Roman as East Asian font, which yields to the Western one.
	const choose = <T>(latin: T, east: T, cs: T): T => (isComplex ? cs : eastAsian ? east : latin);
	const family = choose(western, asian === TIMES ? western : asian, complex);
	const own = ourFamily(text, run, eastAsian);
	const attribute = eastAsian ? 'eastAsia' : 'latin';
	const at = { ...place, run, character: text };
	if (!sameFamily(own, family)) {
		found.push({ attribute, ours: own, theirs: family, why: eastAsian ? why.eastAsia : why.ascii, ...at });
	}
	const size = choose(westernSize, asianSize, complexSize);
	if (Math.abs(format.size - size) > 0.05) {
		found.push({ attribute: 'size', ours: format.size, theirs: size, why: why.size, ...at });
	}
	const bold = choose(westernBold, asianBold, complexBold);
	if (format.bold !== bold) found.push({ attribute: 'bold', ours: format.bold, theirs: bold, why: why.bold, ...at });
	return found;
}

function compareParagraph(paragraph: Paragraph, their: TheirParagraph): readonly Difference[] {
	const found: Difference[] = [];
	const { format, why, label } = paragraph;
	const place = { paragraph, story: their.story };
	const [adjust, left, firstLine, right, before, after, mode, height] = their.format;
	const lengths = { left, firstLine, right, before, after };
	for (const attribute of ['left', 'firstLine', 'right', 'before', 'after'] as const) {
		if (near(format[attribute], lengths[attribute])) continue;
		const theirs = toTwips(lengths[attribute]);
		found.push({ attribute, ours: format[attribute], theirs, why: why[attribute], ...place });
	}
	const alignment = ALIGNMENTS[adjust] ?? '';
	if (format.alignment !== alignment) {
		found.push({ attribute: 'alignment', ours: format.alignment, theirs: alignment, why: why.alignment, ...place });
	}
	const rule = RULES[mode] ?? '';
	// Proportional heights are whole percents there.
	const line = mode === 0 ? height * 2.4 : toTwips(height);
	if (format.lineRule !== rule || Math.abs(format.line - line) > 2.5) {
		const ours = `${format.lineRule} ${format.line}`;
		found.push({ attribute: 'line', ours, theirs: `${rule} ${line}`, why: why.line, ...place });
	}
	const ours = (label?.text ?? '').trim();
	const theirs = their.label?.trim();
	if (theirs !== undefined && ours !== theirs)
		found.push({ attribute: 'label', ours, theirs, why: undefined, ...place });
	return found;
}
