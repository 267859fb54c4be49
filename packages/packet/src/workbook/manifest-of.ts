/**
 * The workbook as a packet manifest. What people did to the sheet is either understood or asked about: a row that was
 * copied, deleted, renamed or merged never gives a paper another one's number (packets.md §6).
 */

import { type CellWrite, type Grid, type GridCell, plainName, type Table, type TableRow } from './grid.ts';
import {
	ask,
	type ChangeLine,
	dayIn,
	freshId,
	itemOf,
	orderIn,
	type Question,
	type RawItem,
	type RawMaterial,
	readChanges,
	type Reading,
	sheetTable,
	textIn,
	type WorkbookRequest,
} from './reading.ts';
import { buried, checkDeleted, linked, type MaterialDefaults, readMaterials } from './rows.ts';
import { paperNamed, uniqueNames } from './prints.ts';
import { cellWords, codeOf, sheetNames } from './words.ts';

export interface WorkbookManifest {
	/** packet.yaml as JSON text, which is YAML: read by the same reader as any other. */
	readonly text: string;
	readonly questions: readonly Question[];
	/** What was understood without asking. */
	readonly notices: readonly Question[];
	/** New ids to write into the sheet. */
	readonly writes: readonly CellWrite[];
	/** Where the numbers of materials stand. */
	readonly places: readonly {
		readonly id: string;
		readonly sheet: string;
		readonly row: number;
		readonly number: number | null;
		readonly pages: number | null;
	}[];
	/** Rows of the sheet 审核 by the material that they name. */
	readonly reviews: readonly {
		readonly id: string;
		readonly sheet: string;
		readonly row: number;
		readonly columns: ReadonlyMap<string, number>;
	}[];
}

/** Reads the sheets of a workbook. Never throws on content. */
export function manifestOfWorkbook(request: WorkbookRequest): WorkbookManifest {
	const reading: Reading = { request, questions: [], notices: [], writes: [] };
	const agenda = sheetTable(request.grids, 'agenda');
	const materials = sheetTable(request.grids, 'material');
	const none: WorkbookManifest = {
		text: '{}',
		questions: reading.questions,
		notices: [],
		writes: [],
		places: [],
		reviews: [],
	};
	if (agenda === null || materials === null) {
		const missing = agenda === null ? '议程' : '材料';
		ask(
			reading,
			missing,
			null,
			`找不到表「${missing}」，或它的表头行`,
			`the sheet ${missing} or its head row is missing`,
		);
		return none;
	}
	checkShape(reading, materials, ['id', 'title', 'file', 'order', 'number']);
	checkShape(reading, agenda, ['id', 'title', 'order']);
	const items = readItems(reading, agenda);
	const changes = readChanges(reading);
	const raw = readMaterials(reading, materials, items, changes, readDefaults(reading));
	checkDeleted(reading, raw, changes, materials.sheet);
	const text = JSON.stringify({
		session: readSession(reading),
		...readPolicy(reading),
		items: [
			...items.map((item) => ({
				...item.fields,
				...changedItem(item, changes),
				materials: raw
					.filter((each) => each.item === item.id)
					.map((each) => linked(reading, each, raw, materials.sheet)),
			})),
			...buried(reading, raw, changes),
		],
		unnumbered: readOthers(reading),
		schedule: readSchedule(reading, items),
	});
	return {
		text,
		questions: reading.questions,
		notices: reading.notices,
		writes: reading.writes,
		places: raw.map(({ id, row }) => ({
			id,
			sheet: materials.sheet,
			row,
			number: materials.columns.get('number') ?? null,
			pages: materials.columns.get('pages') ?? null,
		})),
		reviews: readReviews(request.grids, raw),
	};
}

/** Columns that say who a row is must not be merged, and what the tool writes must be no formula. */
function checkShape(reading: Reading, table: Table, columns: readonly string[]): void {
	for (const column of columns) {
		const spelling = column === 'id' ? '标识' : column;
		if (table.merged.has(column))
			ask(
				reading,
				table.sheet,
				null,
				`「${table.sheet}」表的 ${nameOfColumn(column)} 列有合并单元格，请取消合并后逐行填写`,
				`the column ${spelling} has merged cells; split them`,
			);
	}
	for (const row of table.rows)
		for (const column of ['id', 'number', 'pages'])
			if (row.cells.get(column)?.formula === true)
				ask(
					reading,
					table.sheet,
					row.row,
					`第${row.row}行的${nameOfColumn(column)}是公式，程序不改写公式，请改为数值`,
					`row ${row.row}: ${column} is a formula`,
				);
}

