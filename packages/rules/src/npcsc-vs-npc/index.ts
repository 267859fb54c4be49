import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, officer, organ, title } from './messages.ts';

const officers = /人大(?<=[省市县区州旗盟]..)(?=(?:主任(?!会议|委员)|副主任(?!委员)|秘书长))/g;
const organs =
	/人大常委(?=(?:第[一二三四五六七八九十\d]+次)?(?:审议|主任|副主任|秘书长|机关|办公室|党组|作出|批准|任命|决定|听取|报告|汇报))/g;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'npcsc-vs-npc',
		number: 100,
		group: 'names-dates',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({
		findings: [
			...scanPassages(passages(context), 'own', officers, (match, passage) => {
				const end = match.index + match[0].length;
				return replacement(passage, match.index, end, '人大常委会', officer('人大主任', '人大常委会主任'), 'ask');
			}),
			...scanPassages(passages(context), 'own', organs, (match, passage) => {
				const end = match.index + match[0].length;
				return replacement(passage, match.index, end, '人大常委会', organ('人大常委', '人大常委会'), 'ask');
			}),
		],
	}),
};
