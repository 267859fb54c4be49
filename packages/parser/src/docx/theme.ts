import { attr, child, children, elementName, type XmlDocument } from '@bianxu/opc';
import { familyOf } from './run-properties.ts';

interface FontCollection {
	readonly latin: string;
	readonly ea: string;
	readonly cs: string;
	/** a:font by script: Hans, Hant, Jpan … */
	readonly scripts: ReadonlyMap<string, string>;
}

/** The font scheme of a theme part (20.1.4.1.18). */
export interface ThemeFonts {
	readonly major: FontCollection;
	readonly minor: FontCollection;
}

/** Reads a theme part; null when it has no font scheme. */
export function readThemeFonts(xml: XmlDocument): ThemeFonts | null {
	const scheme = child(xml, child(xml, 0, 'a:themeElements'), 'a:fontScheme');
	if (scheme < 0) return null;
	return {
		major: readCollection(xml, child(xml, scheme, 'a:majorFont')),
		minor: readCollection(xml, child(xml, scheme, 'a:minorFont')),
	};
}

function readCollection(xml: XmlDocument, element: number): FontCollection {
	const scripts = new Map<string, string>();
	for (const e of children(xml, element)) {
		if (elementName(xml, e) !== 'a:font') continue;
		const script = attr(xml, e, 'script');
		if (script !== undefined) scripts.set(script, familyOf(attr(xml, e, 'typeface')));
	}
	const face = (name: string): string => familyOf(attr(xml, child(xml, element, name), 'typeface'));
	return { latin: face('a:latin'), ea: face('a:ea'), cs: face('a:cs'), scripts };
}

/**
 * Family that a theme reference (ST_Theme, 17.18.96) means; '' when the file does not determine it. An empty a:ea is
 * looked up by the script of w:themeFontLang w:eastAsia (17.15.1.88). Without a usable language Word falls back on the
 * host's locale, which is not in the file.
 */
export function themeFamily(theme: ThemeFonts | null, reference: string, eastAsiaLanguage: string): string {
	if (theme === null) return '';
	const collection = reference.startsWith('major') ? theme.major : reference.startsWith('minor') ? theme.minor : null;
	if (collection === null) return '';
	if (reference.endsWith('EastAsia')) {
		if (collection.ea !== '') return collection.ea;
		const script = scriptOf(eastAsiaLanguage);
		return script === null ? '' : (collection.scripts.get(script) ?? '');
	}
	if (reference.endsWith('Bidi')) return collection.cs;
	return collection.latin;
}

/** Script tag of a:font for an East Asian language, null when the language says nothing. */
function scriptOf(language: string): 'Hans' | 'Hant' | 'Jpan' | 'Hang' | null {
	const tag = language.toLowerCase();
	if (tag.startsWith('zh')) {
		return tag.includes('hant') || /^zh-(tw|hk|mo)$/.test(tag) ? 'Hant' : 'Hans';
	}
	if (tag.startsWith('ja')) return 'Jpan';
	if (tag.startsWith('ko')) return 'Hang';
	return null;
}
