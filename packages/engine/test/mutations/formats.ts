/** Three faults or more for each rule on format, in clean papers of full length. */
import {
	both,
	drop,
	dropNth,
	footer,
	insert,
	type Mutant,
	page,
	part,
	parts,
	run,
	sectionAfter,
	set,
	table,
	text,
} from './mutant.ts';

const P = '学前教育专项报告';
const J = '审计整改情况报告';
const D = '述职报告-李秀梅';
const B = '预算调整方案报告';
const Y = '任免职务议案';
const W = '计划执行情况报告';
const DOCUMENT = 'word/document.xml';
const SETTINGS = 'word/settings.xml';
const FOOTER = 'word/footer1.xml';
const LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';

/** Another East Asian face in the one run that holds the words. */
function oneRun(source: string, words: string, face: string): Mutant {
	const run = new RegExp(
		`(<w:r [^>]*><w:rPr>(?:(?!</w:r>).)*?)w:eastAsia="仿宋_GB2312"((?:(?!</w:r>).)*${words})`,
		's',
	);
	return part(source, DOCUMENT, run, `$1w:eastAsia="${face}"$2`);
}

export const formatFaults: Readonly<Record<string, readonly Mutant[]>> = {
	'page-size-a4': [
		page(P, { width: 12240, height: 15840 }),
		page(J, { width: 10433, height: 14742 }),
		page(D, { width: 11906, height: 18425 }),
	],
	'page-margin-top': [page(P, { top: 1440 }), page(J, { top: 2381 }), page(D, { top: 1701 })],
	'page-margin-left': [page(P, { left: 1803 }), page(J, { left: 1417 }), page(D, { left: 1134 })],
	'page-type-area': [page(P, { right: 1803 }), page(J, { bottom: 1440 }), page(D, { right: 1134 })],
	'page-grid-lines': [
		[P, 312],
		[J, 640],
		[D, 600],
	].map(([source, pitch]) =>
		parts(String(source), [
			[DOCUMENT, / w:line="579" w:lineRule="exact"/g, ' w:line="240" w:lineRule="auto"'],
			[DOCUMENT, 'w:linePitch="579"', `w:linePitch="${pitch}"`],
		]),
	),
	'page-grid-chars': [
		part(P, DOCUMENT, 'w:charSpace="-849"', 'w:charSpace="0"'),
		part(
			J,
			DOCUMENT,
			'w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"',
			'w:type="lines" w:linePitch="579"',
		),
		part(D, DOCUMENT, 'w:charSpace="-849"', 'w:charSpace="-2048"'),
	],
	'page-orientation-mixed': [
		[P, '全部办成公办园', '组建集团化办园联合体'],
		[J, '修订内部管理制度', '违规出借资金'],
		[D, '推动城乡低保标准', '逐条研究'],
	].map(([source = '', from = '', to = '']) =>
		sectionAfter(source, [
			[from, ''],
			[to, LANDSCAPE],
		]),
	),
	'page-number-present': [
		footer(P, { present: false }),
		footer(J, { present: false }),
		part(D, FOOTER, /<w:r>(?:(?!<\/w:r>).)*fldCharType="begin".*fldCharType="end"\/><\/w:r>/s, ''),
	],
	'page-number-font': [
		footer(P, { font: '黑体' }),
		footer(J, { size: 10.5 }),
		footer(D, { font: '仿宋_GB2312', size: 16 }),
	],
	'page-number-dash': [footer(P, { dash: '-' }), footer(J, { dash: '·' }), footer(D, { dash: '–' })],
	'page-number-position': [
		footer(P, { centred: true }),
		part(J, SETTINGS, '<w:evenAndOddHeaders/>', ''),
		part(D, FOOTER, ' w:rightChars="100" w:right="320"', ''),
	],
	'page-number-continuous': [
		[P, '全部办成公办园'],
		[Y, '适合担任滨江市水利局局长'],
		[D, '推动城乡低保标准'],
	].map(([source = '', words = '']) => sectionAfter(source, [[words, '']], '<w:pgNumType w:start="1"/>')),
	'page-header-empty': [P, J, D].map((source, index) =>
		part(
			source,
			FOOTER,
			'</w:ftr>',
			`<w:p><w:r><w:t>${['内部资料', '第三稿', '滨江市民政局'][index] ?? ''}</w:t></w:r></w:p></w:ftr>`,
		),
	),
	'page-text-colour': [
		run(P, 'body', 4, { color: 'FF0000' }),
		run(J, 'h1', 1, { color: '1F4E79' }),
		run(D, 'title', 0, { color: 'C00000' }),
	],
	'font-title-role': [
		run(P, 'title', 0, { eastAsia: '黑体' }),
		run(J, 'title', 0, { eastAsia: '微软雅黑' }),
		run(D, 'title', 0, { eastAsia: '宋体' }),
	],
	'font-no-fake-title': [
		run(P, 'title', 0, { eastAsia: '华文中宋' }),
		run(J, 'title', 0, { eastAsia: '宋体', bold: true }),
		run(D, 'title', 0, { eastAsia: 'STZhongsong' }),
	],
	'font-body-role': [
		run(P, 'body', 3, { eastAsia: '宋体' }),
		run(J, 'body', -1, { eastAsia: '等线' }),
		run(D, 'closing', 0, { eastAsia: '微软雅黑' }),
	],
	'font-heading1-role': [
		run(P, 'h1', 0, { eastAsia: '宋体' }),
		run(J, 'h1', 2, { eastAsia: '仿宋_GB2312' }),
		run(D, 'h1', -1, { eastAsia: '微软雅黑' }),
	],
	'font-heading2-role': [
		run(P, 'h2', 0, { eastAsia: '宋体' }, /^（一）强化政府责任/),
		run(W, 'h2', 1, { eastAsia: '仿宋_GB2312' }),
		run(W, 'h2', -1, { eastAsia: '黑体' }),
	],
	'font-heading34-role': [
		run(P, 'h3', 0, { eastAsia: '宋体' }),
		run(J, 'h3', 2, { eastAsia: '微软雅黑' }),
		run(B, 'h3', 1, { eastAsia: '等线' }),
	],
	'font-caption-author-role': [
		run(P, 'author', 0, { eastAsia: '仿宋_GB2312' }),
		run(J, 'caption', 0, { eastAsia: '宋体' }),
		run(D, 'author', 0, { eastAsia: '黑体' }),
	],
	'font-digits-role': [
		run(P, 'body', 2, { latin: 'Calibri' }, /\d/),
		run(J, 'body', 2, { latin: 'Arial' }, /\d/),
		run(D, 'h2', 1, { latin: 'Verdana' }, /\d/),
	],
	'font-quote-eastasia': [
		run(P, 'body', 0, { hint: false }, /“/),
		run(J, 'body', 0, { hint: false }, /“/),
		run(D, 'h2', 0, { hint: false }, /“/),
	],
	'font-no-bold': [
		run(P, 'body', 2, { bold: true }),
		run(J, 'h1', 0, { bold: true }),
		run(D, 'title', 0, { bold: true }),
	],
	'font-no-italic-underline': [
		run(P, 'body', 2, { italic: true }),
		run(J, 'body', 3, { underline: true }),
		run(D, 'h1', 1, { underline: true }),
	],
	'font-theme-resolved': [
		[P, '仿宋_GB2312'],
		[J, '黑体'],
		[D, '楷体_GB2312'],
	].map(([source = '', face = '']) =>
		parts(
			source,
			[
				[DOCUMENT, new RegExp(`w:eastAsia="${face}"`, 'g'), 'w:eastAsiaTheme="minorEastAsia"'],
				['word/theme/theme1.xml', /<a:font script="Hans" typeface="宋体"\/>/g, ''],
			],
			{ without: ['theme'] },
		),
	),
	'font-mixed-in-paragraph': [
		[P, '一是健全领导体制'],
		[J, '坚持'],
		[D, '中央八项规定'],
	].map(([source = '', words = '']) => oneRun(source, words, '仿宋')),
	'size-title-2hao': [
		run(P, 'title', 0, { size: 18 }),
		run(J, 'title', 0, { size: 26 }),
		run(D, 'title', 0, { size: 16 }),
	],
	'size-body-3hao': [
		run(P, 'body', 3, { size: 14 }),
		run(J, 'body', -1, { size: 15 }),
		run(D, 'closing', 0, { size: 12 }),
	],
	'size-heading-3hao': [run(P, 'h1', 1, { size: 18 }), run(W, 'h2', 2, { size: 15 }), run(D, 'h1', -1, { size: 14 })],
	'size-caption-author-3hao': [
		run(P, 'author', 0, { size: 14 }),
		run(J, 'caption', 0, { size: 15 }),
		run(D, 'author', 0, { size: 18 }),
	],
	'spacing-line': [
		set(P, 'body', 3, { line: { value: 360, rule: 'auto' } }),
		set(J, 'body', -1, { line: { value: 700, rule: 'exact' } }),
		set(D, 'h1', 2, { line: { value: 480, rule: 'exact' } }),
	],
	'spacing-paragraph-zero': [
		set(P, 'body', 3, { before: 156 }),
		set(J, 'h1', 1, { after: 240 }),
		set(D, 'closing', 0, { before: 312, after: 312 }),
	],
	'spacing-title-gap': [drop(P, 'blank', /^$/), drop(D, 'blank', /^$/), drop(W, 'blank', /^$/)],
	'indent-first-line-2': [
		set(P, 'body', 3, { firstLineChars: 0 }),
		set(J, 'h1', 1, { firstLineChars: 400 }),
		text(D, 'body', -1, /^/, '　　'),
	],
	'indent-salutation-zero': [
		set(P, 'salutation', 0, { firstLineChars: 200 }),
		set(J, 'salutation', 0, { firstLineChars: 400 }),
		text(D, 'salutation', 0, /^/, '　　'),
	],
	'align-body-justify': [
		set(P, 'body', 3, { alignment: 'left' }),
		set(J, 'body', 1, { alignment: 'center' }),
		set(D, 'body', -1, { alignment: 'right' }),
	],
	'align-title-center': [
		set(P, 'title', 0, { alignment: 'left' }),
		set(J, 'title', 0, { alignment: 'both' }),
		set(D, 'title', 0, { firstLineChars: 200 }),
	],
	'char-scale-100': [
		run(P, 'body', 3, { scale: 90 }),
		run(J, 'body', -1, { scale: 80 }),
		run(D, 'title', 0, { scale: 95 }),
	],
	'empty-paragraph-run': [
		insert(
			P,
			'body',
			2,
			Array.from({ length: 5 }, () => ['blank', ''] as const),
			{ place: 'any' },
		),
		insert(
			J,
			'title',
			0,
			Array.from({ length: 4 }, () => ['blank', ''] as const),
			{ place: 'any' },
		),
		insert(
			D,
			'body',
			0,
			Array.from({ length: 6 }, () => ['blank', ''] as const),
			{ place: 'any' },
		),
	],
	'legacy-1999-element': [
		insert(P, 'closing', 0, [['body', '主题词：学前教育　发展　报告']]),
		insert(J, 'closing', 0, [['body', '（此页无正文）']]),
		insert(D, 'closing', 0, [['body', '主题词：民政　述职　报告']]),
	],
	'size-imprint-4hao': [
		insert(P, 'closing', 0, [['body', '抄送：市委办公室，市人民政府办公室。']], { place: 'any' }),
		insert(J, 'closing', 0, [['body', '抄送：市纪委监委，市财政局。']], { place: 'any' }),
		insert(D, 'closing', 0, [['body', '滨江市民政局办公室　2026年11月16日印发']], { place: 'any' }),
	],
	'table-width': [
		table(J, 0, (_rows, widths) => ({ widths: widths.map((width) => width * 1.3) })),
		table(B, 0, (_rows, widths) => ({ widths: widths.map((width) => width * 1.2) })),
		table(W, 0, (_rows, widths) => ({ widths: widths.map((width) => width * 1.5) })),
	],
	'table-head-repeat': [J, B, W].map((source) =>
		both(
			table(source, 0, ([head = [], ...rows]) => ({ rows: [head, ...rows, ...rows, ...rows, ...rows, ...rows] })),
			part(source, DOCUMENT, '<w:tblHeader/>', ''),
		),
	),
	'attachment-new-page': [
		set(Y, 'attachment-label', 0, { newPage: false }),
		set(Y, 'attachment-label', 1, { newPage: false }),
		{ ...set(Y, 'attachment-label', -1, { newPage: false, before: 0 }) },
	],
	'attachment-label-form': [
		run(Y, 'attachment-label', 0, { eastAsia: '仿宋_GB2312' }),
		text(Y, 'attachment-label', 1, /$/, '：'),
		set(Y, 'attachment-label', 0, { firstLineChars: 200 }),
	],
	'attachment-title-line3': [
		dropNth(Y, 'blank', 4),
		set(Y, 'attachment-title', 0, { alignment: 'left' }),
		set(Y, 'attachment-title', 1, { alignment: 'left' }),
	],
	'draft-tracked-changes': [P, J, D].map((source, index) =>
		part(
			source,
			DOCUMENT,
			/<w:r w:rsidR="[^"]*">(?:(?!<\/w:r>).)*<\/w:r>(?=<\/w:p><w:sectPr|<w:bookmarkStart)/s,
			index === 1
				? '<w:del w:id="9" w:author="审核人" w:date="2026-11-20T09:30:00Z"><w:r><w:delText>附后</w:delText></w:r></w:del>$&'
				: '<w:ins w:id="9" w:author="审核人" w:date="2026-11-20T09:30:00Z">$&</w:ins>',
		),
	),
};
