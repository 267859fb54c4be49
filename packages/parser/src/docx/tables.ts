import type { Table, TableCell, Twips } from '@bianxu/model';
import { attr, child, children, firstChild, nextSibling, type XmlDocument } from '@bianxu/opc';
import { mergeLayer } from './cascade.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import type { Reading, Story, TableContext } from './reading.ts';
import type { RunProperties } from './run-properties.ts';
import { type ScannedPart, tagOf } from './scanned-part.ts';
import { type Style, visibleBorders } from './styles.ts';
import { integer, onOff, onOffValue, twips } from './xml-values.ts';

/** What the walker is told about a cell before it reads the cell's content. */
export interface CellVisit {
	readonly element: number;
	readonly table: number;
	readonly row: number;
	readonly column: number;
	readonly context: TableContext | null;
}

interface OpenCell {
	readonly row: number;
	readonly column: number;
	columnSpan: number;
	rowSpan: number;
	readonly blocks: number[];
	readonly width: Twips | null;
	readonly verticalAlign: TableCell['verticalAlign'];
}

/** Word allows 63 columns; a claim of more is clamped. */
const MOST_COLUMNS = 64;

/**
 * Reads a w:tbl (17.4): registers the table, then hands each cell to `visit` in document order. Cells that continue a
 * vertical merge belong to the cell that began it; rows and cells that a tracked change deletes are left out.
 */
export function walkTable(
	story: Story,
	element: number,
	parent: number | null,
	visit: (cell: CellVisit) => void,
): void {
	const { reading, part } = story;
	const { xml } = part;
	const index = reading.tables.length;
	const firstBlock = reading.paragraphs.length;
	const properties = child(xml, element, 'w:tblPr');
	const style = tableStyle(reading, attr(xml, child(xml, properties, 'w:tblStyle'), 'w:val'));
	const table: Table = {
		index,
		parent,
		firstBlock,
		lastBlock: firstBlock - 1,
		columns: children(xml, child(xml, element, 'w:tblGrid'), 'w:gridCol')
			.slice(0, MOST_COLUMNS)
			.map((column) => twips(xml, column, 'w:w') ?? 0),
		rows: 0,
		headRows: 0,
		cells: [],
		alignment: alignmentOf(attr(xml, child(xml, properties, 'w:jc'), 'w:val')),
		borders: false,
	};
	reading.tables.push(table);
	const rows: number[] = [];
	collectParts(part, element, 'w:tr', rows);
	const look = lookOf(xml, child(xml, properties, 'w:tblLook'));
	const ownBorders = visibleBorders(xml, child(xml, properties, 'w:tblBorders'));
	let borders = ownBorders ?? styleBorders(reading, style);
	const cells: OpenCell[] = [];
	// Cell that is open for vertical merging, by first grid column.
	const open = new Map<number, OpenCell>();
	const headRows = countHeadRows(xml, rows);
	const keptRows: number[] = [];
	rows.forEach((rowElement, row) => {
		const rowProperties = child(xml, rowElement, 'w:trPr');
		const kept = child(xml, rowProperties, 'w:cantSplit');
		if (kept >= 0 && onOff(xml, kept) !== false) keptRows.push(row);
		let column = integer(xml, child(xml, rowProperties, 'w:gridBefore'), 'w:val', 0, MOST_COLUMNS) ?? 0;
		const cellElements: number[] = [];
		collectParts(part, rowElement, 'w:tc', cellElements);
		let previous: OpenCell | undefined;
		cellElements.forEach((cellElement, position) => {
			const cellProperties = child(xml, cellElement, 'w:tcPr');
			const span = integer(xml, child(xml, cellProperties, 'w:gridSpan'), 'w:val', 1, MOST_COLUMNS) ?? 1;
			if (visibleBorders(xml, child(xml, cellProperties, 'w:tcBorders')) === true) borders = true;
			const vertical = mergeOf(xml, child(xml, cellProperties, 'w:vMerge'));
			const begun = vertical === 'continue' ? open.get(column) : undefined;
			let cell: OpenCell;
			if (mergeOf(xml, child(xml, cellProperties, 'w:hMerge')) === 'continue' && previous !== undefined) {
				cell = previous;
				cell.columnSpan += span;
			} else if (begun !== undefined) {
				cell = begun;
				cell.rowSpan = row - cell.row + 1;
			} else {
				cell = openCell(xml, cellProperties, row, column, span);
				cells.push(cell);
				open.delete(column);
				if (vertical !== 'none') open.set(column, cell);
			}
			previous = cell;
			const before = reading.paragraphs.length;
			const place = { row, rows: rows.length, head: Math.max(1, headRows), position, positions: cellElements.length };
			const context = style === undefined ? null : cellContext(reading, style, look, place);
			visit({ element: cellElement, table: index, row: cell.row, column: cell.column, context });
			for (let block = before; block < reading.paragraphs.length; block++) {
				if (reading.paragraphs[block]?.cell !== null) cell.blocks.push(block);
			}
			column += span;
		});
	});
	const lastBlock = reading.paragraphs.length - 1;
	reading.tables[index] = {
		...table,
		lastBlock,
		rows: rows.length,
		headRows,
		...(keptRows.length === 0 ? {} : { keptRows }),
		cells,
		borders: borders ?? false,
	};
}

