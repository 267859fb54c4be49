import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, annotateDocx } from '../../src/index.ts';
import { buildDocx } from '../docx/build-docx.ts';
import { changedParts, partOf, read } from './round-trip.ts';

const options = { author: '编序', date: '2026-11-26' };

function annotate(bytes: Uint8Array, notes: readonly Annotation[]): Uint8Array {
	const { doc, source } = read(bytes);
	return annotateDocx(doc, source, notes, options).write({ deflateRaw: (data) => deflateRawSync(data) });
}

const bodyOf = (bytes: Uint8Array): string =>
	/<w:body>([\s\S]*)<\/w:body>/.exec(partOf(bytes, '/word/document.xml'))?.[1] ?? '';

/** Visible text between the marks of a comment. */
function commented(bytes: Uint8Array, id: number): string {
	const between =
		new RegExp(`<w:commentRangeStart w:id="${id}"/>([\\s\\S]*)<w:commentRangeEnd w:id="${id}"/>`).exec(
			bodyOf(bytes),
		)?.[1] ?? '?';
	return [...between.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab)\/>/g)]
		.map(([, text, tab]) => (tab === undefined ? text : '\t'))
		.join('');
}

describe('annotateDocx', () => {
	it('marks the stretch, makes the part and stays otherwise the same', () => {
		const before = buildDocx({ body: '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>会议文件（三）</w:t></w:r></w:p>' });
		const after = annotate(before, [{ block: 0, start: 4, end: 7, text: '应为（五）\n依据：会议议程' }]);
		expect(bodyOf(after)).toBe(
			'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>会议文件</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t>（三）</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
		);
		expect(partOf(after, '/word/comments.xml')).toContain(
			'<w:comment w:id="0" w:author="编序" w:date="2026-11-26T00:00:00Z" w:initials="编序"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">应为（五）</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">依据：会议议程</w:t></w:r></w:p></w:comment>',
		);
		expect(changedParts(before, after)).toEqual([
			'/[Content_Types].xml',
			'/word/_rels/document.xml.rels',
			'/word/comments.xml',
			'/word/document.xml',
		]);
		expect(read(after).doc.counts.comments).toBe(1);
		expect(annotate(before, [{ block: 0, start: 4, end: 7, text: '应为（五）\n依据：会议议程' }])).toEqual(after);
	});

	it('goes on from the numbers that are there', () => {
		const first = annotate(buildDocx({ body: '<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>' }), [
			{ block: 0, start: 0, end: 1, text: '一' },
		]);
		const second = annotate(first, [{ block: 0, start: 1, end: 2, text: '二' }]);
		expect([commented(second, 0), commented(second, 1), read(second).doc.counts.comments]).toEqual(['甲', '乙', 2]);
		expect(changedParts(first, second)).toEqual(['/word/comments.xml', '/word/document.xml']);
	});

	it('puts remarks on footers and on the document to the body', () => {
		const body =
			'<w:p><w:r><w:t>标题</w:t></w:r></w:p><w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>';
		const before = buildDocx({ body, extra: { footer1: '<w:p><w:r><w:t>页1</w:t></w:r></w:p>' } });
		const after = annotate(before, [
			{ block: 1, start: 0, end: 1, text: '页码应为' },
			{ block: 0, start: 0, end: 0, text: '全文' },
		]);
		expect([commented(after, 0), commented(after, 1)]).toEqual(['标题', '标题']);
		expect(partOf(after, '/word/comments.xml')).toContain('【页脚：页1】');
	});

	it('puts remarks on a paragraph of a drawing and nothing else beside text, where they are seen', () => {
		const box = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict>';
		const body = `<w:p><w:r>${box}</w:r></w:p><w:p><w:r><w:t>标题</w:t></w:r></w:p>`;
		const after = annotate(buildDocx({ body }), [
			{ block: 0, start: 0, end: 0, text: '全文' },
			{ block: 1, start: 0, end: 2, text: '字号' },
		]);
		expect([commented(after, 0), commented(after, 1)]).toEqual(['标题', '标题']);
		expect(partOf(after, '/word/comments.xml')).toContain('【正文：无文字的一段】');
	});

	it('takes an empty paragraph and remarks with forbidden characters', () => {
		const after = annotate(buildDocx({ body: '<w:p/>' }), [{ block: 0, start: 0, end: 0, text: 'a\u0001<b>\ud800' }]);
		expect(bodyOf(after)).toContain('<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>');
		expect(partOf(after, '/word/comments.xml')).toContain('a\ufffd&lt;b&gt;\ufffd');
	});

	it('without remarks gives the same bytes back', () => {
		const before = buildDocx({ body: '<w:p/>' });
		const { doc, source } = read(before);
		expect(annotateDocx(doc, source, [], options).write({ deflateRaw: (data) => data })).toBe(source.pkg.bytes);
	});

	it('leaves the text as it is and covers exactly what was asked for', () => {
		const run = fc
			.tuple(fc.stringMatching(/^[甲乙a ]{0,4}$/), fc.boolean())
			.map(([text, tab]) => `<w:r><w:t xml:space="preserve">${text}</w:t>${tab ? '<w:tab/>' : ''}</w:r>`);
		fc.assert(
			fc.property(
				fc.array(run, { minLength: 1, maxLength: 4 }),
				fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
				(runs, places) => {
					const before = buildDocx({ body: `<w:p>${runs.join('')}</w:p>` });
					const text = read(before).doc.paragraphs[0]?.text ?? '';
					fc.pre(text.length > 0);
					const notes = places.map(([a, b]) => {
						const [start = 0, end = 0] = [a % text.length, b % text.length].sort((x, y) => x - y);
						return { block: 0, start, end: end + 1, text: '注' };
					});
					const after = annotate(before, notes);
					expect(read(after).doc.paragraphs[0]?.text).toBe(text);
					for (const [id, note] of notes.entries()) expect(commented(after, id)).toBe(text.slice(note.start, note.end));
				},
			),
			{ numRuns: 300 },
		);
	});
});
