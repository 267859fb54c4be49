import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { scanReferences } from '@bianxu/numbering';
import { attachmentsFrom } from '../role-style.ts';
import { examples } from './examples.ts';
import { notMentioned } from './messages.ts';

function check({ doc, outline }: DocumentContext): RuleResult {
	const listed = outline.listedAttachments;
	if (listed.length === 0) return { findings: [] };
	const last = attachmentsFrom(outline);
	const texts = doc.paragraphs
		.filter((paragraph) => paragraph.block < last && outline.claims[paragraph.block]?.role !== 'attachment-note')
		.map((paragraph) => paragraph.text);
	const numbers = new Set<number>();
	let whole = false;
	for (const text of texts) {
		if (!text.includes('附')) continue;
		if (/附后|另附|见附件|附件(?!\d|[一二三四五六七八九十：:])/.test(text)) whole = true;
		for (const mention of text.includes('附件') ? scanReferences(text) : []) {
			if (mention.noun !== '附件') continue;
			for (const { from, to } of mention.terms)
				for (let number = from.value; number <= Math.min(to?.value ?? from.value, from.value + 100); number++)
					numbers.add(number);
		}
	}
	const all = texts.join('\n');
	const findings = listed.flatMap((entry): Finding[] => {
		const mentioned =
			entry.number === null || listed.length === 1
				? whole || numbers.size > 0
				: numbers.has(entry.number) || (numbers.size === 0 && whole);
		if (mentioned || (entry.title.length >= 4 && all.includes(entry.title))) return [];
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
	examples,
	check,
};
