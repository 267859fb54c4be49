import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, buildDocx, host, invariantFault, read } from './build-docx.ts';
import { readDocx } from '../../src/index.ts';

const r = (text: string, rPr = ''): string => `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const field = (name: string, result: string): string => begin + instruction(name) + separate + result + end;
const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
const drawing = (inner: string): string => `<w:drawing><wps:wsp><wps:txbx>${inner}</wps:txbx></wps:wsp></w:drawing>`;
const vml = (inner: string): string => `<w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict>`;
const twinBox = (inner: string, copy = inner): string =>
	`<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(box(inner))}</mc:Choice><mc:Fallback>${vml(box(copy))}</mc:Fallback></mc:AlternateContent></w:r>`;
const mark = (inner: string): string => `<w:pPr><w:rPr>${inner}</w:rPr></w:pPr>`;
const DELETED_MARK = mark('<w:del w:id="9" w:author="x"/>');

interface Case {
	readonly name: string;
	readonly body: string;
	/** Texts of all paragraphs. */
	readonly texts: readonly string[];
}

const cases: readonly Case[] = [
	{
		name: 'characters that are elements',
		body: '<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:br w:type="page"/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:br w:type="column"/></w:r></w:p>',
		texts: ['一\t二\n三\f\n\u2011\u00ad\uf0fe\f'],
	},
	{
		name: 'blanks at the ends of w:t count only when preserved; line ends inside are blanks',
		body: '<w:p><w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t><w:t>丙\n丁</w:t></w:r></w:p>',
		texts: ['甲 乙 丙 丁'],
	},
	{
		name: 'entities and CDATA',
		body: '<w:p><w:r><w:t>A&amp;B&#x4E00;<![CDATA[<c>]]></w:t></w:r></w:p>',
		texts: ['A&B一<c>'],
	},
	{
		name: 'wrappers are transparent: hyperlink, content control, smart tag, insertion, move target, ruby base',
		body: `<w:p><w:hyperlink>${r('甲')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${r('乙')}</w:sdtContent></w:sdt><w:smartTag>${r('丙')}</w:smartTag><w:ins w:id="1">${r('丁')}</w:ins><w:moveTo w:id="2">${r('戊')}</w:moveTo><w:r><w:ruby><w:rt>${r('jǐ')}</w:rt><w:rubyBase>${r('己')}</w:rubyBase></w:ruby></w:r></w:p>`,
		texts: ['甲乙丙丁戊己'],
	},
	{
		name: 'deleted and moved-away text is left out',
		body: `<w:p>${r('甲')}<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom w:id="2">${r('移')}</w:moveFrom>${r('乙')}</w:p>`,
		texts: ['甲乙'],
	},
	{
		name: 'a deleted paragraph mark joins two paragraphs',
		body: `<w:p>${DELETED_MARK}${r('甲')}</w:p><w:p>${r('乙')}</w:p><w:p>${r('丙')}</w:p>`,
		texts: ['甲乙', '丙'],
	},
	{
		name: 'a paragraph deleted with its mark is no block, also before a table and at the end',
		body: `<w:p>${DELETED_MARK}<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p>${r('格')}</w:p></w:tc></w:tr></w:tbl><w:p>${DELETED_MARK}</w:p>`,
		texts: ['格'],
	},
	{
		name: 'a deleted mark without a successor keeps the text',
		body: `<w:p>${DELETED_MARK}${r('甲')}</w:p>`,
		texts: ['甲'],
	},
	{
		name: 'deleted table rows and cells',
		body: `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p>${r('删')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel w:id="2"/></w:tcPr><w:p/></w:tc><w:tc><w:p>${r('留')}</w:p></w:tc></w:tr></w:tbl>`,
		texts: ['留'],
	},
	{
		name: 'a field shows its result; a nested one inside the instruction shows nothing',
		body: `<w:p>${begin}${instruction(' IF ')}${field('PAGE', r('7'))}${instruction(' = 7 ')}${separate}${r('是')}${end}${r('尾')}</w:p>`,
		texts: ['是尾'],
	},
	{
		name: 'a field over paragraphs',
		body: `<w:p>${begin}${instruction('TOC \\o')}${separate}${r('目一')}</w:p><w:p>${r('目二')}${end}${r('后')}</w:p>`,
		texts: ['目一', '目二后'],
	},
	{
		name: 'a field without its end swallows nothing',
		body: `<w:p>${begin}${instruction('REF x')}${r('甲')}</w:p><w:p>${r('乙')}${separate}${r('丙')}</w:p>`,
		texts: ['甲', '乙丙'],
	},
	{
		name: 'a field whose end was deleted',
		body: `<w:p>${begin}${instruction('REF x')}${separate}${r('甲')}<w:del w:id="1">${end}</w:del>${r('乙')}</w:p>`,
		texts: ['甲乙'],
	},
	{
		name: 'simple field',
		body: `<w:p>${r('第')}<w:fldSimple w:instr=" PAGE ">${r('3')}</w:fldSimple>${r('页')}</w:p>`,
		texts: ['第3页'],
	},
	{
		name: 'text boxes follow their anchor and are read once',
		body: `<w:p>${r('锚')}${twinBox(`<w:p>${r('框一')}</w:p><w:p>${r('框二')}</w:p>`)}${r('后')}</w:p><w:p>${r('下')}</w:p>`,
		texts: ['锚后', '框一', '框二', '下'],
	},
	{
		name: 'a Choice that is not understood gives way to the Fallback',
		body: `<w:p><w:r><mc:AlternateContent xmlns:x="urn:x"><mc:Choice Requires="x">${drawing(box(`<w:p>${r('甲')}</w:p>`))}</mc:Choice><mc:Fallback>${vml(box(`<w:p>${r('乙')}</w:p>`))}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
		texts: ['', '乙'],
	},
	{
		name: 'block-level content control and custom XML, empty paragraphs included',
		body: `<w:sdt><w:sdtContent><w:p>${r('甲')}</w:p><w:customXml><w:p/></w:customXml></w:sdtContent></w:sdt>`,
		texts: ['甲', ''],
	},
	{
		name: 'an equation is one piece of text',
		body: `<w:p>${r('甲')}<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
		texts: ['甲ab'],
	},
];

describe('text of paragraphs', () => {
	it.each(cases.map((each) => [each.name, each] as const))('%s', (_, { body, texts }) => {
		const doc = read(body);
		expect(doc.paragraphs.map(({ text }) => text)).toEqual(texts);
		expect(invariantFault(doc)).toBeNull();
	});

	it('maps text to its source, and says what a splice may touch', () => {
		const body = `<w:p>${r('甲&amp;乙')}${field('PAGE', r('7'))}<w:ins w:id="1">${r('丙')}</w:ins><w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${r('丁')}</w:sdtContent></w:sdt></w:p>`;
		const result = readDocx(buildDocx({ body }), host);
		if (result.refusal !== undefined) throw new Error('refused');
		const paragraph = at(result.doc, 0);
		const part = result.source.parts.get('/word/document.xml')?.text.text ?? '';
		const shown = paragraph.spans.map((span) => [
			paragraph.text.slice(span.start, span.end),
			part.slice(span.source.start, span.source.end),
			span.verbatim,
			span.editable,
		]);
		expect(shown).toEqual([
			['甲', '甲', true, true],
			['&', '&amp;', false, true],
			['乙', '乙', true, true],
			['7', '7', true, false],
			['丙', '丙', true, false],
			['丁', '丁', true, false],
		]);
		expect(paragraph.runs.map((run) => [run.field, run.revision])).toEqual([
			[undefined, undefined],
			['PAGE', undefined],
			[undefined, 'inserted'],
			[undefined, undefined],
		]);
		const first = paragraph.runs[0]?.source;
		expect(part.slice(first?.start, first?.end)).toBe(r('甲&amp;乙'));
		expect(part.slice(paragraph.source.start, paragraph.source.end)).toBe(body);
	});

	it('names fields with instruction and place, over paragraphs too', () => {
		const doc = read(
			`<w:p>${r('见')}${begin}${instruction(' TO')}${instruction('C \\h ')}${separate}${r('一')}${field('PAGEREF _T', r('2'))}</w:p><w:p>${r('二')}${end}</w:p><w:p>${begin}${instruction('XE')}${end}</w:p>`,
		);
		expect(at(doc, 0).fields).toEqual([
			{ name: 'PAGEREF', instruction: 'PAGEREF _T', start: 2, end: 3 },
			{ name: 'TOC', instruction: 'TOC \\h', start: 1, end: 3 },
		]);
		expect(at(doc, 1).fields).toEqual([{ name: 'TOC', instruction: 'TOC \\h', start: 0, end: 1 }]);
		expect(at(doc, 2).fields).toEqual([{ name: 'XE', instruction: 'XE', start: 0, end: 0 }]);
	});

	it('reports a broken field with its block', () => {
		const doc = read(`<w:p/><w:p>${begin}${r('甲')}</w:p>`);
		expect(doc.problems).toMatchObject([{ code: 'field-broken', block: 1 }]);
	});

	it('pairs a text box with its fallback copy, and does not where they differ', () => {
		const paragraph = `<w:p>${r('红头')}</w:p>`;
		const body = `<w:p>${twinBox(paragraph)}${twinBox(paragraph, `<w:p>${r('别的')}</w:p>`)}</w:p>`;
		const result = readDocx(buildDocx({ body }), host);
		if (result.refusal !== undefined) throw new Error('refused');
		const [, same, other] = result.doc.paragraphs;
		const part = result.source.parts.get('/word/document.xml')?.text.text ?? '';
		expect(same?.where).toBe('textbox');
		expect(part.slice(same?.twin?.start, same?.twin?.end)).toBe(paragraph);
		expect(same?.twin?.start).toBeGreaterThan(same?.source.end ?? 0);
		expect(other?.twin).toBeUndefined();
	});

	it('gives w:sym the font it names', () => {
		const doc = read('<w:p><w:r><w:t>甲</w:t><w:sym w:font="Wingdings 2" w:char="F052"/></w:r></w:p>');
		expect(at(doc, 0).runs.map(({ format }) => format.hAnsi)).toEqual(['Times New Roman', 'Wingdings 2']);
		expect(at(doc, 0).spans[1]).toMatchObject({ verbatim: false, editable: false });
	});

	it('counts tracked changes and says what nobody looked at', () => {
		const doc = read(
			`<w:p>${mark('<w:ins w:id="1"/>')}<w:ins w:id="2">${r('甲', '<w:rPrChange w:id="3"/>')}</w:ins><w:del w:id="4"/></w:p><w:altChunk/><w:p><w:r><w:object/></w:r><m:oMath/></w:p><w:foo>${r('丢')}</w:foo>`,
		);
		expect(doc.counts).toMatchObject({ insertions: 2, deletions: 1, formatChanges: 1 });
		expect(doc.unchecked.map(({ code }) => code).sort()).toEqual([
			'alt-chunk',
			'embedded',
			'equation',
			'tracked-changes',
			'unknown-element',
		]);
		expect(doc.unchecked.find(({ code }) => code === 'unknown-element')?.message.zh).toContain('w:foo');
	});

	it('says that the text of a watermark was not read', () => {
		const doc = read('<w:p><w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r></w:p>');
		expect(doc.unchecked).toMatchObject([{ code: 'word-art', block: 0 }]);
		expect(at(doc, 0).objects).toEqual(['shape']);
	});

	it('holds its invariants for any mixture', () => {
		const text = fc.constantFrom('会', 'a b', '&lt;', ' ', '“—”', '\u{20000}').map((each) => r(each));
		const inline = fc.letrec<{ any: string; deep: string }>((tie) => ({
			any: fc.oneof({ maxDepth: 4 }, text, tie('deep')),
			deep: fc
				.tuple(
					fc.constantFrom('w:ins', 'w:del', 'w:hyperlink', 'w:fldSimple', 'field', 'box', 'loose'),
					fc.array(tie('any'), { maxLength: 3 }),
				)
				.map(([kind, inner]) => {
					const content = inner.join('');
					if (kind === 'field') return field('REF x', content);
					if (kind === 'loose') return begin + content + (content.length % 2 === 0 ? separate : end);
					if (kind === 'box') return twinBox(`<w:p>${content}</w:p>`);
					return `<${kind}>${content}</${kind}>`;
				}),
		})).any;
		const paragraph = fc
			.tuple(fc.boolean(), fc.array(inline, { maxLength: 5 }))
			.map(([deleted, content]) => `<w:p>${deleted ? DELETED_MARK : ''}${content.join('')}</w:p>`);
		fc.assert(
			fc.property(fc.array(paragraph, { maxLength: 6 }), (body) => {
				expect(invariantFault(read(body.join('')))).toBeNull();
			}),
			{ numRuns: 300 },
		);
	});
});
