import type {
	AuthorityLevel,
	Bilingual,
	ExamplePage,
	ExampleParagraph,
	ExamplePrint,
	FindingSeverity,
	Language,
	Rule,
	RuleExample,
	RuleGroup,
	RuleMeta,
	TemplateId,
} from '@bianxu/model';
import { sizeName } from '@bianxu/model';
import { examplesOf } from './examples.ts';
import { roleName } from './role-style.ts';

/** Names of the groups of the catalogue, in its order. */
export const groupNames: Readonly<Record<RuleGroup, Bilingual>> = {
	page: { zh: '页面', en: 'Page' },
	font: { zh: '字体', en: 'Font' },
	'size-spacing': { zh: '字号与间距', en: 'Size and spacing' },
	heading: { zh: '标题层次与序号', en: 'Headings and numbering' },
	'work-report': { zh: '工作报告', en: 'Work report' },
	'duty-report': { zh: '述职报告', en: 'Duty report' },
	personnel: { zh: '人事任免', en: 'Personnel' },
	'names-dates': { zh: '姓名、职务、日期', en: 'Names, posts, dates' },
	punctuation: { zh: '标点与数字', en: 'Punctuation and numbers' },
	table: { zh: '表与图', en: 'Tables and figures' },
	attachment: { zh: '附件', en: 'Attachments' },
	reference: { zh: '引用', en: 'References' },
	packet: { zh: '整包', en: 'Packet' },
	hygiene: { zh: '文稿清理', en: 'Draft hygiene' },
	brevity: { zh: '短而精', en: 'Short and to the point' },
	print: { zh: '印件', en: 'Print' },
};

const severityNames: Readonly<Record<FindingSeverity, Bilingual>> = {
	error: { zh: '错误（必须改）', en: 'error (must be corrected)' },
	warning: { zh: '警告（建议改）', en: 'warning (should be corrected)' },
	info: { zh: '提示', en: 'info' },
};

const fixNames: Readonly<Record<RuleMeta['fix'], Bilingual>> = {
	safe: { zh: '可自动修正（--fix）', en: 'automatic (--fix)' },
	ask: { zh: '修正须经人确认（--fix=all）', en: 'needs a person’s consent (--fix=all)' },
	none: { zh: '只报告，不修正', en: 'reported only' },
};

const levelNames: Readonly<Record<AuthorityLevel, Bilingual>> = {
	law: { zh: '法律', en: 'law' },
	'national-standard': { zh: '国家标准', en: 'national standard' },
	'office-notice': { zh: '机关通知', en: 'office notice' },
	practice: { zh: '通行做法', en: 'common practice' },
	project: { zh: '本工具的要求', en: 'requirement of this tool' },
};

const templateNames: Readonly<Record<TemplateId, Bilingual>> = {
	base: { zh: '其他材料', en: 'other materials' },
	'work-report': { zh: '工作报告', en: 'work report' },
	'duty-report': { zh: '述职报告', en: 'duty report' },
	appointment: { zh: '人事任免', en: 'appointment' },
};

const alignmentNames = {
	left: { zh: '左对齐', en: 'left' },
	center: { zh: '居中', en: 'centred' },
	right: { zh: '右对齐', en: 'right' },
	justify: { zh: '两端对齐', en: 'justified' },
	distribute: { zh: '分散对齐', en: 'distributed' },
} as const;

/** What a rule of each scope is handed, and by which command. */
const scopeNames: Readonly<Record<Rule['scope'], Bilingual>> = {
	document: { zh: '文稿', en: 'the document' },
	layout: { zh: '排好的版面（lint --layout）', en: 'the pages as set (lint --layout)' },
	packet: { zh: '整包材料（packet plan）', en: 'the packet (packet plan)' },
	print: { zh: '印件（reject 核验 PDF）', en: 'a print (reject on a PDF)' },
};

const words = {
	id: { zh: '规则', en: 'Rule' },
	group: { zh: '类别', en: 'Group' },
	number: { zh: '编号', en: 'Number' },
	severity: { zh: '级别', en: 'Severity' },
	fix: { zh: '修正', en: 'Fix' },
	source: { zh: '依据', en: 'Source' },
	scope: { zh: '适用', en: 'Applies to' },
	all: { zh: '各类材料', en: 'all materials' },
	looks: { zh: '检查对象', en: 'Looks at' },
	docxOnly: { zh: '（只查 .docx，Markdown 没有版式）', en: ' (.docx only: Markdown has no layout)' },
	bad: { zh: '不合格', en: 'Wrong' },
	good: { zh: '合格', en: 'Right' },
	fixed: { zh: '修正后', en: 'After the fix' },
	separator: { zh: '：', en: ': ' },
} as const;

