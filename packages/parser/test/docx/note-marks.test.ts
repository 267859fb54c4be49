import { expect, test } from 'vitest';
import { read } from './build-docx.ts';

const marked = (...ids: readonly number[]): string =>
	`<w:p>${ids.map((id) => `<w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="${id}"/></w:r>`).join('')}</w:p>`;
const section = (notes: string, body = ''): string =>
	body === '' ? `<w:sectPr>${notes}</w:sectPr>` : `${body}<w:p><w:pPr><w:sectPr>${notes}</w:sectPr></w:pPr></w:p>`;
const labels = (body: string, settings = ''): readonly (readonly string[])[] =>
	read({ body, settings }).paragraphs.flatMap(({ notes }) =>
		notes === undefined ? [] : [notes.map(({ label }) => label)],
	);

test('the format of note marks is that of the section, else of the document', () => {
	const circled = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>';
	expect(labels(`${marked(1, 2)}${section(circled)}`)).toEqual([['①', '②']]);
	expect(labels(`${marked(1, 2)}${section('')}`, circled)).toEqual([['①', '②']]);
	expect(labels(`${section('', marked(1))}${marked(2)}${section(circled)}`)).toEqual([['1'], ['②']]);
});

test('marks begin anew in a section, and where a number to start from is stated', () => {
	const anew = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>';
	expect(labels(`${section(anew, marked(1, 2))}${marked(3)}${section(anew)}`)).toEqual([['1', '2'], ['1']]);
	const start = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>';
	expect(labels(`${marked(1, 2)}${section(start)}`)).toEqual([['5', '6']]);
});

test('marks that begin anew on each page say which they are for the notes of a page', () => {
	const byPage =
		'<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/></w:footnotePr>';
	const { paragraphs } = read(`${marked(1, 2)}${section(byPage)}`);
	const [first, second] = paragraphs[0]?.notes ?? [];
	expect(first?.byPage?.slice(0, 3)).toEqual(['①', '②', '③']);
	expect(second?.byPage).toBe(first?.byPage);
	expect(read(`${marked(1)}${section('')}`).paragraphs[0]?.notes?.[0]).toEqual({
		at: 1,
		note: { kind: 'footnote', id: '1' },
		label: '1',
	});
});
