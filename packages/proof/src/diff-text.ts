/** A stretch where two texts differ: offsets in code points; either side may be empty. */
export interface Hunk {
	readonly expectedStart: number;
	readonly expectedEnd: number;
	readonly actualStart: number;
	readonly actualEnd: number;
}

/** Edits that are looked for one by one; texts that differ more are one hunk from the first to the last difference. */
const MOST_EDITS = 1200;
/** Hunks with fewer equal characters between them are told as one. */
const JOIN = 3;

/** Differences of two texts (Myers 1986, greedy), joined where they nearly touch. `complete` is false beyond the limit. */
export function diffText(
	expected: readonly string[],
	actual: readonly string[],
): { readonly hunks: readonly Hunk[]; readonly complete: boolean } {
	let begin = 0;
	const shorter = Math.min(expected.length, actual.length);
	while (begin < shorter && expected[begin] === actual[begin]) begin++;
	let tail = 0;
	while (tail < shorter - begin && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail]) tail++;
	const rows = expected.length - tail - begin;
	const columns = actual.length - tail - begin;
	if (rows === 0 && columns === 0) return { hunks: [], complete: true };
	const whole: Hunk = {
		expectedStart: begin,
		expectedEnd: begin + rows,
		actualStart: begin,
		actualEnd: begin + columns,
	};
	if (rows === 0 || columns === 0) return { hunks: [whole], complete: true };
	const edits = shortestEdits(expected, actual, begin, rows, columns);
	return edits === null ? { hunks: [whole], complete: false } : { hunks: joined(edits), complete: true };
}

/** Deleted and inserted single characters in order, or null beyond the limit. */
function shortestEdits(
	expected: readonly string[],
	actual: readonly string[],
	begin: number,
	rows: number,
	columns: number,
): readonly Hunk[] | null {
	const limit = Math.min(MOST_EDITS, rows + columns);
	const offset = limit + 1;
	const reach = new Int32Array(2 * limit + 3);
	const trace: Int32Array[] = [];
	for (let edits = 0; edits <= limit; edits++) {
		trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
		for (let k = -edits; k <= edits; k += 2) {
			const left = reach[offset + k - 1] ?? 0;
			const right = reach[offset + k + 1] ?? 0;
			let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
			let y = x - k;
			while (x < rows && y < columns && expected[begin + x] === actual[begin + y]) {
				x++;
				y++;
			}
			reach[offset + k] = x;
			if (x >= rows && y >= columns) return walkBack(trace, edits, begin, rows, columns);
		}
	}
	return null;
}

function walkBack(
	trace: readonly Int32Array[],
	last: number,
	begin: number,
	rows: number,
	columns: number,
): readonly Hunk[] {
	const found: Hunk[] = [];
	let x = rows;
	let y = columns;
	for (let edits = last; edits > 0; edits--) {
		const reach = trace[edits];
		// Slice of diagonals −edits−1 … edits+1.
		const at = (k: number): number => reach?.[k + edits + 1] ?? 0;
		const k = x - y;
		const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
		const previous = down ? k + 1 : k - 1;
		const fromX = at(previous);
		const fromY = fromX - previous;
		found.push({
			expectedStart: begin + fromX,
			expectedEnd: begin + fromX + (down ? 0 : 1),
			actualStart: begin + fromY,
			actualEnd: begin + fromY + (down ? 1 : 0),
		});
		x = fromX;
		y = fromY;
	}
	return found.reverse();
}

function joined(edits: readonly Hunk[]): readonly Hunk[] {
	const hunks: Hunk[] = [];
	for (const edit of edits) {
		const last = hunks.at(-1);
		if (
			last !== undefined &&
			edit.expectedStart - last.expectedEnd <= JOIN &&
			edit.actualStart - last.actualEnd <= JOIN
		) {
			hunks[hunks.length - 1] = { ...last, expectedEnd: edit.expectedEnd, actualEnd: edit.actualEnd };
		} else hunks.push(edit);
	}
	return hunks;
}
