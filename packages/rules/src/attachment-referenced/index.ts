import type { DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { mentionsOf } from '@bianxu/numbering';
import { attachmentsFrom } from '../role-style.ts';
import { paragraphsOf } from '../text/passages.ts';
import { matching } from '../text/scan.ts';
import { notMentioned } from './messages.ts';

const sign = /附/g;

function check({ doc, outline }: DocumentContext): RuleResult {
	const listed = outline.listedAttachments;
	if (listed.length === 0) return { findings: [] };
	const last = attachmentsFrom(outline);
	const tells = ({ block }: Paragraph): boolean => block < last && outline.claims[block]?.role !== 'attachment-note';
	const numbers = new Set<number>();
	let whole = false;
	const { running, furniture } = paragraphsOf(doc);
	for (const paragraph of [...matching(running, 'text', sign), ...furniture]) {
		const { text } = paragraph;
		if (!tells(paragraph) || !text.includes('附')) continue;
		if (/附后|另附|见附件|附件(?!\d|[一二三四五六七八九十：:])/.test(text)) whole = true;
		for (const mention of text.includes('附件') ? mentionsOf(paragraph) : []) {
			if (mention.noun !== '附件') continue;
			for (const { from, to } of mention.terms)
				for (let number = from.value; number <= Math.min(to?.value ?? from.value, from.value + 100); number++)
					numbers.add(number);
		}
	}
	const findings = listed.flatMap((entry): Finding[] => {
		const mentioned =
			entry.number === null || listed.length === 1
				? whole || numbers.size > 0
				: numbers.has(entry.number) || (numbers.size === 0 && whole);
		if (mentioned || (entry.title.length >= 4 && named(doc.paragraphs, tells, entry.title))) return [];
		const name = entry.number === null ? '附件' : `附件${entry.number}`;
		return [
			{
				block: entry.block,
				start: 0,
				end: doc.paragraphs[entry.block]?.text.length ?? 0,
				message: notMentioned(name),
				expected: `见${name}`,
				actual: '未提到',
			},
		];
	});
	return { findings };
}

/** True when a paragraph that counts holds the title; one of several lines may run over as many paragraphs. */
function named(paragraphs: readonly Paragraph[], counts: (paragraph: Paragraph) => boolean, title: string): boolean {
	if (!title.includes('\n')) return paragraphs.some((paragraph) => paragraph.text.includes(title) && counts(paragraph));
	return paragraphs
		.filter(counts)
		.map(({ text }) => text)
		.join('\n')
		.includes(title);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-referenced',
		number: 146,
		group: 'attachment',
		title: { zh: '正文里提到每个附件', en: 'Every attachment is mentioned in the text' },
		description: {
			zh: '附件说明列出的附件，正文里最好点明（「见附件2」「附后」），与会人员才知道何时翻看。好材料也常常不点明，所以只提示。',
			en: 'The text should point to each listed attachment (「见附件2」), so that readers know when to turn to it. Good papers often do not: a remark only.',
		},
		severity: 'info',
		fix: 'none',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: false,
	},
	check,
};
