import type { Doc } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { type DocxParts, read } from './build-docx.ts';

const t = (text: string, rPr = ''): string => `<w:r><w:rPr>${rPr}</w:rPr><w:t>${text}</w:t></w:r>`;
const codes = (doc: Doc): readonly string[] => doc.unchecked.map(({ code }) => code);
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const related = (
	type: string,
	target: string,
	owner = 'word/_rels/document.xml.rels',
): Readonly<Record<string, string>> => ({
	[owner]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="${type}" Target="${target}"/></Relationships>`,
});

/** Everything a .docx may hold that no rule can look at, and the code under which the result names it. */
const NAMED: readonly (readonly [what: string, parts: DocxParts | string, code: string])[] = [
	['altChunk', '<w:altChunk r:id="x"/>', 'alt-chunk'],
	['sub-document', '<w:subDoc r:id="x"/>', 'sub-document'],
	['sub-document in a paragraph', '<w:p><w:subDoc r:id="x"/></w:p>', 'sub-document'],
	['unknown block', '<w:foo/>', 'unknown-element'],
	['unknown inline', '<w:p><w:foo/></w:p>', 'unknown-element'],
	['unknown in a run', '<w:p><w:r><w:foo/></w:r></w:p>', 'unknown-element'],
	['page number of old files', '<w:p><w:r><w:pgNum/></w:r></w:p>', 'computed-text'],
	['date of old files', '<w:p><w:r><w:yearLong/></w:r></w:p>', 'computed-text'],
	['ink', '<w:p><w:r><w:contentPart r:id="x"/></w:r></w:p>', 'ink'],
	['equation', '<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>', 'equation'],
	[
		'picture',
		`<w:p><w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r></w:p>`,
		'image',
	],
	['VML picture', '<w:p><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>', 'image'],
	[
		'chart',
		`<w:p><w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r></w:p>`,
		'chart',
	],
	[
		'SmartArt',
		`<w:p><w:r><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing></w:r></w:p>`,
		'diagram',
	],
	['WordArt', '<w:p><w:r><w:pict><v:shape><v:textpath string="内部"/></v:shape></w:pict></w:r></w:p>', 'word-art'],
	['embedded object', '<w:p><w:r><w:object/></w:r></w:p>', 'embedded'],
	['ActiveX control', '<w:p><w:r><w:control/></w:r></w:p>', 'embedded'],
	['ActiveX part', { body: '<w:p/>', files: { 'word/activeX/activeX1.xml': '<a/>' } }, 'activex'],
	['macros', { body: '<w:p/>', files: { 'word/vbaProject.bin': 'x' } }, 'macros'],
	[
		'phonetic guide',
		`<w:p><w:r><w:ruby><w:rt>${t('jǐ')}</w:rt><w:rubyBase>${t('己')}</w:rubyBase></w:ruby></w:r></w:p>`,
		'ruby',
	],
	['tracked insertion', `<w:p><w:ins w:id="1">${t('甲')}</w:ins></w:p>`, 'tracked-changes'],
	['tracked deletion', '<w:p><w:del w:id="1"><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>', 'tracked-changes'],
	['tracked format', `<w:p>${t('甲', '<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')}</w:p>`, 'tracked-changes'],
	[
		'data-bound control',
		`<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${t('甲')}</w:sdtContent></w:sdt></w:p>`,
		'bound-control',
	],
	[
		'list of choices',
		`<w:p><w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>${t('甲')}</w:sdtContent></w:sdt></w:p>`,
		'form-field',
	],
	[
		'check box',
		`<w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${t('☐')}</w:sdtContent></w:sdt></w:p>`,
		'form-field',
	],
	[
		'legacy form field',
		'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
		'form-field',
	],
	[
		'field without a result in the file',
		'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\o(印,章)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
		'computed-field',
	],
	[
		'number format unknown here',
		{
			body: '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
			numbering:
				'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiCounting"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
		},
		'number-format',
	],
	[
		'picture bullet',
		{
			body: '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
			numbering:
				'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/><w:lvlPicBulletId w:val="0"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
		},
		'picture-bullet',
	],
	[
		'note separator with text',
		{ body: '<w:p/>', footnotes: `<w:footnote w:type="separator" w:id="0"><w:p>${t('续')}</w:p></w:footnote>` },
		'note-separator',
	],
	[
		'target outside',
		{
			body: '<w:p/>',
			files: {
				'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="${OFFICE}/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>`,
			},
		},
		'external-target',
	],
	[
		'building blocks',
		{ body: '<w:p/>', files: related(`${OFFICE}/glossaryDocument`, 'glossary/document.xml') },
		'building-blocks',
	],
	['sound', { body: '<w:p/>', files: related(`${OFFICE}/audio`, 'media/a.wav') }, 'media'],
	['part of an unknown kind', { body: '<w:p/>', files: related('urn:other/thing', 'thing.xml') }, 'unread-part'],
	[
		'text whose theme font has no face for the language',
		{
			body: `<w:p>${t('会议', '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')}</w:p>`,
			fonts:
				'<a:majorFont><a:latin typeface="A"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="A"/><a:ea typeface=""/></a:minorFont>',
		},
		'font-undetermined',
	],
	['mail merge', { body: '<w:p/>', settings: '<w:mailMerge/>' }, 'mail-merge'],
	[
		'protection',
		{ body: '<w:p/>', settings: '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' },
		'protected',
	],
];

