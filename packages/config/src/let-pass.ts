/** Files about findings that are let pass: FILE.bianxu.yaml beside a document, and the baseline of known findings. */

import type { Bilingual, Problem } from '@bianxu/model';
import { atPlace, readYaml } from './yaml-tree.ts';
import { dayOf, integerOf, listOf, mapOf, newShape, requiredText, textOf } from './shape.ts';
import { quoted } from './yaml-text.ts';

const named = (zh: string, en: string): Bilingual => ({ zh, en });

/** One entry beside a document: the rules, the paragraph (a text it holds; '' the whole document), why, who and when. */
export interface SidecarEntry {
	readonly rules: readonly string[];
	readonly text: string;
	readonly reason: string;
	readonly by: string;
	readonly on: string;
}

/** Reads FILE.bianxu.yaml. Never throws; what cannot be used is a problem with its place. A missing reason is the rule book's matter. */
export function readSidecar(text: string): {
	readonly entries: readonly SidecarEntry[];
	readonly problems: readonly Problem[];
} {
	const { root, problems } = readYaml(text, 'sidecar');
	if (root === null) return { entries: [], problems };
	const shape = newShape('sidecar');
	const map = mapOf(shape, root, ['allow'], named('说明文件', 'the file of allowances'));
	const entries = listOf(shape, map?.get('allow'), named('allow', 'allow')).flatMap((node): SidecarEntry[] => {
		const entry = mapOf(shape, node, ['rule', 'text', 'reason', 'by', 'on'], named('一条说明', 'an allowance'));
		if (entry === null) return [];
		const rule = requiredText(shape, entry.get('rule'), node, named('规则 rule', 'the rule'));
		return [
			{
				rules: rule === '' ? [] : rule.split(/[、,，]\s*/),
				text: textOf(shape, entry.get('text'), '', named('段落文字 text', 'the text')),
				reason: textOf(shape, entry.get('reason'), '', named('理由 reason', 'the reason')),
				by: textOf(shape, entry.get('by'), '', named('签认人 by', 'the name (by)')),
				on: dayOf(shape, entry.get('on'), named('日期 on', 'the day (on)')) ?? '',
			},
		];
	});
	return { entries, problems: shape.problems };
}

/** A known finding: in which file (relative to the baseline), of which rule, in a paragraph with which text. */
export interface BaselineEntry {
	readonly file: string;
	readonly rule: string;
	/** Opening of the paragraph, for people; '' for a finding about the whole document. */
	readonly text: string;
	/** First 16 hex digits of the SHA-256 of the whole paragraph text. */
	readonly hash: string;
	readonly count: number;
}

/** Reads a baseline. Never throws; an empty file knows nothing. */
export function readBaseline(text: string): {
	readonly entries: readonly BaselineEntry[];
	readonly problems: readonly Problem[];
} {
	const { root, problems } = readYaml(text, 'baseline');
	if (root === null || (root.kind === 'scalar' && root.value === null)) return { entries: [], problems };
	const shape = newShape('baseline');
	const map = mapOf(shape, root, ['version', 'findings'], named('基线', 'the baseline'));
	const version = map?.get('version');
	if (version?.kind === 'scalar' && version.value !== 1) {
		const message = named('基线的版本不认识，请重新生成', 'the version of the baseline is not known; write it anew');
		return { entries: [], problems: [{ code: 'baseline-version', message: atPlace(version, message) }] };
	}
	const entries = listOf(shape, map?.get('findings'), named('findings', 'findings')).flatMap(
		(node): BaselineEntry[] => {
			const entry = mapOf(shape, node, ['file', 'rule', 'text', 'hash', 'count'], named('一条基线', 'an entry'));
			if (entry === null) return [];
			const required = (key: string): string => requiredText(shape, entry.get(key), node, named(key, key));
			return [
				{
					file: required('file'),
					rule: required('rule'),
					text: textOf(shape, entry.get('text'), '', named('text', 'text')),
					hash: required('hash'),
					count: integerOf(shape, entry.get('count'), [1, 1_000_000], named('count', 'count')) ?? 1,
				},
			];
		},
	);
	return { entries, problems: shape.problems };
}

/** Text of a baseline, sorted, one line an entry, so that two versions can be compared. `readBaseline` gives it back. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
	const key = ({ file, rule, hash }: BaselineEntry): string => `${file}\u0000${rule}\u0000${hash}`;
	const sorted = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
	return [
		'# 已知问题的基线：列在这里的问题暂不提示，新出现的照常提示。由 bianxu lint --update-baseline 写成。',
		'# 段落文字改动后，这一段的问题会重新提示。',
		'version: 1',
		sorted.length === 0 ? 'findings: []' : 'findings:',
		...sorted.map(
			({ file, rule, text, hash, count }) =>
				`  - { file: ${quoted(file)}, rule: ${rule}, text: ${quoted(text)}, hash: '${hash}', count: ${count} }`,
		),
		'',
	].join('\n');
}
