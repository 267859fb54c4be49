import type { Diagnostic, FileResult, Plan, RejectResult } from '@bianxu/model';

const national = { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.1' } as const;
const practice = { level: 'practice', doc: '人大常委会会议材料通行格式', clause: '' } as const;
const title = '滨江市人民政府关于2026年国民经济和社会发展计划执行情况的报告';
const opening = '主任、各位副主任、秘书长、各位委员:受市人民政府委托,现将2026年计划执行情况报告如下,请予审议。';
const COMMA = opening.indexOf(',');

export const faultyReport: FileResult = {
	path: '会议材料/m1.计划执行情况报告.docx',
	template: 'work-report',
	problems: [
		{
			code: 'unknown-element',
			message: { zh: '不认识的元素 w:foo，原样保留', en: 'Unknown element w:foo, kept as it is' },
			block: 3,
		},
	],
	unchecked: [
		{ code: 'embedded', message: { zh: '嵌入的表格对象未检查', en: 'The embedded sheet was not checked' }, block: 11 },
		{ code: 'embedded', message: { zh: '嵌入的表格对象未检查', en: 'The embedded sheet was not checked' }, block: 17 },
	],
	diagnostics: [
		{
			rule: 'punct-fullwidth',
			severity: 'error',
			message: { zh: '中文语境中的逗号应为全角', en: 'A comma in Chinese text must be full-width' },
			expected: '，',
			actual: ',',
			source: { level: 'national-standard', doc: 'GB/T 15834-2011', clause: '4.3' },
			place: { block: 2, text: opening, start: COMMA, end: COMMA + 1 },
			fix: {
				title: { zh: '改为「，」', en: 'Change to "，"' },
				safety: 'safe',
				changes: [{ kind: 'replace-text', block: 2, start: COMMA, end: COMMA + 1, text: '，' }],
			},
		},
		{
			rule: 'font-title-role',
			severity: 'error',
			message: { zh: '标题字体不符合规定', en: 'The title is not in the required face' },
			expected: '方正小标宋简体',
			actual: '宋体',
			source: national,
			place: { block: 0, text: title, start: 0, end: title.length },
			fix: { title: { zh: '改为方正小标宋简体', en: 'Set in FZXiaoBiaoSong' }, safety: 'safe', changes: [] },
		},
		{
			rule: 'wr-caption-present',
			severity: 'warning',
			message: { zh: '口头报告一般有题注', en: 'A report read aloud usually has a caption' },
			expected: '题注',
			actual: '',
			source: practice,
			place: { block: 0, text: '', start: 0, end: 0 },
			fix: { title: { zh: '补题注', en: 'Add the caption' }, safety: 'ask', changes: [] },
		},
	],
	fixed: 2,
	refused: null,
};

export const markdownReport: FileResult = {
	path: '会议材料/m2.审查意见.md',
	template: 'base',
	problems: [],
	unchecked: [
		{
			code: 'no-format',
			message: { zh: 'Markdown 没有版式，48 条格式规则未检查', en: 'Markdown has no layout; 48 rules were not run' },
		},
	],
	diagnostics: [
		{
			rule: 'heading-mark-form',
			severity: 'info',
			message: { zh: '一级标题序号写法', en: 'Form of a first-level mark' },
			expected: '一、',
			actual: '一.',
			source: { level: 'project', doc: '', clause: '' },
			place: { block: 4, text: '一.总体情况', start: 0, end: 2, line: 9, column: 4 },
		},
	],
	fixed: 0,
	refused: null,
};

export const cleanReport: FileResult = {
	path: 'm3.docx',
	template: 'duty-report',
	problems: [],
	unchecked: [],
	diagnostics: [],
	fixed: 0,
	refused: null,
};

/** Three findings that somebody let pass, and nothing else. */
export const passedReport: FileResult = {
	...cleanReport,
	path: '会议材料/m4.docx',
	suppressed: [
		...faultyReport.diagnostics.slice(0, 2).map((diagnostic, index) => ({
			diagnostic,
			via: index === 0 ? ('comment' as const) : ('sidecar' as const),
			reason: '引自碑文，原样照录',
			by: '王某某',
			on: '2026-11-20',
		})),
		...faultyReport.diagnostics
			.slice(2)
			.map((diagnostic) => ({ diagnostic, via: 'baseline' as const, reason: '', by: '', on: '' })),
	],
};

const refusal = { code: 'not-a-zip', message: { zh: '不是有效的 .docx 文件', en: 'Not a valid .docx file' } };
export const refusedReport: FileResult = {
	path: '坏文件.docx',
	template: null,
	problems: [refusal],
	unchecked: [],
	diagnostics: [],
	fixed: 0,
	refused: refusal,
};

/** A document that tries to write our report: colours, line ends, bidi, markup, workflow commands. */
export const HOSTILE =
	'正常\u001b[2J\u202e\n  1. [错误] 伪造\r\n::error::x\u200b<script>alert(1)</script>"\'&\u2028]]>\ud800%0A';
export const hostileReport: FileResult = {
	...cleanReport,
	path: `a\u001b]0;x\u0007${HOSTILE}.docx`,
	problems: [{ code: HOSTILE, message: { zh: HOSTILE, en: HOSTILE }, block: 1 }],
	unchecked: [{ code: HOSTILE, message: { zh: HOSTILE, en: HOSTILE } }],
	diagnostics: [hostileFinding()],
};

function hostileFinding(): Diagnostic {
	return {
		rule: `rule${HOSTILE}`,
		severity: 'warning',
		message: { zh: HOSTILE, en: HOSTILE },
		expected: HOSTILE,
		actual: `${HOSTILE}。`,
		source: { level: 'practice', doc: HOSTILE, clause: HOSTILE },
		place: { block: 1, text: HOSTILE, start: 2, end: 5, line: 3, column: 1 },
		fix: { title: { zh: HOSTILE, en: HOSTILE }, safety: 'safe', changes: [] },
	};
}

export const plan: Plan = {
	scheme: 'continuous',
	blocked: true,
	obstacles: [{ zh: '材料 m9 的文件 m9.docx 找不到', en: 'The file m9.docx of m9 is missing' }],
	materials: [
		{ id: 'm1', from: '1', to: '1', state: 'draft', title, department: '发改委' },
		{ id: 'm5', from: '5', to: '4', state: 'numbered', title: '关于2026年预算执行情况的报告', department: '财政局' },
		{ id: 'm8', from: '4', to: null, state: 'withdrawn', title: '关于水污染防治情况的报告', department: '生态环境局' },
		{ id: 'm9', from: null, to: '5', state: 'draft', title: '人事任免名单', department: '人事代表工委' },
	],
	references: [
		{
			in: 'm1',
			block: 12,
			start: 30,
			end: 36,
			from: '五',
			to: '四',
			target: 'm5',
			status: 'valid',
			context: '（详见会议材料之五）',
			contextStart: 27,
			note: null,
			form: 'X7',
		},
		{
			in: 'm1',
			block: 13,
			start: 3,
			end: 9,
			from: '一',
			to: '一',
			target: 'm1',
			status: 'valid',
			context: '见会议材料之一',
			contextStart: 2,
			note: null,
			form: 'X7',
		},
		{
			in: 'host',
			block: 6,
			start: 2,
			end: 8,
			from: '四',
			to: null,
			target: 'm8',
			status: 'dangling',
			context: '请审阅会议材料之四',
			contextStart: 0,
			note: { zh: '材料 m8 已撤回', en: 'm8 was withdrawn' },
			form: 'X7',
		},
		{
			in: 'host',
			block: 9,
			start: 0,
			end: 4,
			from: '三',
			to: '三',
			target: null,
			status: 'check',
			context: '前三份材料',
			contextStart: 0,
			note: { zh: '建议核对份数', en: 'check the count' },
			form: 'X12',
			accepted: { by: '李某某', text: '前三份材料' },
		},
		{
			in: 'm5',
			block: 2,
			start: 0,
			end: 4,
			from: '二',
			to: null,
			target: null,
			status: 'ignored',
			context: '第十六届会议材料之二',
			contextStart: 0,
			note: null,
			form: 'X7',
		},
	],
	counts: { renumbered: 2, referencesRewritten: 1, agendaRewritten: 1, dangling: 1, needsCheck: 1, sheets: 3 },
	reprint: [
		{ id: 'm5', sheets: [[1, 2], [3]], copies: 60 },
		{ id: 'm1', sheets: null, copies: null },
	],
	alternatives: [
		{
			scheme: 'frozen',
			counts: { renumbered: 0, referencesRewritten: 0, agendaRewritten: 1, dangling: 1, needsCheck: 0, sheets: null },
			departments: 1,
			prints: null,
		},
	],
	prints: null,
	inverted: ['m5'],
	facts: [
		{
			in: 'host',
			block: 1,
			start: 0,
			end: 6,
			kind: 'day',
			from: '11月26日',
			to: '11月30日',
			status: 'valid',
			context: '11月26日上午举行全体会议',
			contextStart: 0,
			note: null,
		},
		{
			in: 'm5',
			block: 1,
			start: 5,
			end: 11,
			kind: 'day',
			from: '11月27日',
			to: null,
			status: 'check',
			context: '会议于11月27日结束',
			contextStart: 2,
			note: { zh: '会期变了，请改写', en: 'rewrite it' },
		},
	],
	calls: [
		{ department: '发改委', materials: [{ id: 'm1', from: '1', to: '1', rewritten: 1, open: 0 }] },
		{ department: '财政局', materials: [{ id: 'm5', from: '5', to: '4', rewritten: 1, open: 1 }] },
	],
	unnumbered: [{ id: 'host', file: '主持词.docx', kind: 'host-script' }],
	advice: [{ renumbered: 0, message: { zh: '把新增议题放到议程最后：0份改号', en: 'put the new item last' } }],
	inputs: {},
	changes: {
		m1: [{ kind: 'replace-text', block: 12, start: 35, end: 36, text: '四' }],
		host: [{ kind: 'replace-text', block: 1, start: 3, end: 5, text: '30' }],
	},
};

export const rejected: RejectResult = {
	path: '印件/会议材料之五.pdf',
	verdict: 'reprint',
	material: 'm5',
	findings: [
		{
			rule: 'print-shift',
			severity: 'error',
			page: null,
			line: null,
			expected: '套正误差不超过 2 毫米',
			actual: '向右 6.0 毫米',
			source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '6.3' },
			message: { zh: '全件版面向右偏移 6.0 毫米', en: 'The whole print is shifted 6.0 mm to the right' },
			text: '',
		},
		{
			rule: 'font-title-role',
			severity: 'error',
			page: 1,
			line: 2,
			expected: '字体 方正小标宋简体',
			actual: '字体 宋体',
			source: national,
			message: { zh: '标题字体不符合规定', en: 'The title is not in the required face' },
			text: title,
		},
		{
			rule: 'print-text-differs',
			severity: 'error',
			page: 3,
			line: 7,
			expected: '全市地区生产总值增长百分之六点二，',
			actual: '全市地区生产总值增长百分之六点三,',
			source: { level: 'project', doc: '', clause: '' },
			message: { zh: '印件文字与定稿不一致', en: 'The text of the print differs' },
			text: '全市地区生产总值增长百分之六点三,',
		},
		{
			rule: 'page-number-font',
			severity: 'warning',
			page: 4,
			line: null,
			expected: '14 磅',
			actual: '12 磅',
			source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
			message: { zh: '页码字号应为四号', en: 'The page number must be 14 pt' },
			text: '- 4 -',
		},
	],
};
