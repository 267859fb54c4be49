import type { Change, Doc, TextEdit } from '@bianxu/model';
import { attr, children, elementName, isRefusal, parentOf, relationshipsOf, type XmlDocument } from '@bianxu/opc';
import type { DocxPart, DocxSource } from '../source.ts';
import { SETTINGS_ORDER } from './child-order.ts';
import { editProperties, type PartEdit, type WantedChild } from './element-edit.ts';
import { type SectionPlan, sectionElements } from './page.ts';
import { officeRelationships, partRegistry } from './package-parts.ts';
import { inPartEdits } from './part-edits.ts';
import { isEdits } from './paragraphs.ts';
import { newProperties } from './rebuild-runs.ts';
import { type Reason, reasons } from './reasons.ts';
import { prefixFor, type WordNames, wordNames } from './word-names.ts';

type PageNumbers = Extract<Change, { kind: 'page-numbers' }>;

/** Edits of footers, settings and package tables, new parts, and what each section's w:sectPr gets. */
export interface LoweredPageNumbers {
	readonly edits: readonly TextEdit[];
	readonly added: ReadonlyMap<string, string>;
	readonly sections: ReadonlyMap<number, SectionPlan>;
}

type Kind = 'default' | 'even' | 'first';

const FOOTER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';
const SETTINGS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT_WORD = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/**
 * The standard's page numbers (GB/T 9704-2012, 7.5): 「— 1 —」 in every section, on odd pages at the right and on even
 * ones at the left, one character from the edge. Existing footers that hold nothing but page numbers are rewritten in
 * place; one with other text makes the change unsayable as a whole. Sections without a footer refer to new parts.
 * @param tracked the result will be told as tracked changes: a footer must be made of paragraphs and runs.
 */
