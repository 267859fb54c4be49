import type {
	AuthorityLevel,
	Bilingual,
	ExampleParagraph,
	FindingSeverity,
	Language,
	Rule,
	RuleExample,
	RuleGroup,
	RuleMeta,
	TemplateId,
} from '@bianxu/model';
import { sizeName } from '@bianxu/model';

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

const words = {
	id: { zh: '规则', en: 'Rule' },
	group: { zh: '类别', en: 'Group' },
	number: { zh: '编号', en: 'Number' },
	severity: { zh: '级别', en: 'Severity' },
	fix: { zh: '修正', en: 'Fix' },
	source: { zh: '依据', en: 'Source' },
	scope: { zh: '适用', en: 'Applies to' },
	all: { zh: '各类材料', en: 'all materials' },
	docxOnly: { zh: '（只查 .docx，Markdown 没有版式）', en: ' (.docx only: Markdown has no layout)' },
	bad: { zh: '不合格', en: 'Wrong' },
	good: { zh: '合格', en: 'Right' },
	fixed: { zh: '修正后', en: 'After the fix' },
	separator: { zh: '：', en: ': ' },
} as const;

/** The page of one rule in one language, in Markdown: what it looks at, facts, examples with the text after the fix. */
export function rulePage(rule: Rule, language: Language): string {
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
		[words.scope, scope + (meta.needsFormat ? say(words.docxOnly) : '')],
	];
	return [
		`# ${say(meta.title)}`,
		'',
		say(meta.description),
		'',
		...facts.map(([name, value]) => `- ${say(name)}${say(words.separator)}${value}`),
		...rule.examples.flatMap((example) => ['', ...examplePart(example, language)]),
		'',
	].join('\n');
}

function examplePart(example: RuleExample, language: Language): readonly string[] {
	const kind = example.kind === 'good' ? words.good : words.bad;
	const shown =
		example.markdown ?? (example.paragraphs ?? []).map((paragraph) => shownParagraph(paragraph, language)).join('\n');
	const page = shownPage(example.page);
	const parts = [
		`## ${kind[language]}${words.separator[language]}${example.title}`,
		'',
		...fenced([page, shown].filter((text) => text !== '').join('\n')),
	];
	return example.fixed === undefined
		? parts
		: [...parts, '', `${words.fixed[language]}${words.separator[language]}`, '', ...fenced(example.fixed)];
}

function fenced(text: string): readonly string[] {
	const fence = text.includes('```') ? '````' : '```';
	return [`${fence}text`, text.trimEnd(), fence];
}

function shownPage(page: RuleExample['page']): string {
	return Object.entries(page ?? {})
		.map(([key, value]) => `${key} = ${value}`)
		.join(', ');
}

/** Text of an example paragraph with the values that differ from correct body text in brackets. */
function shownParagraph(paragraph: ExampleParagraph, language: Language): string {
	const notes: string[] = [];
	if (paragraph.where !== undefined && paragraph.where !== 'body') notes.push(paragraph.where);
	if (paragraph.role !== undefined && paragraph.role !== 'body') notes.push(paragraph.role);
	if (paragraph.font !== undefined) notes.push(paragraph.font);
	if (paragraph.latin !== undefined) notes.push(paragraph.latin);
	if (paragraph.size !== undefined) notes.push(sizeName(paragraph.size));
	if (paragraph.bold === true) notes.push(language === 'zh' ? '加粗' : 'bold');
	if (paragraph.italic === true) notes.push(language === 'zh' ? '倾斜' : 'italic');
	if (paragraph.alignment !== undefined) notes.push(alignmentNames[paragraph.alignment][language]);
	for (const key of [
		'underline',
		'color',
		'highlight',
		'hidden',
		'hint',
		'scale',
		'letterSpacing',
		'firstLineChars',
		'firstLine',
		'leftChars',
		'left',
		'rightChars',
		'right',
		'line',
		'lineRule',
		'before',
		'after',
		'even',
		'field',
		'revision',
	] as const) {
		const value = paragraph[key];
		if (value !== undefined) notes.push(`${key}=${String(value)}`);
	}
	const text = paragraph.text === '' ? (language === 'zh' ? '（空行）' : '(blank line)') : paragraph.text;
	return `${paragraph.label ?? ''}${text}${notes.length === 0 ? '' : ` 〔${notes.join(language === 'zh' ? '，' : ', ')}〕`}`;
}
