import { describe, expect, it } from 'vitest';
import { scanXml } from '@bianxu/opc';
import { storedZip } from '../../../opc/test/stored-zip.ts';
import { readDocx } from '../../src/index.ts';
import { at, buildDocx, host, read } from './build-docx.ts';

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const rels = (target: string, type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'): string =>
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${type}/officeDocument" Target="${target}"/></Relationships>`;

function texts(bytes: Uint8Array): readonly string[] {
	const result = readDocx(bytes, host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result.doc.paragraphs.map(({ text }) => text);
}

describe('opening', () => {
	it('finds a renamed main part, reads the Strict namespace under any prefix and Strict units', () => {
		const main = `<x:document xmlns:x="${STRICT}"><x:body><x:p><x:pPr><x:ind x:start="36pt"/></x:pPr><x:r><x:t>会议</x:t></x:r></x:p></x:body></x:document>`;
		const bytes = storedZip({
			'[Content_Types].xml': TYPES,
			'_rels/.rels': rels('/Wort/Haupt.xml', 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
			'Wort/Haupt.xml': main,
		});
		const result = readDocx(bytes, host);
		if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
		expect(at(result.doc, 0)).toMatchObject({
			text: '会议',
			format: { left: 720 },
			source: { part: '/Wort/Haupt.xml' },
		});
		expect(result.source.mainPart).toBe('/Wort/Haupt.xml');
	});

	it('reads a byte-order mark, offsets counting behind it', () => {
		const main = (text: string): string =>
			`\ufeff<w:document xmlns:w="${STRICT}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
		const bytes = buildDocx({ body: '', files: { 'word/document.xml': main('甲') } });
		expect(texts(bytes)).toEqual(['甲']);
	});

	it.each([
		['little-endian', true],
		['big-endian', false],
	])('reads parts in UTF-16, %s', (_, little) => {
		const xml = `<w:document xmlns:w="${STRICT}"><w:body><w:p><w:r><w:t>滨江市</w:t></w:r></w:p></w:body></w:document>`;
		const wide = Buffer.from(`\ufeff${xml}`, 'utf16le');
		const bytes = buildDocx({ body: '', files: { 'word/document.xml': little ? wide : wide.swap16() } });
		expect(texts(bytes)).toEqual(['滨江市']);
	});

	it.each([
		['an old .doc or a file with a password', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole2'],
		['a text that calls itself .docx', [...Buffer.from('{\\rtf1 a}')], 'rtf'],
	])('says what %s is', (_, head, code) => {
		const result = readDocx(new Uint8Array([...head, ...new Uint8Array(600)]), host);
		expect(result.refusal?.code).toBe(code);
		expect(result.refusal?.message.zh).toContain('另存为');
	});

	it('reads on without a part that is broken or missing, and says so', () => {
		const doc = read({
			body: '<w:p><w:r><w:t>甲</w:t></w:r></w:p>',
			styles: '',
			files: { 'word/styles.xml': '<w:styles' },
		});
		expect(at(doc, 0).text).toBe('甲');
		expect(doc.problems).toMatchObject([{ code: 'xml-malformed' }]);
		expect(doc.problems[0]?.message.zh).toContain('styles.xml');
		const dangling = read({
			body: '<w:p/>',
			files: {
				'word/_rels/document.xml.rels':
					'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
			},
		});
		expect(dangling.problems).toMatchObject([{ code: 'part-missing' }]);
	});

	it.each([
		['a workbook', '<x:workbook xmlns:x="urn:x"/>', 'not-word'],
		['a document without a body', `<w:document xmlns:w="${STRICT}"/>`, 'not-word'],
		['a document type', `<!DOCTYPE a><w:document xmlns:w="${STRICT}"/>`, 'xml-doctype'],
		['broken XML', '<a><b></a>', 'xml-malformed'],
	])('refuses %s in one line of each language', (_, main, code) => {
		const result = readDocx(buildDocx({ body: '', files: { 'word/document.xml': main } }), host);
		expect(result.refusal?.code).toBe(code);
		expect(result.refusal?.message.zh).toMatch(/^[^\n]+$/);
		expect(result.refusal?.message.en).toMatch(/^[^\n]+$/);
	});

	it('reports macros and targets outside, which it never runs or fetches', () => {
		const doc = read({
			body: '<w:p/>',
			files: {
				'word/vbaProject.bin': 'x',
				'word/_rels/document.xml.rels':
					'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>',
			},
		});
		expect(doc.unchecked.map(({ code }) => code)).toEqual(['macros', 'external-target']);
	});

	it('costs a small multiple of scanning, and grows with the text', () => {
		const paragraph =
			'<w:p><w:pPr><w:pStyle w:val="a"/><w:ind w:firstLineChars="200" w:firstLine="632"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:b/></w:rPr><w:t>各位组成人员：</w:t></w:r><w:r><w:t xml:space="preserve">报告 </w:t></w:r></w:p>';
		const body = paragraph.repeat(20_000);
		const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>';
		const bytes = buildDocx({ body, styles });
		const small = buildDocx({ body: paragraph.repeat(2_000), styles });
		const best = (work: () => unknown): number => {
			let least = Number.POSITIVE_INFINITY;
			for (let i = 0; i < 3; i++) {
				const started = process.cpuUsage();
				work();
				least = Math.min(least, process.cpuUsage(started).user / 1000);
			}
			return least;
		};
		const xml = `<w:document xmlns:w="${STRICT}">${body}</w:document>`;
		const scan = best(() => scanXml(xml));
		const whole = best(() => readDocx(bytes, host));
		const part = best(() => readDocx(small, host));
		expect(whole).toBeLessThan(scan * 30);
		expect(whole).toBeLessThan(part * 60);
	});
});
