import type { DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { linesOf } from '../material/front.ts';
import { clausesOf, personnelPaper } from '../material/personnel.ts';
import { replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { notAligned, wrongBlank } from './messages.ts';

interface ShortName {
	readonly line: Pick<Paragraph, 'block' | 'text'>;
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly wanted: string;
	readonly blank: string;
}

/** A two-character name at the head of a list line, before 为, 的, a bracket or the end. */
const shortName = /^\s*(\p{Script=Han})([ \t\u00a0\u2000-\u200a\u3000]*)(\p{Script=Han})(?=为|的|[（(]|\s*$)/u;

function shortNames(context: DocumentContext): readonly ShortName[] {
	const entries = clausesOf(context).flatMap((clause) =>
		clause.verbAt === null ? [{ block: clause.block, text: clause.text, from: clause.start }] : [],
	);
	const blocks = new Set(entries.map(({ block }) => block));
	const bare = linesOf(context, 'name-entry')
		.filter(
			({ block, text }) =>
				!blocks.has(block) && /^\s*\p{Script=Han}[\s·\p{Script=Han}]{1,7}(?:[（(].*)?\s*$/u.test(text),
		)
		.map(({ block, text }) => ({ block, text, from: 0 }));
	return [...entries, ...bare].flatMap(({ block, text, from }) => {
		const match = shortName.exec(text.slice(from));
		if (match === null) return [];
		const [whole, family = '', blank = '', given = ''] = match;
		const end = from + whole.length;
		const start = end - family.length - blank.length - given.length;
		return [
			{ line: { block, text }, start, end, text: text.slice(start, end), wanted: `${family}\u3000${given}`, blank },
		];
	});
}

function check(context: DocumentContext): RuleResult {
	if (personnelPaper(context) !== 'list') return { findings: [] };
	const names = shortNames(context);
	const spaced = names.some(({ blank }) => blank === '\u3000');
	const findings: Finding[] = [];
	for (const { line, start, end, text, wanted, blank } of names) {
		if (blank === '\u3000' || (blank === '' && !spaced)) continue;
		const message = blank === '' ? notAligned(text, wanted) : wrongBlank(text, wanted);
		findings.push(replacement(line, start, end, wanted, message, 'safe'));
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-name-spacing',
		number: 92,
		group: 'personnel',
		title: { zh: '名单里两个字的姓名空一格', en: 'Blank in two-character names of lists' },
		description: {
			zh: '名单里一人一行的，两个字的姓名在姓和名之间空一个全角空格，与三个字的姓名对齐；不用半角空格，不空两格。全名单都不空的不查；成句的条目（「任命……为……」）不空。',
			en: 'In lists with one person a line, a two-character name has one full-width blank between family and given name. Lists without any blank, and entries that are sentences, are not looked at.',
		},
		severity: 'warning',
		fix: 'safe',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check,
};
