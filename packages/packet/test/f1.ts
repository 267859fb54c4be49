/**
 * Fixture F1: an invented session of nine items and twenty-eight materials, with the numbers that renumbering must give.
 * Data only; how it becomes Docs is in packet.ts.
 */

export interface F1Material {
	readonly id: string;
	readonly pages: number;
	readonly department: string;
	/** [page, target id] of each mention. */
	readonly mentions: readonly (readonly [number, string])[];
}

const material = (
	id: string,
	pages: number,
	department: string,
	mentions: F1Material['mentions'] = [],
): F1Material => ({
	id,
	pages,
	department,
	mentions,
});

/** Materials of each item, in agenda order. */
export const f1Items: readonly (readonly F1Material[])[] = [
	[
		material('m1', 8, '发改委'),
		material('m2', 4, '财经委', [
			[1, 'm1'],
			[4, 'm4'],
		]),
	],
	[
		material('m3', 10, '财政局', [[9, 'm5']]),
		material('m4', 4, '财经委', [
			[1, 'm3'],
			[2, 'm5'],
			[4, 'm6'],
		]),
		material('m5', 12, '财政局'),
	],
	[material('m6', 14, '审计局', [[13, 'm3']]), material('m7', 5, '财经委', [[1, 'm6']])],
	[material('m8', 9, '城环资委', [[5, 'm9']]), material('m9', 6, '城环资委', [[1, 'm8']])],
	[material('m10', 7, '中院', [[7, 'm12']]), material('m11', 6, '监司委', [[1, 'm10']]), material('m12', 1, '办公室')],
	[
		material('m13', 2, '司法局', [[1, 'm14']]),
		material('m14', 16, '司法局'),
		material('m15', 5, '司法局', [[1, 'm14']]),
		material('m16', 4, '法制委', [
			[1, 'm14'],
			[3, 'm15'],
		]),
		material('m17', 20, '法制委', [
			[1, 'm14'],
			[1, 'm16'],
		]),
	],
	[
		material('m18', 9, '财政局', [
			[2, 'm3'],
			[8, 'm6'],
		]),
		material('m19', 4, '财经委', [
			[1, 'm18'],
			[3, 'm6'],
			[4, 'm11'],
		]),
		material('m20', 1, '财经委', [
			[1, 'm18'],
			[1, 'm19'],
		]),
	],
	[material('m21', 3, '代表资格委')],
	[
		material('m22', 2, '政府办'),
		material('m23', 2, '中院'),
		material('m24', 2, '检察院'),
		material('m25', 2, '人代委', [
			[1, 'm22'],
			[1, 'm23'],
			[2, 'm24'],
		]),
		material('m26', 8, '人代委', [[1, 'm25']]),
		material('m27', 1, '人代委'),
		material('m28', 2, '办公室', [[1, 'm25']]),
	],
];

/** Mentions of the host's script: [page, target]. */
export const f1Host: readonly (readonly [number, string])[] = [
	[2, 'm20'],
	[3, 'm12'],
	[5, 'm25'],
	[5, 'm28'],
];

/** Items whose ordinal the unnumbered papers cite, 25 times in all. */
export const f1Ordinals: readonly number[] = [
	1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 9, 9,
];

/** What happens to the agenda. New items and materials have ids of their own. */
export type F1Change =
	| 'withdraw-5-and-insert'
	| 'withdraw-5'
	| 'insert-after-2'
	| 'append'
	| 'swap-3-4'
	| 'insert-paper-in-7'
	| 'move-9-to-2';

export interface F1Row {
	readonly change: F1Change;
	readonly scheme: 'continuous' | 'item' | 'frozen';
	readonly renumbered: number;
	readonly references: number;
	readonly dangling: number;
	readonly papers: number;
	readonly departments: number;
	/** Sheets of one set when only changed sheets are exchanged, and when whole papers are printed again. */
	readonly sheets: number;
	readonly whole: number;
}

const row = (change: F1Change, scheme: F1Row['scheme'], ...n: readonly number[]): F1Row => ({
	change,
	scheme,
	renumbered: n[0] ?? 0,
	references: n[1] ?? 0,
	dangling: n[2] ?? 0,
	papers: n[3] ?? 0,
	departments: n[4] ?? 0,
	sheets: n[5] ?? 0,
	whole: n[6] ?? 0,
});

/** The computed table. */
export const f1Table: readonly F1Row[] = [
	row('withdraw-5-and-insert', 'continuous', 20, 20, 1, 21, 12, 25, 64),
	row('withdraw-5-and-insert', 'item', 4, 6, 1, 7, 4, 8, 27),
	row('withdraw-5-and-insert', 'frozen', 0, 0, 1, 1, 1, 1, 2),
	row('withdraw-5', 'continuous', 16, 14, 1, 16, 10, 18, 44),
	row('withdraw-5', 'item', 16, 14, 1, 16, 10, 18, 44),
	row('insert-after-2', 'continuous', 23, 23, 0, 24, 13, 29, 72),
	row('insert-after-2', 'item', 23, 23, 0, 24, 13, 29, 72),
	row('append', 'continuous', 0, 0, 0, 0, 0, 0, 0),
	row('append', 'item', 0, 0, 0, 0, 0, 0, 0),
	row('append', 'frozen', 0, 0, 0, 0, 0, 0, 0),
	row('swap-3-4', 'continuous', 4, 6, 0, 7, 4, 8, 27),
	row('swap-3-4', 'item', 4, 6, 0, 7, 4, 8, 27),
	row('insert-paper-in-7', 'continuous', 10, 6, 0, 10, 7, 10, 15),
	row('insert-paper-in-7', 'item', 2, 1, 0, 2, 1, 2, 3),
	row('move-9-to-2', 'continuous', 26, 29, 0, 27, 13, 35, 85),
	row('move-9-to-2', 'item', 26, 29, 0, 27, 13, 35, 85),
];
