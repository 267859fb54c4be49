import type { DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { attachmentsFrom } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { paragraphsOf } from '../text/passages.ts';
import { scan } from '../text/scan.ts';
import { placeholder } from './messages.ts';

/** A line to write on. */
const BLANKS = /_{3,}|＿{2,}/g;

const FORMS: readonly RegExp[] = [
	/[×✕╳╳]{2,}/g,
	/[×✕╳](?=[年月日号条款项人名个份次届])/g,
	/(?<![A-Za-z0-9])[XxＸｘ]{2,6}(?![A-Za-z0-9])/g,
	BLANKS,
	// Letters of either case one by one: an expression without flag i is ruled out for most papers unsearched.
	/(?<![A-Za-z])(?:[Tt][Oo][Dd][Oo]|[Tt][Bb][Dd]|[Ff][Ii][Xx][Mm][Ee])(?![A-Za-z])/g,
	/[[【〔{｛（(](?:此处|这里|请)?(?:待(?:填写?|补充?|核实?|定|确认|统计)|填写(?![前近上本说要时])|填入|补充)[^\]】〕}｝）)。]{0,12}[\]】〕}｝）)]/g,
	/[[【〔](?:姓名|单位名称|单位|日期|职务|地名|机关名称|标题|年份|数字|金额|…+|\.{3,}|。{3,}|某+|[×Xx]+)[\]】〕]/g,
	/\[(?![注图表附或及和]|序号|[^\][]*(?:文献|类型|\/))\p{Script=Han}[^\][]{0,12}\]/gu,
	/(?:单击|点击)(?:或(?:单击|点击))?此处(?:输入|添加|键入)[^。，]{0,8}/g,
];

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const last = attachmentsFrom(outline);
	const { running } = paragraphsOf(doc);
	const found = new Map<number, Finding[]>();
	for (const form of FORMS) {
		for (const { match, item } of scan(running, 'text', form)) {
			if (item.headerFooter !== null) continue;
			if (form === BLANKS && (isFormLine(item) || item.block >= last)) continue;
			const [text] = match;
			const start = match.index;
			const here = found.get(item.block) ?? [];
			found.set(item.block, here);
			if (here.some((other) => other.start < start + text.length && start < other.end)) continue;
			here.push({
				block: item.block,
				start,
				end: start + text.length,
				message: placeholder(text, source),
				actual: text,
			});
		}
	}
	return { findings: [...found.values()].flat() };
}

/** In a table, or with little text beside its blanks: a form that is meant to be filled in by hand (a ballot, a receipt). */
function isFormLine(paragraph: Paragraph): boolean {
	return paragraph.cell !== null || (paragraph.text.match(/\p{Script=Han}/gu) ?? []).length < 8;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'draft-placeholder',
		number: 173,
		group: 'hygiene',
		title: { zh: '没有留空待填的记号', en: 'No placeholders left' },
		description: {
			zh: '「××」「XX」「____」「【填写】」「（待核实）」一类的记号说明内容还没有填完。表格里的空栏、乘号和型号不算。',
			en: '××, XX, ____, 【填写】, （待核实） say that something is still to be filled in. Blank fields of tables, multiplication signs and model names are left out.',
		},
		severity: 'error',
		fix: 'none',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: false,
	},
	check,
};
