import type { PlannedReference } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { scanReferences } from '@bianxu/numbering';
import { buildDocx, type DocxParts } from '../../parser/test/docx/build-docx.ts';
import { changedParts, read } from '../../parser/test/lower/round-trip.ts';
import { applyVerb } from '../src/packet.ts';
import { createSession } from '../src/session.ts';
import { type Disk, faultyWorld, newDisk } from './faulty-world.ts';

/**
 * Every form of the reference table (domain.md §3.5), in every place of a document. Items a to f have one paper each; a
 * newcomer comes in behind b, so that 三 becomes 四 and so on. `after`: how the sentence reads then; absent: as it was.
 */
const forms: readonly { readonly form: string; readonly text: string; readonly after?: string }[] = [
	{ form: 'X1', text: '有关数据详见附件2。' },
	{ form: 'X2', text: '任务分工另列（附件1）。' },
	{ form: 'X3', text: '名单和表格见附件1、2，图纸见附件3至5。' },
	{ form: 'X4', text: '分表见附件3-1；另见附件3之1。' },
	{ form: 'X5', text: '人员名单附后。' },
	{ form: 'X6', text: '明细见附表1、附图2和附录A。' },
	{ form: 'X7 brackets', text: '详见会议文件（三）。', after: '详见会议文件（四）。' },
	{ form: 'X7 narrow', text: '详见会议文件(3)。', after: '详见会议文件(4)。' },
	{ form: 'X7 zhi', text: '参见会议文件之五。', after: '参见会议文件之六。' },
	{ form: 'X7 bare', text: '参见文件三。', after: '参见文件四。' },
	{ form: 'X8', text: '请看会议材料之三。', after: '请看会议材料之四。' },
	{ form: 'X8 bare', text: '请看材料五。', after: '请看材料六。' },
	{ form: 'X8 wide', text: '请看材料（６）。', after: '请看材料（７）。' },
	{ form: 'X8 range', text: '请看会议材料之三至之五。', after: '请看会议材料之四至之六。' },
	{ form: 'X8 list', text: '请看会议材料之一、三、五。', after: '请看会议材料之一、四、六。' },
	{ form: 'X8 unmoved', text: '请看会议材料之二。' },
	{ form: 'X9', text: '请看本次会议文件（五）附件2。', after: '请看本次会议文件（六）附件2。' },
	{ form: 'X10', text: '现在进行第三项议程。', after: '现在进行第四项议程。' },
	{ form: 'X10 noun first', text: '列席议程第五项的同志。', after: '列席议程第六项的同志。' },
	{ form: 'X10 topics', text: '合并审议第3项、第4项议题。', after: '合并审议第4项、第5项议题。' },
	{ form: 'X10 range', text: '分组审议第三项至第六项议程。', after: '分组审议第四项至第七项议程。' },
	{ form: 'X11', text: '本报告第二部分已有说明。' },
	{ form: 'X12', text: '上述第（三）项由市财政局落实。' },
	{ form: 'X13', text: '见第二部分第（三）项第1点。' },
	{ form: 'X14', text: '依照监督法第五条第二款第（三）项办理。' },
	{ form: 'X15', text: '收入情况如表3所示，另见表1—表5。' },
	{ form: 'X16', text: '流向如图3所示。' },
	{ form: 'X17', text: '见第3页至第5页。' },
	{ form: 'X18 local', text: '前述三项措施继续执行。' },
	{ form: 'part of a count', text: '其中五份材料由市财政局提供。' },
	{ form: 'X19', text: '一是压实责任；二是加大投入；三是强化考核。' },
	{ form: 'X20', text: '首先听取报告，其次分组审议，最后表决。' },
	{ form: 'X21', text: '本报告已经市人民政府常务会议讨论。' },
	{ form: 'X22', text: '同意《关于加强流域保护的决定（草案）》。' },
	{ form: 'X23', text: '起草了有关条例（以下简称《条例》）。' },
	{ form: 'X24', text: '见本材料第4—6页。' },
	{ form: 'X25', text: '口径见注3，另见③。' },
	{ form: 'X26', text: '按照滨人发〔2024〕5号文件办理。' },
	{ form: 'X27', text: '第二十二次会议材料之三已经说明，上次会议材料之五不再重复。' },
	{ form: 'X28', text: '如前所述，收支基本平衡。' },
	{ form: 'X29', text: '附件：1.会议材料目录　2.项目清单' },
	{ form: 'X30', text: '有关图纸另行印发。' },
	{ form: 'X31', text: '有关材料会前已印发。' },
	{ form: 'X32', text: '听取报告（书面）。' },
	{ form: 'quotation', text: '决议写明：“见会议材料之五”。' },
	{ form: 'instruction', text: '批示指出：「会议材料之五要抓紧」。' },
	{ form: 'law', text: '依照第三条第（五）项、第三项措施办理。' },
];

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const run = (text: string, look = ''): string =>
	`<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
const all = (draw: (text: string) => string): string => forms.map(({ text }) => draw(text)).join('');
const plain = all((text) => paragraph(run(text)));
const head =
	paragraph(run('会议材料之六')) +
	`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('关于f项工作情况的报告', '<w:sz w:val="44"/>')}</w:p>`;
const end = paragraph(run('正文到此。'));
const cells = all(
	(text) => `<w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${paragraph(run(text))}</w:tc></w:tr>`,
);

/** Places of a .docx, each with all forms in it. */
const places: Readonly<Record<string, DocxParts>> = {
	'text of the body': { body: head + plain + end },
	'cells of a table': {
		body: `${head}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>${cells}</w:tbl>${end}`,
	},
	footnotes: {
		body: `${head}<w:p>${run('正文。')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
		footnotes: `<w:footnote w:id="1">${plain}</w:footnote>`,
	},
	'a text box': {
		body: `${head}<w:p><w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${plain}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>`,
	},
	'a text box with its copy for old programs': {
		body: `${head}<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${plain}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${plain}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
	},
	'a header': {
		body: `${head}${end}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`,
		extra: { header1: plain },
	},
	'runs of one character each': {
		body:
			head +
			all((text) => paragraph([...text].map((each, at) => run(each, at % 2 === 0 ? '<w:b/>' : '<w:i/>')).join(''))) +
			end,
	},
};

const item = (id: string, file: string): string =>
	`  - { id: i${id}, materials: [{ id: ${id}, file: ${file}, title: 关于${id}项工作情况的报告 }] }\n`;

function packetOf(file: string, bytes: Uint8Array): Disk {
	const han = [...'一二三四五'];
	const rows = [...'abcde'].map((id) => item(id, `${id}.md`));
	rows.splice(2, 0, item('new', 'new.md'));
	const disk = newDisk({
		'/会议/packet.yaml': [
			'session: { place: 滨江市, term: 17, meeting: 23, days: [2026-11-26] }\n',
			`items:\n${rows.join('')}${item('f', file)}`,
		].join(''),
		...Object.fromEntries(
			[...'abcde'].map((id, at) => [
				`/会议/${id}.md`,
				`会议材料之${han[at]}\n\n# 关于${id}项工作情况的报告\n\n正文。\n`,
			]),
		),
		'/会议/new.md': '# 关于新增事项的议案\n\n正文。\n',
	});
	disk.files.set(`/会议/${file}`, bytes);
	return disk;
}

