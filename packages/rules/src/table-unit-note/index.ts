import type { DocumentContext, Finding, Rule, RuleResult, Table } from '@bianxu/model';
import { ruleSource } from '../rule-source.ts';
import { noUnit } from './messages.ts';

/** Cells that make a table one of figures. */
const MANY = 6;
const FIGURE = /^[\s\u3000]*[-−]?\d[\d,，]*(?:\.\d+|(?<=[\d,，]\d))[\s\u3000]*$/;
const UNIT =
	/单位|[（(][^（）()]*(?:元|吨|人|户|个|件|项|亩|公里|千米|米|公顷|%|％|‰|家|辆|台|套|年|天|小时|度|分)[^（）()]*[）)]|%|％|万元|亿元|占比|比例|序号|编号|电话|年度|人数|户数|面积|金额|数量/;

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = doc.tables.flatMap((table): Finding[] => {
		if (table.parent !== null || figures(doc.paragraphs, table) < MANY) return [];
		const near = doc.paragraphs
			.slice(Math.max(0, table.firstBlock - 4), table.firstBlock)
			.filter((paragraph) => paragraph.cell === null);
		const heads = table.cells
			.filter((cell) => cell.row < 2 || cell.column === 0)
			.flatMap((cell) => cell.blocks.map((block) => doc.paragraphs[block]?.text ?? ''));
		const stated =
			heads.some((text) => UNIT.test(text)) ||
			near.some((paragraph) => UNIT.test(paragraph.text) || outline.claims[paragraph.block]?.role === 'unit-note');
		return stated
			? []
			: [
					{
						block: table.firstBlock,
						start: 0,
						end: doc.paragraphs[table.firstBlock]?.text.length ?? 0,
						message: noUnit(source),
						expected: '单位：…',
						actual: '未写单位',
					},
				];
	});
	return { findings };
}

function figures(paragraphs: DocumentContext['doc']['paragraphs'], table: Table): number {
	return table.cells.filter((cell) => FIGURE.test(cell.blocks.map((block) => paragraphs[block]?.text ?? '').join('')))
		.length;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'table-unit-note',
		number: 138,
		group: 'table',
		title: { zh: '数字表写明单位', en: 'Tables of figures state their unit' },
		description: {
			zh: '满是数字的表要写明计量单位：表的右上方写「单位：万元」，或者在栏目里写「（亿元）」「%」。',
			en: 'A table full of figures states its unit: 「单位：万元」 at its upper right, or in the heads of its columns.',
		},
		severity: 'info',
		fix: 'none',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: false,
	},
	check,
};
