import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { resolveTemplate } from '@bianxu/config';
import type { CongressLevel, Doc, Outline, Paragraph, Role, Template, TemplateId } from '@bianxu/model';
import { isRefusal, openPackage } from '@bianxu/opc';
import { readDocx, readMarkdown } from '@bianxu/parser';
import { runDocumentRules } from '@bianxu/rules';
import { recognise } from '@bianxu/structure';
import { describe, expect, it, vi } from 'vitest';
import { guidanceOf, newDocument } from '../src/index.ts';

const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number): Uint8Array =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(1, maxOutput) })),
	deflateRaw: (data: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(data, { level: 9 })),
};
const date = '2026-11-06';
const anySource = { level: 'office-notice', doc: '会议材料格式通知', clause: '' } as const;
const ids: readonly TemplateId[] = ['work-report', 'duty-report', 'appointment', 'base'];
const profiles = ['gbt9704-2012', 'wuxi-2017'] as const;

interface Case {
	readonly id: TemplateId;
	readonly profile: string;
	readonly level: CongressLevel;
	readonly mode: Template['mode'];
	readonly format: 'docx' | 'md';
}

const cases: readonly Case[] = ids.flatMap((id) =>
	profiles.flatMap((profile) =>
		(['province', 'prefecture', 'county'] as const).flatMap((level) =>
			(['auto', 'written'] as const).flatMap((mode) =>
				(['docx', 'md'] as const).map((format) => ({ id, profile, level, mode, format })),
			),
		),
	),
);

function read(bytes: Uint8Array, format: 'docx' | 'md'): Doc {
	const result = format === 'docx' ? readDocx(bytes, host) : readMarkdown(bytes);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result.doc;
}

async function written(template: Template, format: 'docx' | 'md'): Promise<{ doc: Doc; outline: Outline }> {
	const doc = read(await newDocument({ template, format, date }, host), format);
	return { doc, outline: recognise(doc, { template: 'auto' }) };
}

function paragraphsOf({ doc, outline }: { doc: Doc; outline: Outline }, role: Role): readonly Paragraph[] {
	return outline.claims.filter((claim) => claim.role === role).flatMap((claim) => doc.paragraphs[claim.block] ?? []);
}

const textsOf = (read: { doc: Doc; outline: Outline }, role: Role): readonly string[] =>
	paragraphsOf(read, role).map((paragraph) => paragraph.text);

describe('a reference text', () => {
	it.each(cases)('lints clean: $id $profile $level $mode $format', async ({ id, profile, level, mode, format }) => {
		const template = resolveTemplate(id, { profile, level, mode });
		const { doc, outline } = await written(template, format);
		expect(outline.template).toBe(id);
		const { diagnostics } = runDocumentRules({ doc, outline, template, date });
		const serious = diagnostics.filter((found) => found.severity !== 'info');
		expect(serious.map((found) => `${found.rule}: ${found.message.zh}`)).toEqual([]);
	});

	it.each(ids)('names the configured place: %s', async (id) => {
		const template = resolveTemplate(id, { place: '望海区', level: 'county' });
		const { doc } = await written(template, 'md');
		const text = doc.paragraphs.map((paragraph) => paragraph.text).join('\n');
		expect(text).toContain('望海区');
		expect(text).not.toMatch(/滨江市|清溪县|市长|市人民政府|秘书长、各位/);
	});

	it('addresses persons when it is read aloud and the organ when it is printed only', async () => {
		const spoken = await written(resolveTemplate('work-report', { mode: 'oral' }), 'docx');
		expect(textsOf(spoken, 'salutation')).toEqual(['主任、各位副主任、秘书长、各位委员：']);
		expect(textsOf(spoken, 'caption').join('')).toContain('——2026年11月6日在滨江市第十七届人民代表大会');
		expect(textsOf(spoken, 'date')).toEqual([]);
		const printed = await written(resolveTemplate('work-report', { mode: 'written' }), 'docx');
		expect(textsOf(printed, 'salutation')).toEqual(['滨江市人大常委会：']);
		expect(textsOf(printed, 'caption')).toEqual([]);
		expect(textsOf(printed, 'date')).toEqual(['2026年11月6日']);
	});

	it.each([
		['gbt9704-2012', 'prefecture', '主任、各位副主任、秘书长、各位委员：'],
		['gbt9704-2012', 'county', '主任、各位副主任、各位委员：'],
		['wuxi-2017', 'prefecture', '主任、各位副主任、秘书长，各位委员：'],
	] as const)('takes the salutation from %s at %s level', async (profile, level, expected) => {
		const template = resolveTemplate('duty-report', { profile, level });
		expect(textsOf(await written(template, 'md'), 'salutation')).toEqual([expected]);
	});

	it('never names a secretary-general in a county, whatever the profile has', async () => {
		for (const profile of profiles) {
			const template = resolveTemplate('work-report', { profile, level: 'county' });
			const salutations = textsOf(await written(template, 'md'), 'salutation');
			expect(salutations).toHaveLength(1);
			expect(salutations[0]).not.toContain('秘书长');
		}
		const forms = ['主任、各位副主任、秘书长：', '{organ}：'].map((value) => ({ value, source: anySource }));
		const template = { ...resolveTemplate('work-report', { level: 'county' }), salutations: forms };
		expect(textsOf(await written(template, 'md'), 'salutation')).toEqual(['清溪县人大常委会：']);
	});

	it.each([
		['work-report', '滨江市人民政府关于农村供水保障工作情况的报告', '以上报告，请予审议。'],
		['duty-report', '关于依法履职情况的述职报告', '以上报告，请予审议。'],
		['appointment', '滨江市人民政府关于提请任免林守诚等人员职务的议案', '以上议案，请予审议。'],
		['base', '关于《滨江市人民代表大会常务委员会关于促进全民阅读的决定（草案）》的说明', '以上说明，请予审议。'],
	] as const)('reads back: %s', async (id, title, closing) => {
		for (const format of ['docx', 'md'] as const) {
			const back = await written(resolveTemplate(id), format);
			expect(back.outline.title).toBe(title);
			expect(textsOf(back, 'closing')).toEqual([closing]);
		}
	});

	it('closes with the sentence that the template states', async () => {
		const template = resolveTemplate('work-report');
		const closings = [{ value: '请审议。', source: anySource }];
		expect(textsOf(await written({ ...template, closings }, 'md'), 'closing')).toEqual(['请审议。']);
	});

	it('brings the two enclosures of an appointment, each on a new page', async () => {
		const back = await written(resolveTemplate('appointment'), 'docx');
		expect(back.outline.listedAttachments.map((entry) => entry.title)).toEqual([
			'拟任免人员基本情况',
			'拟任免人员任免理由',
		]);
		expect(back.outline.presentAttachments.map((entry) => entry.title)).toEqual([
			'拟任免人员基本情况',
			'拟任免人员任免理由',
		]);
		expect(paragraphsOf(back, 'attachment-label').map((label) => label.format.pageBreakBefore)).toEqual([true, true]);
	});
});

