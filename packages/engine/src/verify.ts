import { applyTextEdits, type Change, type Doc, type Paragraph, type Problem, type Run } from '@bianxu/model';

/**
 * The read-back check: the rewritten document must have the planned text and as many tables, images, notes, comments
 * and revisions as before. Returns the reason when it has not; the caller then keeps the original.
 */
export function verifyRewrite(before: Doc, after: Doc, changes: readonly Change[]): Problem | null {
	const expected = expectedTexts(before, changes);
	const found = comparedTexts(after, changes);
	const differs = firstDifference(expected, found);
	if (differs !== null) {
		return {
			code: 'fix-text-differs',
			message: {
				zh: `写回后正文与计划不符（第${differs + 1}段「${excerpt(found[differs] ?? '')}」），原文件未动`,
				en: `The written text is not the planned one (paragraph ${differs + 1}); the original was left alone`,
			},
		};
	}
	const lost = (Object.keys(before.counts) as (keyof Doc['counts'])[]).find(
		(key) => before.counts[key] !== after.counts[key],
	);
	if (lost !== undefined || before.tables.length !== after.tables.length) {
		return {
			code: 'fix-count-differs',
			message: {
				zh: `写回后${lost ?? 'tables'}数目有变，原文件未动`,
				en: `The number of ${lost ?? 'tables'} changed on writing; the original was left alone`,
			},
		};
	}
	return null;
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

/** Texts as planned. Headers and footers are left out when page numbers were rewritten: those paragraphs are new. */
function expectedTexts(before: Doc, changes: readonly Change[]): readonly string[] {
	const texts: string[] = [];
	const furniture = rewritesFurniture(changes);
	for (const paragraph of before.paragraphs) {
		if (furniture && isFurniture(paragraph.where)) continue;
		const here = changes.filter((change) => 'block' in change && change.block === paragraph.block);
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

function comparedTexts(after: Doc, changes: readonly Change[]): readonly string[] {
	const furniture = rewritesFurniture(changes);
	return after.paragraphs
		.filter((paragraph) => !(furniture && isFurniture(paragraph.where)))
		.map((paragraph) => paragraph.text);
}

function rewritesFurniture(changes: readonly Change[]): boolean {
	return changes.some((change) => change.kind === 'page-numbers');
}

function isFurniture(where: string): boolean {
	return where === 'header' || where === 'footer';
}

function firstDifference(a: readonly string[], b: readonly string[]): number | null {
	const length = Math.max(a.length, b.length);
	for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
	return null;
}

function excerpt(text: string): string {
	return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}
