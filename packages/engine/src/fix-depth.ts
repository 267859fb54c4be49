import type { Bilingual, Change, Diagnostic, Fix } from '@bianxu/model';
import type { OpenDocument } from './document.ts';
import { mergeChanges } from './merge-changes.ts';

/**
 * Diagnostics whose fixes of formats say how deep they go: one change of a style that so many paragraphs share, or
 * the paragraphs themselves. `--fix=all` may find more users of a style wrong the same way; the titles tell of `--fix`.
 */
export function withDepth(document: OpenDocument, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
	if (document.doc.kind !== 'docx') return diagnostics;
	const safe = diagnostics.flatMap(({ fix }) => (fix?.safety === 'safe' ? fix.changes : []));
	if (!safe.some(isFormat)) return diagnostics;
	const through = document.depthOf(mergeChanges(safe));
	return diagnostics.map((diagnostic) => {
		const { fix } = diagnostic;
		const depth = fix === undefined || fix.safety !== 'safe' ? null : depthOf(fix, through);
		if (fix === undefined || depth === null) return diagnostic;
		const { zh, en } = fix.title;
		return { ...diagnostic, fix: { ...fix, title: { zh: `${zh}：${depth.zh}`, en: `${en}: ${depth.en}` } } };
	});
}

type FormatChange = Extract<Change, { kind: 'format-run' | 'format-paragraph' }>;

function isFormat(change: Change): change is FormatChange {
	return change.kind === 'format-run' || change.kind === 'format-paragraph';
}

function depthOf(fix: Fix, through: ReturnType<OpenDocument['depthOf']>): Bilingual | null {
	const formats = fix.changes.filter(isFormat);
	if (formats.length === 0) return null;
	const styles = new Map<string, number>();
	const direct = new Set<number>();
	for (const change of formats) {
		const share = through(change);
		if (share === null) direct.add(change.block);
		else styles.set(share.style, Math.max(styles.get(share.style) ?? 0, share.shared));
	}
	const zh: string[] = [];
	const en: string[] = [];
	for (const [style, shared] of styles) {
		zh.push(`改样式“${styleTitle(style)}”（${shared}段共用）`);
		en.push(`change the style "${style}" (shared by ${shared} paragraphs)`);
	}
	if (direct.size > 0) {
		const others = styles.size > 0;
		zh.push(direct.size === 1 ? (others ? '另有一段直接改' : '直接改这一段') : `直接改${direct.size}段`);
		en.push(direct.size === 1 ? 'change this paragraph itself' : `change ${direct.size} paragraphs themselves`);
	}
	return { zh: zh.join('，'), en: en.join(', ') };
}

/** Names that Word and WPS in Chinese show for built-in styles. */
const BUILT_IN: Readonly<Record<string, string>> = {
	normal: '正文',
	title: '标题',
	subtitle: '副标题',
	'body text': '正文文本',
	'body text indent': '正文文本缩进',
	'normal indent': '正文缩进',
	'plain text': '纯文本',
	'list paragraph': '列表段落',
	'no spacing': '无间隔',
	'normal (web)': '普通(网站)',
	header: '页眉',
	footer: '页脚',
	date: '日期',
	salutation: '称呼',
	closing: '结束语',
	signature: '签名',
	caption: '题注',
};

/** A style's name as a clerk sees it in the program. */
function styleTitle(name: string): string {
	const lower = name.toLowerCase();
	const heading = /^heading ([1-9])$/.exec(lower);
	if (heading !== null) return `标题 ${heading[1]}`;
	return (Object.hasOwn(BUILT_IN, lower) ? BUILT_IN[lower] : undefined) ?? name;
}
