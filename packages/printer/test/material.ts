import type { Doc, Outline, Paragraph, ParagraphFormat, Role, RoleClaim, RunFormat, Table } from '@bianxu/model';

/** A paragraph of a material that a test writes down: role and text. */
export interface Part {
	readonly role: Role;
	readonly text: string;
	readonly label?: string;
	readonly runInEnd?: number;
	readonly pageBreakBefore?: boolean;
	readonly superscript?: readonly [number, number];
	readonly objects?: Paragraph['objects'];
}

/** A table between paragraphs. */
export interface TablePart {
	readonly rows: readonly (readonly string[])[];
	readonly headRows: number;
	/** Twips; [] when the source has none. */
	readonly columns: readonly number[];
	/** Cells that span: row, column, rows, columns; the texts that they cover are left out of `rows`. */
	readonly spans?: readonly (readonly [number, number, number, number])[];
}

const RUN: RunFormat = {
	eastAsia: '仿宋_GB2312',
	ascii: 'Times New Roman',
	hAnsi: 'Times New Roman',
	ambiguous: 'eastAsia',
	size: 16,
	bold: false,
	italic: false,
	underline: 'none',
	color: 'auto',
	highlight: 'none',
	strike: false,
	hidden: false,
	scale: 100,
	letterSpacing: 0,
	vertical: 'baseline',
};

const PARAGRAPH: ParagraphFormat = {
	alignment: 'justify',
	firstLine: 0,
	firstLineChars: null,
	left: 0,
	leftChars: null,
	right: 0,
	rightChars: null,
	before: 0,
	after: 0,
	line: 240,
	lineRule: 'auto',
	snapToGrid: true,
	keepNext: false,
	keepLines: false,
	pageBreakBefore: false,
	outlineLevel: null,
};

function paragraphOf(block: number, part: Part, cell: Paragraph['cell']): Paragraph {
	const { text } = part;
	const runs =
		part.superscript === undefined
			? [{ start: 0, end: text.length, format: RUN, why: {} }]
			: raised(text, part.superscript);
	return {
		block,
		where: cell === null ? 'body' : 'table',
		text,
		label:
			part.label === undefined ? null : { text: part.label, level: 0, list: '1', bullet: false, value: 1, format: RUN },
		format: { ...PARAGRAPH, pageBreakBefore: part.pageBreakBefore === true },
		why: {},
		runs,
		markFormat: RUN,
		spans: [],
		style: '',
		section: 0,
		cell,
		headerFooter: null,
		fields: [],
		breaks: [],
		source: { part: '', start: 0, end: 0 },
		objects: part.objects ?? [],
	};
}

function raised(text: string, [from, to]: readonly [number, number]): Paragraph['runs'] {
	return [
		{ start: 0, end: from, format: RUN, why: {} },
		{ start: from, end: to, format: { ...RUN, vertical: 'superscript' as const }, why: {} },
		{ start: to, end: text.length, format: RUN, why: {} },
	];
}

/** Doc and Outline from parts in order, with roles as stated: the printer's input without reader and recogniser. */
export function materialOf(parts: readonly (Part | TablePart)[]): { readonly doc: Doc; readonly outline: Outline } {
	const paragraphs: Paragraph[] = [];
	const claims: RoleClaim[] = [];
	const tables: Table[] = [];
	const add = (part: Part, cell: Paragraph['cell']): void => {
		const block = paragraphs.length;
		paragraphs.push(paragraphOf(block, part, cell));
		claims.push({
			block,
			role: part.role,
			evidence: [],
			confidence: 1,
			...(part.runInEnd === undefined ? {} : { runInEnd: part.runInEnd }),
		});
	};
	for (const part of parts) {
		if ('role' in part) add(part, null);
		else addTable(part, tables, paragraphs, add);
	}
	const doc: Doc = {
		kind: 'docx',
		paragraphs,
		sections: [],
		tables,
		settings: {
			evenAndOddHeaders: false,
			mirrorMargins: false,
			trackChanges: false,
			gridBaseSize: 10.5,
			defaultTabStop: 420,
		},
		counts: { images: 0, footnotes: 0, endnotes: 0, comments: 0, insertions: 0, deletions: 0, formatChanges: 0 },
		metadata: {},
		problems: [],
		unchecked: [],
	};
	const outline: Outline = {
		template: 'base',
		templateEvidence: [],
		unknownType: false,
		genre: '',
		delivery: 'unknown',
		claims,
		title: parts.flatMap((part) => ('role' in part && part.role === 'title' ? [part.text] : [])).join(''),
		headings: [],
		listedAttachments: [],
		presentAttachments: [],
		reporter: { post: '', person: '' },
	};
	return { doc, outline };
}

function addTable(
	part: TablePart,
	tables: Table[],
	paragraphs: readonly Paragraph[],
	add: (part: Part, cell: Paragraph['cell']) => void,
): void {
	const index = tables.length;
	const firstBlock = paragraphs.length;
	const cells: Table['cells'][number][] = [];
	part.rows.forEach((row, r) => {
		row.forEach((text, c) => {
			const covered = part.spans?.some(
				([sr, sc, rows, columns]) => r >= sr && r < sr + rows && c >= sc && c < sc + columns && !(r === sr && c === sc),
			);
			if (covered === true) return;
			const span = part.spans?.find(([sr, sc]) => sr === r && sc === c);
			const block = paragraphs.length;
			add({ role: 'table-cell', text }, { table: index, row: r, column: c });
			cells.push({
				row: r,
				column: c,
				rowSpan: span?.[2] ?? 1,
				columnSpan: span?.[3] ?? 1,
				blocks: [block],
				width: null,
				verticalAlign: 'center',
			});
		});
	});
	tables.push({
		index,
		parent: null,
		firstBlock,
		lastBlock: paragraphs.length - 1,
		columns: part.columns,
		rows: part.rows.length,
		headRows: part.headRows,
		cells,
		alignment: 'center',
		borders: true,
	});
}
