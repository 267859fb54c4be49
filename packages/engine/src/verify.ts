import {
	applyTextEdits,
	type Change,
	type Doc,
	type Paragraph,
	type ParagraphFormat,
	type Problem,
	type Run,
	type RunFormat,
} from '@bianxu/model';

/**
 * The read-back check: the rewritten document must have the planned text, and as many paragraphs, tables, sections,
 * images, notes, comments and revisions as before but for the planned ones. Returns the reason when it has not; the
 * caller then keeps the original.
 */
export function verifyRewrite(before: Doc, after: Doc, changes: readonly Change[]): Problem | null {
	const renumbered = changes.some((change) => change.kind === 'page-numbers');
	const expected = expectedTexts(before, changes, ({ where }) => isCompared(where, renumbered));
	const found: string[] = [];
	for (const { where, text } of after.paragraphs) if (isCompared(where, renumbered)) found.push(text);
	const differs = firstDifference(expected, found);
	if (differs !== null) return textDiffers(differs, found[differs] ?? '');
	const furniture = renumbered ? furnitureDiffers(before, after, changes) : null;
	if (furniture !== null) return furniture;
	for (const [key, name] of COUNTED) {
		const [was, is] = [before.counts[key], after.counts[key]];
		if (was !== is) return countDiffers(name, was, is);
	}
	if (before.tables.length !== after.tables.length)
		return countDiffers({ zh: '表格', en: 'tables' }, before.tables.length, after.tables.length);
	if (before.sections.length !== after.sections.length)
		return countDiffers({ zh: '节', en: 'sections' }, before.sections.length, after.sections.length);
	return null;
}

const COUNTED: readonly (readonly [keyof Doc['counts'], { readonly zh: string; readonly en: string }])[] = [
	['images', { zh: '图片', en: 'images' }],
	['footnotes', { zh: '脚注', en: 'footnotes' }],
	['endnotes', { zh: '尾注', en: 'endnotes' }],
	['comments', { zh: '批注', en: 'comments' }],
	['insertions', { zh: '插入修订', en: 'tracked insertions' }],
	['deletions', { zh: '删除修订', en: 'tracked deletions' }],
	['formatChanges', { zh: '格式修订', en: 'tracked format changes' }],
];

function textDiffers(index: number, text: string): Problem {
	return {
		code: 'fix-text-differs',
		message: {
			zh: `写回后文字与计划不符（第${index + 1}段「${excerpt(text)}」），没有保存，原文件未动`,
			en: `The written text is not the planned one (paragraph ${index + 1}); nothing was saved, the original was left alone`,
		},
	};
}

function countDiffers(name: { readonly zh: string; readonly en: string }, was: number, is: number): Problem {
	return {
		code: 'fix-count-differs',
		message: {
			zh: `写回后${name.zh}由${was}处变为${is}处，没有保存，原文件未动`,
			en: `The number of ${name.en} changed from ${was} to ${is} on writing; nothing was saved, the original was left alone`,
		},
	};
}

/** Texts as planned. */
function expectedTexts(
	before: Doc,
	changes: readonly Change[],
	isMeant: (paragraph: Paragraph) => boolean,
): readonly string[] {
	const byBlock = byBlockOf(changes);
	const texts: string[] = [];
	for (const paragraph of before.paragraphs) {
		if (!isMeant(paragraph)) continue;
		const here = byBlock.get(paragraph.block);
		if (here === undefined) {
			texts.push(paragraph.text);
			continue;
		}
		const inserted = here.filter((change) => change.kind === 'insert-paragraph');
		texts.push(...inserted.filter((change) => change.where === 'before').map((change) => change.text));
		if (!here.some((change) => change.kind === 'remove-paragraph')) {
			texts.push(
				applyTextEdits(
					paragraph.text,
					here.filter((change) => change.kind === 'replace-text'),
				),
			);
		}
		texts.push(...inserted.filter((change) => change.where === 'after').map((change) => change.text));
	}
	return texts;
}

/** Where page numbers are rewritten, headers and footers are compared apart: parts come and their order changes. */
function isCompared(where: string, renumbered: boolean): boolean {
	return !renumbered || (where !== 'header' && where !== 'footer');
}

/** Headers keep their texts; a footer is what it was or a page number, and nothing but page numbers goes. */
function furnitureDiffers(before: Doc, after: Doc, changes: readonly Change[]): Problem | null {
	const planned = (where: Paragraph['where']): readonly string[] =>
		[...expectedTexts(before, changes, (paragraph) => paragraph.where === where)].sort();
	const found = (where: Paragraph['where']): readonly string[] =>
		after.paragraphs.flatMap((paragraph) => (paragraph.where === where ? [paragraph.text] : [])).sort();
	const headers = firstDifference(planned('header'), found('header'));
	if (headers !== null) return textDiffers(headers, found('header')[headers] ?? '');
	const [old, now] = [planned('footer'), found('footer')];
	const strange = now.findIndex((text) => !old.includes(text) && !ONLY_NUMBER.test(text));
	if (strange >= 0) return textDiffers(strange, now[strange] ?? '');
	const lost = old.findIndex((text) => !now.includes(text) && !ONLY_NUMBER.test(text));
	return lost >= 0 ? textDiffers(lost, old[lost] ?? '') : null;
}

const ONLY_NUMBER = /^[\s\d０-９ivxlcIVXLC—–―\-－·~～第页共/／]*$/;

