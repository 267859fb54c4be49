/**
 * Builds a Doc and an Outline from the paragraph list of a rule's example, so that a rule is tested alone. Unset values
 * are those of correct body text on a correct page; `page` may change:
 *   width height top right bottom left gutter header footer (mm) · gridType (0 none, 1 lines, 2 lines and chars)
 *   linePitch (twips) charSpace · landscape evenAndOddHeaders titlePage mirrorMargins trackChanges (0/1)
 *   pageNumberStart · sections (count) · insertions deletions comments formatChanges images
 *   columnWidth headRows borders (tables) · footers (0: none; else the standard page-number footers are added)
 */
import {
	type Doc,
	type ExampleParagraph,
	type ExampleRun,
	type Field,
	type HeadingMark,
	type HeaderFooterPlace,
	type Label,
	type Outline,
	type OutlineNode,
	type Paragraph,
	type ParagraphFormat,
	type Role,
	type RoleClaim,
	type RuleExample,
	type Run,
	type RunFormat,
	type Section,
	type Table,
	twipsOfMillimetres,
	type Where,
} from '@bianxu/model';
import { parseHeadingMark } from '@bianxu/numbering';

export interface ExampleDocument {
	readonly doc: Doc;
	readonly outline: Outline;
}

type Page = Readonly<Record<string, number>>;