describe('the guidance', () => {
	it.each(ids)('stands in comments and never in the text: %s', async (id) => {
		const request = { template: resolveTemplate(id), date } as const;
		const notes = guidanceOf({ ...request, format: 'docx' });
		expect(notes.length).toBeGreaterThanOrEqual(5);
		const md = new TextDecoder().decode(await newDocument({ ...request, format: 'md' }, host));
		for (const format of ['docx', 'md'] as const) {
			const { doc } = await written(request.template, format);
			const text = doc.paragraphs.map((paragraph) => paragraph.text).join('\n');
			expect(text).not.toMatch(/编序: 提示|本部分|示例/);
			if (format === 'docx')
				for (const { paragraph } of notes) expect(doc.paragraphs.map((each) => each.text)).toContain(paragraph);
			else expect(doc.remarks?.map((remark) => remark.text)).toEqual(notes.map(({ comment }) => comment));
		}
		for (const { comment } of notes) expect(md).toContain(`<!-- ${comment} -->`);
	});
});

describe('the .docx', () => {
	it('has the page, the type area and the grid of the template', async () => {
		const { doc } = await written(resolveTemplate('work-report'), 'docx');
		expect(doc.settings.evenAndOddHeaders).toBe(true);
		expect(doc.settings.gridBaseSize).toBe(16);
		expect(doc.sections).toHaveLength(1);
		expect(doc.sections[0]).toMatchObject({
			width: 11906,
			height: 16838,
			top: 2098,
			left: 1587,
			right: 1474,
			bottom: 1984,
		});
		expect(doc.sections[0]?.grid).toEqual({ type: 'linesAndChars', linePitch: 579, charSpace: -849 });
	});

	it('follows a template with another page and another size of text', async () => {
		const template = resolveTemplate('work-report');
		const { page, roles } = template;
		const narrow = {
			...template,
			page: {
				...page,
				left: { ...page.left, value: 30 },
				pageNumber: { ...page.pageNumber, size: { ...page.pageNumber.size, value: 12 } },
			},
			roles: { ...roles, body: { ...roles.body, size: { value: 15, source: page.left.source } } },
		};
		const back = await written(narrow, 'docx');
		expect(back.doc.sections[0]).toMatchObject({ left: 1701, right: 1361 });
		// 28 cells of 15.79 pt are counted from 15 pt now: one point more is 4096.
		expect(back.doc.sections[0]?.grid.charSpace).toBe(4096 - 849);
		expect(paragraphsOf(back, 'body')[0]?.runs[0]?.format.size).toBe(15);
		const [footer] = back.doc.paragraphs.filter((paragraph) => paragraph.where === 'footer');
		expect(footer?.runs[0]?.format.size).toBe(12);
	});

	it.each([
		['gbt9704-2012', '方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体'],
		['wuxi-2017', '方正小标宋_GBK', '方正仿宋_GBK', '方正楷体_GBK', '方正黑体_GBK'],
	] as const)('sets each role in the first family of %s', async (profile, title, text, kai, hei) => {
		const back = await written(resolveTemplate('work-report', { profile }), 'docx');
		const look = (role: Role): readonly string[] => [
			...new Set(
				paragraphsOf(back, role).flatMap((paragraph) =>
					paragraph.runs.map(({ format }) => `${format.eastAsia} ${format.ascii} ${format.size} ${format.ambiguous}`),
				),
			),
		];
		expect(look('title')).toEqual([`${title} Times New Roman 22 eastAsia`]);
		expect(look('caption')).toEqual([`${kai} Times New Roman 16 eastAsia`]);
		expect(look('heading-1')).toEqual([`${hei} Times New Roman 16 eastAsia`]);
		expect(look('heading-2')).toEqual([`${kai} Times New Roman 16 eastAsia`]);
		expect(look('body')).toEqual([`${text} Times New Roman 16 eastAsia`]);
	});

	it('indents in characters with the twips that Word keeps beside them, by named styles', async () => {
		const back = await written(resolveTemplate('work-report', { mode: 'written' }), 'docx');
		const [first] = paragraphsOf(back, 'body');
		expect(first?.format).toMatchObject({
			firstLineChars: 200,
			firstLine: 632,
			alignment: 'justify',
			line: 579,
			lineRule: 'exact',
		});
		expect(first?.style).toBe('Normal Indent');
		const [heading] = paragraphsOf(back, 'heading-1');
		expect(heading?.format).toMatchObject({ firstLineChars: 200, outlineLevel: 0, keepNext: true });
		const [date] = paragraphsOf(back, 'date');
		expect(date?.format).toMatchObject({ alignment: 'right', rightChars: 200, right: 632 });
		// The closing sentence goes to the next page together with the signature (GB/T 9704-2012 7.3.5.5).
		expect(paragraphsOf(back, 'closing')[0]?.format.keepNext).toBe(true);
	});

	it('has 「— 1 —」 on the outer side, one character in', async () => {
		const { doc } = await written(resolveTemplate('base'), 'docx');
		const footers = doc.paragraphs.filter((paragraph) => paragraph.where === 'footer');
		const facts = footers.map(({ text, format, headerFooter, fields, runs }) => ({
			text,
			kind: headerFooter?.kind,
			shown: headerFooter?.shown,
			fields: fields.map((field) => field.name),
			alignment: format.alignment,
			left: format.left,
			right: format.right,
			face: [
				...new Set(
					runs.map((run) => `${run.format.eastAsia} ${run.format.ascii} ${run.format.hAnsi} ${run.format.size}`),
				),
			],
		}));
		const common = { shown: true, fields: ['PAGE'], face: ['宋体 宋体 宋体 14'] };
		expect(facts).toContainEqual({
			...common,
			text: '— 1 —',
			kind: 'default',
			alignment: 'right',
			left: 0,
			right: 280,
		});
		expect(facts).toContainEqual({ ...common, text: '— 2 —', kind: 'even', alignment: 'left', left: 280, right: 0 });
		expect(facts).toHaveLength(2);
	});

	it('carries no part, author or date that the request did not ask for', async () => {
		const bytes = await newDocument({ template: resolveTemplate('base'), format: 'docx', date }, host);
		const pkg = openPackage(bytes, host);
		if (isRefusal(pkg)) throw new Error(pkg.message.en);
		expect([...pkg.entries.keys()]).toEqual([
			'/[Content_Types].xml',
			'/_rels/.rels',
			'/docProps/app.xml',
			'/docProps/core.xml',
			'/word/_rels/document.xml.rels',
			'/word/document.xml',
			'/word/footer1.xml',
			'/word/footer2.xml',
			'/word/settings.xml',
			'/word/styles.xml',
			'/word/theme/theme1.xml',
		]);
		const all = [...pkg.entries.keys()]
			.map((name) => new TextDecoder().decode(pkg.read(name) as Uint8Array))
			.join('\n');
		expect(all).not.toMatch(/Un-named|dc:creator|lastModifiedBy|footnotes|numbering\.xml|custom\.xml|fontTable/);
		expect(all.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual([`${date}T00:00:00Z`, `${date}T00:00:00Z`]);
	});
});

describe('the bytes', () => {
	it.each(ids)('are the same for the same request on another day: %s', async (id) => {
		const template = resolveTemplate(id);
		for (const format of ['docx', 'md'] as const) {
			vi.useFakeTimers({ now: new Date('2001-02-03T04:05:06Z'), toFake: ['Date'] });
			const once = await newDocument({ template, format, date }, host);
			vi.setSystemTime(new Date('2031-12-30T23:58:58Z'));
			const twice = await newDocument({ template, format, date }, host);
			vi.useRealTimers();
			expect(Buffer.compare(once, twice)).toBe(0);
			const other = await newDocument({ template, format, date: '2027-01-31' }, host);
			expect(Buffer.compare(once, other)).not.toBe(0);
		}
	});

	it('need a date', async () => {
		const request = { template: resolveTemplate('base'), format: 'md', date: '2026年' } as const;
		await expect(newDocument(request, host)).rejects.toThrow(RangeError);
	});
});