/** What must name nothing: the same things absent, switched off, or only in the old properties of a tracked change. */
const SILENT: readonly (readonly [what: string, parts: DocxParts | string])[] = [
	['plain text', `<w:p>${t('甲')}</w:p>`],
	[
		'effects switched off',
		`<w:p><w:pPr><w:pBdr><w:top w:val="nil"/></w:pBdr></w:pPr>${t('甲', '<w:caps w:val="0"/><w:em w:val="none"/>')}</w:p>`,
	],
	[
		'protection not enforced',
		{ body: '<w:p/>', settings: '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>' },
	],
	[
		'a page number',
		'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
	],
	[
		'a field whose result began in the paragraph before',
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('目录')}</w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
	],
	[
		'effects of a style that nothing uses',
		{
			body: '<w:p/>',
			styles:
				'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr></w:style>',
		},
	],
];

describe('what was not checked is named', () => {
	it.each(NAMED)('%s', (_, parts, code) => {
		const doc = read(parts);
		expect(codes(doc)).toContain(code);
		const entry = doc.unchecked.find((each) => each.code === code);
		expect(entry?.message.zh).toMatch(/\p{Script=Han}/u);
		expect(entry?.message.en).not.toMatch(/\p{Script=Han}/u);
	});

	it.each(SILENT)('nothing for %s', (_, parts) => {
		expect(codes(read(parts))).toEqual([]);
	});

	it('a signature of the package', () => {
		const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`;
		expect(codes(read({ body: '<w:p/>', files: { '_rels/.rels': rels } }))).toEqual(['signature']);
	});

	it('an effect of a style in use, and of the style it is based on', () => {
		const styles =
			'<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:style>' +
			'<w:style w:type="paragraph" w:styleId="s"><w:name w:val="s"/><w:basedOn w:val="b"/><w:rPr><w:caps/></w:rPr></w:style>';
		const doc = read({ styles, body: `<w:p><w:pPr><w:pStyle w:val="s"/></w:pPr>${t('甲')}</w:p>` });
		expect([...codes(doc)].sort()).toEqual(['paragraph-effect', 'text-effect']);
	});

	it('several effects in one line', () => {
		const doc = read(`<w:p>${t('甲', '<w:caps/><w:em w:val="dot"/>')}</w:p>`);
		expect(doc.unchecked.map(({ message }) => message.zh)).toEqual(['文字效果未检查：全部大写、着重号']);
	});
});

/** What the reader makes of a property: it reaches the Doc, it is named as not checked, or it cannot matter to a check. */
type Fate = 'read' | 'named' | 'neutral';

/** Every element of EG_RPrBase (17.3.2.28) with a telling value, and Word 2010's effects. */
const RUN: Readonly<Record<string, readonly [xml: string, fate: Fate]>> = {
	rStyle: ['<w:rStyle w:val="c"/>', 'read'],
	rFonts: ['<w:rFonts w:eastAsia="黑体"/>', 'read'],
	b: ['<w:b/>', 'read'],
	bCs: ['<w:rtl/><w:bCs/>', 'read'],
	i: ['<w:i/>', 'read'],
	iCs: ['<w:rtl/><w:iCs/>', 'read'],
	caps: ['<w:caps/>', 'named'],
	smallCaps: ['<w:smallCaps/>', 'named'],
	strike: ['<w:strike/>', 'read'],
	dstrike: ['<w:dstrike/>', 'read'],
	outline: ['<w:outline/>', 'named'],
	shadow: ['<w:shadow/>', 'named'],
	emboss: ['<w:emboss/>', 'named'],
	imprint: ['<w:imprint/>', 'named'],
	// Proofing, and the view as a web page, do not print.
	noProof: ['<w:noProof/>', 'neutral'],
	webHidden: ['<w:webHidden/>', 'neutral'],
	vanish: ['<w:vanish/>', 'read'],
	color: ['<w:color w:val="FF0000"/>', 'read'],
	spacing: ['<w:spacing w:val="20"/>', 'read'],
	w: ['<w:w w:val="80"/>', 'read'],
	// Pair kerning and OpenType features change shapes, not the values that offices prescribe.
	kern: ['<w:kern w:val="2"/>', 'neutral'],
	ligatures: ['<w14:ligatures w14:val="standard"/>', 'neutral'],
	position: ['<w:position w:val="6"/>', 'named'],
	sz: ['<w:sz w:val="32"/>', 'read'],
	szCs: ['<w:rtl/><w:szCs w:val="32"/>', 'read'],
	highlight: ['<w:highlight w:val="yellow"/>', 'read'],
	u: ['<w:u w:val="single"/>', 'read'],
	effect: ['<w:effect w:val="shimmer"/>', 'named'],
	bdr: ['<w:bdr w:val="single"/>', 'named'],
	shd: ['<w:shd w:val="clear" w:fill="FF0000"/>', 'read'],
	fitText: ['<w:fitText w:val="400"/>', 'named'],
	vertAlign: ['<w:vertAlign w:val="superscript"/>', 'read'],
	rtl: ['<w:rFonts w:cs="Arial"/><w:rtl/>', 'read'],
	cs: ['<w:rFonts w:cs="Arial"/><w:cs/>', 'read'],
	em: ['<w:em w:val="dot"/>', 'named'],
	lang: ['<w:lang w:eastAsia="zh-CN"/>', 'read'],
	eastAsianLayout: ['<w:eastAsianLayout w:combine="1"/>', 'named'],
	specVanish: ['<w:specVanish/>', 'named'],
	// Marks equations, which are named themselves; the grid moves characters by fractions of a point.
	oMath: ['<w:oMath/>', 'neutral'],
	snapToGrid: ['<w:snapToGrid w:val="0"/>', 'neutral'],
	glow: ['<w14:glow/>', 'named'],
	shadow14: ['<w14:shadow/>', 'named'],
	reflection: ['<w14:reflection/>', 'named'],
	textOutline: ['<w14:textOutline/>', 'named'],
	textFill: ['<w14:textFill/>', 'named'],
	scene3d: ['<w14:scene3d/>', 'named'],
	props3d: ['<w14:props3d/>', 'named'],
};

/** Every element of CT_PPr (17.3.1.26). */
const PARAGRAPH: Readonly<Record<string, readonly [xml: string, fate: Fate]>> = {
	pStyle: ['<w:pStyle w:val="p"/>', 'read'],
	keepNext: ['<w:keepNext/>', 'read'],
	keepLines: ['<w:keepLines/>', 'read'],
	pageBreakBefore: ['<w:pageBreakBefore/>', 'read'],
	framePr: ['<w:framePr w:w="400"/>', 'named'],
	numPr: ['<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', 'read'],
	pBdr: ['<w:pBdr><w:top w:val="single"/></w:pBdr>', 'named'],
	shd: ['<w:shd w:val="clear" w:fill="FF0000"/>', 'named'],
	// Where lines break is not judged from the file; the printer breaks lines itself.
	widowControl: ['<w:widowControl/>', 'neutral'],
	suppressLineNumbers: ['<w:suppressLineNumbers/>', 'neutral'],
	tabs: ['<w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs>', 'neutral'],
	suppressAutoHyphens: ['<w:suppressAutoHyphens/>', 'neutral'],
	kinsoku: ['<w:kinsoku w:val="0"/>', 'neutral'],
	wordWrap: ['<w:wordWrap w:val="0"/>', 'neutral'],
	overflowPunct: ['<w:overflowPunct w:val="0"/>', 'neutral'],
	topLinePunct: ['<w:topLinePunct/>', 'neutral'],
	autoSpaceDE: ['<w:autoSpaceDE w:val="0"/>', 'neutral'],
	autoSpaceDN: ['<w:autoSpaceDN w:val="0"/>', 'neutral'],
	adjustRightInd: ['<w:adjustRightInd w:val="0"/>', 'neutral'],
	textAlignment: ['<w:textAlignment w:val="center"/>', 'neutral'],
	textboxTightWrap: ['<w:textboxTightWrap w:val="allLines"/>', 'neutral'],
	suppressOverlap: ['<w:suppressOverlap/>', 'neutral'],
	divId: ['<w:divId w:val="1"/>', 'neutral'],
	cnfStyle: ['<w:cnfStyle w:val="100000000000"/>', 'neutral'],
	bidi: ['<w:bidi/><w:jc w:val="left"/>', 'read'],
	snapToGrid: ['<w:snapToGrid w:val="0"/>', 'read'],
	spacing: ['<w:spacing w:before="100"/>', 'read'],
	ind: ['<w:ind w:left="100"/>', 'read'],
	contextualSpacing: ['<w:spacing w:before="100"/><w:contextualSpacing/>', 'read'],
	mirrorIndents: ['<w:mirrorIndents/>', 'named'],
	jc: ['<w:jc w:val="center"/>', 'read'],
	textDirection: ['<w:textDirection w:val="tbRl"/>', 'named'],
	outlineLvl: ['<w:outlineLvl w:val="0"/>', 'read'],
	rPr: ['<w:rPr><w:b/></w:rPr>', 'read'],
};

/** Every element of EG_SectPrContents (17.6.17). */
const SECTION: Readonly<Record<string, readonly [xml: string, fate: Fate]>> = {
	type: ['<w:type w:val="oddPage"/>', 'read'],
	pgSz: ['<w:pgSz w:w="11906" w:h="16838"/>', 'read'],
	pgMar: ['<w:pgMar w:top="2098"/>', 'read'],
	paperSrc: ['<w:paperSrc w:first="1"/>', 'neutral'],
	pgBorders: ['<w:pgBorders><w:top w:val="single"/></w:pgBorders>', 'named'],
	lnNumType: ['<w:lnNumType w:countBy="1"/>', 'named'],
	pgNumType: ['<w:pgNumType w:start="3"/>', 'read'],
	cols: ['<w:cols w:num="2"/>', 'read'],
	formProt: ['<w:formProt/>', 'neutral'],
	vAlign: ['<w:vAlign w:val="center"/>', 'named'],
	noEndnote: ['<w:noEndnote/>', 'neutral'],
	titlePg: ['<w:titlePg/>', 'read'],
	textDirection: ['<w:textDirection w:val="tbRl"/>', 'named'],
	rtlGutter: ['<w:rtlGutter/>', 'named'],
	docGrid: ['<w:docGrid w:type="lines" w:linePitch="579"/>', 'read'],
};

describe('every property is read, named, or cannot matter', () => {
	const styles =
		'<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style>';
	const numbering =
		'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
	/** The Doc without what only says where things stand in the file. */
	const facts = (doc: Doc): string =>
		JSON.stringify([doc.paragraphs, doc.sections], (key, value) =>
			key === 'source' || key === 'why' ? undefined : value,
		);
	const fateOf = (body: string, plain: string): Fate => {
		const doc = read({ styles, numbering, body });
		if (doc.unchecked.length > 0) return 'named';
		return facts(doc) === facts(read({ styles, numbering, body: plain })) ? 'neutral' : 'read';
	};
	const p = (pPr: string, rPr: string): string => `<w:p><w:pPr>${pPr}</w:pPr>${t('会议', rPr)}</w:p>`;

	it.each(Object.entries(RUN))('run: %s', (_, [xml, fate]) => {
		// The flag for complex script alone changes the Doc: what it is combined with must change it further.
		const base = xml.startsWith('<w:rtl/>') ? '<w:rtl/>' : '';
		expect(fateOf(p('', xml), p('', base))).toBe(fate);
	});

	it.each(Object.entries(PARAGRAPH))('paragraph: %s', (name, [xml, fate]) => {
		const spaced = name === 'contextualSpacing' ? '<w:spacing w:before="100"/>' : '';
		expect(fateOf(p(xml, '') + p(xml, ''), p(spaced, '') + p(spaced, ''))).toBe(fate);
	});

	it.each(Object.entries(SECTION))('section: %s', (_, [xml, fate]) => {
		const section = (inner: string): string => `${p('', '')}<w:sectPr>${inner}</w:sectPr>`;
		expect(fateOf(section(xml), section(''))).toBe(fate);
	});
});