/** Leading rows marked w:tblHeader (17.4.49). */
function countHeadRows(xml: XmlDocument, rows: readonly number[]): number {
	const body = rows.findIndex((row) => {
		const head = child(xml, child(xml, row, 'w:trPr'), 'w:tblHeader');
		return head < 0 || onOff(xml, head) === false;
	});
	return body < 0 ? rows.length : body;
}

function openCell(xml: XmlDocument, properties: number, row: number, column: number, span: number): OpenCell {
	const width = child(xml, properties, 'w:tcW');
	const type = attr(xml, width, 'w:type') ?? 'dxa';
	const align = attr(xml, child(xml, properties, 'w:vAlign'), 'w:val');
	return {
		row,
		column,
		columnSpan: span,
		rowSpan: 1,
		blocks: [],
		width: type === 'dxa' ? (twips(xml, width, 'w:w') ?? null) : null,
		verticalAlign: align === 'center' || align === 'bottom' ? align : 'top',
	};
}

function mergeOf(xml: XmlDocument, element: number): 'none' | 'restart' | 'continue' {
	if (element < 0) return 'none';
	return attr(xml, element, 'w:val') === 'restart' ? 'restart' : 'continue';
}

/** Rows of a table or cells of a row, through content controls and other wrappers; deleted ones left out. */
function collectParts(part: ScannedPart, container: number, wanted: 'w:tr' | 'w:tc', found: number[]): void {
	const { xml } = part;
	for (let e = firstChild(xml, container); e >= 0; e = nextSibling(xml, e)) {
		switch (tagOf(part, e)) {
			case 'w:tr':
			case 'w:tc': {
				if (tagOf(part, e) !== wanted) break;
				const deleted =
					wanted === 'w:tr'
						? child(xml, child(xml, e, 'w:trPr'), 'w:del')
						: child(xml, child(xml, e, 'w:tcPr'), 'w:cellDel');
				if (deleted < 0) found.push(e);
				break;
			}
			case 'w:sdt':
			case 'w:sdtContent':
			case 'w:customXml':
			case 'w:ins':
			case 'w:moveTo':
				collectParts(part, e, wanted, found);
				break;
			default:
		}
	}
}

function alignmentOf(value: string | undefined): Table['alignment'] {
	if (value === 'center') return 'center';
	return value === 'right' || value === 'end' ? 'right' : 'left';
}

function tableStyle(reading: Reading, id: string | undefined): Style | undefined {
	const named = id === undefined ? undefined : reading.styles.byId.get(id);
	return named?.type === 'table' ? named : reading.styles.defaults.table;
}

