import type { Doc, DocCounts, Paragraph, Problem, Where } from '@bianxu/model';
import {
	attr,
	child,
	children,
	elementName,
	elementsNamed,
	type InflateHost,
	isRefusal,
	isUntouched,
	mainPartOf,
	type OpcPackage,
	openPackage,
	printable,
	readPartText,
	type Refusal,
	refusal,
	type Relationship,
	relationshipPartOf,
	relationshipsOf,
	scanPart,
	type XmlDocument,
} from '@bianxu/opc';
import { brokenFieldCharacters, fieldStack } from './fields.ts';
import { placeHeadersAndFooters } from './header-footer.ts';
import { listCounters } from './list-counters.ts';
import { collectNotices, type Notices } from './notices.ts';
import { plainText } from './objects.ts';
import { readNumbering } from './numbering.ts';
import type { Reading, Story } from './reading.ts';
import { resolveRun } from './run-format.ts';
import { type ScannedPart, scannedPart } from './scanned-part.ts';
import { readSections } from './sections.ts';
import { readRemarks } from './remarks.ts';
import { readMetadata, readSettings } from './settings.ts';
import { sharedFormats } from './shared-formats.ts';
import type { DocxPart, DocxSource } from './source.ts';
import { readStyles } from './styles.ts';
import { readThemeFonts } from './theme.ts';
import { reportParts, reportSettings, reportUndeterminedFonts, reportUnreadElements } from './unread.ts';
import { walkStory } from './walk-blocks.ts';

/** A document with its source, or the one reason why nothing can be read. */
export type DocxReading =
	| { readonly refusal: Problem }
	| { readonly refusal?: undefined; readonly doc: Doc; readonly source: DocxSource };

/** How a document is read. */
export interface DocxOptions {
	/**
	 * False for somebody who asks for nothing but text, formats and their places: there are no metadata and remarks, and
	 * what was met and not read is not reported.
	 */
	readonly reports?: boolean;
	/** Source of the paper that this one was rewritten from: what the rewriting left alone is not read again. */
	readonly before?: DocxSource;
}

/** Types of content controls, notes and the like that are read when the main part names them. */
type SinglePart = 'styles' | 'numbering' | 'settings' | 'theme' | 'comments' | 'footnotes' | 'endnotes';

/**
 * Reads a .docx, .dotx or .docm into a Doc (ECMA-376 Part 1). A refusal only when nothing can be read: no package, no
 * main part, a main part that is no WordprocessingML. A broken part beside it is a problem, and reading goes on without
 * it. Never throws on content.
 */