/**
 * True when something looks different that no change asked for. A change of a style reaches every paragraph that uses
 * it, so its reach is checked on what was read back.
 * @param said what was written.
 * @param wanted what was asked for, now or in a later round: a style may say it already.
 */
export function hasUnaskedFormats(
	before: Doc,
	after: Doc,
	said: readonly Change[],
	wanted: readonly Change[],
): boolean {
	const asked = byBlockOf([...said, ...wanted]);
	const written = byBlockOf(said);
	// Space between lines follows the page's grid and the neighbours' styles.
	const moved = said.some(
		({ kind }) => kind !== 'format-run' && kind !== 'format-paragraph' && kind !== 'replace-text',
	);
	const now = after.paragraphs.filter(({ where }) => isCompared(where, true));
	let at = 0;
	for (const paragraph of before.paragraphs) {
		if (!isCompared(paragraph.where, true)) continue;
		const here = written.get(paragraph.block) ?? [];
		const added = (where: 'before' | 'after'): number =>
			here.filter((change) => change.kind === 'insert-paragraph' && change.where === where).length;
		at += added('before');
		if (here.some(({ kind }) => kind === 'remove-paragraph')) continue;
		const other = now[at];
		if (other === undefined || looksOtherwise(paragraph, other, asked.get(paragraph.block) ?? [], moved)) return true;
		at += 1 + added('after');
	}
	return false;
}

function byBlockOf(changes: readonly Change[]): ReadonlyMap<number, readonly Change[]> {
	const byBlock = new Map<number, Change[]>();
	for (const change of changes) {
		if (!('block' in change)) continue;
		const list = byBlock.get(change.block);
		if (list === undefined) byBlock.set(change.block, [change]);
		else list.push(change);
	}
	return byBlock;
}

const PARAGRAPH_KEYS = ['alignment', 'before', 'after', 'line', 'lineRule', 'keepNext', 'pageBreakBefore'] as const;
const INDENTS = [
	['firstLine', 'firstLineChars'],
	['left', 'leftChars'],
	['right', 'rightChars'],
] as const;

function looksOtherwise(before: Paragraph, after: Paragraph, changes: readonly Change[], moved: boolean): boolean {
	const asked = (key: keyof ParagraphFormat): boolean =>
		changes.some((change) => change.kind === 'format-paragraph' && Object.hasOwn(change.format, key));
	const blank = before.text === '' && before.label === null && before.objects.length === 0;
	const unseen = (key: keyof ParagraphFormat): boolean =>
		(blank && key === 'alignment') || (moved && (key === 'before' || key === 'after'));
	if (PARAGRAPH_KEYS.some((key) => !unseen(key) && before.format[key] !== after.format[key] && !asked(key)))
		return true;
	for (const [twips, chars] of INDENTS) {
		if (blank || asked(twips) || asked(chars)) continue;
		// Character units follow the size of the text.
		if (before.format[chars] !== after.format[chars]) return true;
		if (before.format[chars] === null && before.format[twips] !== after.format[twips]) return true;
	}
	if (before.text !== after.text) return false;
	return before.runs.some((run) => {
		const others = after.runs.filter((other) => other.start < run.end && run.start < other.end);
		return others.some((other) =>
			(Object.keys(run.format) as (keyof RunFormat)[]).some((key) => {
				if (run.format[key] === other.format[key]) return false;
				return !changes.some(
					(change) =>
						change.kind === 'format-run' &&
						change.start < run.end &&
						run.start < change.end &&
						touches(change.format, key),
				);
			}),
		);
	});
}

/** Whether a run format sets an effective value; equal Western fonts also serve for a missing East Asian one. */
function touches(format: Extract<Change, { kind: 'format-run' }>['format'], key: keyof RunFormat): boolean {
	if (key === 'ascii' || key === 'hAnsi') return format.latin !== undefined;
	return Object.hasOwn(format, key) || (key === 'eastAsia' && format.latin !== undefined);
}

/** True when two files read the same: texts, labels, effective formats character by character, sections, counts of content. */
export function sameReading(a: Doc, b: Doc): boolean {
	const contents = ({ counts, tables }: Doc): string =>
		[counts.images, counts.footnotes, counts.endnotes, counts.comments, tables.length].join();
	const page = ({ sections }: Doc): string =>
		JSON.stringify(sections.map((section) => ({ ...section, source: undefined })));
	return (
		contents(a) === contents(b) &&
		page(a) === page(b) &&
		a.paragraphs.length === b.paragraphs.length &&
		a.paragraphs.every((paragraph, index) => {
			const other = b.paragraphs[index];
			return other !== undefined && sameParagraph(paragraph, other);
		})
	);
}

function sameParagraph(a: Paragraph, b: Paragraph): boolean {
	return (
		a.text === b.text &&
		a.label?.text === b.label?.text &&
		sameValues(a.format, b.format) &&
		sameRuns(a.runs, b.runs) &&
		sameRuns(b.runs, a.runs)
	);
}

/** Every run of `a` has the format that `b` has where it begins; runs may be cut otherwise. */
function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
	let at = 0;
	return a.every((run) => {
		while (at < b.length && (b[at]?.end ?? 0) <= run.start) at++;
		const other = b[at];
		return other !== undefined && sameValues(run.format, other.format);
	});
}

function sameValues<T extends object>(a: T, b: T): boolean {
	return a === b || (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}

function firstDifference(a: readonly string[], b: readonly string[]): number | null {
	const length = Math.max(a.length, b.length);
	for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
	return null;
}

function excerpt(text: string): string {
	return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}
