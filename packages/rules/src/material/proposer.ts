/** Introductions of blocks in a list of appointments: 「根据滨江市人民政府市长陈远洲的提请：」. */

import { passages } from '../text/passages.ts';
import type { Material } from './front.ts';

/** Words of the setting `order`, with what they look like in a text. */
const proposers: readonly (readonly [string, RegExp])[] = [
	['检察院', /检察院/],
	['法院', /法院/],
	['监察委员会', /监察委员会|监委/],
	['主任会议', /主任会议/],
	['市长', /人民政府|[省市县区州旗]长/],
];

/** A line that names the proposer of what follows. */
export interface Proposal {
	readonly block: number;
	readonly text: string;
	readonly proposer: string;
}

/** All introductions in order. Only short lines that begin with 根据 (or 依据) and end in 提请 are taken. */
export function proposalsOf(context: Material): readonly Proposal[] {
	return passages(context).flatMap(({ block, text }) => {
		const match = /^\s*(?:[一二三四五六七八九十]+、)?(?:根据|依据)([^，。；]{2,40}?)(?:的)?提请/u.exec(text);
		const proposer = proposers.find(([, shape]) => shape.test(match?.[1] ?? ''));
		return match === null || proposer === undefined || text.length > 80 ? [] : [{ block, text, proposer: proposer[0] }];
	});
}
