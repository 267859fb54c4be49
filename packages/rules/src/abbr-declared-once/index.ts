import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { scanReferences, zoneAt } from '@bianxu/numbering';
import { passages } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { again, description, title, unused } from './messages.ts';

interface Declaration {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly name: string;
}

const declaring = /简称/g;

function check(context: DocumentContext): readonly Finding[] {
	const all = passages(context);
	const declared: Declaration[] = matching(all, 'text', declaring).flatMap(({ block, text, zones }) =>
		scanReferences(text)
			.filter(({ kind, start }) => kind === 'X23' && zoneAt(zones, start) === null)
			.map(({ start, end, noun }) => ({ block, start, end, name: noun.trim() })),
	);
	return declared.flatMap((own, order) => {
		const { block, start, end, name } = own;
		if (name === '' || name.length > 20) return [];
		// 以下简称A、B declares two at once; that is read by people only.
		if (/[、，和]/.test(name)) return [];
		if (declared.slice(0, order).some((other) => other.name === name)) {
			return [finding(block, start, end, again(name), { actual: name })];
		}
		const used = all.some((passage) => {
			if (passage.block < block) return false;
			const behind = passage.block === block ? passage.text.slice(end) : passage.text;
			return behind.includes(name);
		});
		return used ? [] : [finding(block, start, end, unused(name), { actual: name })];
	});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'abbr-declared-once',
		number: 106,
		group: 'names-dates',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
