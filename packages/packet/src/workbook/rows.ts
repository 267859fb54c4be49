/** Rows of 材料: who each is, what became of those that are gone, to whom they belong. */

import type { Binding } from '@bianxu/model';
import { plainName, type Table, type TableRow } from './grid.ts';
import {
	ask,
	type ChangeLine,
	freshId,
	itemOf,
	orderIn,
	type RawItem,
	type RawMaterial,
	type Reading,
	textIn,
} from './reading.ts';
import { cellWords, codeOf } from './words.ts';

/** What holds for materials whose row says nothing. */
export interface MaterialDefaults {
	/** A number, or the text that is none: its own reader says so. */
	readonly copies: number | string | null;
	readonly binding: Binding | null;
}

/** The rows of 材料, each with who it is and where it belongs. */
export function readMaterials(
	reading: Reading,
	table: Table,
	items: readonly RawItem[],
	changes: readonly ChangeLine[],
	defaults: MaterialDefaults,
): readonly RawMaterial[] {
	const ids = identify(reading, table, changes);
	const orders = new Map<string, number>();
	const materials: RawMaterial[] = [];
	for (const row of table.rows) {
		const id = ids.get(row.row);
		if (id === undefined) continue;
		const title = textIn(row, 'title');
		const item = itemOf(textIn(row, 'item'), items);
		if (item === null) {
			ask(
				reading,
				table.sheet,
				row.row,
				`第${row.row}行《${title}》的所属议题「${textIn(row, 'item')}」在议程里找不到`,
				`row ${row.row}: the item is not on the agenda`,
			);
			continue;
		}
		const order = orderIn(textIn(row, 'order'));
		const key = `${item.id} ${order}`;
		if (order === null || orders.has(key))
			ask(
				reading,
				table.sheet,
				row.row,
				order === null
					? `第${row.row}行《${title}》的顺序读不出，应为数字`
					: `第${row.row}行与第${orders.get(key)}行同属一个议题，顺序都是${order}`,
				`row ${row.row}: the order is missing or used twice within the item`,
			);
		else orders.set(key, row.row);
		const word = <T extends string>(column: string, words: Readonly<Record<T, readonly string[]>>): T | undefined => {
			const code = codeOf(words, textIn(row, column));
			if (code === null)
				ask(
					reading,
					table.sheet,
					row.row,
					`第${row.row}行的${textIn(row, column)}不认识，应为 ${(Object.values(words) as (readonly string[])[]).map(([first]) => first).join('、')} 之一`,
					`row ${row.row}: ${column} is not understood`,
				);
			return code ?? undefined;
		};
		const copies = textIn(row, 'copies');
		materials.push({
			row: row.row,
			order: order ?? Number.MAX_SAFE_INTEGER,
			item: item.id,
			id,
			title,
			target: textIn(row, 'target'),
			nature: word('nature', cellWords.nature) ?? 'main',
			fields: {
				id,
				file: textIn(row, 'file'),
				title,
				kind: word('kind', cellWords.kind) ?? 'other',
				department: textIn(row, 'department'),
				person: textIn(row, 'person'),
				state: word('state', cellWords.state) ?? 'draft',
				...(copies === '' ? {} : { copies: orderIn(copies) ?? copies }),
				...(copies === '' && defaults.copies !== null ? { copies: defaults.copies } : {}),
				binding:
					(textIn(row, 'binding') === '' ? defaults.binding : null) ?? word('binding', cellWords.binding) ?? 'loose',
			},
		});
	}
	return [...materials].sort((a, b) => a.order - b.order);
}