/** The page of one rule in one language, in Markdown: what it looks at, facts, examples with the text after the fix. */
export function pageOf(rule: Rule, language: Language): string {
	const { meta } = rule;
	const say = (text: Bilingual): string => text[language];
	const source = `${meta.source.doc}${meta.source.clause === '' ? '' : ` ${meta.source.clause}`}`;
	const level = say(levelNames[meta.source.level]);
	const scope =
		meta.templates === undefined
			? say(words.all)
			: meta.templates.map((id) => say(templateNames[id])).join(language === 'zh' ? '、' : ', ');
	const facts: readonly (readonly [Bilingual, string])[] = [
		[words.id, `\`${meta.id}\``],
		[words.group, say(groupNames[meta.group])],
		...(meta.number === 0 ? [] : [[words.number, String(meta.number)] as const]),
		[words.severity, say(severityNames[meta.severity])],
		[words.fix, say(fixNames[meta.fix])],
		[words.source, language === 'zh' ? `${source}（${level}）` : `${source} (${level})`],
		[words.looks, say(scopeNames[rule.scope])],
		[words.scope, scope + (meta.needsFormat && rule.scope === 'document' ? say(words.docxOnly) : '')],
	];
	return [
		`# ${say(meta.title)}`,
		'',
		say(meta.description),
		'',
		...facts.map(([name, value]) => `- ${say(name)}${say(words.separator)}${value}`),
		...examplesOf(rule).flatMap((example) => ['', ...examplePart(example, language)]),
		'',
	].join('\n');
}

function examplePart(example: RuleExample, language: Language): readonly string[] {
	const kind = example.kind === 'good' ? words.good : words.bad;
	if (example.print !== undefined) {
		const title = `## ${kind[language]}${words.separator[language]}${example.title}`;
		return [title, '', ...fenced(shownPrint(example.print, language))];
	}
	const shown =
		example.markdown ?? (example.paragraphs ?? []).map((paragraph) => shownParagraph(paragraph, language)).join('\n');
	const page = shownPage(example.page, language);
	const parts = [
		`## ${kind[language]}${words.separator[language]}${example.title}`,
		'',
		...fenced([page, shown].filter((text) => text !== '').join('\n')),
	];
	return example.fixed === undefined || example.fixed === plainText(example)
		? parts
		: [...parts, '', `${words.fixed[language]}${words.separator[language]}`, '', ...fenced(example.fixed)];
}

/** Text of the example's body: a fix of the format leaves it as it is, and showing it again says nothing. */
function plainText(example: RuleExample): string {
	return (
		example.markdown ??
		(example.paragraphs ?? [])
			.filter((paragraph) => paragraph.where !== 'footer' && paragraph.where !== 'header')
			.map((paragraph) => paragraph.text)
			.join('\n')
	);
}

function fenced(text: string): readonly string[] {
	const fence = text.includes('```') ? '````' : '```';
	return [`${fence}text`, text.trimEnd(), fence];
}

function shownPage(page: RuleExample['page'], language: Language): string {
	return Object.entries(page ?? {})
		.map(([key, value]) => pageNote(key, value, language))
		.join(language === 'zh' ? '，' : ', ');
}

const placeNames = {
	header: { zh: '页眉', en: 'header' },
	footer: { zh: '页脚', en: 'footer' },
	table: { zh: '表格', en: 'table' },
	textbox: { zh: '文本框', en: 'text box' },
	footnote: { zh: '脚注', en: 'footnote' },
} as const;

const points = (twips: number): string => String(twips / 20);
const characters = (hundredths: number): string => String(hundredths / 100);

/** Values of an example paragraph that have no other words: how each is shown, unit included. */
const valueNames: {
	readonly [K in keyof ExampleParagraph]?: readonly [zh: string, en: string, show: (value: number) => string];
} = {
	firstLineChars: ['首行缩进 # 字', 'first line indented by # characters', characters],
	firstLine: ['首行缩进 # 磅', 'first line indented by # pt', points],
	leftChars: ['左缩进 # 字', 'left indent of # characters', characters],
	left: ['左缩进 # 磅', 'left indent of # pt', points],
	rightChars: ['右缩进 # 字', 'right indent of # characters', characters],
	right: ['右缩进 # 磅', 'right indent of # pt', points],
	before: ['段前 # 磅', '# pt before', points],
	after: ['段后 # 磅', '# pt after', points],
	scale: ['缩放 #%', 'scaled to # %', String],
	letterSpacing: ['字间距 # 磅', 'spaced by # pt', points],
};

