import type { Doc, Paragraph, Run } from '@bianxu/model';
import { attr, child, children, elementName } from '@bianxu/opc';
import { collectNotices } from '../notices.ts';
import { type ParagraphProperties, readParagraphProperties } from '../paragraph-properties.ts';
import { readRunProperties, type RunProperties } from '../run-properties.ts';
import type { DocxPart, DocxSource } from '../source.ts';
import { readStyles, type Style, type StyleSheet } from '../styles.ts';
import { elementAt } from './word-names.ts';

/** What the styles of a document mean for its paragraphs: which use a style, and what is stated nearer than it. */
export interface StyleFacts {
	readonly part: DocxPart;
	readonly sheet: StyleSheet;
	/** Paragraphs whose style is this one or based on it. */
	readonly users: (style: Style) => readonly Paragraph[];
	/** Style of a paragraph and what it is based on, nearest first. */
	readonly chain: (paragraph: Paragraph) => readonly Style[];
	/** Properties in the paragraph's own w:pPr. */
	readonly paragraph: (paragraph: Paragraph) => Readonly<Partial<ParagraphProperties>>;
	/** Properties in the run's own w:rPr and those of its character style. */
	readonly run: (paragraph: Paragraph, run: Run) => RunStatement;
	/** Properties of the paragraph mark's w:rPr. */
	readonly mark: (paragraph: Paragraph) => Readonly<Partial<RunProperties>>;
	/** The w:style element. */
	readonly element: (style: Style) => number;
}

/** What a run states above its paragraph style. */
export interface RunStatement {
	readonly direct: Readonly<Partial<RunProperties>>;
	readonly character: readonly Style[];
}

/** The facts, or null for a document without a style sheet that can be read. */
export function styleFacts(doc: Doc, source: DocxSource): StyleFacts | null {
	const part = [...source.parts.values()].find(({ xml }) => elementName(xml, 0) === 'w:styles');
	if (part === undefined) return null;
	const sheet = readStyles(part.xml, collectNotices());
	const chains = new Map<number, readonly Style[]>();
	const elementOf = ({ source: { part: name, start } }: Pick<Paragraph, 'source'>): number => {
		const found = source.parts.get(name);
		return found === undefined ? -1 : elementAt(found.xml, start);
	};
	const propertiesOf = (paragraph: Paragraph): { readonly part: DocxPart; readonly pPr: number } | null => {
		const found = source.parts.get(paragraph.source.part);
		const element = elementOf(paragraph);
		return found === undefined || element < 0 ? null : { part: found, pPr: child(found.xml, element, 'w:pPr') };
	};
	const chain = (paragraph: Paragraph): readonly Style[] => {
		const known = chains.get(paragraph.block);
		if (known !== undefined) return known;
		const place = propertiesOf(paragraph);
		const id = place === null ? undefined : readParagraphProperties(place.part.xml, place.pPr).style;
		const named = id === undefined ? undefined : sheet.byId.get(id);
		const style = named?.type === 'paragraph' ? named : sheet.defaults.paragraph;
		const found = style === undefined ? [] : sheet.chain(style);
		chains.set(paragraph.block, found);
		return found;
	};
	let byStyle: Map<Style, Paragraph[]> | null = null;
	return {
		part,
		sheet,
		chain,
		users: (style) => {
			if (byStyle === null) {
				byStyle = new Map();
				for (const paragraph of doc.paragraphs) {
					for (const each of chain(paragraph)) {
						const list = byStyle.get(each);
						if (list === undefined) byStyle.set(each, [paragraph]);
						else list.push(paragraph);
					}
				}
			}
			return byStyle.get(style) ?? [];
		},
		paragraph: (paragraph) => {
			const place = propertiesOf(paragraph);
			return place === null ? {} : readParagraphProperties(place.part.xml, place.pPr).values;
		},
		run: (_paragraph, run) => {
			const found = run.source === undefined ? undefined : source.parts.get(run.source.part);
			const element = run.source === undefined || found === undefined ? -1 : elementAt(found.xml, run.source.start);
			if (found === undefined || element < 0) return { direct: {}, character: [] };
			const { values, style } = readRunProperties(found.xml, child(found.xml, element, 'w:rPr'));
			const named = style === undefined ? undefined : sheet.byId.get(style);
			const character = named?.type === 'character' ? named : sheet.defaults.character;
			return { direct: values, character: character === undefined ? [] : sheet.chain(character) };
		},
		mark: (paragraph) => {
			const place = propertiesOf(paragraph);
			return place === null ? {} : readRunProperties(place.part.xml, child(place.part.xml, place.pPr, 'w:rPr')).values;
		},
		element: (style) =>
			children(part.xml, 0, 'w:style').find((element) => attr(part.xml, element, 'w:styleId') === style.id) ?? -1,
	};
}