async function applied(file: string, bytes: Uint8Array) {
	const disk = packetOf(file, bytes);
	const session = createSession(faultyWorld(disk));
	const result = await applyVerb(session, { packet: '/会议/packet.yaml', options: { date: '2026-11-25' } });
	if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
	expect(result.plan.blocked).toBe(false);
	const after = disk.files.get(`/会议/${file}`) ?? new Uint8Array();
	return { after, references: result.plan.references.filter(({ in: id }) => id === 'f') };
}

/** Forms whose sentence does not read as it should; names the form, what stands there and what should. */
function wrongIn(texts: readonly string[]): readonly string[] {
	return forms.flatMap(({ form, text, after = text }) =>
		texts.includes(after) ? [] : [`${form}: ${texts.find((each) => each.slice(0, 4) === text.slice(0, 4))} ≠ ${after}`],
	);
}

describe('every form of reference in every place', () => {
	it('every row of the table of forms has a sentence, and is read in it', () => {
		const rows = Array.from({ length: 32 }, (_, at) => `X${at + 1}`);
		expect(rows.filter((row) => !forms.some(({ form }) => form.split(' ')[0] === row))).toEqual([]);
		for (const { form, text } of forms) {
			const row = form.split(' ')[0] ?? '';
			if (row.startsWith('X'))
				expect([form, scanReferences(text).map(({ kind }) => kind)]).toEqual([form, kindsIn(row)]);
		}
	});

	it.each(Object.entries(places))('%s', async (_, parts) => {
		const bytes = buildDocx(parts);
		const { after } = await applied('f.docx', bytes);
		const { doc } = read(after);
		expect(wrongIn(doc.paragraphs.map(({ text }) => text))).toEqual([]);
		const before = read(bytes).doc;
		expect(doc.paragraphs).toHaveLength(before.paragraphs.length);
		// Only digits changed: the format of every run and every other part are as they were.
		for (const [at, { runs }] of doc.paragraphs.entries()) {
			const old = before.paragraphs[at]?.runs ?? [];
			expect(runs.map(({ format }) => format)).toEqual(old.map(({ format }) => format));
		}
		const parts_ = changedParts(bytes, after);
		expect(parts_.filter((name) => !/^\/word\/(?:document|footnotes|header1)\.xml$/.test(name))).toEqual([]);
	});

	it('the copy for old programs is the same as the box', async () => {
		const parts = places['a text box with its copy for old programs'];
		if (parts === undefined) throw new Error('no such place');
		const { after } = await applied('f.docx', buildDocx(parts));
		const xml = Buffer.from(after).toString('utf8');
		expect(xml.split('请看会议材料之四。')).toHaveLength(3);
		expect(xml).not.toContain('请看会议材料之三。');
	});

	it("inside somebody's tracked changes: reported, not touched", async () => {
		const tracked = all((text) =>
			paragraph(`<w:ins w:id="1" w:author="李某" w:date="2026-11-20T00:00:00Z">${run(text)}</w:ins>`),
		);
		const bytes = buildDocx({ body: head + tracked + end });
		const { after, references } = await applied('f.docx', bytes);
		const texts = read(after).doc.paragraphs.map(({ text }) => text);
		for (const { text } of forms) expect(texts).toContain(text);
		const moved = forms.filter(({ after: next }) => next !== undefined).length;
		expect(references.filter(({ status, to, from }) => status === 'check' && to !== null && to !== from)).toHaveLength(
			moved,
		);
		expect(references.filter(({ status, to, from }) => status === 'valid' && to !== from)).toEqual([]);
	});

	it('what was deleted by somebody is no text, and stays deleted', async () => {
		const deleted = `<w:del w:id="2" w:author="李某" w:date="2026-11-20T00:00:00Z"><w:r><w:delText>三</w:delText></w:r></w:del>`;
		const bytes = buildDocx({ body: `${head}<w:p>${run('请看会议材料之')}${deleted}${run('五。')}</w:p>${end}` });
		const { after } = await applied('f.docx', bytes);
		expect(read(after).doc.paragraphs.map(({ text }) => text)).toContain('请看会议材料之六。');
		expect(Buffer.from(after).toString('utf8')).toContain('<w:delText>三</w:delText>');
	});

	const markdown: Readonly<Record<string, (text: string) => string>> = {
		paragraphs: (text) => `${text}\n\n`,
		'items of a list': (text) => `- ${text}\n`,
		'numbered items': (text) => `1. ${text}\n`,
		'cells of a table': (text) => `| 事项 | ${text} |\n`,
		quotes: (text) => `> ${text}\n\n`,
		'strong text': (text) => `**${text}**\n\n`,
	};
	it.each(Object.entries(markdown))('Markdown: %s', async (name, draw) => {
		const table = name === 'cells of a table' ? '| 甲 | 乙 |\n|---|---|\n' : '';
		const text = `会议材料之六\n\n# 关于f项工作情况的报告\n\n${table}${all(draw)}\n`;
		const { after, references } = await applied('f.md', new TextEncoder().encode(text));
		const wanted = `会议材料之七\n\n# 关于f项工作情况的报告\n\n${table}${forms
			.map(({ text: before, after: next }) => draw(next ?? before))
			.join('')}\n`;
		expect(Buffer.from(after).toString('utf8')).toBe(wanted);
		expect(states(references).has('dangling')).toBe(false);
	});
});

/** A sentence reads as its row; beside it may stand others of the table. */
function kindsIn(row: string): unknown {
	return expect.arrayContaining([row]);
}

function states(references: readonly PlannedReference[]): ReadonlySet<string> {
	return new Set(references.map(({ status }) => status));
}