const flagNames: { readonly [K in keyof ExampleParagraph]?: Bilingual } = {
	hidden: { zh: '隐藏文字', en: 'hidden' },
	even: { zh: '双页', en: 'even pages' },
	pageBreakBefore: { zh: '段前分页', en: 'page break before' },
	keepNext: { zh: '与下段同页', en: 'keep with next' },
};

function valueNotes(paragraph: ExampleParagraph, language: Language): readonly string[] {
	const notes: string[] = [];
	for (const [key, [zh, en, show]] of Object.entries(valueNames)) {
		const value = paragraph[key as keyof ExampleParagraph];
		if (typeof value === 'number') notes.push((language === 'zh' ? zh : en).replace('#', show(value)));
	}
	for (const [key, name] of Object.entries(flagNames)) {
		if (paragraph[key as keyof ExampleParagraph] === true) notes.push(name[language]);
	}
	if (paragraph.line !== undefined) notes.push(spacingNote(paragraph.line, paragraph.lineRule ?? 'exact', language));
	if (paragraph.color !== undefined) notes.push(`#${paragraph.color}`);
	if (paragraph.hint === false) notes.push(language === 'zh' ? '符号按西文字体' : 'marks in the Latin font');
	if (paragraph.field === 'PAGE') notes.push(language === 'zh' ? '页码域' : 'page field');
	if (paragraph.underline !== undefined) notes.push(language === 'zh' ? '下划线' : 'underlined');
	if (paragraph.highlight !== undefined) notes.push(language === 'zh' ? '突出显示' : 'highlighted');
	return notes;
}

function spacingNote(line: number, rule: 'auto' | 'exact' | 'atLeast', language: Language): string {
	switch (rule) {
		case 'auto':
			return language === 'zh' ? `${line / 240} 倍行距` : `${line / 240} lines`;
		case 'exact':
			return language === 'zh' ? `行距固定值 ${line / 20} 磅` : `exactly ${line / 20} pt`;
		case 'atLeast':
			return language === 'zh' ? `行距最小值 ${line / 20} 磅` : `at least ${line / 20} pt`;
	}
}

/** Runs of a paragraph that differ from it, 「民生保障有力。」微软雅黑. */
function runNotes(paragraph: ExampleParagraph, language: Language): readonly string[] {
	return (paragraph.runs ?? []).flatMap((run) => {
		const notes = [
			...(run.font === undefined
				? []
				: [run.font === '' ? (language === 'zh' ? '未写明字体' : 'no font named') : run.font]),
			...(run.latin === undefined ? [] : [run.latin]),
			...(run.size === undefined ? [] : [sizeName(run.size)]),
			...(run.bold === true ? [language === 'zh' ? '加粗' : 'bold'] : []),
			...(run.revision === undefined ? [] : [language === 'zh' ? '修订插入' : 'tracked insertion']),
			...valueNotes(run, language),
		];
		return notes.length === 0 ? [] : [`「${run.text}」${notes.join('，')}`];
	});
}

const pageNames: Readonly<Record<string, readonly [zh: string, en: string]>> = {
	width: ['纸宽 # 毫米', 'paper # mm wide'],
	height: ['纸高 # 毫米', 'paper # mm high'],
	top: ['上边距 # 毫米', 'top margin # mm'],
	bottom: ['下边距 # 毫米', 'bottom margin # mm'],
	left: ['左边距 # 毫米', 'left margin # mm'],
	right: ['右边距 # 毫米', 'right margin # mm'],
	gutter: ['装订线 # 毫米', 'gutter # mm'],
	sections: ['# 节', '# sections'],
	pageNumberStart: ['后一节页码从 # 开始', 'the later section begins with page #'],
	insertions: ['修订插入 # 处', '# tracked insertions'],
	deletions: ['修订删除 # 处', '# tracked deletions'],
	comments: ['批注 # 条', '# comments'],
	charSpace: ['字符网格 charSpace #', 'character grid charSpace #'],
};

function pageNote(key: string, value: number, language: Language): string {
	const zh = language === 'zh';
	if (key === 'linePitch') return zh ? `行网格 ${value / 20} 磅` : `line grid of ${value / 20} pt`;
	if (key === 'columnWidth') return zh ? `每栏宽 ${value / 20} 磅` : `columns ${value / 20} pt wide`;
	if (key === 'landscape') return zh ? '横向' : 'landscape';
	if (key === 'gridType')
		return value === 0
			? zh
				? '没有文档网格'
				: 'no grid'
			: value === 1
				? zh
					? '只指定行网格'
					: 'lines only'
				: zh
					? '行和字符网格'
					: 'lines and characters';
	if (key === 'footers') return zh ? '没有页脚' : 'no footers';
	if (key === 'headRows')
		return value === 0
			? zh
				? '没有重复标题行'
				: 'no repeated head'
			: zh
				? `重复标题行 ${value} 行`
				: `${value} head rows repeated`;
	if (key === 'evenAndOddHeaders') return zh ? '单双页相同' : 'odd and even alike';
	const name = pageNames[key];
	return name === undefined ? `${key} ${value}` : (zh ? name[0] : name[1]).replace('#', String(value));
}

