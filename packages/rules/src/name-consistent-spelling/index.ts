import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { knownNames } from '../material/known-names.ts';
import { finding } from '../text/replacement.ts';
import { holds } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, otherSpelling, title } from './messages.ts';

/** Characters of names that are taken for each other. Each group is a set of look-alikes or variants. */
const lookAlikes: readonly string[] = [
	'喆哲',
	'堃坤',
	'珺琚',
	'晟昇升',
	'吕呂',
	'户戶',
	'黄黃',
	'祢禰',
	'于於',
	'钟锺鍾',
	'淼森',
	'肖萧',
	'闫阎',
	'付傅',
	'邱丘',
	'菁青',
	'斌彬',
	'杰傑',
	'钧均',
	'媛嫒',
	'晓小',
	'玮伟',
	'怡仪',
	'琳林',
	'君军',
	'锋峰',
	'烨晔',
	'赟贇',
	'戌戍',
	'己已',
];

/** Each character with those it is taken for. */
const others = new Map<string, string[]>();
for (const group of lookAlikes)
	for (const character of group)
		others.set(character, [...(others.get(character) ?? []), ...[...group].filter((other) => other !== character)]);

function variants(name: string): readonly string[] {
	return [...name].flatMap((character, at) =>
		(others.get(character) ?? []).map((other) => [...name].toSpliced(at, 1, other).join('')),
	);
}

function check(context: DocumentContext): readonly Finding[] {
	const known = knownNames(context).filter((name) => [...name].length >= 3);
	const all = passages(context);
	return known.flatMap((name) =>
		variants(name)
			.filter((other) => !known.includes(other) || known.indexOf(other) > known.indexOf(name))
			.flatMap((other) =>
				(holds(all, 'text', other) ? all : []).flatMap(({ block, text }) => {
					const start = text.indexOf(other);
					if (start < 0) return [];
					const end = start + other.length;
					return [finding(block, start, end, otherSpelling(other, name), { expected: name, actual: other })];
				}),
			),
	);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'name-consistent-spelling',
		number: 107,
		group: 'names-dates',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
