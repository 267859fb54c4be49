import type { Role, Rule } from '@bianxu/model';
import { personnelPaper } from '../material/personnel.ts';
import { passages } from '../text/passages.ts';
import { finding, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { acting, description, resignation, title } from './messages.ts';

const actingPost =
	/代理(?:省长|市长|县长|区长|州长|旗长|主席|主任|院长|检察长)|(?<=[省市县区州旗院])代(?:省长|市长|县长|区长|州长|旗长|院长|检察长)/g;
const accepted = /接受[\p{Script=Han}·　 ]{2,12}?辞去[^，。；]{2,40}?职务(?:的请求)?/gu;

const entryRoles: readonly Role[] = ['name-entry', 'body', 'heading-1', 'heading-2', 'heading-3', 'dash-item'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-acting-and-resignation-as-decision',
		number: 97,
		group: 'personnel',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check: (context) => {
		if (personnelPaper(context) !== 'list') return { findings: [] };
		const entries = passages(context, entryRoles);
		return {
			findings: [
				...scanPassages(entries, 'own', actingPost, (match, { block, own }) =>
					// A clause that frees somebody of an acting post is a removal.
					own.slice(0, match.index).includes('免去')
						? null
						: finding(block, match.index, match.index + match[0].length, acting(match[0]), { actual: match[0] }),
				),
				...scanPassages(entries, 'own', accepted, (match, { block }) =>
					finding(block, match.index, match.index + match[0].length, resignation(match[0]), { actual: match[0] }),
				),
			],
		};
	},
};
