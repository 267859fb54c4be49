import type {
	AuthorityLevel,
	Bilingual,
	FindingSeverity,
	FixSafety,
	Language,
	MaterialState,
	NumberingScheme,
	ReferenceStatus,
	TemplateId,
	Verdict,
} from '@bianxu/model';

export const SEVERITY: Readonly<Record<FindingSeverity, Bilingual>> = {
	error: { zh: '错误', en: 'error' },
	warning: { zh: '警告', en: 'warning' },
	info: { zh: '提示', en: 'info' },
};

export const AUTHORITY: Readonly<Record<AuthorityLevel, Bilingual>> = {
	law: { zh: '法律规定', en: 'law' },
	'national-standard': { zh: '国家标准', en: 'national standard' },
	'office-notice': { zh: '机关通知', en: 'office notice' },
	practice: { zh: '通行做法', en: 'common practice' },
	project: { zh: '本工具约定', en: 'convention of this tool' },
};

export const TEMPLATE: Readonly<Record<TemplateId, Bilingual>> = {
	'work-report': { zh: '工作报告', en: 'work report' },
	'duty-report': { zh: '述职报告', en: 'duty report' },
	appointment: { zh: '人事任免', en: 'appointment' },
	base: { zh: '通用公文', en: 'base' },
};

export const SAFETY: Readonly<Record<FixSafety, Bilingual>> = {
	safe: { zh: '--fix 可自动修正', en: '--fix corrects it' },
	ask: { zh: '需人工确认，--fix=all 才改', en: 'needs a person; only --fix=all corrects it' },
};

export const VERDICT: Readonly<Record<Verdict, Bilingual>> = {
	accept: { zh: '准予付印', en: 'Accepted for printing' },
	revise: { zh: '发回修改', en: 'Returned for revision' },
	reprint: { zh: '责成重印', en: 'To be reprinted' },
};

export const STATUS: Readonly<Record<ReferenceStatus, Bilingual>> = {
	valid: { zh: '有效', en: 'valid' },
	dangling: { zh: '悬空', en: 'dangling' },
	mismatch: { zh: '号名不符', en: 'mismatch' },
	ambiguous: { zh: '有歧义', en: 'ambiguous' },
	check: { zh: '待核对', en: 'to check' },
	ignored: { zh: '不动', en: 'left alone' },
};

export const STATE: Readonly<Record<MaterialState, Bilingual>> = {
	draft: { zh: '拟编', en: 'draft' },
	numbered: { zh: '定号', en: 'numbered' },
	printed: { zh: '付印', en: 'printed' },
	distributed: { zh: '已发', en: 'distributed' },
	withdrawn: { zh: '作废', en: 'withdrawn' },
};

export const SCHEME: Readonly<Record<NumberingScheme, Bilingual>> = {
	continuous: { zh: '连续编号', en: 'continuous' },
	item: { zh: '按议题编号', en: 'by item' },
	frozen: { zh: '冻结原号', en: 'frozen' },
};

/** The chosen language of a bilingual text. */
export function say(language: Language, text: Bilingual): string {
	return text[language];
}