function styleBorders(reading: Reading, style: Style | undefined): boolean | undefined {
	if (style === undefined) return undefined;
	return reading.styles.chain(style).find((each) => each.borders !== undefined)?.borders;
}

/** w:tblLook (17.4.56): which conditional parts of the style are asked for. */
interface Look {
	readonly firstRow: boolean;
	readonly lastRow: boolean;
	readonly firstColumn: boolean;
	readonly lastColumn: boolean;
	readonly rowBands: boolean;
	readonly columnBands: boolean;
}

function lookOf(xml: XmlDocument, element: number): Look {
	const bits = Number.parseInt(attr(xml, element, 'w:val') ?? '0', 16) || 0;
	const flag = (name: string, bit: number): boolean => onOffValue(attr(xml, element, name)) ?? (bits & bit) !== 0;
	return {
		firstRow: flag('w:firstRow', 0x20),
		lastRow: flag('w:lastRow', 0x40),
		firstColumn: flag('w:firstColumn', 0x80),
		lastColumn: flag('w:lastColumn', 0x100),
		rowBands: !flag('w:noHBand', 0x200),
		columnBands: !flag('w:noVBand', 0x400),
	};
}

interface CellPosition {
	readonly row: number;
	readonly rows: number;
	/** Rows that count as the first one: all that repeat as heading, one at least; Word marks them so in w:cnfStyle. */
	readonly head: number;
	readonly position: number;
	readonly positions: number;
}

/** Conditional parts that hold for a cell in the order in which they are applied, later ones winning (17.7.6). */
function conditionsOf(look: Look, place: CellPosition, style: Style): readonly string[] {
	const first = look.firstRow && place.row < place.head;
	const last = look.lastRow && place.row === place.rows - 1;
	const left = look.firstColumn && place.position === 0;
	const right = look.lastColumn && place.position === place.positions - 1;
	const conditions: string[] = ['wholeTable'];
	const band = (at: number, size: number): string => (Math.floor(at / size) % 2 === 0 ? '1' : '2');
	if (look.columnBands && !left && !right) {
		conditions.push(`band${band(place.position - (look.firstColumn ? 1 : 0), style.columnBand)}Vert`);
	}
	if (look.rowBands && !first && !last) {
		conditions.push(`band${band(place.row - (look.firstRow ? place.head : 0), style.rowBand)}Horz`);
	}
	if (first) conditions.push('firstRow');
	if (last) conditions.push('lastRow');
	if (left) conditions.push('firstCol');
	if (right) conditions.push('lastCol');
	if (first && right) conditions.push('neCell');
	if (first && left) conditions.push('nwCell');
	if (last && right) conditions.push('seCell');
	if (last && left) conditions.push('swCell');
	return conditions;
}

/** What the table style gives to the paragraphs and runs of one cell; equal cells share one value. */
function cellContext(reading: Reading, style: Style, look: Look, place: CellPosition): TableContext {
	const conditions = conditionsOf(look, place, style);
	const key = `${style.id} ${conditions.join(' ')}`;
	let context = reading.tableContexts.get(key);
	if (context === undefined) {
		const chain = [...reading.styles.chain(style)].reverse();
		const sets = chain.map((each) => ({ name: each.name, run: each.run, paragraph: each.paragraph }));
		for (const condition of conditions) {
			for (const each of chain) {
				const part = each.conditions.get(condition);
				if (part !== undefined) sets.push({ name: each.name, run: part.run, paragraph: part.paragraph });
			}
		}
		context = {
			key,
			run: mergeLayer<RunProperties>(
				'table-style',
				sets.map((set) => ({ name: set.name, values: set.run })),
			),
			paragraph: mergeLayer<ParagraphProperties>(
				'table-style',
				sets.map((set) => ({ name: set.name, values: set.paragraph })),
			),
		};
		reading.tableContexts.set(key, context);
	}
	return context;
}
