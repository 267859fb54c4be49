import type { Doc, Outline } from '@bianxu/model';
import { ofAnotherPaper, scanReferences } from '@bianxu/numbering';

/** A stretch of a paper that names a place of the same paper: offsets in the block's text, and the block it leads to. */
export interface InnerLink {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly target: number;
}

/** Text in which a table, figure or attachment may be named: most paragraphs are not scanned. */
const NAMED = /附件|[表图]\s?\d/;

/**
 * Mentions of a paper's own attachments (「见附件2」), tables and figures (「见表1」) that stand in the paper, with the
 * block of the attachment or caption. Captions of an attachment may begin again with 1: those of the mention's own part
 * count, else the only one of that number.
 */
export function innerLinks(doc: Doc, outline: Outline): readonly InnerLink[] {
	const captions = captionsOf(doc, outline);
	const attachments = outline.presentAttachments;
	if (captions.size === 0 && attachments.length === 0) return [];
	const parts = attachments.map(({ block }) => block);
	const partOf = (block: number): number => parts.filter((start) => start <= block).length;
	const captionOf = (key: string, block: number): number | undefined => {
		const found = captions.get(key) ?? [];
		return found.find((caption) => partOf(caption) === partOf(block)) ?? (found.length === 1 ? found[0] : undefined);
	};
	const attachmentOf = (number: number): number | undefined =>
		attachments.find((entry) => entry.number === number || (entry.number === null && number === 1))?.block;
	const links: InnerLink[] = [];
	for (const { block, text, headerFooter } of doc.paragraphs) {
		if (headerFooter !== null || !NAMED.test(text) || SILENT.has(outline.claims[block]?.role ?? 'body')) continue;
		for (const mention of scanReferences(text)) {
			if (mention.protection !== null || mention.attachment !== null) continue;
			const link = (start: number, end: number, target: number | undefined): void => {
				if (target !== undefined && target !== block) links.push({ block, start, end, target });
			};
			if (mention.noun === '附件') {
				if (ofAnotherPaper(text, mention.start)) continue;
				if (mention.terms.length === 0 && attachments.length === 1)
					link(mention.start, mention.end, attachments[0]?.block);
				mention.terms.forEach(({ from, to }, term) => {
					const start = term === 0 ? mention.start : from.start;
					if (from.parts.length === 1) link(start, from.end, attachmentOf(from.value));
					if (to !== null && to.parts.length === 1) link(to.start, to.end, attachmentOf(to.value));
				});
			} else if (mention.noun === '表' || mention.noun === '图') {
				for (const { from } of mention.terms)
					link(mention.start, mention.end, captionOf(`${mention.noun}${from.parts.join('-')}`, block));
			}
		}
	}
	return links;
}

/** Roles whose words are names of places themselves. */
const SILENT: ReadonlySet<string> = new Set([
	'toc',
	'table-caption',
	'figure-caption',
	'attachment-label',
	'attachment-note',
	'page-furniture',
]);

/** Blocks of numbered captions by 「表1」, 「图2-3」. */
function captionsOf(doc: Doc, outline: Outline): ReadonlyMap<string, readonly number[]> {
	const captions = new Map<string, number[]>();
	for (const { block, role } of outline.claims) {
		if (role !== 'table-caption' && role !== 'figure-caption') continue;
		const text = doc.paragraphs[block]?.text ?? '';
		const mention = scanReferences(text)[0];
		const term = mention?.terms[0];
		if (mention === undefined || term === undefined || text.slice(0, mention.start).trim() !== '') continue;
		const key = `${mention.noun}${term.from.parts.join('-')}`;
		captions.set(key, [...(captions.get(key) ?? []), block]);
	}
	return captions;
}
