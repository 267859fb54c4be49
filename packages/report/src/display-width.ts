/** Columns that text takes in a terminal: Han and full-width characters two, others one. Combining marks are not met in our tables. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
	return width;
}

function isWide(codePoint: number): boolean {
	return (
		(codePoint >= 0x1100 && codePoint <= 0x115f) ||
		(codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
		(codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
		(codePoint >= 0xf900 && codePoint <= 0xfaff) ||
		(codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
		(codePoint >= 0xff00 && codePoint <= 0xff60) ||
		(codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
		codePoint >= 0x1f300
	);
}

/** Pads with blanks to a number of columns; longer text is left as it is. */
export function padColumns(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
	const blanks = ' '.repeat(Math.max(0, columns - displayWidth(text)));
	return side === 'right' ? text + blanks : blanks + text;
}

/** Rows as aligned columns, two blanks between them; `numeric` columns are set flush right. No blanks at line ends. */
export function columnsOf(rows: readonly (readonly string[])[], numeric: readonly number[] = []): readonly string[] {
	const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
	const widths = Array.from({ length: count }, (_, column) =>
		rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0),
	);
	return rows.map((row) =>
		row
			.map((cell, column) => padColumns(cell, widths[column] ?? 0, numeric.includes(column) ? 'left' : 'right'))
			.join('  ')
			.trimEnd(),
	);
}
