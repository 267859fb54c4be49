import type {
	Doc,
	Drawing,
	NoteKey,
	NoteReference,
	Outline,
	Paragraph,
	ParagraphFormat,
	Role,
	RoleClaim,
	RunFormat,
	Section,
	Table,
} from '@bianxu/model';

/** A paragraph of a material that a test writes down: role and text. */
export interface Part {
	readonly role: Role;
	readonly text: string;
	readonly label?: string;
	readonly runInEnd?: number;
	readonly pageBreakBefore?: boolean;
	readonly superscript?: readonly [number, number];
	readonly objects?: Paragraph['objects'];
	readonly where?: Paragraph['where'];
	readonly drawings?: readonly Drawing[];
	readonly notes?: readonly NoteReference[];
	/** Paragraph of this note. */
	readonly note?: NoteKey;
	/** In a section that lies across. */
	readonly across?: boolean;
	readonly alignment?: ParagraphFormat['alignment'];
	/** Name of the paragraph style; '' when absent. */
	readonly style?: string;
	/** Place of a PAGEREF field's result. */
	readonly pageField?: readonly [number, number];
	readonly hidden?: readonly [number, number];
}

/** A picture of the given size in points at an offset. */
export function pictureAt(at: number, width: number, height: number, floating = false): Drawing {
	const size = { width: width * 20, height: height * 20 };
	return { kind: 'picture', at, target: 'image.png', ...size, crop: null, rotation: 0, flipped: 'none', floating };
}

/** A table between paragraphs. */
export interface TablePart {
	readonly rows: readonly (readonly string[])[];
	readonly headRows: number;
	/** Twips; [] when the source has none. */
	readonly columns: readonly number[];
	/** Cells that span: row, column, rows, columns; the texts that they cover are left out of `rows`. */
	readonly spans?: readonly (readonly [number, number, number, number])[];
	readonly keptRows?: readonly number[];
	readonly borders?: boolean;
	readonly across?: boolean;
	/** Alignment of the cells' paragraphs. */
	readonly alignment?: ParagraphFormat['alignment'];
	/** Tables inside cells, after their text: row, column. */
	readonly nested?: readonly (readonly [number, number, TablePart])[];
	/** Drawings of a cell: row, column. */
	readonly pictures?: readonly (readonly [number, number, Drawing])[];
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
		part.superscript === undefined && part.hidden === undefined
			? [{ start: 0, end: text.length, format: RUN, why: {} }]
			: cut(text, part.superscript ?? part.hidden ?? [0, 0], part.hidden !== undefined);
	return {
		block,
		where: part.where ?? (cell === null ? 'body' : 'table'),
		text,
		label:
			part.label === undefined ? null : { text: part.label, level: 0, list: '1', bullet: false, value: 1, format: RUN },
		format: {
			...PARAGRAPH,
			alignment: part.alignment ?? 'justify',
			pageBreakBefore: part.pageBreakBefore === true,
		},
		why: {},
		runs,
		markFormat: RUN,
		spans: [],
		style: part.style ?? '',
		section: part.across === true ? 1 : 0,
		cell,
		headerFooter: null,
		fields:
			part.pageField === undefined
				? []
				: [{ name: 'PAGEREF', instruction: 'PAGEREF _Toc1', start: part.pageField[0], end: part.pageField[1] }],
		breaks: [],
		source: { part: '', start: 0, end: 0 },
		objects: part.objects ?? [],
		...(part.drawings === undefined ? {} : { drawings: part.drawings }),
		...(part.notes === undefined ? {} : { notes: part.notes }),
		...(part.note === undefined ? {} : { note: part.note }),
	};
}

function cut(text: string, [from, to]: readonly [number, number], hidden: boolean): Paragraph['runs'] {
	const other = hidden ? { ...RUN, hidden } : { ...RUN, vertical: 'superscript' as const };
	return [
		{ start: 0, end: from, format: RUN, why: {} },
		{ start: from, end: to, format: other, why: {} },
		{ start: to, end: text.length, format: RUN, why: {} },
	];
}

/** A4 upright, and across. */
const SECTION: Section = {
	width: 11906,
	height: 16838,
	orientation: 'portrait',
	top: 2098,
	right: 1474,
	bottom: 1984,
	left: 1588,
	gutter: 0,
	header: 850,
	footer: 850,
	grid: { type: 'none', linePitch: 0, charSpace: 0 },
	titlePage: false,
	start: 'nextPage',
	pageNumberStart: null,
	pageNumberFormat: 'decimal',
	columns: 1,
};

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
		sections: [SECTION, { ...SECTION, orientation: 'landscape', width: 16838, height: 11906 }],
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

const NO_TABLE: Table = {
	index: 0,
	parent: null,
	firstBlock: 0,
	lastBlock: 0,
	columns: [],
	rows: 0,
	headRows: 0,
	cells: [],
	alignment: 'left',
	borders: true,
};

function addTable(
	part: TablePart,
	tables: Table[],
	paragraphs: readonly Paragraph[],
	add: (part: Part, cell: Paragraph['cell']) => void,
	parent: number | null = null,
): void {
	const index = tables.length;
	// Its place in the list comes before that of tables inside it.
	tables.push(NO_TABLE);
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
			const drawings = (part.pictures ?? []).filter(([pr, pc]) => pr === r && pc === c).map(([, , drawing]) => drawing);
			add(
				{
					role: 'table-cell',
					text,
					...(part.across === true ? { across: true } : {}),
					...(part.alignment === undefined ? {} : { alignment: part.alignment }),
					...(drawings.length === 0 ? {} : { drawings }),
				},
				{ table: index, row: r, column: c },
			);
			for (const [nr, nc, nested] of part.nested ?? [])
				if (nr === r && nc === c) addTable(nested, tables, paragraphs, add, index);
			const inside = Array.from({ length: paragraphs.length - block - 1 }, (_, at) => block + 1 + at);
			cells.push({
				row: r,
				column: c,
				rowSpan: span?.[2] ?? 1,
				columnSpan: span?.[3] ?? 1,
				blocks: [block, ...inside],
				width: null,
				verticalAlign: 'center',
			});
		});
	});
	tables[index] = {
		index,
		parent,
		firstBlock,
		lastBlock: paragraphs.length - 1,
		columns: part.columns,
		rows: part.rows.length,
		headRows: part.headRows,
		cells,
		alignment: 'center',
		borders: part.borders ?? true,
		...(part.keptRows === undefined ? {} : { keptRows: part.keptRows }),
	};
}
