import { attr, child, children, elementName, printable, type XmlDocument } from '@bianxu/opc';
import { type Layer, mergeLayer } from './cascade.ts';
import type { Notices } from './notices.ts';
import { type NumberingReference, type ParagraphProperties, readParagraphProperties } from './paragraph-properties.ts';
import { readRunProperties, type RunProperties } from './run-properties.ts';
import { unreadChildren } from './unread.ts';
import { integer, onOffValue } from './xml-values.ts';

export type StyleType = 'paragraph' | 'character' | 'table' | 'numbering';

/** Run and paragraph properties of a style or of a conditional part of a table style. */
export interface StyleProperties {
	readonly run: Readonly<Partial<RunProperties>>;
	readonly paragraph: Readonly<Partial<ParagraphProperties>>;
}

/** One w:style (17.7.4.17). */
export interface Style extends StyleProperties {
	readonly id: string;
	/** w:name without aliases after a comma; built-in heading names in lower case. */
	readonly name: string;
	readonly type: StyleType;
	readonly basedOn: string | undefined;
	readonly numbering: NumberingReference | null;
	/** w:tblStylePr by w:type. */
	readonly conditions: ReadonlyMap<string, StyleProperties>;
	/** Effects that it states and nothing reads (see unread.ts). */
	readonly unread: readonly string[];
	/** Whether w:tblBorders draws anything; undefined when not stated. */
	readonly borders: boolean | undefined;
	/** Rows and columns of one band (17.7.6.5, 17.7.6.7), 1 when not stated. */
	readonly rowBand: number;
	readonly columnBand: number;
}

/** The style sheet of a document: styles by id, defaults by flag (never by name), document defaults. */
export interface StyleSheet {
	readonly byId: ReadonlyMap<string, Style>;
	readonly defaults: Readonly<Partial<Record<StyleType, Style>>>;
	readonly documentRun: Layer<RunProperties>;
	readonly documentParagraph: Layer<ParagraphProperties>;
	/** The style and those it is based on, nearest first; loops and foreign types end the chain. */
	readonly chain: (style: Style) => readonly Style[];
	/** Run properties of a style's chain as one level of the cascade. */
	readonly runLayer: (style: Style) => Layer<RunProperties>;
	/** Styles that something asked for so far, and those they are based on. */
	readonly used: () => readonly Style[];
}

/** Longer chains than any real document's end here, so that a hostile sheet costs no more. */
const LONGEST_CHAIN = 64;

/** The styles and document defaults of a part, before any paragraph asks for them. */
interface StatedStyles {
	readonly byId: ReadonlyMap<string, Style>;
	readonly defaults: Readonly<Partial<Record<StyleType, Style>>>;
	readonly documentRun: Layer<RunProperties>;
	readonly documentParagraph: Layer<ParagraphProperties>;
}

const NO_STYLES: StatedStyles = {
	byId: new Map(),
	defaults: {},
	documentRun: { origin: 'doc-defaults', values: {}, from: null },
	documentParagraph: { origin: 'doc-defaults', values: {}, from: null },
};

/** What was read of each scanned part: documents that share their styles part share its reading. */
const stated = new WeakMap<XmlDocument, StatedStyles>();

function statedStyles(xml: XmlDocument): StatedStyles {
	let read = stated.get(xml);
	if (read === undefined) {
		read = readStatedStyles(xml);
		stated.set(xml, read);
	}
	return read;
}

function readStatedStyles(xml: XmlDocument): StatedStyles {
	const byId = new Map<string, Style>();
	const defaults: Partial<Record<StyleType, Style>> = {};
	const docDefaults = child(xml, 0, 'w:docDefaults');
	const rPr = child(xml, child(xml, docDefaults, 'w:rPrDefault'), 'w:rPr');
	const pPr = child(xml, child(xml, docDefaults, 'w:pPrDefault'), 'w:pPr');
	for (const element of children(xml, 0, 'w:style')) {
		const style = readStyle(xml, element);
		if (!byId.has(style.id)) byId.set(style.id, style);
		// Of several defaults of one type the last one counts (17.7.4.17).
		if (onOffValue(attr(xml, element, 'w:default')) === true) defaults[style.type] = style;
	}
	return {
		byId,
		defaults,
		documentRun: { origin: 'doc-defaults', values: readRunProperties(xml, rPr).values, from: null },
		documentParagraph: { origin: 'doc-defaults', values: readParagraphProperties(xml, pPr).values, from: null },
	};
}

