/** Pages of the rule book: docs/rules/<id>.md in Chinese and then English, and docs/rules/README.md as a table by group. */
import type { Rule, RuleGroup } from '../packages/model/src/index.ts';
import { rules } from '../packages/rules/src/index.ts';
import { groupNames, pageOf } from '../packages/rules/src/page.ts';

const severities = { error: '错误 error', warning: '警告 warning', info: '提示 info' } as const;
const fixes = { safe: '自动 safe', ask: '经确认 ask', none: '—' } as const;

/** Every generated page with its path from the repository root. */
export function ruleDocs(): readonly { readonly path: string; readonly text: string }[] {
	return [
		{ path: 'docs/rules/README.md', text: overview(rules) },
		...rules.map((rule) => ({
			path: `docs/rules/${rule.meta.id}.md`,
			text: `${pageOf(rule, 'zh')}\n---\n\n${pageOf(rule, 'en')}`,
		})),
	];
}

function overview(book: readonly Rule[]): string {
	const groups = (Object.keys(groupNames) as RuleGroup[]).filter((group) =>
		book.some((rule) => rule.meta.group === group),
	);
	return [
		'# 规则手册 Rule book',
		'',
		`共 ${book.length} 条。级别和参数由模板（rules/*.yaml）决定，下表是规则自带的缺省值。`,
		'',
		`${book.length} rules. Severity and parameters come from the templates (rules/*.yaml); the table shows each rule's defaults.`,
		...groups.flatMap((group) => ['', ...groupTable(group, book)]),
		'',
	].join('\n');
}

function groupTable(group: RuleGroup, book: readonly Rule[]): readonly string[] {
	const members = book.filter((rule) => rule.meta.group === group).sort((a, b) => a.meta.number - b.meta.number);
	return [
		`## ${groupNames[group].zh} ${groupNames[group].en}`,
		'',
		'| # | 规则 rule | 内容 what | 级别 severity | 修正 fix | 依据 source |',
		'|---|---|---|---|---|---|',
		...members.map(({ meta }) =>
			[
				'',
				meta.number === 0 ? '' : String(meta.number),
				`[${meta.id}](${meta.id}.md)`,
				`${meta.title.zh} · ${meta.title.en}`,
				severities[meta.severity],
				fixes[meta.fix],
				`${meta.source.doc} ${meta.source.clause}`.trim(),
				'',
			]
				.join(' | ')
				.trim(),
		),
	];
}