export function readDocx(
	bytes: Uint8Array,
	host: InflateHost,
	{ reports = true, before }: DocxOptions = {},
): DocxReading {
	const pkg = openPackage(bytes, host, undefined, before?.pkg);
	if (isRefusal(pkg)) return { refusal: pkg };
	const mainName = mainNameIn(pkg, before);
	if (isRefusal(mainName)) return { refusal: mainName };
	const main = loadPart(pkg, mainName);
	if (isRefusal(main)) return { refusal: main };
	const body = child(main.xml, 0, 'w:body');
	if (elementName(main.xml, 0) !== 'w:document' || body < 0) return { refusal: notWord(mainName) };
	const notices = collectNotices();
	const parts = new Map<string, ScannedPart>([[mainName, main]]);
	const relationships = relationshipsOr(pkg, mainName, notices);
	const load = (name: string | null): ScannedPart | null => loadOr(pkg, parts, name, notices);
	const single = (type: SinglePart): ScannedPart | null => {
		const found = relationships.find((relationship) => relationship.type === type && !relationship.external);
		return found === undefined ? null : load(found.part);
	};
	const settingsXml = single('settings')?.xml ?? null;
	const settings = readSettings(settingsXml);
	const theme = single('theme');
	const stylePart = single('styles');
	const styles = readStyles(stylePart?.xml ?? null, notices);
	const numbering = single('numbering');
	const asBefore =
		numbering !== null && isUntouched(pkg, numbering.name) && (stylePart === null || isUntouched(pkg, stylePart.name));
	const lists = before !== undefined && asBefore ? before.lists : readNumbering(numbering?.xml ?? null, styles);
	const { sections, indexOf, references, notes: noteNumbering } = readSections(main, settings.notes);
	const reading: Reading = {
		styles,
		lists,
		fonts: {
			theme: theme === null ? null : readThemeFonts(theme.xml),
			eastAsiaLanguage: settings.eastAsiaLanguage,
		},
		sections,
		sectionOf: indexOf,
		notices,
		htmlSpacing: settings.htmlSpacing,
		contexts: new Map(),
		formats: sharedFormats(styles, theme?.xml ?? null, settings.eastAsiaLanguage, main.xml),
		paragraphUses: new Map(),
		tableUses: new Map(),
		tableContexts: new Map(),
		boxCounters: listCounters(),
		noteSections: new Map(),
		noteCounts: {
			footnote: { value: 0, section: -1, byPage: new Map() },
			endnote: { value: 0, section: -1, byPage: new Map() },
		},
		notes: noteNumbering,
		targetOf: targets(pkg),
		paragraphs: [],
		spent: null,
		tables: [],
		images: 0,
	};
	const content: ScannedPart[] = [main];
	walkStory(newStory(reading, main, 'body', { main: true }), body);
	const headerParts = relationships.flatMap(({ type, part, id }) =>
		(type === 'header' || type === 'footer') && part !== null ? [{ part, what: type, relationship: id } as const] : [],
	);
	for (const placed of placeHeadersAndFooters(sections, references, headerParts, settings.evenAndOddHeaders)) {
		const part = load(placed.part);
		if (part === null) continue;
		content.push(part);
		const story = newStory(reading, part, placed.what, { headerFooter: placed.place });
		story.section = placed.place.sections[0] ?? 0;
		walkStory(story, 0);
	}
	const notes = { footnotes: 0, endnotes: 0 };
	for (const type of ['footnotes', 'endnotes'] as const) {
		const part = single(type);
		if (part === null) continue;
		content.push(part);
		notes[type] = readNotes(reading, part, type);
	}
	const commentPart = single('comments');
	const comments = commentPart === null ? 0 : children(commentPart.xml, 0, 'w:comment').length;
	const remarks =
		commentPart === null || comments === 0 || !reports ? [] : readRemarks(commentPart, content, reading.paragraphs);
	if (reports) {
		if (comments > 0) {
			notices.unchecked(
				'comments',
				`批注的文字未检查（共 ${comments} 条）`,
				`text of comments was not checked (${comments})`,
			);
		}
		reportUnreadElements(
			content.map(({ xml }) => xml),
			styles,
			notices,
		);
		reportSettings(settingsXml, notices);
		reportUndeterminedFonts(reading.paragraphs, notices);
		reportParts(pkg, allRelationships(pkg, content), notices);
	}
	const properties = reports ? metadataParts(pkg, load, notices) : [];
	const base = styles.defaults.paragraph;
	const baseLayers = base === undefined ? [styles.documentRun] : [styles.runLayer(base), styles.documentRun];
	const doc: Doc = {
		kind: 'docx',
		paragraphs: reading.paragraphs,
		sections,
		tables: reading.tables,
		settings: {
			evenAndOddHeaders: settings.evenAndOddHeaders,
			mirrorMargins: settings.mirrorMargins,
			trackChanges: settings.trackChanges,
			gridBaseSize: resolveRun(baseLayers, reading.fonts).format.size,
			defaultTabStop: settings.defaultTabStop,
		},
		counts: { images: reading.images, ...notes, comments, ...countRevisions(content) },
		metadata: readMetadata(properties),
		...(remarks.length === 0 ? {} : { remarks }),
		problems: notices.problems(),
		unchecked: notices.uncheckeds(),
	};
	return { doc, source: { pkg, mainPart: mainName, parts, lists } };
}

/** The main part is where it was when nothing that leads to it was rewritten. */
function mainNameIn(pkg: OpcPackage, before: DocxSource | undefined): string | Refusal {
	const same =
		before !== undefined && isUntouched(pkg, '/[Content_Types].xml') && isUntouched(pkg, relationshipPartOf('/'));
	return same ? before.mainPart : mainPartOf(pkg);
}

function notWord(part: string): Refusal {
	const name = printable(part);
	return refusal(
		'not-word',
		`不是 Word 文档：正文部件“${name}”里没有文档正文`,
		`not a Word document: the main part "${name}" has no document body`,
	);
}

function loadPart(pkg: OpcPackage, name: string): ScannedPart | Refusal {
	const text = readPartText(pkg, name);
	if (isRefusal(text)) return text;
	const xml = scanPart(pkg, name);
	if (isRefusal(xml)) return xml;
	const part: DocxPart = { name, text, xml };
	return scannedPart(part);
}

/** Loads a part beside the main one; what cannot be read is a problem and null. */
function loadOr(
	pkg: OpcPackage,
	parts: Map<string, ScannedPart>,
	name: string | null,
	notices: Notices,
): ScannedPart | null {
	if (name === null) return null;
	const known = parts.get(name);
	if (known !== undefined) return known;
	const part = loadPart(pkg, name);
	if (isRefusal(part)) {
		notices.problem(
			part.code,
			`${part.message.zh}；已略过该部件`,
			`${part.message.en}; the part was skipped`,
			undefined,
			name,
		);
		return null;
	}
	parts.set(name, part);
	return part;
}

