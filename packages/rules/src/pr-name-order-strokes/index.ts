import type { DocumentContext, Finding, Rule, RuleResult, Unchecked } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { description, title, tooMany, uncheckedNames, undecided, wrongOrder } from './messages.ts';
import { compareNames, type StrokeOrder, unknownCharacters } from './strokes.ts';

const claim = /(?:按|以)姓([名氏])笔[画划](?:为序|排列|排序|顺序)/g;
/** 「王 倩（女）」 「万家和」 「石永刚 吴桂英」 「买买提·艾山」: names of two to four characters, a two-character name spread by one blank. */
const entry =
	/(?<![\p{Script=Han}·])(\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}(?!\p{Script=Han})|\p{Script=Han}{2,4})(?:[（(][^）)]{1,12}[）)])?(?=$|[\s\u3000、])/gu;

/** A list is compared name by name with all names before; a longer one is said to be unchecked. */
const mostNames = 1000;

interface Named {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly name: string;
}

/** Names in lines that consist of names only, from the note to the next other line. */
function namesBelow(context: DocumentContext, note: number): readonly Named[] {
	const found: Named[] = [];
	for (const { block, text } of passages(context)) {
		if (block <= note) continue;
		const names = [...text.matchAll(entry)];
		const covered = names.reduce((rest, match) => rest.replace(match[0], ''), text);
		if (names.length === 0 || /\p{Script=Han}/u.test(covered)) break;
		for (const match of names) {
			const written = match[1] ?? '';
			const name = written.replace(/[\s\u3000]/g, '');
			found.push({ block, start: match.index, end: match.index + written.length, name });
		}
	}
	return found;
}

/** Indices of a longest stretch of names that are in order: what is outside of it stands in the wrong place. */
function inOrder(names: readonly Named[], by: StrokeOrder): ReadonlySet<number> {
	const best: { readonly length: number; readonly from: number }[] = [];
	names.forEach(({ name }, at) => {
		let [length, from] = [1, -1];
		for (let before = 0; before < at; before += 1) {
			const earlier = best[before];
			if (earlier === undefined || earlier.length + 1 <= length) continue;
			if (compareNames(names[before]?.name ?? '', name, by).order <= 0) [length, from] = [earlier.length + 1, before];
		}
		best.push({ length, from });
	});
	let last = best.findIndex(({ length }) => length === Math.max(...best.map((each) => each.length)));
	const kept = new Set<number>();
	for (; last >= 0; last = best[last]?.from ?? -1) kept.add(last);
	return kept;
}

function misplaced(names: readonly Named[], by: StrokeOrder): readonly Finding[] {
	const kept = inOrder(names, by);
	return names.flatMap((named, at) => {
		if (kept.has(at)) return [];
		const rests = names.map((other, index) => ({ other, index })).filter(({ index }) => kept.has(index));
		const ahead = rests.find(({ other, index }) => index < at && compareNames(named.name, other.name, by).order < 0);
		const behind = rests.findLast(
			({ other, index }) => index > at && compareNames(named.name, other.name, by).order > 0,
		);
		const { other } = ahead ?? behind ?? {};
		if (other === undefined) return [];
		const message = wrongOrder(named.name, other.name, ahead !== undefined, compareNames(named.name, other.name, by));
		return [finding(named.block, named.start, named.end, message, { actual: named.name, expected: other.name })];
	});
}

function check(context: DocumentContext): RuleResult {
	const findings: Finding[] = [];
	const unchecked: Unchecked[] = [];
	for (const { block, text } of matching(passages(context), 'text', claim)) {
		const said = [...text.matchAll(claim)][0];
		if (said === undefined || text.length > 40) continue;
		const by: StrokeOrder = said[1] === '氏' || context.params['method'] === 'xingshi' ? 'xingshi' : 'xingming';
		const names = namesBelow(context, block);
		const unknown = names.filter(({ name }) => unknownCharacters(name).length > 0).map(({ name }) => name);
		if (unknown.length > 0) {
			unchecked.push({ code: 'name-strokes', message: uncheckedNames(unknown), block });
			continue;
		}
		if (names.length > mostNames) {
			unchecked.push({ code: 'name-strokes', message: tooMany(names.length), block });
			continue;
		}
		findings.push(...misplaced(names, by));
		const ties = names.slice(1).flatMap(({ name }, at) => {
			const { order, a, b } = compareNames(names[at]?.name ?? '', name, by);
			return order === 0 && a !== b ? [`${names[at]?.name ?? ''}、${name}`] : [];
		});
		if (ties.length > 0) unchecked.push({ code: 'name-strokes', message: undecided(ties), block });
	}
	return { findings, ...(unchecked.length === 0 ? {} : { unchecked }) };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-name-order-strokes',
		number: 93,
		group: 'personnel',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['appointment', 'base'],
		needsFormat: false,
	},
	params: { method: 'xingming' },
	check,
};
