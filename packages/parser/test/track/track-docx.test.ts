import type { Change } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { host } from '../../../opc/test/host.ts';
import { lowerDocx, trackDocx } from '../../src/index.ts';
import { buildDocx, type DocxParts } from '../docx/build-docx.ts';
import { changedParts, partOf, read } from '../lower/round-trip.ts';
import { factsOf } from './facts.ts';
import { resolveRevisions } from './resolve-revisions.ts';

const REVISION = { author: '编序', date: '2026-11-26T00:00:00Z' };
const BY = (id: number): string => `w:id="${id}" w:author="编序" w:date="2026-11-26T00:00:00Z"`;

/** The tracked copy of a document after rounds of changes, and the plain fix. */
function track(
	parts: DocxParts,
	...rounds: readonly (readonly Change[])[]
): { bytes: Uint8Array; plain: Uint8Array; before: Uint8Array } {
	const before = buildDocx(parts);
	let plain = before;
	for (const changes of rounds) {
		const { doc, source } = read(plain);
		const lowered = lowerDocx(doc, source, changes, { tracked: true });
		expect(lowered.unsayable).toEqual([]);
		plain = lowered.write(host);
	}
	const tracked = trackDocx(read(before).source, read(plain).source, REVISION);
	if (tracked.failed !== null) throw new Error(tracked.failed);
	const bytes = tracked.write(host);
	expect(factsOf(read(bytes).doc)).toEqual(factsOf(read(plain).doc));
	expect(factsOf(read(resolveRevisions(bytes, 'accept')).doc)).toEqual(factsOf(read(plain).doc));
	return { bytes, plain, before };
}

const bodyOf = (bytes: Uint8Array): string =>
	/<w:body>([\s\S]*)<\/w:body>/.exec(partOf(bytes, '/word/document.xml'))?.[1] ?? '';
const restored = (bytes: Uint8Array, before: Uint8Array): void =>
	expect(factsOf(read(resolveRevisions(bytes, 'reject')).doc)).toEqual(factsOf(read(before).doc));

