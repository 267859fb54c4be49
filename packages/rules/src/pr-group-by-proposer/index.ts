import type { Rule } from '@bianxu/model';
import { personnelPaper } from '../material/personnel.ts';
import { proposalsOf } from '../material/proposer.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, title, wrongOrder } from './messages.ts';

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-group-by-proposer',
		number: 90,
		group: 'personnel',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	params: { order: ['市长', '主任会议', '监察委员会', '法院', '检察院'] },
	check: (context) => {
		const order = context.params['order'];
		if (!Array.isArray(order) || personnelPaper(context) !== 'list') return { findings: [] };
		const names = order.map(String);
		const blocks = proposalsOf(context)
			.map((proposal) => ({ ...proposal, rank: names.indexOf(proposal.proposer) }))
			.filter(({ rank }) => rank >= 0);
		return {
			findings: blocks.flatMap(({ block, text, proposer, rank }, index) => {
				const before = blocks[index - 1];
				if (before === undefined || before.rank <= rank) return [];
				const message = wrongOrder(proposer, before.proposer, names.join('、'));
				return [finding(block, 0, text.length, message, { actual: proposer, expected: names.join('、') })];
			}),
		};
	},
};
