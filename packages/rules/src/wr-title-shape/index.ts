import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { linesOf } from '../material/front.ts';
import { ruleSource } from '../rule-source.ts';
import { squeeze } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { badStart, hourglass, oneCharacter, splitWord } from './messages.ts';

/** Words of titles that a break must not split. Two-character pairs that read well apart are not among them. */
const words = [
	'报告',
	'汇报',
	'情况',
	'执行',
	'工作',
	'建设',
	'发展',
	'管理',
	'保护',
	'预算',
	'审计',
	'整改',
	'检查',
	'条例',
	'草案',
	'调整',
	'方案',
	'政府',
	'人民',
	'委员',
	'经济',
	'社会',
	'实施',
	'关于',
	'专项',
	'调研',
];

interface Line {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Lines as the drafter broke them: paragraphs and line breaks, the organ's line first. Widths where the text wraps are not known. */
function brokenLines(context: DocumentContext): readonly Line[] {
	return linesOf(context, 'organ-line', 'title').flatMap(({ block, text }) => {
		let at = 0;
		return text.split(/\n/).flatMap((text) => {
			const start = at;
			at += text.length + 1;
			return squeeze(text) === '' ? [] : [{ block, start, end: start + text.length, text: squeeze(text) }];
		});
	});
}

function check(context: DocumentContext): RuleResult {
	const source = ruleSource(rule, context.template);
	const lines = brokenLines(context);
	if (lines.length < 2) return { findings: [] };
	const findings: Finding[] = [];
	const add = ({ block, start, end }: Line, message: ReturnType<typeof hourglass>): void => {
		findings.push(finding(block, start, end, message));
	};
	for (const [index, line] of lines.entries()) {
		const before = lines[index - 1];
		const word = before === undefined ? undefined : `${before.text.at(-1) ?? ''}${line.text.charAt(0)}`;
		if (word !== undefined && (words.includes(word) || /^\d[\d年%]$/.test(word))) add(line, splitWord(word, source));
		else if (line.text.length === 1) add(line, oneCharacter(line.text, source));
		else if (index > 0 && /^[的、，。》）”]/.test(line.text)) add(line, badStart(line.text.charAt(0), source));
	}
	// 沙漏形: a line that is clearly shorter than one above and one below it.
	const narrow = lines.find(
		(line, index) =>
			lines.slice(0, index).some(({ text }) => text.length >= line.text.length + 3) &&
			lines.slice(index + 1).some(({ text }) => text.length >= line.text.length + 3),
	);
	if (narrow !== undefined && findings.length === 0) add(narrow, hourglass(source));
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-title-shape',
		number: 63,
		group: 'work-report',
		title: { zh: '标题的换行', en: 'Lines of the title' },
		description: {
			zh: '标题分行的，回行做到词意完整、排列对称、长短适宜，用梯形或者菱形：不拆词，没有一行只有一个字，不以「的」和标点开头，不排成沙漏形。只看起草人自己换的行。',
			en: 'A title on several lines breaks between words and is balanced, a trapezoid or a rhombus: no split word, no line of one character, none that begins with 「的」 or a mark, not narrow in the middle. Only breaks typed by the drafter are looked at.',
		},
		severity: 'warning',
		fix: 'none',
		source: gb('7.3.1'),
		templates: ['work-report'],
		needsFormat: false,
	},
	check,
};