describe('tracked changes, as XML', () => {
	const replace = (start: number, end: number, text: string, block = 0): Change => ({
		kind: 'replace-text',
		block,
		start,
		end,
		text,
	});
	const cases: readonly (readonly [
		name: string,
		body: string,
		rounds: readonly (readonly Change[])[],
		after: string,
	])[] = [
		[
			'text is deleted and inserted in its own format',
			'<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>附件1、名单</w:t></w:r></w:p>',
			[[replace(3, 4, '.')]],
			`<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>附件1</w:t></w:r><w:del ${BY(1)}><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:delText>、</w:delText></w:r></w:del><w:ins ${BY(2)}><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>.</w:t></w:r></w:ins><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>名单</w:t></w:r></w:p>`,
		],
		[
			'a single character between two changes goes with them',
			'<w:p><w:r><w:t>(三)甲</w:t></w:r></w:p>',
			[[replace(0, 1, '（'), replace(2, 3, '）')]],
			`<w:p><w:del ${BY(1)}><w:r><w:delText>(三)</w:delText></w:r></w:del><w:ins ${BY(2)}><w:r><w:t>（三）</w:t></w:r></w:ins><w:r><w:t>甲</w:t></w:r></w:p>`,
		],
		[
			'a run format keeps the whole old set',
			'<w:p><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>甲乙</w:t></w:r></w:p>',
			[[{ kind: 'format-run', block: 0, start: 1, end: 2, format: { size: 16 } }]],
			`<w:p><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/><w:sz w:val="32"/><w:szCs w:val="32"/><w:rPrChange ${BY(1)}><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:rPrChange></w:rPr><w:t>乙</w:t></w:r></w:p>`,
		],
		[
			'text in one round, its format in the next: the inserted text is simply formatted',
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p>',
			[[replace(1, 1, '乙')], [{ kind: 'format-run', block: 0, start: 0, end: 2, format: { color: '000000' } }]],
			`<w:p><w:r><w:rPr><w:color w:val="000000"/><w:rPrChange ${BY(1)}><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r><w:ins ${BY(2)}><w:r><w:rPr><w:color w:val="000000"/></w:rPr><w:t>乙</w:t></w:r></w:ins></w:p>`,
		],
		[
			'a paragraph format is the last child of w:pPr, without w:rPr',
			'<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
			[[{ kind: 'format-paragraph', block: 0, format: { alignment: 'justify' } }]],
			`<w:p><w:pPr><w:jc w:val="both"/><w:rPr><w:b/></w:rPr><w:pPrChange ${BY(1)}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`,
		],
		[
			'a page',
			'<w:p/><w:sectPr w:rsidR="2"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="2" w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/></w:sectPr>',
			[[{ kind: 'format-page', section: 0, page: { top: 2098 } }]],
			`<w:p/><w:sectPr w:rsidR="2"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="2" w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/><w:sectPrChange ${BY(1)}><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="2" w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/></w:sectPr></w:sectPrChange></w:sectPr>`,
		],
		[
			'a new paragraph goes with its mark',
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p>',
			[[{ kind: 'insert-paragraph', block: 0, where: 'before', text: '乙', run: {}, paragraph: {} }]],
			`<w:p><w:pPr><w:rPr><w:ins ${BY(1)}/></w:rPr></w:pPr><w:ins ${BY(2)}><w:r><w:t>乙</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>甲</w:t></w:r></w:p>`,
		],
		[
			'a new last paragraph: the mark before it is the new one',
			'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
			[[{ kind: 'insert-paragraph', block: 0, where: 'after', text: '乙', run: {}, paragraph: {} }]],
			`<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:ins ${BY(1)}/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:pPrChange ${BY(2)}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:ins ${BY(3)}><w:r><w:t>乙</w:t></w:r></w:ins></w:p>`,
		],
		[
			'a removed paragraph',
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:bookmarkStart w:id="9" w:name="b"/><w:r><w:t>乙</w:t></w:r><w:bookmarkEnd w:id="9"/></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>',
			[[{ kind: 'remove-paragraph', block: 1 }]],
			`<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del ${BY(10)}/></w:rPr></w:pPr><w:bookmarkStart w:id="9" w:name="b"/><w:del ${BY(11)}><w:r><w:delText>乙</w:delText></w:r></w:del><w:bookmarkEnd w:id="9"/></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>`,
		],
		[
			'a removed last paragraph: the mark before it goes, the last takes over its properties',
			'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p/>',
			[[{ kind: 'remove-paragraph', block: 1 }]],
			`<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:del ${BY(1)}/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="center"/><w:pPrChange ${BY(2)}><w:pPr/></w:pPrChange></w:pPr></w:p>`,
		],
		[
			'a last paragraph that goes where another comes: both share the last mark',
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:hyperlink w:anchor="a"><w:r><w:t>乙</w:t></w:r></w:hyperlink></w:p>',
			[
				[{ kind: 'insert-paragraph', block: 1, where: 'after', text: '丙', run: {}, paragraph: {} }],
				[{ kind: 'remove-paragraph', block: 1 }],
			],
			`<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:pPrChange ${BY(1)}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:hyperlink w:anchor="a"><w:del ${BY(2)}><w:r><w:delText>乙</w:delText></w:r></w:del></w:hyperlink><w:ins ${BY(3)}><w:r><w:t>丙</w:t></w:r></w:ins></w:p>`,
		],
		[
			"somebody's revisions stay, and ours have other ids",
			'<w:p><w:ins w:id="41" w:author="审核人"><w:r><w:t>甲</w:t></w:r></w:ins><w:r><w:t>乙</w:t></w:r></w:p>',
			[[replace(1, 2, '丙')]],
			`<w:p><w:ins w:id="41" w:author="审核人"><w:r><w:t>甲</w:t></w:r></w:ins><w:del ${BY(42)}><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins ${BY(43)}><w:r><w:t>丙</w:t></w:r></w:ins></w:p>`,
		],
	];
	it.each(cases)('%s', (name, body, rounds, after) => {
		const { bytes, before } = track({ body }, ...rounds);
		expect(bodyOf(bytes)).toBe(after);
		expect(changedParts(before, bytes)).toEqual(['/word/document.xml']);
		if (!name.startsWith('somebody')) restored(bytes, before);
	});

	it('a text box changes in both of its copies, each with ids of its own', () => {
		const box = '<w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent>';
		const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
		const { bytes, before } = track({ body }, [replace(0, 1, '乙', 1)]);
		const ids = [...bodyOf(bytes).matchAll(/ w:id="(\d+)"/g)].map(([, id]) => id);
		expect(ids).toHaveLength(4);
		expect(new Set(ids).size).toBe(4);
		restored(bytes, before);
	});

	it('page numbers: a footer of all pages becomes odd and even ones, and comes back on rejecting', () => {
		const footer =
			'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
		const body =
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
		const { bytes } = track({ body, settings: '', extra: { footer1: footer } }, [
			{ kind: 'page-numbers', font: '宋体', size: 14 },
		]);
		const texts = (how: 'accept' | 'reject'): readonly (readonly [string | undefined, string])[] =>
			read(resolveRevisions(bytes, how)).doc.paragraphs.flatMap((paragraph) =>
				paragraph.where === 'footer' ? [[paragraph.headerFooter?.kind, paragraph.text] as const] : [],
			);
		expect(texts('accept')).toEqual([
			['default', '— 1 —'],
			['even', '— 1 —'],
		]);
		expect(texts('reject')).toEqual([
			['default', '1'],
			['even', '1'],
		]);
	});

	it('a simple field is deleted as the complex field that it is short for', () => {
		const footer = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>';
		const body = '<w:p/><w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>';
		const { bytes } = track({ body, settings: '<w:evenAndOddHeaders/>', extra: { footer1: footer } }, [
			{ kind: 'page-numbers', font: '宋体', size: 14 },
		]);
		expect(partOf(bytes, '/word/footer1.xml')).toContain(
			'<w:delInstrText xml:space="preserve"> PAGE </w:delInstrText>',
		);
		const [first] = read(resolveRevisions(bytes, 'reject')).doc.paragraphs.filter(({ where }) => where === 'footer');
		expect([first?.text, first?.fields[0]?.name]).toEqual(['1', 'PAGE']);
	});

	it('a footer whose number stands in a control is left alone by name', () => {
		const footer =
			'<w:sdt><w:sdtContent><w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>';
		const body = '<w:p/><w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>';
		const before = buildDocx({ body, extra: { footer1: footer } });
		const { doc, source } = read(before);
		const change: Change = { kind: 'page-numbers', font: '宋体', size: 14 };
		const lowered = lowerDocx(doc, source, [change], { tracked: true });
		expect(lowered.unsayable.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining('修订痕迹表示不了')]);
		expect(lowered.write(host)).toBe(before);
		expect(lowerDocx(doc, source, [change]).unsayable).toEqual([]);
	});

	it('without a difference the bytes are the old ones', () => {
		const before = buildDocx({ body: '<w:p/>' });
		const tracked = trackDocx(read(before).source, read(before).source, REVISION);
		if (tracked.failed !== null) throw new Error(tracked.failed);
		expect(tracked.write(host)).toBe(read(before).source.pkg.bytes);
	});
});
