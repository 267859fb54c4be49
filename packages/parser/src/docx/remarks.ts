import type { Paragraph, Remark } from '@bianxu/model';
import { attr, children, textOf } from '@bianxu/opc';
import { type ScannedPart, tagOf } from './scanned-part.ts';

/** Where a comment begins and ends in a part (offsets); a bare reference is both. */
interface Anchor {
	readonly part: string;
	readonly start: number;
	end: number;
}

/**
 * Comments (17.13.4) with the blocks that they stand at. `content` are the parts with text that were read; a comment
 * without an anchor in them is left out: nobody could say what it speaks of.
 */
export function readRemarks(
	comments: ScannedPart,
	content: readonly ScannedPart[],
	paragraphs: readonly Paragraph[],
): readonly Remark[] {
	const anchors = anchorsOf(content);
	return children(comments.xml, 0, 'w:comment').flatMap((element) => {
		const anchor = anchors.get(attr(comments.xml, element, 'w:id') ?? '');
		const blocks = anchor === undefined ? [] : blocksOf(anchor, paragraphs);
		const [first] = blocks;
		const last = blocks.at(-1);
		if (first === undefined || last === undefined) return [];
		return [
			{
				text: textsOf(comments, element).join('\n'),
				author: attr(comments.xml, element, 'w:author') ?? '',
				date: /^\d{4}-\d{2}-\d{2}/.exec(attr(comments.xml, element, 'w:date') ?? '')?.[0] ?? '',
				firstBlock: first,
				lastBlock: last,
			},
		];
	});
}

function anchorsOf(content: readonly ScannedPart[]): ReadonlyMap<string, Anchor> {
	const anchors = new Map<string, Anchor>();
	for (const part of content) {
		const { xml } = part;
		for (let element = 0; element < xml.name.length; element += 1) {
			const tag = tagOf(part, element);
			if (tag !== 'w:commentRangeStart' && tag !== 'w:commentRangeEnd' && tag !== 'w:commentReference') continue;
			const id = attr(xml, element, 'w:id') ?? '';
			const at = xml.start[element] ?? 0;
			const known = anchors.get(id);
			if (known === undefined) anchors.set(id, { part: part.name, start: at, end: at });
			else if (known.part === part.name && tag === 'w:commentRangeEnd') known.end = Math.max(known.end, at);
		}
	}
	return anchors;
}

/** Blocks whose paragraphs the anchor touches; one between two paragraphs belongs to the next. */
function blocksOf({ part, start, end }: Anchor, paragraphs: readonly Paragraph[]): readonly number[] {
	const here = paragraphs.filter(({ source }) => source.part === part && source.end > start);
	const touched = here.filter(({ source }) => source.start <= end);
	return (touched.length > 0 ? touched : here.slice(0, 1)).map(({ block }) => block);
}

function textsOf(part: ScannedPart, comment: number): readonly string[] {
	const { xml } = part;
	return children(xml, comment, 'w:p').map((paragraph) => {
		const end = xml.end[paragraph] ?? 0;
		let text = '';
		for (let element = paragraph + 1; (xml.start[element] ?? end) < end; element += 1)
			if (tagOf(part, element) === 'w:t') text += textOf(xml, element);
		return text;
	});
}
