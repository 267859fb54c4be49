import { attr, child, children, elementName, isUnderstoodNamespace, namespaceAt, type XmlDocument } from '@bianxu/opc';
import { type ParagraphProperties, readParagraphProperties } from './paragraph-properties.ts';
import { readRunProperties, type RunProperties } from './run-properties.ts';
import type { StyleSheet } from './styles.ts';
import { integer, onOff } from './xml-values.ts';

/** One w:lvl (17.9.6), with overrides applied. */
export interface ListLevel {
	/** 17.9.25: 0 when missing, as the standard says. */
	readonly start: number;
	/** w:numFmt value, `custom` replaced by its w:format text. */
	readonly format: string;
	/** Text with %1 to %9. */
	readonly text: string;
	readonly legal: boolean;
	/** w:lvlRestart: undefined restarts after any higher level, 0 never, n after level n (1-based). */
	readonly restart: number | undefined;
	readonly suffix: 'tab' | 'space' | 'nothing';
	/** w:lvlPicBulletId: a picture is shown instead of the text (17.9.9). */
	readonly picture: boolean;
	/** Id of the paragraph style bound to this level (w:pStyle). */
	readonly style: string | undefined;
	readonly run: Readonly<Partial<RunProperties>>;
	readonly paragraph: Readonly<Partial<ParagraphProperties>>;
}

/** A list that paragraphs refer to (w:num), resolved through links to the abstract definition that counts. */
export interface List {
	readonly id: string;
	/** Identity of the counters: they belong to the abstract definition, not to the num (17.9.1). */
	readonly abstractId: string;
	/** Nine levels at most, by index; gaps are undefined. */
	readonly levels: readonly (ListLevel | undefined)[];
	/** w:startOverride by level. */
	readonly startOverrides: ReadonlyMap<number, number>;
}

interface AbstractList {
	readonly id: string;
	readonly levels: readonly (ListLevel | undefined)[];
	/** w:numStyleLink: the definition is that of the list which this numbering style names. */
	readonly styleLink: string | undefined;
}

interface NumElement {
	readonly abstractId: string;
	readonly levels: ReadonlyMap<number, ListLevel>;
	readonly startOverrides: ReadonlyMap<number, number>;
}

/** Reads numbering.xml into lists by numId; numStyleLink hops through numbering styles (17.9.21), loops cut. */
export function readNumbering(xml: XmlDocument | null, styles: StyleSheet): ReadonlyMap<string, List> {
	const lists = new Map<string, List>();
	if (xml === null) return lists;
	const abstracts = new Map<string, AbstractList>();
	for (const element of children(xml, 0, 'w:abstractNum')) {
		const id = attr(xml, element, 'w:abstractNumId') ?? '';
		const levels: (ListLevel | undefined)[] = [];
		for (const level of children(xml, element, 'w:lvl')) {
			const index = integer(xml, level, 'w:ilvl', 0, 8) ?? 0;
			levels[index] = readLevel(xml, level);
		}
		abstracts.set(id, { id, levels, styleLink: attr(xml, child(xml, element, 'w:numStyleLink'), 'w:val') });
	}
	const nums = new Map<string, NumElement>();
	for (const element of children(xml, 0, 'w:num')) {
		nums.set(attr(xml, element, 'w:numId') ?? '', readNum(xml, element));
	}
	for (const [id, num] of nums) {
		const abstract = resolveAbstract(num.abstractId, abstracts, nums, styles);
		if (abstract === undefined) continue;
		const levels = [...abstract.levels];
		for (const [index, level] of num.levels) levels[index] = level;
		lists.set(id, { id, abstractId: abstract.id, levels, startOverrides: num.startOverrides });
	}
	return lists;
}

function resolveAbstract(
	id: string,
	abstracts: ReadonlyMap<string, AbstractList>,
	nums: ReadonlyMap<string, NumElement>,
	styles: StyleSheet,
): AbstractList | undefined {
	const seen = new Set<string>();
	let current = abstracts.get(id);
	while (current?.styleLink !== undefined && !seen.has(current.id)) {
		seen.add(current.id);
		const numId = styles.byId.get(current.styleLink)?.numbering?.numId;
		const next = numId === undefined ? undefined : abstracts.get(nums.get(numId)?.abstractId ?? '');
		if (next === undefined) break;
		current = next;
	}
	return current;
}

function readNum(xml: XmlDocument, element: number): NumElement {
	const levels = new Map<number, ListLevel>();
	const startOverrides = new Map<number, number>();
	for (const override of children(xml, element, 'w:lvlOverride')) {
		const index = integer(xml, override, 'w:ilvl', 0, 8) ?? 0;
		const level = child(xml, override, 'w:lvl');
		if (level >= 0) levels.set(index, readLevel(xml, level));
		const start = integer(xml, child(xml, override, 'w:startOverride'), 'w:val', 0, 1_000_000);
		if (start !== undefined) startOverrides.set(index, start);
	}
	const abstractId = attr(xml, child(xml, element, 'w:abstractNumId'), 'w:val') ?? '';
	return { abstractId, levels, startOverrides };
}

function readLevel(xml: XmlDocument, level: number): ListLevel {
	const legal = child(xml, level, 'w:isLgl');
	return {
		start: integer(xml, child(xml, level, 'w:start'), 'w:val', 0, 1_000_000) ?? 0,
		format: formatOf(xml, level),
		text: attr(xml, child(xml, level, 'w:lvlText'), 'w:val') ?? '',
		legal: legal >= 0 && onOff(xml, legal) !== false,
		restart: integer(xml, child(xml, level, 'w:lvlRestart'), 'w:val', 0, 9),
		suffix: suffixOf(attr(xml, child(xml, level, 'w:suff'), 'w:val')),
		picture: child(xml, level, 'w:lvlPicBulletId') >= 0,
		style: attr(xml, child(xml, level, 'w:pStyle'), 'w:val'),
		run: readRunProperties(xml, child(xml, level, 'w:rPr')).values,
		paragraph: readParagraphProperties(xml, child(xml, level, 'w:pPr')).values,
	};
}

/** w:suff (17.9.28): a tab unless stated otherwise. */
function suffixOf(value: string | undefined): ListLevel['suffix'] {
	return value === 'space' || value === 'nothing' ? value : 'tab';
}

/** w:numFmt, which for custom formats stands inside mc:AlternateContent. */
function formatOf(xml: XmlDocument, level: number): string {
	let numFmt = child(xml, level, 'w:numFmt');
	if (numFmt < 0) {
		const alternatives = children(xml, child(xml, level, 'mc:AlternateContent'));
		const chosen = alternatives.find((e) => elementName(xml, e) === 'mc:Choice' && isUnderstood(xml, e));
		const fallback = alternatives.find((e) => elementName(xml, e) === 'mc:Fallback') ?? -1;
		numFmt = child(xml, chosen ?? fallback, 'w:numFmt');
		if (numFmt < 0) numFmt = child(xml, fallback, 'w:numFmt');
	}
	const value = attr(xml, numFmt, 'w:val') ?? 'decimal';
	return value === 'custom' ? (attr(xml, numFmt, 'w:format') ?? 'decimal') : value;
}

/** Whether every namespace that an mc:Choice requires is one the reader understands (Part 3, 7.6). */
export function isUnderstood(xml: XmlDocument, choice: number): boolean {
	const prefixes = (attr(xml, choice, 'Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
	return prefixes.every((prefix) => {
		const uri = namespaceAt(xml, choice, prefix);
		return uri !== undefined && isUnderstoodNamespace(uri);
	});
}
