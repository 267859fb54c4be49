import type { Metadata } from '@bianxu/model';
import { attr, child, children, elementName, textOf, type XmlDocument } from '@bianxu/opc';
import { integer, onOff, twips } from './xml-values.ts';

/** What settings.xml says, with the application's defaults where it is silent or absent. */
export interface ReadSettings {
	readonly evenAndOddHeaders: boolean;
	readonly mirrorMargins: boolean;
	readonly trackChanges: boolean;
	readonly defaultTabStop: number;
	/** Automatic spacing is that of HTML unless w:compat says otherwise (17.15.3.21). */
	readonly htmlSpacing: boolean;
	/** w:themeFontLang w:eastAsia, '' when absent. */
	readonly eastAsiaLanguage: string;
	/** w:footnotePr and w:endnotePr of the document, with Word's defaults. */
	readonly notes: SectionNotes;
}

/** Reads settings.xml (17.15.1). */
export function readSettings(xml: XmlDocument | null): ReadSettings {
	const flag = (name: string, parent = 0): boolean => {
		const element = xml === null ? -1 : child(xml, parent, name);
		return xml !== null && element >= 0 && onOff(xml, element) !== false;
	};
	const compatibility = xml === null ? -1 : child(xml, 0, 'w:compat');
	const value = (name: string, attribute: string): string =>
		(xml === null ? undefined : attr(xml, child(xml, 0, name), attribute)) ?? '';
	return {
		evenAndOddHeaders: flag('w:evenAndOddHeaders'),
		mirrorMargins: flag('w:mirrorMargins'),
		trackChanges: flag('w:trackRevisions'),
		htmlSpacing: !flag('w:doNotUseHTMLParagraphAutoSpacing', compatibility),
		defaultTabStop: (xml === null ? undefined : twips(xml, child(xml, 0, 'w:defaultTabStop'), 'w:val')) ?? 720,
		eastAsiaLanguage: value('w:themeFontLang', 'w:eastAsia'),
		notes: xml === null ? NOTES : readNotes(xml, 0, NOTES),
	};
}

/** How notes are numbered (17.11.18 to 17.11.20). */
export interface NoteNumbering {
	readonly format: string;
	readonly restart: 'continuous' | 'eachSect' | 'eachPage';
	readonly start: number;
}

export interface SectionNotes {
	readonly footnote: NoteNumbering;
	readonly endnote: NoteNumbering;
}

const NOTES: SectionNotes = {
	footnote: { format: 'decimal', restart: 'continuous', start: 1 },
	endnote: { format: 'lowerRoman', restart: 'continuous', start: 1 },
};

/** Numbering of notes as w:settings or a w:sectPr states it; what it leaves out is that of `base`. */
export function readNotes(xml: XmlDocument, element: number, base: SectionNotes): SectionNotes {
	const read = (name: string, otherwise: NoteNumbering): NoteNumbering => {
		const properties = child(xml, element, name);
		if (properties < 0) return otherwise;
		const restart = attr(xml, child(xml, properties, 'w:numRestart'), 'w:val');
		return {
			format: attr(xml, child(xml, properties, 'w:numFmt'), 'w:val') ?? otherwise.format,
			restart:
				restart === 'eachSect' || restart === 'eachPage' || restart === 'continuous' ? restart : otherwise.restart,
			start: integer(xml, child(xml, properties, 'w:numStart'), 'w:val', 0, 1_000_000) ?? otherwise.start,
		};
	};
	return { footnote: read('w:footnotePr', base.footnote), endnote: read('w:endnotePr', base.endnote) };
}

/** Reads docProps/core.xml and app.xml: local names as keys (`title`, `creator`, `Application`), texts as values. */
export function readMetadata(xmls: readonly XmlDocument[]): Metadata {
	const metadata: Record<string, string> = {};
	for (const xml of xmls) {
		for (const element of children(xml, 0)) {
			const name = elementName(xml, element);
			if (!/^(cp|dc|dcterms|ep):[A-Za-z]{1,40}$/.test(name)) continue;
			const text = textOf(xml, element).trim();
			if (text !== '') metadata[name.slice(name.indexOf(':') + 1)] = text;
		}
	}
	return metadata;
}