/** Reads styles.xml; a null part gives an empty sheet with the application's defaults. */
export function readStyles(xml: XmlDocument | null, notices: Notices): StyleSheet {
	const { byId, defaults, documentRun, documentParagraph } = xml === null ? NO_STYLES : statedStyles(xml);
	const chains = new Map<Style, readonly Style[]>();
	const chain = (style: Style): readonly Style[] => {
		let found = chains.get(style);
		if (found === undefined) {
			found = followBase(style, byId, notices);
			chains.set(style, found);
		}
		return found;
	};
	const runLayers = new Map<Style, Layer<RunProperties>>();
	const runLayer = (style: Style): Layer<RunProperties> => {
		let layer = runLayers.get(style);
		if (layer === undefined) {
			const origin = style.type === 'character' ? 'character-style' : 'paragraph-style';
			const sets = chain(style).map((each) => ({ name: each.name, values: each.run }));
			layer = mergeLayer<RunProperties>(origin, sets.reverse());
			runLayers.set(style, layer);
		}
		return layer;
	};
	const used = (): readonly Style[] => [...new Set([...chains.values()].flat())];
	return { byId, defaults, documentRun, documentParagraph, chain, runLayer, used };
}

function followBase(style: Style, byId: ReadonlyMap<string, Style>, notices: Notices): readonly Style[] {
	const chain: Style[] = [style];
	const seen = new Set<Style>(chain);
	let current = style;
	while (current.basedOn !== undefined && chain.length < LONGEST_CHAIN) {
		const base = byId.get(current.basedOn);
		if (base === undefined || base.type !== style.type) break;
		if (seen.has(base)) {
			const name = printable(style.name);
			notices.problem(
				'style-loop',
				`样式“${name}”的“基于”关系成环，已从环处断开`,
				`style "${name}" is based on itself; the loop was cut`,
				undefined,
				style.id,
			);
			break;
		}
		seen.add(base);
		chain.push(base);
		current = base;
	}
	return chain;
}

function readStyle(xml: XmlDocument, element: number): Style {
	const pPr = child(xml, element, 'w:pPr');
	const rPr = child(xml, element, 'w:rPr');
	const paragraph = readParagraphProperties(xml, pPr);
	const conditions = new Map<string, StyleProperties>();
	for (const part of children(xml, element, 'w:tblStylePr')) {
		conditions.set(attr(xml, part, 'w:type') ?? '', {
			run: readRunProperties(xml, child(xml, part, 'w:rPr')).values,
			paragraph: readParagraphProperties(xml, child(xml, part, 'w:pPr')).values,
		});
	}
	const id = attr(xml, element, 'w:styleId') ?? '';
	const table = child(xml, element, 'w:tblPr');
	return {
		id,
		name: styleName(attr(xml, child(xml, element, 'w:name'), 'w:val') ?? id),
		type: styleType(attr(xml, element, 'w:type')),
		basedOn: attr(xml, child(xml, element, 'w:basedOn'), 'w:val'),
		run: readRunProperties(xml, rPr).values,
		paragraph: paragraph.values,
		unread: [...unreadChildren(xml, pPr), ...unreadChildren(xml, rPr)],
		numbering: paragraph.numbering,
		conditions,
		borders: visibleBorders(xml, child(xml, table, 'w:tblBorders')),
		rowBand: integer(xml, child(xml, table, 'w:tblStyleRowBandSize'), 'w:val', 1, 1000) ?? 1,
		columnBand: integer(xml, child(xml, table, 'w:tblStyleColBandSize'), 'w:val', 1, 1000) ?? 1,
	};
}

function styleType(value: string | undefined): StyleType {
	return value === 'character' || value === 'table' || value === 'numbering' ? value : 'paragraph';
}

/** Aliases may follow a comma; "Heading 1" and "heading 1" are one built-in style. */
function styleName(name: string): string {
	const first = (name.split(',', 1)[0] ?? '').trim();
	return /^heading [1-9]$/i.test(first) ? first.toLowerCase() : first;
}

/** Whether a w:tblBorders or w:tcBorders draws a line; undefined for -1. */
export function visibleBorders(xml: XmlDocument, borders: number): boolean | undefined {
	if (borders < 0) return undefined;
	return children(xml, borders).some((side) => {
		const value = attr(xml, side, 'w:val');
		return elementName(xml, side).startsWith('w:') && value !== undefined && value !== 'nil' && value !== 'none';
	});
}