function nameOfColumn(column: string): string {
	const names: Readonly<Record<string, string>> = {
		id: '标识',
		title: '标题',
		file: '文件名',
		order: '顺序',
		number: '编号',
		pages: '页数',
	};
	return names[column] ?? column;
}

function readItems(reading: Reading, table: Table): readonly RawItem[] {
	const taken = new Set<string>();
	const orders = new Map<number, number>();
	const items: RawItem[] = [];
	for (const row of table.rows) {
		const title = textIn(row, 'title');
		const written = textIn(row, 'id');
		const order = orderIn(textIn(row, 'order'));
		if (title === '') {
			ask(reading, table.sheet, row.row, `第${row.row}行没有议题名称`, `row ${row.row} has no title`);
			continue;
		}
		if (order === null || orders.has(order))
			ask(
				reading,
				table.sheet,
				row.row,
				order === null ? `第${row.row}行的顺序读不出，应为数字` : `第${row.row}行与第${orders.get(order)}行顺序相同`,
				`row ${row.row}: the order is missing or used twice`,
			);
		else orders.set(order, row.row);
		if (written !== '' && taken.has(written)) {
			ask(
				reading,
				table.sheet,
				row.row,
				`第${row.row}行的标识 ${written} 与上面的议题相同，是复制来的行：请清空其中新议题的标识`,
				`row ${row.row}: the id ${written} is used twice; clear that of the new item`,
			);
			continue;
		}
		const id = written === '' ? freshId(reading, `item ${title}`, taken) : written;
		taken.add(id);
		const column = table.columns.get('id');
		if (written === '' && column !== undefined)
			reading.writes.push({ sheet: table.sheet, row: row.row, column, value: id });
		const state = plainName(textIn(row, 'state'));
		const basis = textIn(row, 'basis');
		const moved = /^移(?:至|到)?(.*)$/u.exec(state)?.[1] ?? null;
		items.push({
			row: row.row,
			order: order ?? Number.MAX_SAFE_INTEGER,
			id,
			title,
			fields: {
				id,
				title,
				...dayField(row, table),
				...publicField(reading, table, row),
				...(state === '撤回' || state === '撤' ? { withdrawn: basis === '' ? true : basis } : {}),
				...(moved === null ? {} : { movedTo: moved === '' ? '下次会议' : moved }),
			},
		});
	}
	return [...items].sort((a, b) => a.order - b.order);
}

function dayField(row: TableRow, table: Table): { readonly day?: string } {
	const day = dayIn(row.cells.get('day'), table.date1904);
	return day === '' ? {} : { day };
}

function publicField(reading: Reading, table: Table, row: TableRow): { readonly public?: false } {
	const word = codeOf(cellWords.public, textIn(row, 'public'));
	if (word === null)
		ask(
			reading,
			table.sheet,
			row.row,
			`第${row.row}行的公开否「${textIn(row, 'public')}」应为 公开 或 不公开`,
			`row ${row.row}: 公开否 is not understood`,
		);
	return word === 'closed' ? { public: false } : {};
}

function changedItem(item: RawItem, changes: readonly ChangeLine[]): Readonly<Record<string, unknown>> {
	const change = changes.find(({ object }) => object === item.id || plainName(object) === plainName(item.title));
	if (change?.action === 'withdraw') return { withdrawn: change.reason === '' ? true : change.reason };
	if (change?.action === 'move') return { movedTo: change.reason === '' ? '下次会议' : change.reason };
	return {};
}

function pairs(reading: Reading): ReadonlyMap<string, { readonly cell: GridCell; readonly date1904: boolean }> {
	const grid = reading.request.grids.find((each) =>
		(sheetNames.session as readonly string[]).includes(plainName(each.name)),
	);
	const found = new Map<string, { readonly cell: GridCell; readonly date1904: boolean }>();
	for (const { cells } of grid?.rows ?? []) {
		const [name, value] = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
		if (name !== undefined && value !== undefined)
			found.set(plainName(name.text), { cell: value, date1904: grid?.date1904 ?? false });
	}
	return found;
}

function readSession(reading: Reading): Readonly<Record<string, unknown>> {
	const facts = pairs(reading);
	const text = (name: string): string => facts.get(name)?.cell.text.trim() ?? '';
	const days = [...facts]
		.filter(([name]) => /^会期\d?$/.test(name))
		.flatMap(([, { cell, date1904 }]) =>
			cell.number === null
				? cell.text.split(/[、,，;；]/u).map((each) => dayIn({ ...cell, text: each.trim() }, date1904))
				: [dayIn(cell, date1904)],
		)
		.filter((each) => each !== '');
	return {
		place: text('地名'),
		level: codeOf(cellWords.level, text('层级')) ?? text('层级'),
		...(text('机关') === '' ? {} : { organ: text('机关') }),
		term: orderIn(text('届次')) ?? text('届次'),
		meeting: orderIn(text('次数')) ?? text('次数'),
		days,
		...(text('地点') === '' ? {} : { venue: text('地点') }),
	};
}

