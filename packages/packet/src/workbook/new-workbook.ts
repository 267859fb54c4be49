/** A new 筹备工作一览表: the sheets of packets.md §6 with heads, lists to choose from, and what a manifest already says. */

import type { Manifest, ManifestMaterial } from '@bianxu/model';
import { escapeAttribute, escapeText, isRefusal, openPackage, rewritePackage } from '@bianxu/opc';
import { fieldText } from './csv.ts';
import { paperNames } from './prints.ts';
import { cellWords } from './words.ts';
import type { ZipHost } from './xlsx.ts';

type Cell = string | number;

interface NewSheet {
	readonly name: string;
	readonly widths: readonly number[];
	readonly rows: readonly (readonly Cell[])[];
	/** The first column holds ids and is hidden. */
	readonly ids: boolean;
	/** Lists to choose from, by column from 1. */
	readonly lists: ReadonlyMap<number, readonly string[]>;
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** End record of an archive without entries (APPNOTE 4.3.16). */
const emptyArchive = Uint8Array.of(0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0));

function letters(column: number): string {
	let text = '';
	for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
		text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
	return text;
}

function cellXml(row: number, column: number, value: Cell): string {
	const place = `r="${letters(column)}${row}" s="${row === 1 ? 1 : 2}"`;
	if (value === '') return `<c ${place}/>`;
	return typeof value === 'number'
		? `<c ${place}><v>${value}</v></c>`
		: `<c ${place} t="inlineStr"><is><t>${escapeText(value)}</t></is></c>`;
}

function sheetXml({ widths, rows, ids, lists }: NewSheet): string {
	const columns = widths.map((width, at) => {
		const hidden = ids && at === 0 ? ' hidden="1"' : '';
		return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden}/>`;
	});
	const data = rows.map((cells, at) => {
		const inner = cells.map((value, column) => cellXml(at + 1, column + 1, value)).join('');
		return `<row r="${at + 1}">${inner}</row>`;
	});
	const validations = [...lists].map(([column, words]) => {
		const place = `${letters(column)}2:${letters(column)}500`;
		const formula = escapeText(`"${words.join(',')}"`);
		return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${place}"><formula1>${formula}</formula1></dataValidation>`;
	});
	const listed =
		validations.length === 0
			? ''
			: `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
	const frozen =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	return `${head}<worksheet xmlns="${spreadsheet}">${frozen}<cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData>${listed}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`;
}

const styles = `${head}<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="黑体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0" fillId="0" borderId="0"/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"/><xf fontId="0" fillId="0" borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function first<T extends string>(words: Readonly<Record<T, readonly string[]>>, code: T): string {
	return words[code][0] ?? '';
}

function choices(words: Readonly<Record<string, readonly string[]>>): readonly string[] {
	return Object.values(words).flatMap(([word]) => (word === undefined || word === '' ? [] : [word]));
}

/** A plain number as a number, so that a sheet sorts it. */
function numberCell(label: string): Cell {
	return /^[1-9]\d{0,8}$/.test(label) ? Number(label) : label;
}

function natureOf({ of, supplements, replaces, series }: ManifestMaterial): string {
	if (of !== null) return first(cellWords.nature, 'attachment');
	if (supplements !== null) return first(cellWords.nature, 'supplement');
	if (replaces !== null) return first(cellWords.nature, 'replacement');
	if (series === 'written' || series === 'reference') return first(cellWords.nature, series);
	return first(cellWords.nature, 'main');
}

