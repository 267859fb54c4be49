import type { Doc, DocumentContext, Finding, Outline, Rule, RuleResult } from '@bianxu/model';
import { mentionsOf, ofAnotherPaper } from '@bianxu/numbering';
import { attachmentsFrom } from '../role-style.ts';
import { paragraphsOf } from '../text/passages.ts';
import { matching } from '../text/scan.ts';
import { noAttachment, unresolved } from './messages.ts';

const word = /附件/g;
const sending = /见附件|[（(]附件\d?[）)]/g;

function check({ doc, outline }: DocumentContext): RuleResult {
	const entries = [...outline.listedAttachments, ...outline.presentAttachments];
	if (entries.length === 0) return { findings: nowhere(doc, outline) };
	const numbers = new Set(entries.flatMap((entry) => (entry.number === null ? [] : [entry.number])));
	const known = Math.max(outline.listedAttachments.length, outline.presentAttachments.length);
	const last = attachmentsFrom(outline);
	const findings = matching(paragraphsOf(doc).running, 'text', word).flatMap((paragraph): Finding[] => {
		const role = outline.claims[paragraph.block]?.role;
		if (paragraph.block >= last || role === 'attachment-note' || role === 'toc' || paragraph.headerFooter !== null)
			return [];
		return mentionsOf(paragraph).flatMap((mention): Finding[] => {
			if (mention.noun !== '附件' || mention.protection !== null || ofAnotherPaper(paragraph.text, mention.start))
				return [];
			const missing = mention.terms
				.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])])
				.find((span) => span.parts.length === 1 && !numbers.has(span.value) && !(span.value === 1 && known === 1));
			return missing === undefined
				? []
				: [
						{
							block: paragraph.block,
							start: mention.start,
							end: mention.end,
							message: unresolved(missing.value, known),
							expected: known === 1 ? '附件' : `附件1至${known}`,
							actual: `附件${missing.value}`,
						},
					];
		});
	});
	return { findings };
}

/**
 * A paper that sends its reader to an attachment and neither lists nor has one: told once, as a warning, because the
 * attachment may be a file of its own.
 */
function nowhere(doc: Doc, outline: Outline): readonly Finding[] {
	for (const paragraph of matching(paragraphsOf(doc).running, 'text', sending)) {
		const { block, text, headerFooter } = paragraph;
		if (headerFooter !== null || outline.claims[block]?.role !== 'body') continue;
		const mention = mentionsOf(paragraph).find(
			(each) => each.noun === '附件' && each.protection === null && !ofAnotherPaper(text, each.start),
		);
		if (mention === undefined) continue;
		const { start, end } = mention;
		return [{ block, start, end, message: noAttachment, actual: text.slice(start, end), severity: 'warning' }];
	}
	return [];
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-ref-resolves',
		number: 147,
		group: 'attachment',
		title: { zh: '引用的附件存在', en: 'Cited attachments exist' },
		description: {
			zh: '正文里写「见附件3」，附件说明或者后面就要有附件3。引用别的材料、文件、法规的附件不查；既没有附件说明、文件里也没有附件的，只提醒一次：附件另行装订的也要列出。',
			en: '「见附件3」 in the text asks for an attachment 3 in the list or behind it. Attachments of other papers are left out. A paper that neither lists nor has any is reminded once: what is bound apart is listed too.',
		},
		severity: 'error',
		fix: 'none',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: false,
	},
	check,
};
