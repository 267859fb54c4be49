import type { XmlDocument } from './xml-document.ts';

type ColumnName =
	| 'name'
	| 'start'
	| 'tagEnd'
	| 'closeStart'
	| 'end'
	| 'coded'
	| 'parent'
	| 'next'
	| 'firstChild'
	| 'attrFirst'
	| 'attrName'
	| 'attrStart'
	| 'valueStart'
	| 'valueEnd';

/** The columns of an `XmlDocument` while they are filled. */
export type Columns = { -readonly [K in ColumnName]: XmlDocument[K] };

/** Columns of zeros for so many elements and as many attributes. */
export function emptyColumns(rows = 2048): Columns {
	return {
		name: new Int32Array(rows),
		start: new Int32Array(rows),
		tagEnd: new Int32Array(rows),
		closeStart: new Int32Array(rows),
		end: new Int32Array(rows),
		coded: new Int32Array(rows),
		parent: new Int32Array(rows),
		next: new Int32Array(rows),
		firstChild: new Int32Array(rows),
		attrFirst: new Int32Array(rows + 1),
		attrName: new Int32Array(rows),
		attrStart: new Int32Array(rows),
		valueStart: new Int32Array(rows),
		valueEnd: new Int32Array(rows),
	};
}

/** Doubles the room for elements. */
export function growElements(columns: Columns): void {
	columns.name = grown(columns.name);
	columns.start = grown(columns.start);
	columns.tagEnd = grown(columns.tagEnd);
	columns.closeStart = grown(columns.closeStart);
	columns.end = grown(columns.end);
	columns.coded = grown(columns.coded);
	columns.parent = grown(columns.parent);
	columns.next = grown(columns.next);
	columns.firstChild = grown(columns.firstChild);
	const wider = new Int32Array(columns.name.length + 1);
	wider.set(columns.attrFirst);
	columns.attrFirst = wider;
}

/** Doubles the room for attributes. */
export function growAttributes(columns: Columns): void {
	columns.attrName = grown(columns.attrName);
	columns.attrStart = grown(columns.attrStart);
	columns.valueStart = grown(columns.valueStart);
	columns.valueEnd = grown(columns.valueEnd);
}

/** Copies of the used rows, side by side in one buffer. */
export function packed(columns: Columns, count: number, attributes: number): Columns {
	const rows = new Int32Array(10 * count + 1 + 4 * attributes);
	const { buffer } = rows;
	let at = 0;
	const take = (column: Int32Array, length: number): Int32Array => {
		const copy = new Int32Array(buffer, at * 4, length);
		copy.set(column.subarray(0, length));
		at += length;
		return copy;
	};
	return {
		name: take(columns.name, count),
		start: take(columns.start, count),
		tagEnd: take(columns.tagEnd, count),
		closeStart: take(columns.closeStart, count),
		end: take(columns.end, count),
		coded: take(columns.coded, count),
		parent: take(columns.parent, count),
		next: take(columns.next, count),
		firstChild: take(columns.firstChild, count),
		attrFirst: take(columns.attrFirst, count + 1),
		attrName: take(columns.attrName, attributes),
		attrStart: take(columns.attrStart, attributes),
		valueStart: take(columns.valueStart, attributes),
		valueEnd: take(columns.valueEnd, attributes),
	};
}

function grown(column: Int32Array): Int32Array {
	const wider = new Int32Array(column.length * 2);
	wider.set(column);
	return wider;
}
