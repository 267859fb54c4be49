import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { type Clause, clausesOf, postOf, type Verb } from '../material/personnel.ts';
import { ruleSource } from '../rule-source.ts';
import { finding, replacement } from '../text/replacement.ts';
import { orgLaw } from '../text/sources.ts';
import { wrongVerb } from './messages.ts';
import { type Office, officeOf } from './office.ts';

interface Wrong {
	readonly clause: Clause;
	readonly office: Office;
	readonly expected: string;
	readonly post: string;
}

function wrongOf(clause: Clause): Wrong | null {
	const post = postOf(clause);
	const office = officeOf(post);
	if (office === null) return null;
	const expected = `${office.prefix}${clause.kind === 'appoint' ? '任命' : '免去'}`;
	if (expected === clause.verb) return null;
	// 「会议决定：任命…」 says 「决定」 once for all.
	if (clause.underDecision && office.prefix === '决定' && !clause.verb.startsWith('批准')) return null;
	return { clause, office, expected, post };
}

function check(context: DocumentContext): RuleResult {
	const source = ruleSource(rule, context.template);
	const clauses = clausesOf(context);
	const findings: Finding[] = [];
	const headings = new Map<number, { readonly verb: Verb; readonly wrong: Wrong[]; count: number }>();
	for (const clause of clauses) {
		const wrong = wrongOf(clause);
		if (clause.headingBlock !== null) {
			const group = headings.get(clause.headingBlock) ?? { verb: clause.verb, wrong: [], count: 0 };
			group.count += 1;
			if (wrong !== null) group.wrong.push(wrong);
			headings.set(clause.headingBlock, group);
			continue;
		}
		if (wrong === null || clause.verbAt === null) continue;
		const { start, end } = clause.verbAt;
		const message = wrongVerb(wrong.post, clause.verb, wrong.expected, wrong.office.why, source);
		findings.push(replacement(clause, start, end, wrong.expected, message, 'ask'));
	}
	for (const [block, { verb, wrong, count }] of headings) {
		const first = wrong[0];
		if (first === undefined) continue;
		const text = context.doc.paragraphs[block]?.text ?? '';
		const start = text.indexOf(verb);
		const same = wrong.length === count && wrong.every(({ expected }) => expected === first.expected);
		if (same && start >= 0) {
			const message = wrongVerb(first.post, verb, first.expected, first.office.why, source);
			findings.push(replacement({ block, text }, start, start + verb.length, first.expected, message, 'ask'));
			continue;
		}
		// Mixed entries under one heading: each is told, and the drafter regroups them.
		for (const { clause, expected, office, post } of wrong) {
			const message = wrongVerb(post, verb, expected, office.why, source);
			findings.push(finding(clause.block, clause.start, clause.end, message, { expected, actual: verb }));
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-verb-by-organ',
		number: 85,
		group: 'personnel',
		title: { zh: '任免用语与职务相符', en: 'Verb of appointment fits the office' },
		description: {
			zh: '副市长、秘书长、局长、委员会主任等政府组成人员用「决定任命」「决定免去」；人大常委会机关和工作机构、监察委员会、法院、检察院的职务用「任命」「免去」；下级人民检察院检察长用「批准任命」「批准免去」。「会议决定：」之下逐条写「任命」的不算错。认不准的职务不查。',
			en: 'Members of the government: 「决定任命」 「决定免去」; posts of the congress, the supervisory commission, courts and procuratorates: 「任命」 「免去」; chiefs of lower procuratorates: 「批准任命」 「批准免去」. Offices that cannot be told for certain are not judged.',
		},
		severity: 'error',
		fix: 'ask',
		source: orgLaw('第五十条'),
		templates: ['appointment'],
		needsFormat: false,
	},
	check,
};