function sheetsOf(manifest: Manifest, numbers: ReadonlyMap<string, string>): readonly NewSheet[] {
	const { session, numbering, items, unnumbered, schedule } = manifest;
	const order = new Map(items.map(({ id }, at) => [id, at + 1]));
	const none = new Map<number, readonly string[]>();
	const names = new Map(paperNames(manifest).map(({ id, name }) => [id, name]));
	const nameOf = (id: string): string => names.get(id) ?? id;
	return [
		{
			name: '会议',
			widths: [16, 60],
			ids: false,
			lists: none,
			rows: [
				['项目', '内容'],
				['地名', session.place],
				['层级', first(cellWords.level, session.level)],
				['机关', session.organ],
				['届次', session.term],
				['次数', session.meeting],
				['会期', session.days.join('、')],
				['地点', session.venue ?? ''],
				['编号方案', first(cellWords.scheme, numbering.scheme)],
				['编号式样', numbering.form],
				['封号时点', first(cellWords.state, numbering.freezeAt)],
				['份数', ''],
				['装订', ''],
				['规格', manifest.profile],
				['签审', manifest.review?.roles.join('、') ?? ''],
				['会签', manifest.review?.parallel.join('、') ?? ''],
			],
		},
		{
			name: '议程',
			widths: [10, 6, 60, 12, 20, 10, 14, 14, 30],
			ids: true,
			lists: new Map([
				[4, ['听取', '审议', '表决', '书面印发']],
				[6, choices(cellWords.public)],
				[8, ['拟列', '列入', '撤回', '移至下次']],
			]),
			rows: [
				['标识', '顺序', '议题', '类型', '提请机关', '公开否', '日期', '状态', '依据'],
				...items.map(({ id, title, day, withdrawn, movedTo, public: open }, at) => [
					id,
					at + 1,
					title,
					'',
					'',
					first(cellWords.public, open === false ? 'closed' : 'open'),
					day ?? '',
					withdrawn !== null ? '撤回' : movedTo !== null ? `移至${movedTo}` : '列入',
					typeof withdrawn === 'string' ? withdrawn : '',
				]),
			],
		},
		{
			name: '材料',
			widths: [10, 6, 8, 50, 10, 8, 10, 14, 28, 20, 12, 8, 10, 16, 10, 8, 10],
			ids: true,
			lists: new Map([
				[5, choices(cellWords.kind)],
				[7, choices(cellWords.nature)],
				[13, choices(cellWords.binding)],
				[15, ['是', '否']],
				[17, choices(cellWords.state)],
			]),
			rows: [
				[
					'标识',
					'顺序',
					'编号',
					'标题',
					'文种',
					'所属议题',
					'性质',
					'替代哪份',
					'文件名',
					'部门',
					'经办人',
					'份数',
					'装订',
					'密级与份号段',
					'公开版否',
					'页数',
					'状态',
				],
				...items.flatMap(({ id: item, materials }) =>
					materials.map((each, at): readonly Cell[] => [
						each.id,
						at + 1,
						numberCell(numbers.get(each.id) ?? ''),
						each.title,
						first(cellWords.kind, each.kind),
						order.get(item) ?? '',
						natureOf(each),
						each.of ?? each.supplements ?? each.replaces ?? '',
						each.file,
						each.department,
						each.person,
						each.copies ?? '',
						first(cellWords.binding, each.binding),
						'',
						'',
						'',
						first(cellWords.state, each.state),
					]),
				),
			],
		},
		{
			name: '其他文件',
			widths: [10, 14, 40],
			ids: true,
			lists: new Map([[2, choices(cellWords.unnumbered)]]),
			rows: [
				['标识', '种类', '文件名'],
				...unnumbered.map(({ id, kind, file }) => [id, first(cellWords.unnumbered, kind), file]),
			],
		},
		{
			name: '筹备',
			widths: [10, 20, 20, 12, 40, 14, 14, 30],
			ids: false,
			lists: none,
			rows: [
				['议题', '牵头部门', '承办部门', '经办人', '方法步骤', '完成时限', '实际完成', '督办记录'],
				...schedule.map(({ item, lead, unit, person, steps, due, done }) => [
					order.get(item) ?? item,
					lead,
					unit,
					person,
					steps,
					due ?? '',
					done ?? '',
					'',
				]),
			],
		},
		{
			name: '审核',
			widths: [50, 22, 22, 22, 10, 40],
			ids: false,
			lists: none,
			rows: [
				['材料', '一审', '二审', '三审', '退回次数', '退回理由'],
				...items.flatMap(({ materials }) =>
					materials.map(({ id }): readonly Cell[] => [nameOf(id), '', '', '', '', '']),
				),
			],
		},
		{
			name: '印制',
			widths: [8, 50, 8, 8, 14, 10, 24, 14],
			ids: false,
			lists: new Map([[6, choices(cellWords.binding)]]),
			rows: [['批次', '材料', '版次', '份数', '份号', '装订', '去向', '收回']],
		},
		{
			name: '变更',
			widths: [18, 14, 10, 40, 40],
			ids: false,
			lists: new Map([[3, ['增', ...choices(cellWords.change)]]]),
			rows: [['时间', '谁批准', '动作', '对象', '原因']],
		},
	];
}

/** The bytes of a new workbook. `numbers`: labels that materials already have, by id. The same input gives the same bytes. */
export function newWorkbook(manifest: Manifest, numbers: ReadonlyMap<string, string>, host: ZipHost): Uint8Array {
	const empty = openPackage(emptyArchive, host);
	if (isRefusal(empty)) throw new Error(empty.message.en);
	const sheets = sheetsOf(manifest, numbers);
	const list = sheets.map(
		({ name }, at) => `<sheet name="${escapeAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
	);
	const links = sheets.map(
		(_, at) =>
			`<Relationship Id="rId${at + 1}" Type="${office}/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
	);
	const parts = sheets.map(
		(_, at) =>
			`<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
	);
	const files: readonly (readonly [string, string])[] = [
		[
			'/[Content_Types].xml',
			`${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${parts.join('')}</Types>`,
		],
		[
			'/_rels/.rels',
			`${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		],
		[
			'/xl/workbook.xml',
			`${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}/relationships"><sheets>${list.join('')}</sheets></workbook>`,
		],
		[
			'/xl/_rels/workbook.xml.rels',
			`${head}<Relationships xmlns="${pack}/relationships">${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
		],
		['/xl/styles.xml', styles],
		...sheets.map((sheet, at) => [`/xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const),
	];
	const encoder = new TextEncoder();
	return rewritePackage(empty, new Map(), host, new Map(files.map(([part, text]) => [part, encoder.encode(text)])));
}

/** The same tables as one CSV text with a byte order mark, which Excel needs to take it for UTF-8; lines end as RFC 4180 has them. */
export function newCsvBook(manifest: Manifest, numbers: ReadonlyMap<string, string>): string {
	const lines = sheetsOf(manifest, numbers).flatMap(({ name, rows }) => [
		`【${name}】`,
		...rows.map((cells) => cells.map(fieldText).join(',')),
	]);
	return `\ufeff${lines.join('\r\n')}\r\n`;
}
