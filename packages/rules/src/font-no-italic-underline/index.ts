import type { DocumentContext, Finding, Paragraph, Rule, RuleResult, RunFormat, RunFormatChange } from '@bianxu/model';
import { formatsOf, isVisible, stretchesOf } from '../effective-format.ts';
import { nothingFound } from '../gather.ts';
import { ruleSource } from '../rule-source.ts';
import { decorated, type Decoration, decorationNames, fixTitle } from './messages.ts';

const CURES: Readonly<Record<Exclude<Decoration, 'strike'>, RunFormatChange>> = {
	italic: { italic: false },
	underline: { underline: 'none' },
	highlight: { highlight: 'none' },
};

const KINDS: readonly Decoration[] = ['italic', 'underline', 'highlight', 'strike'];

function check({ doc, template }: DocumentContext): RuleResult {
	if (!formatsOf(doc).some((format) => KINDS.some((kind) => has(format, kind)))) return nothingFound;
	const source = ruleSource(rule, template);
	const findings = doc.paragraphs.flatMap((paragraph): Finding[] => {
		if (paragraph.headerFooter !== null || paragraph.where === 'footnote' || paragraph.where === 'endnote') return [];
		const parts = KINDS.filter((kind) => paragraph.runs.some((run) => has(run.format, kind))).flatMap((kind) =>
			partsOf(paragraph, kind),
		);
		if (parts.length === 0) return [];
		const kinds = [...new Set(parts.map((part) => part.kind))];
		const changes = parts.flatMap(({ kind, start, end }) =>
			kind === 'strike'
				? []
				: [{ kind: 'format-run' as const, block: paragraph.block, start, end, format: CURES[kind] }],
		);
		return [
			{
				block: paragraph.block,
				start: Math.min(...parts.map((part) => part.start)),
				end: Math.max(...parts.map((part) => part.end)),
				message: decorated(kinds, source),
				expected: '无修饰',
				actual: kinds.map((kind) => decorationNames[kind].zh).join('、'),
				...(changes.length === 0 ? {} : { fix: { title: fixTitle, safety: 'safe' as const, changes } }),
			},
		];
	});
	return { findings };
}

/** Blanks and the underscores of a line to write on show no decoration. */
function isDrawn(codePoint: number): boolean {
	return isVisible(codePoint) && codePoint !== 0x5f;
}

/** Symbols of a formula are set in italics (GB 3101), and a line under blanks is there to be written on. */
function isProper(text: string, kind: Decoration): boolean {
	switch (kind) {
		case 'italic':
			return !/\p{Script=Han}{2}/u.test(text) && /^[^。；]{0,60}$/.test(text) && !/[A-Za-z]{12}/.test(text);
		case 'underline':
			return /[ \u00a0\u3000]{2}|\t|[ \u00a0\u3000]$/.test(text) || /^[（(][^（()）]{2,20}[）)]$/.test(text.trim());
		case 'highlight':
		case 'strike':
			return false;
	}
}

function partsOf(
	paragraph: Paragraph,
	kind: Decoration,
): readonly { readonly kind: Decoration; readonly start: number; readonly end: number }[] {
	return stretchesOf(paragraph, 0, paragraph.text.length, isDrawn, (format) => has(format, kind))
		.filter((part) => {
			if (!part.value || isProper(paragraph.text.slice(part.start, part.end), kind)) return false;
			// What stands behind a line of blanks is part of the field.
			return kind !== 'underline' || !/[ \u00a0\u3000]{2}$|\t$/.test(paragraph.text.slice(0, part.start));
		})
		.map(({ start, end }) => ({ kind, start, end }));
}

function has(format: RunFormat, kind: Decoration): boolean {
	switch (kind) {
		case 'italic':
			return format.italic;
		case 'underline':
			return format.underline !== 'none';
		case 'highlight':
			// White or automatic shading shows nothing.
			return !['none', 'auto', 'clear', 'FFFFFF', 'white'].includes(format.highlight);
		case 'strike':
			return format.strike;
	}
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-no-italic-underline',
		number: 29,
		group: 'font',
		title: { zh: '不用斜体、下划线、底色', en: 'No italics, underline or highlight' },
		description: {
			zh: '会议材料不用斜体、下划线、突出显示和底纹，留在稿子里的多半是修改时的记号。空白处的下划线（填写栏）不算错；删除线要由人判断是删是留。',
			en: 'Italics, underline, highlight and shading are mostly marks left from revision. An underline under blanks (a field to fill in) is no fault; struck text is left for a person to decide.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
