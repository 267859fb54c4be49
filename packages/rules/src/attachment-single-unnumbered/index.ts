import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { isAttachmentFile } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, numbered } from './messages.ts';

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const { listedAttachments: listed, presentAttachments: present } = outline;
	if (listed.length > 1 || present.length > 1 || isAttachmentFile(outline)) return { findings: [] };
	const findings = [...listed, ...present].flatMap((entry): Finding[] => {
		if (entry.number === null) return [];
		const found = numberPlace(doc.paragraphs, entry.block);
		// A lone 「附件2」 is one of several bound apart; only the first may be the only one.
		if (found === null || entry.number !== 1) return [];
		const { block, start, end } = found;
		const text = doc.paragraphs[block]?.text ?? '';
		return [
			{
				block,
				start: 0,
				end: text.length,
				message: numbered(text.slice(start, end), source),
				expected: '不编号',
				actual: text.slice(start, end),
				fix: { title: fixTitle, safety: 'safe', changes: [{ kind: 'replace-text', block, start, end, text: '' }] },
			},
		];
	});
	return { findings };
}

/** Place of the number behind 「附件」: in the entry's own paragraph, or in the label above a title. */
function numberPlace(
	paragraphs: DocumentContext['doc']['paragraphs'],
	block: number,
): { readonly block: number; readonly start: number; readonly end: number } | null {
	for (let at = block; at >= Math.max(0, block - 3); at--) {
		const match =
			/^[\s\u3000]*附[\s\u3000]*件[\s\u3000]*(?:([：:])[\s\u3000]*)?(1(?!\d)(?:[.．、][\s\u3000]*)?|一(?:、)?)/.exec(
				paragraphs[at]?.text ?? '',
			);
		const number = match?.[2];
		if (match !== null && number !== undefined)
			return { block: at, start: match[0].length - number.length, end: match[0].length };
	}
	return null;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-single-unnumbered',
		number: 145,
		group: 'attachment',
		title: { zh: '只有一个附件时不编号', en: 'A single attachment has no number' },
		description: {
			zh: '只有一个附件的，附件说明写「附件：名称」，附件页写「附件」，都不编序号。',
			en: 'When there is one attachment only, neither the list nor the attachment bears a number.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.4' },
		needsFormat: false,
	},
	check,
};