/** A print, page by page; the print of the source below it where there is one. */
function shownPrint(print: ExamplePrint, language: Language): string {
	const zh = language === 'zh';
	const about = Object.entries(print.about ?? {}).map(([key, value]) => `${key}: ${value}`);
	const fonts = (print.notEmbedded ?? []).map((name) => (zh ? `未嵌入：${name}` : `not embedded: ${name}`));
	const pages = print.pages.flatMap((page, index) => shownPrintPage(page, index, language));
	const source = (print.source ?? []).flatMap((page, index) => shownPrintPage(page, index, language));
	const beside = source.length === 0 ? [] : ['', zh ? '对照件' : 'source', ...source];
	return [...about, ...fonts, ...pages, ...beside].join('\n');
}

function shownPrintPage(page: ExamplePage, index: number, language: Language): readonly string[] {
	const zh = language === 'zh';
	const notes = [
		...(page.shifted === undefined ? [] : [zh ? `右移 ${page.shifted} 毫米` : `${page.shifted} mm to the right`]),
		...(page.scale === undefined ? [] : [zh ? `缩放 ${page.scale}` : `scaled by ${page.scale}`]),
		...(page.offset === undefined ? [] : [zh ? `页码在版心下 ${page.offset} 毫米` : `number ${page.offset} mm below`]),
		...(page.head === undefined ? [] : [zh ? headNames[page.head].zh : headNames[page.head].en]),
		...(page.images ?? []).map(({ width, height, pixels: [across, down] }) =>
			zh
				? `图片 ${width}×${height} 毫米，${across}×${down} 像素`
				: `picture of ${width} × ${height} mm, ${across} × ${down} pixels`,
		),
	];
	const shown = page.number === undefined ? `— ${index + 1} —` : (page.number ?? (zh ? '（无页码）' : '(no number)'));
	const head = `〔${[zh ? `第 ${index + 1} 面` : `page ${index + 1}`, ...notes].join(zh ? '，' : ', ')}〕`;
	return [head, ...(page.lines.length === 0 ? [zh ? '（空白）' : '(blank)'] : page.lines), shown];
}

const headNames = {
	left: { zh: '横排，表头在左边', en: 'turned, head on the left' },
	right: { zh: '横排，表头在右边', en: 'turned, head on the right' },
	unknown: { zh: '横向页面', en: 'landscape page' },
} as const;

/** Text of an example paragraph with the values that differ from correct body text in brackets. */
function shownParagraph(paragraph: ExampleParagraph, language: Language): string {
	const notes: string[] = [];
	if (paragraph.where !== undefined && paragraph.where !== 'body') notes.push(placeNames[paragraph.where][language]);
	if (paragraph.role !== undefined && paragraph.role !== 'body') notes.push(roleName(paragraph.role)[language]);
	if (paragraph.font !== undefined) {
		notes.push(paragraph.font === '' ? (language === 'zh' ? '未写明字体' : 'no font named') : paragraph.font);
	}
	if (paragraph.latin !== undefined) notes.push(paragraph.latin);
	if (paragraph.size !== undefined) notes.push(sizeName(paragraph.size));
	if (paragraph.bold === true) notes.push(language === 'zh' ? '加粗' : 'bold');
	if (paragraph.italic === true) notes.push(language === 'zh' ? '倾斜' : 'italic');
	if (paragraph.alignment !== undefined) notes.push(alignmentNames[paragraph.alignment][language]);
	notes.push(...valueNotes(paragraph, language), ...runNotes(paragraph, language));
	if (paragraph.printed !== undefined) {
		const place = (page: number): string => (language === 'zh' ? `第${page}面` : `page ${page}`);
		return paragraph.printed
			.map(({ page, text }) => `${text} 〔${[place(page), ...notes].join(language === 'zh' ? '，' : ', ')}〕`)
			.join('\n');
	}
	const text = paragraph.text === '' ? (language === 'zh' ? '（空行）' : '(blank line)') : paragraph.text;
	return `${paragraph.label ?? ''}${text}${notes.length === 0 ? '' : ` 〔${notes.join(language === 'zh' ? '，' : ', ')}〕`}`;
}
