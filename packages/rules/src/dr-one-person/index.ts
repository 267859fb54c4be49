import type { DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { linesOf } from '../material/front.ts';
import { squeeze } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { differs, organOnly, several } from './messages.ts';

const blanks = '[ \\t\\u00a0\\u3000]';
/** Post, blank, name; the name may have one blank of its own. */
const postAndNames = new RegExp(
	`^(\\S*\\p{Script=Han}(?:长|主任|委员|书记|主席|员))${blanks}+((?:\\p{Script=Han}|[·、]|${blanks})+)$`,
	'u',
);
const organ = /^\p{Script=Han}{2,30}(?:局|委员会|厅|院|办公室|政府|中心)$/u;
const signed = /(?:述职|报告)人\s*[：:]\s*(\p{Script=Han}[\s\p{Script=Han}·、]{1,12})$/u;

function namesIn(line: Paragraph): readonly string[] {
	const names = postAndNames.exec(line.text.trim())?.[2] ?? '';
	return names
		.split('、')
		.map(squeeze)
		.filter((name) => name !== '');
}

function check(context: DocumentContext): RuleResult {
	const authors = linesOf(context, 'author');
	const first = authors[0];
	const signature = linesOf(context, 'signature').find(({ text }) => signed.test(text.trim()));
	const end = signature === undefined ? '' : squeeze(signed.exec(signature.text.trim())?.[1] ?? '');
	const findings: Finding[] = [];
	const named = authors.flatMap((line) => namesIn(line).map((name) => ({ name, line })));
	const second = named[1];
	if (second !== undefined && new Set(named.map(({ name }) => name)).size > 1) {
		const names = named.map(({ name }) => name).join('、');
		findings.push(finding(second.line.block, 0, second.line.text.length, several(names), { actual: names }));
	} else if (first !== undefined && authors.length === 1 && organ.test(squeeze(first.text)) && end === '') {
		findings.push(finding(first.block, 0, first.text.length, organOnly(squeeze(first.text)), { actual: first.text }));
	}
	if (signature !== undefined && named.length === 1 && end !== named[0]?.name) {
		const message = differs(named[0]?.name ?? '', end);
		findings.push(finding(signature.block, 0, signature.text.length, message, { actual: end }));
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-one-person',
		number: 76,
		group: 'duty-report',
		title: { zh: '一人一份述职报告', en: 'One duty report, one person' },
		description: {
			zh: '述职报告由一个人述职：署名写一个人的职务和姓名，不写几个人，也不只署机关；标题下的署名与落款「述职人：×××」是同一个人。',
			en: 'A duty report is by exactly one person: one post and name, not several, and not the organ alone; the line under the title and the signature name the same person.',
		},
		severity: 'error',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	check,
};
