import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { placeInTitle } from '../material/front.ts';
import { clausesOf } from '../material/personnel.ts';
import { finding, replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { missingDe, missingZhiwu } from './messages.ts';

/** The end of what is a post: 局长, 主任, 委员, 审判员. */
const postEnd = /(?:长|主任|委员|审判员|检察员|庭长|主席|书记)$/;

function check(context: DocumentContext): RuleResult {
	const findings: Finding[] = [];
	for (const clause of clausesOf(context)) {
		if (clause.kind !== 'remove') continue;
		const { text, start, end } = clause;
		const body = text.slice(start, end).trimEnd();
		const post = body.replace(/职务$/, '');
		if (post.length < 6 || !postEnd.test(post)) continue;
		const of = body.indexOf('的');
		if (of < 0 && body.endsWith('职务') && !/^[其他她]/.test(body)) {
			const places = [context.template.place, placeInTitle(context.outline, context)].filter((place) => place !== '');
			const name = nameBefore(body, places);
			findings.push(
				name === null
					? finding(clause.block, start, start + body.length, missingDe, { actual: body })
					: replacement(clause, start + name, start + name, '的', missingDe, 'ask', { actual: body }),
			);
		} else if ((of >= 2 || body.startsWith('其')) && !body.endsWith('职务')) {
			const at = start + body.length;
			findings.push(replacement(clause, at, at, '职务', missingZhiwu, 'ask', { actual: body }));
		}
	}
	return { findings };
}

/** Length of the name (2–4 characters, or several joined by 、) before a known place; null when it cannot be told. */
function nameBefore(body: string, places: readonly string[]): number | null {
	for (const place of places) {
		const at = body.indexOf(place);
		const names = body.slice(0, at).split('、');
		if (at >= 2 && names.every((name) => /^\p{Script=Han}[\u3000 ]?\p{Script=Han}{1,3}$/u.test(name))) return at;
	}
	return null;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-remove-form',
		number: 87,
		group: 'personnel',
		title: { zh: '免职的写法', en: 'Form of a removal' },
		description: {
			zh: '免职写作「免去×××的（机关）（职务）职务」，姓名后有「的」，末尾有「职务」；同一句里先任后免的可以写「免去其……职务」。',
			en: 'A removal reads 「免去 name 的 organ post 职务」, with 「的」 after the name and 「职务」 at the end; 「免去其……职务」 after an appointment of the same person.',
		},
		severity: 'error',
		fix: 'ask',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check,
};
