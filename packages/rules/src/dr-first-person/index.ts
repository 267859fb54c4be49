import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { mostlyOffice, noFirstPerson } from './messages.ts';

const office = /我们|我[局厅委院办部处县市省区国州镇党军方]|自我|本[局厅委院部办]/g;
/** So many times 「我局」 for one 「我」 make it a report of the office. */
const share = 4;

function check(context: DocumentContext): RuleResult {
	const texts = mainProse(context);
	if (texts.length === 0) return { findings: [] };
	const text = texts.map(({ own }) => own).join('\n');
	const offices = [...text.matchAll(office)].filter(
		([word]) => !/^(?:我[县市省区国州镇党军方]|自我)/.test(word),
	).length;
	const own = [...text.replace(office, '').matchAll(/我|本人/g)].length;
	if (own === 0) return { findings: [documentFinding(noFirstPerson)] };
	return { findings: offices > own * share ? [documentFinding(mostlyOffice(own, offices))] : [] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-first-person',
		number: 83,
		group: 'duty-report',
		title: { zh: '述职用第一人称', en: 'A duty report is in the first person' },
		description: {
			zh: '述职报告以「我」「本人」述说个人履职情况；通篇没有第一人称，或者「我局」「我们」远多于「我」的，提示核对是否写成了部门工作报告。',
			en: 'A duty report tells what one person did, as 「我」 or 「本人」; a remark when it never does, or when 「我局」 and 「我们」 prevail.',
		},
		severity: 'info',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	check,
};
