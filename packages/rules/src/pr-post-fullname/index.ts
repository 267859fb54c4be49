import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { clausesOf, personnelPaper, postOf } from '../material/personnel.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, noOrgan, shortOrgan, title } from './messages.ts';

/** Short names that are never part of a full one, with the full name. */
const organs: readonly (readonly [RegExp, string])[] = [
	[/发改委/, '发展和改革委员会'],
	[/卫健委/, '卫生健康委员会'],
	[/工信局/, '工业和信息化局'],
	[/人社局/, '人力资源和社会保障局'],
	[/住建局/, '住房和城乡建设局'],
	[/市监局/, '市场监督管理局'],
	[/(?<=[市县区省州])(?:资规局)/, '自然资源和规划局'],
	[/(?<=[市县区省州])监委(?!员)/, '监察委员会'],
	[/(?<=[市县区省州])(?:中院)/, '中级人民法院'],
	[/(?<=[市县区省州])法院/, '人民法院'],
	[/(?<=[市县区省州])检察院/, '人民检察院'],
	[/(?<=人大(?:常委会)?)财经委/, '财政经济委员会'],
];
const bare =
	/^(?:副?(?:局长|厅长|主任|院长|庭长|检察长|秘书长|主任委员)|审判员|检察员|委员|审判委员会委员|检察委员会委员)(?:[、。；]|$)/;

function check(context: DocumentContext): readonly Finding[] {
	const paper = personnelPaper(context);
	if (paper !== 'list' && paper !== 'decision' && paper !== 'bill') return [];
	return clausesOf(context).flatMap((clause): readonly Finding[] => {
		const body = clause.text.slice(clause.start, clause.end);
		const post = postOf(clause);
		const missing = bare.exec(post)?.[0].replace(/[、。；]/, '');
		if (missing !== undefined) {
			const start = clause.start + body.indexOf(missing);
			return [finding(clause.block, start, start + missing.length, noOrgan(missing), { actual: missing })];
		}
		// A bill may name organs in short; a post without any organ is wrong in it too.
		if (paper === 'bill') return [];
		for (const [short, full] of organs) {
			const match = short.exec(body);
			if (match === null) continue;
			const start = clause.start + match.index;
			return [
				finding(clause.block, start, start + match[0].length, shortOrgan(match[0], full), {
					expected: full,
					actual: match[0],
				}),
			];
		}
		return [];
	});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-post-fullname',
		number: 89,
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