export function lowerPageNumbers(
	doc: Doc,
	source: DocxSource,
	change: PageNumbers,
	tracked: boolean,
): LoweredPageNumbers | { readonly reason: Reason } {
	const main = source.parts.get(source.mainPart);
	const names = main === undefined ? null : wordNames(main.xml);
	if (main === undefined || names === null) return { reason: reasons.names };
	const relationships = relationshipsOf(source.pkg, source.mainPart);
	if (isRefusal(relationships)) return { reason: reasons.package };
	const partOf = new Map(
		relationships.flatMap(({ id, part, external }) => (part === null || external ? [] : [[id, part] as const])),
	);
	const edits: TextEdit[] = [];
	const registry = partRegistry(source, names.strict);
	const office = prefixFor(main.xml, officeRelationships(names.strict));
	const wantedOf = new Map<string, 'odd' | 'even'>();
	const made = new Map<'odd' | 'even', string>();
	const make = (side: 'odd' | 'even'): string => {
		const known = made.get(side);
		if (known !== undefined) return known;
		const { name, relationship } = registry.reserve('footer', true);
		registry.add({
			name,
			relationship,
			type: 'footer',
			contentType: FOOTER_TYPE,
			text: newFooter(change, side, names.strict),
		});
		made.set(side, relationship);
		return relationship;
	};
	const sections = new Map<number, SectionPlan>();
	const inForce = new Map<Kind, string>();
	const headers = new Map<Kind, string>();
	for (const [index, element] of sectionElements(doc, main).entries()) {
		const section = doc.sections[index];
		if (section === undefined) continue;
		let leading = '';
		const own = element < 0 ? [] : referencesOf(main.xml, element);
		const refer = (what: string, kind: Kind, id: string): void => {
			leading += `<${names.element(what)} ${names.attribute('type')}="${kind}" ${office ?? 'r'}:id="${id}"${office === null ? ` xmlns:r="${officeRelationships(names.strict)}"` : ''}/>`;
		};
		for (const reference of own)
			(reference.what === 'w:footerReference' ? inForce : headers).set(reference.kind, reference.id);
		for (const kind of ['default', 'even', ...(section.titlePage ? (['first'] as const) : [])] as const) {
			const side = kind === 'even' ? 'even' : 'odd';
			const id = inForce.get(kind);
			const part = id === undefined ? undefined : partOf.get(id);
			if (part !== undefined && (wantedOf.get(part) ?? side) === side) {
				wantedOf.set(part, side);
				continue;
			}
			if (id !== undefined && made.get(side) === id) continue;
			// A reference of this kind that is there already (broken, or shared between sides) cannot have a second beside it.
			const old = own.find((reference) => reference.what === 'w:footerReference' && reference.kind === kind);
			if (old !== undefined)
				edits.push({
					range: { part: main.name, start: main.xml.start[old.element] ?? 0, end: main.xml.end[old.element] ?? 0 },
					text: '',
				});
			refer('footerReference', kind, make(side));
			inForce.set(kind, make(side));
		}
		// Even pages would lose a header that they share with the odd ones now.
		const header = headers.get('default');
		if (!doc.settings.evenAndOddHeaders && header !== undefined && !headers.has('even')) {
			refer('headerReference', 'even', header);
			headers.set('even', header);
		}
		// 「— 1 —」 draws its own dashes: a format such as numberInDash would double them.
		const wanted: readonly WantedChild[] =
			section.pageNumberFormat === 'decimal' ? [] : [{ name: 'pgNumType', values: { fmt: 'decimal' }, merge: true }];
		if (leading !== '' || wanted.length > 0) sections.set(index, { wanted, leading });
	}
	for (const [name, side] of wantedOf) {
		if (tracked && !isTrackable(source.parts.get(name))) return { reason: reasons.untrackedFooter };
		const rewritten = rewriteFooter(doc, source, name, change, side);
		if (!isEdits(rewritten)) return { reason: rewritten };
		edits.push(...inPartEdits(name, rewritten));
	}
	const settings = relationships.find(
		(relationship) => relationship.type === 'settings' && relationship.part !== null,
	)?.part;
	const settingsPart = settings === undefined || settings === null ? undefined : source.parts.get(settings);
	if (settingsPart !== undefined) {
		const settingNames = wordNames(settingsPart.xml);
		if (settingNames === null) return { reason: reasons.names };
		edits.push(
			...inPartEdits(
				settingsPart.name,
				editProperties(settingsPart.xml, 0, settingNames, SETTINGS_ORDER, [{ name: 'evenAndOddHeaders', values: {} }]),
			),
		);
	} else if (settings === undefined || settings === null) {
		const { name, relationship } = registry.reserve('settings', false);
		const uri = names.strict ? STRICT_WORD : WORD;
		const text = `${declaration}<w:settings xmlns:w="${uri}"><w:evenAndOddHeaders/></w:settings>`;
		registry.add({ name, relationship, type: 'settings', contentType: SETTINGS_TYPE, text });
	} else return { reason: reasons.package };
	const finished = registry.finish();
	return finished === null
		? { reason: reasons.package }
		: { edits: [...edits, ...finished.edits], added: finished.added, sections };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface Reference {
	readonly element: number;
	readonly what: string;
	readonly kind: Kind;
	readonly id: string;
}

function referencesOf(xml: XmlDocument, sectPr: number): readonly Reference[] {
	return children(xml, sectPr).flatMap((element) => {
		const what = elementName(xml, element);
		if (what !== 'w:footerReference' && what !== 'w:headerReference') return [];
		const type = attr(xml, element, 'w:type');
		return [
			{
				element,
				what,
				kind: type === 'even' || type === 'first' ? type : 'default',
				id: attr(xml, element, 'r:id') ?? '',
			},
		];
	});
}

/** Text of a footer that is a page number and nothing else: numerals, dashes, 「第 页 共」. */
const ONLY_NUMBER = /^[\s\d０-９ivxlcIVXLC—–―\-－·~～第页共/／]*$/;

function rewriteFooter(
	doc: Doc,
	source: DocxSource,
	name: string,
	change: PageNumbers,
	side: 'odd' | 'even',
): readonly PartEdit[] | Reason {
	const part = source.parts.get(name);
	if (part === undefined) return reasons.package;
	const { xml } = part;
	const names = wordNames(xml);
	if (names === null || xml.end[0] === xml.tagEnd[0]) return reasons.names;
	const content = footerParagraph(names, change, side);
	const [start, end] = [xml.tagEnd[0] ?? 0, xml.closeStart[0] ?? 0];
	if (xml.text.slice(start, end) === content) return [];
	const texts = doc.paragraphs.filter((paragraph) => paragraph.source.part === name);
	if (texts.some(({ text }) => !ONLY_NUMBER.test(text)) || holdsMore(part)) return reasons.footerText;
	return [{ start, end, text: content }];
}

/** Pictures, tables and tracked changes in a footer are not ours to drop; a text box or frame around the number is. */
function holdsMore(part: DocxPart): boolean {
	const kept = new Set([
		'w:tbl',
		'w:ins',
		'w:del',
		'w:moveFrom',
		'w:moveTo',
		'pic:pic',
		'v:imagedata',
		'w:object',
		'w:altChunk',
		'w:rPrChange',
		'w:pPrChange',
	]);
	const { xml } = part;
	for (let e = 0; e < xml.count; e++) if (kept.has(elementName(xml, e))) return true;
	return false;
}

const TRACKABLE = new Set([
	'w:p',
	'w:r',
	'w:rPr',
	'w:pPr',
	'w:t',
	'w:tab',
	'w:ptab',
	'w:br',
	'w:fldChar',
	'w:instrText',
	'w:fldSimple',
	'w:lastRenderedPageBreak',
	'w:noBreakHyphen',
	'w:proofErr',
	'w:bookmarkStart',
	'w:bookmarkEnd',
]);

/** True when deleting what a footer holds can be said by tracked changes: nothing but text, fields and their properties. */
function isTrackable(part: DocxPart | undefined): boolean {
	if (part === undefined) return false;
	const { xml } = part;
	const inProperties = (e: number): boolean => {
		for (let up = parentOf(xml, e); up >= 0; up = parentOf(xml, up)) {
			const name = elementName(xml, up);
			if (name === 'w:pPr' || name === 'w:rPr') return true;
		}
		return false;
	};
	for (let e = 1; e < xml.count; e++) if (!TRACKABLE.has(elementName(xml, e)) && !inProperties(e)) return false;
	return true;
}

function newFooter(change: PageNumbers, side: 'odd' | 'even', strict: boolean): string {
	const names: WordNames = { element: (local) => `w:${local}`, attribute: (local) => `w:${local}`, strict };
	return `${declaration}<w:ftr xmlns:w="${strict ? STRICT_WORD : WORD}">${footerParagraph(names, change, side)}</w:ftr>`;
}

/** 「— PAGE —」 with the field's last result, so that programs which do not compute fields show a number. */
function footerParagraph(names: WordNames, change: PageNumbers, side: 'odd' | 'even'): string {
	const { element: e, attribute: a, strict } = names;
	const edge = side === 'odd' ? (strict ? 'end' : 'right') : strict ? 'start' : 'left';
	const indent = `<${e('ind')} ${a(`${edge}Chars`)}="100" ${a(edge)}="${Math.round(change.size * 20)}" ${a('firstLineChars')}="0" ${a('firstLine')}="0"/>`;
	const spacing = `<${e('spacing')} ${a('before')}="0" ${a('after')}="0" ${a('line')}="240" ${a('lineRule')}="auto"/>`;
	const properties = newProperties(
		names,
		{ eastAsia: change.font, latin: change.font, ambiguous: 'eastAsia', size: change.size },
		null,
	);
	const pPr = `<${e('pPr')}><${e('snapToGrid')} ${a('val')}="0"/>${spacing}${indent}<${e('jc')} ${a('val')}="${edge}"/>${properties}</${e('pPr')}>`;
	const run = (content: string): string => `<${e('r')}>${properties}${content}</${e('r')}>`;
	const text = (value: string): string => run(`<${e('t')} xml:space="preserve">${value}</${e('t')}>`);
	const field = (type: string): string => run(`<${e('fldChar')} ${a('fldCharType')}="${type}"/>`);
	const instruction = run(`<${e('instrText')} xml:space="preserve"> PAGE </${e('instrText')}>`);
	return `<${e('p')}>${pPr}${text('— ')}${field('begin')}${instruction}${field('separate')}${text('1')}${field('end')}${text(' —')}</${e('p')}>`;
}
