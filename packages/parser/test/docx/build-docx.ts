import { inflateRawSync } from 'node:zlib';
import type { Doc, Paragraph } from '@bianxu/model';
import { storedZip } from '../../../opc/test/stored-zip.ts';
import { readDocx } from '../../src/index.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
	`xmlns:w="${W}"`,
	`xmlns:r="${OFFICE}"`,
	'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
	'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
	'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
	'xmlns:v="urn:schemas-microsoft-com:vml"',
	'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');

/** What a test document consists of: inner XML of each part; absent parts are absent in the package. */
export interface DocxParts {
	readonly body: string;
	readonly styles?: string;
	readonly numbering?: string;
	readonly settings?: string;
	/** Inner XML of a:fontScheme. */
	readonly fonts?: string;
	readonly footnotes?: string;
	/** Header and footer parts by file name without `.xml`; the relationship id is the name. */
	readonly extra?: Readonly<Record<string, string>>;
	/** Further files as they are. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** The bytes of a minimal .docx. */
export function buildDocx(parts: DocxParts): Uint8Array {
	const files: Record<string, string> = {
		'[Content_Types].xml':
			'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
		'_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
		'word/document.xml': `<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
	};
	const related: [string, string, string][] = [];
	const add = (type: string, file: string, root: string, inner: string | undefined): void => {
		if (inner === undefined) return;
		files[`word/${file}.xml`] = `<${root} ${NAMESPACES}>${inner}</${root}>`;
		related.push([file, type, `${file}.xml`]);
	};
	add('styles', 'styles', 'w:styles', parts.styles);
	add('numbering', 'numbering', 'w:numbering', parts.numbering);
	add('settings', 'settings', 'w:settings', parts.settings);
	add('footnotes', 'footnotes', 'w:footnotes', parts.footnotes);
	const theme =
		parts.fonts === undefined
			? undefined
			: `<a:themeElements><a:fontScheme name="t">${parts.fonts}</a:fontScheme></a:themeElements>`;
	add('theme', 'theme', 'a:theme', theme);
	for (const [name, inner] of Object.entries(parts.extra ?? {})) {
		const kind = name.startsWith('header') ? 'header' : 'footer';
		add(kind, name, kind === 'header' ? 'w:hdr' : 'w:ftr', inner);
	}
	files['word/_rels/document.xml.rels'] = relationships(related);
	return storedZip({ ...files, ...parts.files });
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
	const items = list.map(
		([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	);
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** Inflate as World gives it on Node. */
export const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number): Uint8Array => inflateRawSync(data, { maxOutputLength: maxOutput }),
};

/** Reads a test document; a refusal fails the test. */
export function read(parts: DocxParts | string): Doc {
	const result = readDocx(buildDocx(typeof parts === 'string' ? { body: parts } : parts), host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result.doc;
}

/** Paragraph of a document; a missing one fails the test. */
export function at(doc: Doc, block: number): Paragraph {
	const paragraph = doc.paragraphs[block];
	if (paragraph === undefined) throw new Error(`no block ${block}`);
	return paragraph;
}

/** Everything that must hold for any document, whatever was in the file. Returns the first fault, null for none. */
export function invariantFault(doc: Doc): string | null {
	for (const [index, paragraph] of doc.paragraphs.entries()) {
		const where = `block ${index}`;
		if (paragraph.block !== index) return `${where}: block is ${paragraph.block}`;
		let end = 0;
		for (const run of paragraph.runs) {
			if (run.start !== end || run.end <= run.start) return `${where}: runs do not follow each other at ${run.start}`;
			end = run.end;
		}
		if (end !== paragraph.text.length) return `${where}: runs cover ${end} of ${paragraph.text.length}`;
		end = 0;
		for (const span of paragraph.spans) {
			if (span.start !== end || span.end <= span.start) return `${where}: spans do not follow each other`;
			if (span.verbatim && span.end - span.start !== span.source.end - span.source.start) {
				return `${where}: a verbatim span has another length in its source`;
			}
			end = span.end;
		}
		if (end !== paragraph.text.length) return `${where}: spans cover ${end} of ${paragraph.text.length}`;
		for (const field of paragraph.fields) {
			if (field.start < 0 || field.end < field.start || field.end > paragraph.text.length) return `${where}: field`;
		}
		for (const broken of paragraph.breaks) {
			if (!'\n\f'.includes(paragraph.text[broken.at] ?? ' ')) return `${where}: no break at ${broken.at}`;
		}
		if (doc.sections[paragraph.section] === undefined) return `${where}: section ${paragraph.section}`;
		if (paragraph.cell !== null && doc.tables[paragraph.cell.table] === undefined) return `${where}: table`;
	}
	for (const table of doc.tables) {
		for (const cell of table.cells) {
			for (const block of cell.blocks) {
				if (block < table.firstBlock || block > table.lastBlock) return `table ${table.index}: block ${block} outside`;
			}
		}
	}
	return null;
}