/** 份数 and 装订 of the sheet 会议 hold for every material that says nothing else. */
function readDefaults(reading: Reading): MaterialDefaults {
	const facts = pairs(reading);
	const text = (name: string): string => facts.get(name)?.cell.text.trim() ?? '';
	const binding = codeOf(cellWords.binding, text('装订'));
	if (binding === null)
		ask(
			reading,
			'会议',
			null,
			`装订「${text('装订')}」应为 散页、订书钉、骑马订 之一`,
			'the binding is not understood',
		);
	const copies = text('份数');
	return {
		copies: copies === '' ? null : (orderIn(copies) ?? copies),
		binding: text('装订') === '' || binding === null ? null : binding,
	};
}

function readPolicy(reading: Reading): Readonly<Record<string, unknown>> {
	const facts = pairs(reading);
	const text = (name: string): string => facts.get(name)?.cell.text.trim() ?? '';
	const names = (of: string): readonly string[] =>
		of
			.split(/[、→,，]/u)
			.map((each) => each.trim())
			.filter((each) => each !== '');
	const roles = names(text('签审'));
	// Those who sign side by side.
	const parallel = names(text('会签'));
	return {
		...(text('规格') === '' ? {} : { profile: text('规格') }),
		numbering: {
			scheme: codeOf(cellWords.scheme, text('编号方案')) ?? text('编号方案'),
			...(text('编号式样') === '' ? {} : { form: text('编号式样') }),
			...(text('封号时点') === '' ? {} : { freezeAt: codeOf(cellWords.state, text('封号时点')) ?? text('封号时点') }),
		},
		...(roles.length === 0 ? {} : { review: { roles, ...(parallel.length === 0 ? {} : { parallel }) } }),
	};
}

function readOthers(reading: Reading): readonly object[] {
	const table = sheetTable(reading.request.grids, 'other');
	if (table === null) return [];
	const column = table.columns.get('id');
	const taken = new Set<string>();
	return table.rows.flatMap((row) => {
		const file = textIn(row, 'file');
		const kind = codeOf(cellWords.unnumbered, textIn(row, 'kind'));
		const written = textIn(row, 'id');
		if (file === '' || kind === null || taken.has(written)) {
			ask(
				reading,
				table.sheet,
				row.row,
				`「${table.sheet}」表第${row.row}行的种类、文件名或标识有误`,
				`row ${row.row}: kind, file or id is wrong`,
			);
			return [];
		}
		const id = written === '' ? freshId(reading, `paper ${file}`, taken) : written;
		taken.add(id);
		if (written === '' && column !== undefined)
			reading.writes.push({ sheet: table.sheet, row: row.row, column, value: id });
		return [{ id, file, kind }];
	});
}

function readSchedule(reading: Reading, items: readonly RawItem[]): readonly object[] {
	const table = sheetTable(reading.request.grids, 'schedule');
	if (table === null) return [];
	return table.rows.flatMap((row) => {
		const item = itemOf(textIn(row, 'item'), items);
		if (item === null) {
			reading.notices.push({
				sheet: table.sheet,
				row: row.row,
				message: {
					zh: `「${table.sheet}」表第${row.row}行的议题不在议程里，未计时限`,
					en: `row ${row.row}: the item is not on the agenda`,
				},
			});
			return [];
		}
		const due = dayIn(row.cells.get('due'), table.date1904);
		const done = dayIn(row.cells.get('done'), table.date1904);
		return [
			{
				item: item.id,
				lead: textIn(row, 'lead'),
				unit: textIn(row, 'unit'),
				person: textIn(row, 'person'),
				steps: textIn(row, 'steps'),
				...(due === '' ? {} : { due }),
				...(done === '' ? {} : { done }),
			},
		];
	});
}

function readReviews(grids: readonly Grid[], raw: readonly RawMaterial[]): WorkbookManifest['reviews'] {
	const table = sheetTable(grids, 'review');
	if (table === null) return [];
	const papers = uniqueNames(raw.map(({ id, title }) => ({ id, name: title })));
	return table.rows.flatMap((row) => {
		const id = paperNamed(textIn(row, 'material'), papers);
		return id === null ? [] : [{ id, sheet: table.sheet, row: row.row, columns: table.columns }];
	});
}
