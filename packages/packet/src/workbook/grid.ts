/** A sheet as cells, whatever file it came from. */

/** One cell: its text as a person sees it, and whether a formula makes it. */
export interface GridCell {
	readonly text: string;
	readonly formula: boolean;
	/** A number as stored: a day may be one. */
	readonly number: number | null;
}

/** A merged range, rows and columns from 1, inclusive. */
export interface Merge {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

export interface Grid {
	readonly name: string;
	/** Rows in order; the row's number from 1, and its cells by column from 1. */
	readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<number, GridCell> }[];
	readonly merges: readonly Merge[];
	/** Days count from 1904 instead of 1900. */
	readonly date1904: boolean;
}

/** A cell that the tool writes. */
export interface CellWrite {
	readonly sheet: string;
	readonly row: number;
	readonly column: number;
	readonly value: string | number;
}

/** A row that the tool adds to a table, behind the row of this number. */
export interface RowAppend {
	readonly sheet: string;
	readonly after: number;
	/** Row whose styles it takes; null for none. */
	readonly like: number | null;
	/** Values by column from 1. */
	readonly cells: ReadonlyMap<number, string | number>;
}

/** A row of a table: its number in the sheet, cells by the name of their column. */
export interface TableRow {
	readonly row: number;
	readonly cells: ReadonlyMap<string, GridCell>;
	/** Columns whose text comes from a merged range that begins above. */
	readonly filled: ReadonlySet<string>;
}

export interface Table {
	readonly sheet: string;
	/** Row of the head. */
	readonly head: number;
	readonly columns: ReadonlyMap<string, number>;
	readonly rows: readonly TableRow[];
	/** Merges that cover cells of the body, by column name. */
	readonly merged: ReadonlySet<string>;
	readonly date1904: boolean;
}

/** Text without blanks, half-width: how names of columns and sheets are compared. */
export function plainName(text: string): string {
	return text.normalize('NFKC').replaceAll(/[\s\u3000]/gu, '');
}

/** First rows in which the heads of a table are looked for: titles stand above. */
const headRows = 8;

/**
 * A sheet as a table: the first row that has two of the known columns is its head; `names` gives the known spellings of
 * each column. Cells inside a merged range have the text of its first cell. Rows without any text are left out.
 */
export function tableOf(grid: Grid, names: Readonly<Record<string, readonly string[]>>): Table | null {
	const known = new Map(
		Object.entries(names).flatMap(([name, spellings]) => [name, ...spellings].map((each) => [plainName(each), name])),
	);
	for (const head of grid.rows.slice(0, headRows)) {
		const columns = new Map<string, number>();
		for (const [column, { text }] of head.cells) {
			const name = known.get(plainName(text));
			if (name !== undefined && !columns.has(name)) columns.set(name, column);
		}
		if (columns.size < 2) continue;
		return bodyOf(grid, head.row, columns);
	}
	return null;
}

function bodyOf(grid: Grid, head: number, columns: ReadonlyMap<string, number>): Table {
	const nameAt = new Map([...columns].map(([name, column]) => [column, name]));
	const merges = grid.merges.filter(({ bottom }) => bottom > head);
	const merged = new Set<string>();
	for (const { left, right } of merges)
		for (const [column, name] of nameAt) if (column >= left && column <= right) merged.add(name);
	const cellAt = new Map(grid.rows.map(({ row, cells }) => [row, cells]));
	const rows: TableRow[] = [];
	for (const { row, cells } of grid.rows) {
		if (row <= head) continue;
		const own = new Map<string, GridCell>();
		const filled = new Set<string>();
		for (const [column, name] of nameAt) {
			const merge = merges.find(
				({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
			);
			const inside = merge !== undefined && (row > merge.top || column > merge.left);
			const cell = inside ? cellAt.get(merge.top)?.get(merge.left) : cells.get(column);
			if (cell === undefined || cell.text.trim() === '') continue;
			own.set(name, cell);
			if (inside) filled.add(name);
		}
		if ([...own.keys()].some((name) => !filled.has(name))) rows.push({ row, cells: own, filled });
	}
	return { sheet: grid.name, head, columns, rows, merged, date1904: grid.date1904 };
}
