import type { Metadata } from '@bianxu/model';
import { attr, child, children, elementName, textOf, type XmlDocument } from '@bianxu/opc';
import { onOff, twips } from './xml-values.ts';

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
	/** w:footnotePr and w:endnotePr w:numFmt, Word's defaults when absent. */
	readonly noteFormats: { readonly footnote: string; readonly endnote: string };
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
		noteFormats: {
			footnote: noteFormat(xml, 'w:footnotePr') ?? 'decimal',
			endnote: noteFormat(xml, 'w:endnotePr') ?? 'lowerRoman',
		},
	};
}

function noteFormat(xml: XmlDocument | null, name: string): string | undefined {
	if (xml === null) return undefined;
	const properties = child(xml, 0, name);
	return properties < 0 ? undefined : attr(xml, child(xml, properties, 'w:numFmt'), 'w:val');
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
