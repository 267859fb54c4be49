import { child, type XmlDocument } from '@bianxu/opc';
import { childrenSource, closeMark, type Merge, openMark, openTag, sourceOf } from './merge.ts';

/** A property element in one of the two texts; element -1: there is none. */
export interface Properties {
	readonly xml: XmlDocument;
	readonly element: number;
}

/** What is tracked at a paragraph's mark (17.13.5.16 for insertions, 17.13.5.15 for deletions). */
export type MarkRevision = 'none' | 'inserted' | 'deleted';

const MARK_REVISIONS = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const NOT_IN_RUN_CHANGE = new Set([...MARK_REVISIONS, 'w:rPrChange']);
const NOT_IN_PARAGRAPH_CHANGE = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange']);
const NOT_IN_SECTION_CHANGE = new Set(['w:headerReference', 'w:footerReference', 'w:sectPrChange']);

const inside = ({ xml, element }: Properties, name: string): Properties => ({
	xml,
	element: child(xml, element, name),
});

/**
 * The new w:rPr with the old one in its w:rPrChange (17.13.5.31), which is last and holds the whole old set. '' when
 * neither has properties. null: somebody's tracked change is in the way.
 */
export function mergedRunProperties(merge: Merge, before: Properties, after: Properties): string | null {
	const [old, now] = [sourceOf(before.xml, before.element), sourceOf(after.xml, after.element)];
	if (old === now) return now;
	const oldBase = childrenSource(before.xml, before.element, NOT_IN_RUN_CHANGE);
	const nowBase = childrenSource(after.xml, after.element, NOT_IN_RUN_CHANGE);
	if (oldBase === nowBase) return now;
	if (inside(before, 'w:rPrChange').element >= 0) return null;
	return wrapped(merge, 'rPr', `${nowBase}${changeOf(merge, 'rPr', oldBase)}`);
}

/** w:rPr of a paragraph mark (CT_ParaRPr): revisions of the mark first, then properties, then their change. */
function mergedMarkProperties(
	merge: Merge,
	before: Properties,
	after: Properties,
	revision: MarkRevision,
): string | null {
	const [old, now] = [sourceOf(before.xml, before.element), sourceOf(after.xml, after.element)];
	if (old === now && revision === 'none') return now;
	const oldBase = childrenSource(before.xml, before.element, NOT_IN_RUN_CHANGE);
	const nowBase = childrenSource(after.xml, after.element, NOT_IN_RUN_CHANGE);
	const theirs = sourceOf(after.xml, inside(after, 'w:rPrChange').element);
	if (oldBase !== nowBase && inside(before, 'w:rPrChange').element >= 0) return null;
	let revisions = '';
	for (const name of ['ins', 'del', 'moveFrom', 'moveTo']) {
		const own = inside(after, `w:${name}`).element;
		revisions += sourceOf(after.xml, own);
		const asked = (revision === 'inserted' && name === 'ins') || (revision === 'deleted' && name === 'del');
		if (asked && own < 0) revisions += `${openMark(merge, name).slice(0, -1)}/>`;
	}
	const change = oldBase === nowBase ? theirs : changeOf(merge, 'rPr', oldBase);
	return wrapped(merge, 'rPr', `${revisions}${nowBase}${change}`);
}

/**
 * The new w:pPr with the old one in its w:pPrChange (17.13.5.29): without w:rPr, whose change stands in the w:rPr, and
 * without w:sectPr, which has its own. '' for none. null: somebody's tracked change is in the way.
 */
export function mergedParagraphProperties(
	merge: Merge,
	before: Properties,
	after: Properties,
	revision: MarkRevision,
): string | null {
	const [old, now] = [sourceOf(before.xml, before.element), sourceOf(after.xml, after.element)];
	if (old === now && revision === 'none') return now;
	const oldBase = childrenSource(before.xml, before.element, NOT_IN_PARAGRAPH_CHANGE);
	const nowBase = childrenSource(after.xml, after.element, NOT_IN_PARAGRAPH_CHANGE);
	const theirs = inside(before, 'w:pPrChange').element >= 0;
	if (oldBase !== nowBase && theirs) return null;
	const mark = mergedMarkProperties(merge, inside(before, 'w:rPr'), inside(after, 'w:rPr'), revision);
	const section = mergedSection(merge, inside(before, 'w:sectPr'), inside(after, 'w:sectPr'));
	if (mark === null || section === null) return null;
	const change =
		oldBase === nowBase ? sourceOf(after.xml, inside(after, 'w:pPrChange').element) : changeOf(merge, 'pPr', oldBase);
	const content = `${nowBase}${mark}${section}${change}`;
	return content === '' ? '' : wrapped(merge, 'pPr', content);
}

/**
 * The new w:sectPr with the old one in its w:sectPrChange (17.13.5.32). References to headers and footers are not part
 * of a tracked section change: they stay when the change is rejected.
 */
export function mergedSection(merge: Merge, before: Properties, after: Properties): string | null {
	const [old, now] = [sourceOf(before.xml, before.element), sourceOf(after.xml, after.element)];
	if (old === now) return now;
	if (after.element < 0) return null;
	const oldBase = childrenSource(before.xml, before.element, NOT_IN_SECTION_CHANGE);
	const nowBase = childrenSource(after.xml, after.element, NOT_IN_SECTION_CHANGE);
	if (oldBase === nowBase) return now;
	if (before.element >= 0 && child(before.xml, before.element, 'w:sectPrChange') >= 0) return null;
	const content = childrenSource(after.xml, after.element, new Set(['w:sectPrChange']));
	const tag = openTag(after.xml, after.element);
	return `${tag}${content}${changeOf(merge, 'sectPr', oldBase)}${closeMark(merge, 'sectPr')}`;
}

/** `<w:rPrChange …><w:rPr>old</w:rPr></w:rPrChange>`. */
function changeOf(merge: Merge, name: string, old: string): string {
	return `${openMark(merge, `${name}Change`)}${wrapped(merge, name, old)}${closeMark(merge, `${name}Change`)}`;
}

function wrapped(merge: Merge, name: string, content: string): string {
	const element = merge.names.element(name);
	return content === '' ? `<${element}/>` : `<${element}>${content}</${element}>`;
}
