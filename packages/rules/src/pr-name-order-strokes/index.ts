import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, title, uncheckedNames, wrongOrder } from './messages.ts';
import { surnameStrokes } from './strokes.ts';

const claim = /(?:按|以)姓[名氏]笔[画划](?:为序|排列|排序|顺序)/;
/** 「王 倩（女）」 「万家和」 「石永刚 吴桂英」: names of two to four characters, a two-character name spread by one blank. */
const entry =
	/(?<![\p{Script=Han}·])(\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}(?!\p{Script=Han})|\p{Script=Han}{2,4})(?:[（(][^）)]{1,12}[）)])?(?=$|[\s\u3000、])/gu;

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

function check(context: DocumentContext): RuleResult {
	const findings: Finding[] = [];
	const unknown: string[] = [];
	for (const { block, text } of passages(context)) {
		if (!claim.test(text) || text.length > 40) continue;
		let before: { readonly name: string; readonly strokes: number } | null = null;
		for (const { block: at, start, end, name } of namesBelow(context, block)) {
			const strokes = surnameStrokes(name);
			if (strokes === null) {
				unknown.push(name);
				continue;
			}
			if (before !== null && strokes < before.strokes) {
				const message = wrongOrder(name, strokes, before.name, before.strokes);
				findings.push(finding(at, start, end, message, { actual: name, expected: before.name }));
			} else before = { name, strokes };
		}
	}
	return {
		findings,
		...(unknown.length === 0 ? {} : { unchecked: [{ code: 'name-strokes', message: uncheckedNames(unknown) }] }),
	};
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
	examples,
	check,
};
