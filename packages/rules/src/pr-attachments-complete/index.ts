import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { bareTitle } from '../material/front.ts';
import { clausesOf } from '../material/personnel.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, noParticulars, noReasons, title } from './messages.ts';

function check(context: DocumentContext): readonly Finding[] {
	const { doc, outline } = context;
	if (!/任免|任命|免去|免职/.test(outline.title) || !bareTitle(outline).endsWith('议案')) return [];
	if (clausesOf(context).length === 0) return [];
	const attachments = [...outline.listedAttachments, ...outline.presentAttachments]
		.map((entry) => entry.title)
		.join('\n');
	const text = doc.paragraphs.map((paragraph) => paragraph.text).join('\n');
	const found: Finding[] = [];
	if (
		!/情况|简历|简介|登记表|考察材料/.test(attachments) &&
		!/(?:基本情况|简历)(?:[^。；]{0,8})(?:附后|另附|另发|见附件|如下)|\d{4}年\d{1,2}月(?:出)?生/.test(text)
	) {
		found.push(documentFinding(noParticulars));
	}
	if (
		!/理由|需要|到龄|年龄|退休|变动|调整|另有任用|调任|调离|辞去|辞职|去世|届满|界限|交流/.test(
			`${text}\n${attachments}`,
		)
	) {
		found.push(documentFinding(noReasons));
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-attachments-complete',
		number: 94,
		group: 'personnel',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
