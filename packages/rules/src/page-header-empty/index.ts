import type { Doc, DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { parseFileMark } from '@bianxu/numbering';
import { hasPageField, shownFurniture } from '../page-furniture.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, footerText, headerMark, headerText, watermark } from './messages.ts';

function check({ doc, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = shownFurniture(doc).flatMap((paragraph): Finding[] => {
		const foot = paragraph.where === 'footer';
		const place = { block: paragraph.block, start: 0, end: paragraph.text.length };
		const text = paragraph.text.trim();
		// Words in the footer; marks and numbers there are the page-number rules'.
		if (foot && (hasPageField(paragraph) || !/\p{Script=Han}{2}/u.test(text) || /第.{0,6}页|共.{0,6}页/.test(text)))
			return [];
		// A number that stands on every page makes every sheet stale with the next renumbering.
		const everyPage = !foot && paragraph.headerFooter?.kind !== 'first';
		if (everyPage && parseFileMark(text, markForm) !== null) {
			const sheets = sheetsOf(doc);
			return [
				{
					...place,
					message: headerMark(text, sheets, source),
					expected: '编号只在首页',
					actual: text,
					fix: { title: fixTitle, safety: 'ask', changes: [{ kind: 'replace-text', ...place, text: '' }] },
				},
			];
		}
		if (text !== '' && !hasPageField(paragraph)) {
			return [
				{
					...place,
					message: foot ? footerText(text, source) : headerText(text, source),
					expected: foot ? '只有页码' : '无页眉',
					actual: text,
					fix: { title: fixTitle, safety: 'ask', changes: [{ kind: 'replace-text', ...place, text: '' }] },
				},
			];
		}
		return paragraph.objects.some((kind) => kind === 'shape' || kind === 'image')
			? [{ ...place, message: watermark(source), expected: '无页眉', actual: '页眉里有图形' }]
			: [];
	});
	return { findings };
}

/** Usual form of a mark; the others that parseFileMark knows are read too. */
const markForm = '会议材料之{n}';

/** Sheets of a paper printed on both sides, by its own page breaks and 22 lines of 28 cells (GB/T 9704-2012, 5.2.3): an estimate. */
function sheetsOf(doc: Doc): number {
	let pages = 0;
	let lines = 0;
	for (const { where, text, breaks, format } of doc.paragraphs) {
		if (where !== 'body' && where !== 'table') continue;
		if (format.pageBreakBefore || breaks.some(({ kind }) => kind === 'page')) {
			pages += Math.ceil(lines / 22);
			lines = 0;
		}
		lines += Math.max(1, Math.ceil((text.length + 2) / 28));
	}
	return Math.ceil((pages + Math.ceil(lines / 22)) / 2);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-header-empty',
		number: 16,
		group: 'page',
		title: { zh: '没有页眉、水印', en: 'No running header, no watermark' },
		description: {
			zh: '会议材料不设页眉。页眉里常见的是模板残留、单位名称或者「征求意见稿」水印（Word 把水印放在页眉里）。',
			en: 'Meeting materials have no running header. What stands there is mostly left from a template or is a draft’s watermark, which Word keeps in the header.',
		},
		severity: 'warning',
		fix: 'ask',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
