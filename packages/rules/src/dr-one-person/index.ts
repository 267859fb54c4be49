import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { linesOf } from '../material/front.ts';
import { documentFinding, finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, nobody, several, title } from './messages.ts';

/** 市民政局局长　李秀梅 / 局长 李　红: the last word, its blank inside apart. Null for an organ. */
function personIn(line: string): string | null {
	const text = line.trim().replace(/(?<=[\s\u3000]\p{Script=Han})[\s\u3000]+(?=\p{Script=Han}$)/u, '');
	return /[\s\u3000]([\p{Script=Han}·]{2,12})$/u.exec(text)?.[1] ?? null;
}

function check(context: DocumentContext): readonly Finding[] {
	const { doc, outline } = context;
	if (outline.title === '') return [];
	const authors = linesOf(context, 'author');
	const persons = authors.flatMap(({ block, text }) => {
		const person = personIn(text);
		return person === null ? [] : [{ block, text, person }];
	});
	const names = [...new Set(persons.map(({ person }) => person))];
	const second = persons.find(({ person }) => person !== names[0]);
	if (second !== undefined) {
		return [finding(second.block, 0, second.text.length, several(names.join('、')), { actual: names.join('、') })];
	}
	if (names.length === 1 || outline.reporter.person !== '') return [];
	// A written report names its person at the end: 述职人：×××, or as the signature.
	const signed = linesOf(context, 'signature').some(({ text }) => /[\p{Script=Han}]{2,}/u.test(text));
	if (signed || doc.paragraphs.some(({ text }) => /述职人|报告人/.test(text))) return [];
	const author = authors[0];
	return author === undefined
		? [documentFinding(nobody)]
		: [finding(author.block, 0, author.text.length, nobody, { actual: author.text.trim() })];
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-one-person',
		number: 76,
		group: 'duty-report',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	examples,
	check: (context) => ({ findings: check(context) }),
};