/** Who each row is: by its id, held against what the lock knows of the file. */
export function identify(reading: Reading, table: Table, changes: readonly ChangeLine[]): ReadonlyMap<number, string> {
	const { lock, files } = reading.request;
	const locked = new Map((lock?.materials ?? []).map((each) => [each.id, each]));
	const byPath = new Map((lock?.materials ?? []).map((each) => [each.path, each.id]));
	const written = new Map<string, TableRow[]>();
	for (const row of table.rows) {
		const id = textIn(row, 'id');
		if (id !== '') written.set(id, [...(written.get(id) ?? []), row]);
	}
	const ids = new Map<number, string>();
	const taken = new Set<string>();
	const fileRows = new Map<string, number>();
	const column = table.columns.get('id');
	for (const row of table.rows) {
		const file = textIn(row, 'file');
		const title = textIn(row, 'title');
		const say = (zh: string, en: string): void =>
			ask(reading, table.sheet, row.row, `第${row.row}行《${title}》：${zh}`, `row ${row.row}: ${en}`);
		if (file === '' || title === '') {
			say(file === '' ? '没有文件名' : '没有标题', 'file or title is missing');
			continue;
		}
		const twin = fileRows.get(file);
		if (twin !== undefined) {
			say(
				`文件 ${file} 与第${twin}行相同，是复制来的行：请改成新材料的文件，或删去这一行`,
				`the file is that of row ${twin}`,
			);
			continue;
		}
		fileRows.set(file, row.row);
		const id = textIn(row, 'id');
		const known = id === '' ? undefined : locked.get(id);
		const rivals = id === '' ? [] : (written.get(id) ?? []);
		const owner = byPath.get(file);
		let own: string;
		if (id === '')
			own = owner !== undefined && !written.has(owner) ? owner : freshId(reading, `${file} ${title}`, taken);
		else if (
			owner !== undefined &&
			owner !== id &&
			!written.has(owner) &&
			rivals.some((each) => each !== row && textIn(each, 'file') === known?.path)
		)
			// A copied row whose new id the lock knows already: the sheet was open when it was to be written.
			own = owner;
		else if (owner !== undefined && owner !== id) {
			say(
				`标识 ${id} 不是文件 ${file} 的（它是 ${owner}），请核对这一行`,
				`the id ${id} belongs to another file (${owner})`,
			);
			continue;
		} else if (rivals.length > 1) {
			const original = known === undefined ? undefined : rivals.find((each) => textIn(each, 'file') === known.path);
			if (original === undefined) {
				say(
					`标识 ${id} 用了${rivals.length}次，分不出哪一行是原来的：请清空新材料那一行的标识`,
					`the id ${id} is used ${rivals.length} times`,
				);
				continue;
			}
			if (original === row) own = id;
			else {
				own = freshId(reading, `${file} ${title}`, taken);
				reading.notices.push({
					sheet: table.sheet,
					row: row.row,
					message: {
						zh: `第${row.row}行《${title}》是从《${textIn(original, 'title')}》复制来的，已另发标识 ${own}`,
						en: `row ${row.row} was copied; it has a new id ${own}`,
					},
				});
			}
		} else if (known !== undefined && known.path !== file && files.get(file) !== known.sha256) {
			const swapped = changes.some(
				({ action, object }) => action === 'swap' && (object === id || plainName(object) === plainName(title)),
			);
			if (!swapped) {
				say(
					`标识 ${id} 原来是文件 ${known.path}，现在是 ${file}，内容也不同。换稿请在「变更」表写一行 换，另一份材料请清空标识`,
					`the id ${id} was ${known.path}; it names another file now`,
				);
				continue;
			}
			own = id;
		} else own = id;
		if (taken.has(own)) {
			say(`标识 ${own} 重复`, `the id ${own} is used twice`);
			continue;
		}
		taken.add(own);
		ids.set(row.row, own);
		if (own !== id) {
			if (column === undefined) say('这张表没有「标识」列，请在首列加上', 'the sheet has no column for ids');
			else reading.writes.push({ sheet: table.sheet, row: row.row, column, value: own });
		}
	}
	return ids;
}

/** A row that is not there any more is no decision: withdrawn, moved, or never meant. */
export function checkDeleted(
	reading: Reading,
	raw: readonly RawMaterial[],
	changes: readonly ChangeLine[],
	sheet: string,
): void {
	const there = new Set(raw.map(({ id }) => id));
	for (const { id, number, path, state } of reading.request.lock?.materials ?? []) {
		if (there.has(id) || state === 'withdrawn') continue;
		if (changes.some((change) => names(change, id, path))) continue;
		ask(
			reading,
			sheet,
			null,
			`材料 ${id}（${number === null ? '' : `编号${number}，`}${path}）在表里没有了：撤回、移至下次，还是录错？请恢复这一行，或在「变更」表写一行（动作 撤／移／误录，对象 ${id}）`,
			`material ${id} (${path}) is no longer in the sheet: withdrawn, moved, or a mistake? Say so in the sheet 变更`,
		);
	}
}

export const names = ({ object }: ChangeLine, id: string, path: string): boolean => object === id || object === path;

/** Papers whose rows were deleted with a word in 变更: they stay as withdrawn, so that their numbers are not given away. */
export function buried(
	reading: Reading,
	raw: readonly RawMaterial[],
	changes: readonly ChangeLine[],
): readonly object[] {
	const there = new Set(raw.map(({ id }) => id));
	return (reading.request.lock?.materials ?? []).flatMap(({ id, path, state }) => {
		const change = changes.find((each) => names(each, id, path));
		if (there.has(id) || state === 'withdrawn' || change === undefined) return [];
		const unsaid = change.action === 'move' ? '下次会议' : change.action === 'mistake' ? '误录' : true;
		const reason = change.reason === '' ? unsaid : change.reason;
		return [
			{
				id: `撤-${id}`,
				title: '',
				...(change.action === 'move' ? { movedTo: reason } : { withdrawn: reason }),
				materials: [{ id, file: path }],
			},
		];
	});
}

/** A material with the one that it is attached to, supplements or replaces. */
export function linked(
	reading: Reading,
	material: RawMaterial,
	all: readonly RawMaterial[],
	sheet: string,
): Readonly<Record<string, unknown>> {
	const { nature, target, fields, row, title } = material;
	const series = nature === 'reference' || nature === 'written' ? { series: nature } : {};
	if (nature !== 'attachment' && nature !== 'supplement' && nature !== 'replacement') return { ...fields, ...series };
	const numbered = reading.request.lock?.materials ?? [];
	const found = all.filter(
		(each) =>
			each !== material &&
			(each.id === target ||
				plainName(each.title) === plainName(target) ||
				numbered.some(({ id, number }) => id === each.id && number !== null && number === target)),
	);
	const [one] = found;
	if (one === undefined || found.length > 1) {
		ask(
			reading,
			sheet,
			row,
			`第${row}行《${title}》的对应材料「${target}」找不到或不止一份`,
			`row ${row}: the material it belongs to is not found`,
		);
		return fields;
	}
	const key = nature === 'attachment' ? 'of' : nature === 'supplement' ? 'supplements' : 'replaces';
	return { ...fields, [key]: one.id };
}