function relationshipsOr(pkg: OpcPackage, part: string, notices: Notices): readonly Relationship[] {
	const relationships = relationshipsOf(pkg, part);
	if (!isRefusal(relationships)) return relationships;
	const { zh, en } = relationships.message;
	notices.problem(relationships.code, `${zh}；样式、编号、页眉页脚未读`, `${en}; styles, numbering, headers not read`);
	return [];
}

/** Answers targets of relationships; those of a part are read when the first is asked for. */
function targets(pkg: OpcPackage): Reading['targetOf'] {
	const known = new Map<string, ReadonlyMap<string, string | null>>();
	return (part, id) => {
		let own = known.get(part);
		if (own === undefined) {
			const relationships = relationshipsOf(pkg, part);
			own = new Map(isRefusal(relationships) ? [] : relationships.map((each) => [each.id, each.part]));
			known.set(part, own);
		}
		return own.get(id) ?? null;
	};
}

function newStory(
	reading: Reading,
	part: ScannedPart,
	where: Where,
	options: { readonly main?: boolean; readonly headerFooter?: Paragraph['headerFooter'] },
): Story {
	return {
		reading,
		part,
		brokenFields: brokenFieldCharacters(part),
		where,
		headerFooter: options.headerFooter ?? null,
		counters: listCounters(),
		fields: fieldStack(),
		twins: null,
		note: null,
		preserveSpace: attr(part.xml, 0, 'xml:space') === 'preserve',
		main: options.main ?? false,
		section: 0,
	};
}

/** Reads the notes of a part, separators left out (17.11.17); returns how many there are. */
function readNotes(reading: Reading, part: ScannedPart, type: 'footnotes' | 'endnotes'): number {
	const kind = type === 'footnotes' ? 'footnote' : 'endnote';
	const { xml } = part;
	const story = newStory(reading, part, kind, {});
	let count = 0;
	for (const note of children(xml, 0, `w:${kind}`)) {
		if ((attr(xml, note, 'w:type') ?? 'normal') !== 'normal') {
			if (plainText(part, note) !== '') {
				reading.notices.unchecked(
					'note-separator',
					'注释分隔线处的文字未检查',
					'text of note separators was not checked',
				);
			}
			continue;
		}
		count++;
		const id = attr(xml, note, 'w:id') ?? '';
		const section = reading.noteSections.get(`${kind} ${id}`) ?? 0;
		walkStory({ ...story, note: { kind, id }, fields: fieldStack(), section }, note);
	}
	return count;
}

/** Tracked changes that are still in the parts with text: what a fix must leave alone. */
function countRevisions(parts: readonly ScannedPart[]): Pick<DocCounts, 'insertions' | 'deletions' | 'formatChanges'> {
	const counts = { insertions: 0, deletions: 0, formatChanges: 0 };
	for (const { xml } of parts) {
		for (const e of elementsNamed(xml, (name) => revisionOf(name) !== null)) {
			const kind = revisionOf(elementName(xml, e));
			if (kind !== null) counts[kind]++;
		}
	}
	return counts;
}

function revisionOf(name: string): 'insertions' | 'deletions' | 'formatChanges' | null {
	if (name === 'w:ins' || name === 'w:moveTo') return 'insertions';
	if (name === 'w:del' || name === 'w:moveFrom') return 'deletions';
	return name.endsWith('Change') && /^w:[A-Za-z]{1,12}(?:PrChange|PrExChange|GridChange)$/.test(name)
		? 'formatChanges'
		: null;
}

/** Relationships of the package and of every part with text; unreadable ones are a problem already. */
function allRelationships(pkg: OpcPackage, content: readonly ScannedPart[]): readonly Relationship[] {
	return ['/', ...content.map(({ name }) => name)].flatMap((name) => {
		const relationships = relationshipsOf(pkg, name);
		return isRefusal(relationships) ? [] : relationships;
	});
}

function metadataParts(
	pkg: OpcPackage,
	load: (name: string | null) => ScannedPart | null,
	notices: Notices,
): readonly XmlDocument[] {
	const found: XmlDocument[] = [];
	for (const { type, part } of relationshipsOr(pkg, '/', notices)) {
		if (type !== 'metadata/core-properties' && type !== 'extended-properties') continue;
		const properties = load(part);
		if (properties !== null) found.push(properties.xml);
	}
	return found;
}