/** Format of correct body text: 三号仿宋, quotation marks in the East Asian font. */
export const bodyRun: RunFormat = {
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

/** Paragraph format of correct body text: first line indented by 2 字 on the character grid, 28.95 pt exact. */
export const bodyParagraph: ParagraphFormat = {
	alignment: 'justify',
	firstLine: 632,
	firstLineChars: 200,
	left: 0,
	leftChars: null,
	right: 0,
	rightChars: null,
	before: 0,
	after: 0,
	line: 579,
	lineRule: 'exact',
	snapToGrid: true,
	keepNext: false,
	keepLines: false,
	pageBreakBefore: false,
	outlineLevel: null,
};

const footerRun = { font: '宋体', latin: '宋体', size: 14 } as const;

/** The standard footers: odd page numbers on the right, even on the left, one 字 in. */
const standardFooters: readonly ExampleParagraph[] = [
	{
		text: '— 1 —',
		where: 'footer',
		field: 'PAGE',
		...footerRun,
		alignment: 'right',
		rightChars: 100,
		right: 280,
		firstLineChars: null,
	},
	{
		text: '— 2 —',
		where: 'footer',
		field: 'PAGE',
		even: true,
		...footerRun,
		alignment: 'left',
		leftChars: 100,
		left: 280,
		firstLineChars: null,
	},
];

/** Doc and Outline of an example's paragraphs. */
export function exampleDocument(example: RuleExample): ExampleDocument {
	const page = example.page ?? {};
	const given = example.paragraphs ?? [];
	const footers =
		page['footers'] === 0 || given.some((paragraph) => paragraph.where === 'footer') ? [] : standardFooters;
	const all = [...given.filter(inBody), ...given.filter((paragraph) => !inBody(paragraph)), ...footers];
	const sections = Array.from({ length: page['sections'] ?? 1 }, () => sectionOf(page));
	const paragraphs = all.map((paragraph, block) => paragraphOf(paragraph, block, page, sections.length));
	const doc: Doc = {
		kind: 'docx',
		paragraphs,
		sections,
		tables: tablesOf(paragraphs, page),
		settings: {
			evenAndOddHeaders: page['evenAndOddHeaders'] !== 0,
			mirrorMargins: page['mirrorMargins'] === 1,
			trackChanges: page['trackChanges'] === 1,
			gridBaseSize: 16,
			defaultTabStop: 420,
		},
		counts: {
			images: page['images'] ?? 0,
			footnotes: 0,
			endnotes: 0,
			comments: page['comments'] ?? 0,
			insertions: page['insertions'] ?? 0,
			deletions: page['deletions'] ?? 0,
			formatChanges: page['formatChanges'] ?? 0,
		},
		metadata: {},
		problems: [],
		unchecked: [],
	};
	return { doc, outline: outlineOf(doc, all, example.template ?? 'work-report') };
}

function inBody(paragraph: ExampleParagraph): boolean {
	const where = paragraph.where ?? 'body';
	return where === 'body' || where === 'table' || where === 'textbox';
}

function sectionOf(page: Page): Section {
	const mm = (key: string, twips: number): number => {
		const value = page[key];
		return value === undefined ? twips : twipsOfMillimetres(value);
	};
	const gridType = page['gridType'] ?? 2;
	return {
		width: mm('width', 11906),
		height: mm('height', 16838),
		orientation: page['landscape'] === 1 ? 'landscape' : 'portrait',
		top: mm('top', 2098),
		right: mm('right', 1474),
		bottom: mm('bottom', 1984),
		left: mm('left', 1587),
		gutter: mm('gutter', 0),
		header: mm('header', 851),
		footer: mm('footer', 1417),
		grid: {
			type: gridType === 0 ? 'none' : gridType === 1 ? 'lines' : 'linesAndChars',
			linePitch: page['linePitch'] ?? 579,
			charSpace: page['charSpace'] ?? -849,
		},
		titlePage: page['titlePage'] === 1,
		start: 'nextPage',
		pageNumberStart: page['pageNumberStart'] ?? null,
		pageNumberFormat: 'decimal',
		columns: 1,
	};
}

/** Run format of an example's values over `base`. */
export function runFormatOf(given: ExampleRun, base: RunFormat): RunFormat {
	const latin = given.latin ?? base.ascii;
	return {
		...base,
		eastAsia: given.font ?? base.eastAsia,
		ascii: latin,
		hAnsi: latin,
		ambiguous: given.hint === undefined ? base.ambiguous : given.hint ? 'eastAsia' : 'hAnsi',
		size: given.size ?? base.size,
		bold: given.bold ?? base.bold,
		italic: given.italic ?? base.italic,
		underline: given.underline ?? base.underline,
		color: given.color ?? base.color,
		highlight: given.highlight ?? base.highlight,
		hidden: given.hidden ?? base.hidden,
		scale: given.scale ?? base.scale,
		letterSpacing: given.letterSpacing ?? base.letterSpacing,
	};
}

function paragraphOf(given: ExampleParagraph, block: number, page: Page, sections: number): Paragraph {
	const where: Where = given.where ?? 'body';
	const base = runFormatOf(given, bodyRun);
	const text = given.text;
	const stretches = given.runs ?? [given];
	if (stretches.map((stretch) => stretch.text).join('') !== text)
		throw new RangeError(`runs do not join to 「${text}」`);
	let at = 0;
	const runs: Run[] = [];
	const fields: Field[] = [];
	const digits = given.field === undefined ? null : /\d+/.exec(text);
	for (const stretch of stretches) {
		const start = at;
		at += stretch.text.length;
		const revision = stretch.revision ?? given.revision;
		const common = { format: runFormatOf(stretch, base), why: {}, ...(revision === undefined ? {} : { revision }) };
		if (digits === null || given.runs !== undefined) {
			if (at > start) runs.push({ start, end: at, ...common });
			continue;
		}
		const end = digits.index + digits[0].length;
		if (digits.index > start) runs.push({ start, end: digits.index, ...common });
		runs.push({ start: digits.index, end, ...common, field: 'PAGE' });
		if (at > end) runs.push({ start: end, end: at, ...common });
	}
	if (digits !== null) {
		fields.push({ name: 'PAGE', instruction: 'PAGE', start: digits.index, end: digits.index + digits[0].length });
	}
	return {
		block,
		where,
		text,
		label: given.label === undefined ? null : labelOf(given.label, base),
		format: paragraphFormatOf(given),
		why: {},
		runs,
		markFormat: base,
		spans: [
			{
				start: 0,
				end: text.length,
				source: { part: '/word/document.xml', start: 0, end: text.length },
				verbatim: true,
				editable: true,
			},
		],
		style: '',
		section: given.section ?? 0,
		cell: where === 'table' ? (given.cell ?? { table: 0, row: block, column: 0 }) : null,
		headerFooter: furniture(given, page, sections),
		fields,
		breaks: [...text].flatMap((character, index) => (character === '\f' ? [{ at: index, kind: 'page' as const }] : [])),
		source: { part: '/word/document.xml', start: 0, end: 0 },
		objects: given.objects ?? [],
	};
}

function furniture(given: ExampleParagraph, page: Page, sections: number): HeaderFooterPlace | null {
	if (given.where !== 'header' && given.where !== 'footer') return null;
	return {
		kind: given.even === true ? 'even' : 'default',
		sections: Array.from({ length: sections }, (_, index) => index),
		shown: given.even !== true || page['evenAndOddHeaders'] !== 0,
	};
}

function labelOf(text: string, format: RunFormat): Label {
	return { text, level: 0, list: '1', bullet: !/[\d一二三四五六七八九十]/.test(text), value: 1, format };
}

function paragraphFormatOf(given: ExampleParagraph): ParagraphFormat {
	const chars =
		given.firstLineChars === undefined
			? given.firstLine === undefined
				? defaultIndent(given)
				: null
			: given.firstLineChars;
	return {
		...bodyParagraph,
		alignment:
			given.alignment ??
			(given.role === 'title' || given.role === 'caption' || given.role === 'author' ? 'center' : 'justify'),
		firstLineChars: chars,
		firstLine: given.firstLine ?? Math.round((chars ?? 0) * 3.16),
		left: given.left ?? Math.round((given.leftChars ?? 0) * 3.16),
		leftChars: given.leftChars ?? null,
		right: given.right ?? Math.round((given.rightChars ?? 0) * 3.16),
		rightChars: given.rightChars ?? null,
		before: given.before ?? 0,
		after: given.after ?? 0,
		line: given.line ?? 579,
		lineRule: given.lineRule ?? 'exact',
		keepNext: given.keepNext ?? false,
		pageBreakBefore: given.pageBreakBefore ?? false,
	};
}

const flush: ReadonlySet<Role> = new Set([
	'file-mark',
	'organ-line',
	'title',
	'caption',
	'author',
	'salutation',
	'attachment-label',
	'attachment-title',
	'table-caption',
	'figure-caption',
	'signature',
	'date',
	'table-cell',
	'page-furniture',
]);

function defaultIndent(given: ExampleParagraph): number {
	return (given.role !== undefined && flush.has(given.role)) || (given.where ?? 'body') !== 'body' ? 0 : 200;
}

function tablesOf(paragraphs: readonly Paragraph[], page: Page): readonly Table[] {
	const indices = [
		...new Set(paragraphs.flatMap((paragraph) => (paragraph.cell === null ? [] : [paragraph.cell.table]))),
	];
	return indices
		.sort((a, b) => a - b)
		.map((index) => {
			const members = paragraphs.filter((paragraph) => paragraph.cell?.table === index);
			const places = members.flatMap((paragraph) => (paragraph.cell === null ? [] : [paragraph.cell]));
			const columns = Math.max(...places.map((place) => place.column)) + 1;
			const rows = Math.max(...places.map((place) => place.row)) + 1;
			const width = page['columnWidth'] ?? Math.floor(8844 / columns);
			const keys = [...new Set(places.map((place) => `${place.row}:${place.column}`))];
			return {
				index,
				parent: null,
				firstBlock: members[0]?.block ?? 0,
				lastBlock: members.at(-1)?.block ?? 0,
				columns: Array.from({ length: columns }, () => width),
				rows,
				headRows: page['headRows'] ?? 1,
				cells: keys.map((key) => {
					const [row, column] = key.split(':').map(Number);
					const blocks = members
						.filter((member) => member.cell?.row === row && member.cell?.column === column)
						.map((member) => member.block);
					return {
						row: row ?? 0,
						column: column ?? 0,
						columnSpan: 1,
						rowSpan: 1,
						blocks,
						width,
						verticalAlign: 'center' as const,
					};
				}),
				alignment: 'center',
				borders: page['borders'] !== 0,
			};
		});
}

function roleOf(given: ExampleParagraph): Role {
	if (given.role !== undefined) return given.role;
	switch (given.where ?? 'body') {
		case 'table':
			return 'table-cell';
		case 'textbox':
			return 'textbox';
		case 'header':
		case 'footer':
			return 'page-furniture';
		case 'footnote':
			return 'note-text';
		default:
			return given.text.trim() === '' ? 'blank' : 'body';
	}
}

function markOf(given: ExampleParagraph, role: Role): HeadingMark | undefined {
	if (given.mark !== undefined) return given.mark;
	if (!role.startsWith('heading-')) return undefined;
	const automatic = given.label !== undefined;
	const parsed = parseHeadingMark(automatic ? (given.label ?? '') : given.text);
	if (parsed === null) return undefined;
	const { level, ordinal, form, start, end, canonical } = parsed;
	return { level, ordinal, form, automatic, start: automatic ? 0 : start, end: automatic ? 0 : end, canonical };
}

/** The claims with their typed marks read again, and the heading tree over them: after a change of text. */
export function rereadHeadings(
	claims: readonly RoleClaim[],
	doc: Doc,
): { readonly claims: readonly RoleClaim[]; readonly headings: readonly OutlineNode[] } {
	const reread = claims.map((claim): RoleClaim => {
		if (claim.mark === undefined || claim.mark.automatic) return claim;
		const parsed = parseHeadingMark(doc.paragraphs[claim.block]?.text ?? '');
		if (parsed === null) return claim;
		const { level, ordinal, form, start, end, canonical } = parsed;
		return { ...claim, mark: { level, ordinal, form, automatic: false, start, end, canonical } };
	});
	return { claims: reread, headings: headingTree(reread, doc, -1, 0, reread.length - 1) };
}

function outlineOf(doc: Doc, given: readonly ExampleParagraph[], template: Outline['template']): Outline {
	const claims = given.map((paragraph, block): RoleClaim => {
		const role = roleOf(paragraph);
		const mark = markOf(paragraph, role);
		return {
			block,
			role,
			evidence: [{ zh: '例文写明', en: 'stated by the example' }],
			confidence: paragraph.confidence ?? 1,
			...(mark === undefined ? {} : { mark }),
			...(paragraph.runInEnd === undefined ? {} : { runInEnd: paragraph.runInEnd }),
		};
	});
	const title = claims
		.filter((claim) => claim.role === 'title')
		.map((claim) => doc.paragraphs[claim.block]?.text ?? '')
		.join('');
	const author = claims.find((claim) => claim.role === 'author');
	const words = (author === undefined ? '' : (doc.paragraphs[author.block]?.text ?? '')).trim().split(/\s+/);
	return {
		template,
		templateEvidence: [],
		unknownType: false,
		genre: /(报告|汇报|议案|说明|决定|名单|意见|议程|办法)$/.exec(title)?.[1] ?? '',
		delivery: 'unknown',
		claims,
		title,
		headings: headingTree(claims, doc, -1, 0, claims.length - 1),
		listedAttachments: given.flatMap((paragraph) => (paragraph.lists === undefined ? [] : [paragraph.lists])),
		presentAttachments: given.flatMap((paragraph) => (paragraph.presents === undefined ? [] : [paragraph.presents])),
		reporter: { post: words[0] ?? '', person: words.slice(1).join('') },
	};
}

function headingTree(
	claims: readonly RoleClaim[],
	doc: Doc,
	parent: number,
	level: number,
	last: number,
): readonly OutlineNode[] {
	const found = claims.filter(
		(claim) => claim.block > parent && claim.block <= last && claim.mark !== undefined && claim.mark.level > level,
	);
	const nodes: OutlineNode[] = [];
	for (let index = 0; index < found.length; ) {
		const claim = found[index];
		if (claim?.mark === undefined) break;
		const { mark } = claim;
		const next = found.findIndex((other, at) => at > index && (other.mark?.level ?? 9) <= mark.level);
		const lastBlock = next === -1 ? last : (found[next]?.block ?? last + 1) - 1;
		const text = (doc.paragraphs[claim.block]?.text ?? '').slice(mark.end, claim.runInEnd);
		nodes.push({
			block: claim.block,
			level: mark.level,
			mark,
			text: text.replace(/[。：；，]$/, ''),
			children: headingTree(claims, doc, claim.block, mark.level, lastBlock),
			lastBlock,
		});
		index = next === -1 ? found.length : next;
	}
	return nodes;
}
