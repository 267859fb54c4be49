import type { DocumentContext, Finding, Paragraph, Role, Rule, RuleResult } from '@bianxu/model';
import { isBlankParagraph } from '../effective-format.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, manyBlanks } from './messages.ts';

const MAY_FOLLOW: ReadonlySet<Role> = new Set<Role>(['signature', 'date', 'imprint', 'attachment-label']);

/** A line that holds a drawing and no words: the blank ones beside it make room for that. */
function holdsDrawing(paragraph: Paragraph | undefined): boolean {
	return paragraph !== undefined && paragraph.objects.length > 0 && paragraph.text.trim() === '';
}

function check({ doc, outline, template, params }: DocumentContext): RuleResult {
	const max = typeof params['max'] === 'number' ? params['max'] : 3;
	const source = ruleSource(rule, template);
	const findings: Finding[] = [];
	let run: Paragraph[] = [];
	let begun = false;
	let before: Paragraph | undefined;
	const close = (next: Paragraph | undefined): void => {
		const role = next === undefined ? undefined : outline.claims[next.block]?.role;
		const first = run[0];
		// Blank lines above everything (a cover) and at the very end change nothing that is read.
		if (
			run.length > max &&
			first !== undefined &&
			begun &&
			next !== undefined &&
			!(role === 'unknown' && before !== undefined && outline.claims[before.block]?.role === 'unknown') &&
			!holdsDrawing(before) &&
			!holdsDrawing(next) &&
			!(role !== undefined && MAY_FOLLOW.has(role))
		) {
			findings.push({
				block: first.block,
				start: 0,
				end: first.text.length,
				message: manyBlanks(run.length, max, source),
				expected: `不超过${max}行`,
				actual: `${run.length}行`,
				fix: {
					title: fixTitle(max),
					safety: 'safe',
					changes: run.slice(max).map((paragraph) => ({ kind: 'remove-paragraph', block: paragraph.block })),
				},
			});
		}
		run = [];
	};
	for (let at = 0; at < doc.paragraphs.length; at++) {
		const paragraph = doc.paragraphs[at];
		if (paragraph?.where !== 'body') continue;
		const blank = isBlankParagraph(paragraph);
		if (
			blank &&
			paragraph.breaks.every((entry) => entry.kind === 'line') &&
			paragraph.section === (run[0]?.section ?? paragraph.section)
		) {
			run.push(paragraph);
			continue;
		}
		if (run.length > 0) close(paragraph);
		before = paragraph;
		begun ||= !blank;
	}
	close(undefined);
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'empty-paragraph-run',
		number: 48,
		group: 'size-spacing',
		title: { zh: '不用成串的空行排版', en: 'No runs of blank lines' },
		description: {
			zh: '连续的空行超过 3 个，多半是用空行把内容推到下一页，改动前面的文字就会错位。应当用分页符或者「段前分页」。落款上方留给盖章的位置、版记和附件标识之前不查。',
			en: 'More than three blank lines in a row mostly push something to the next page and go astray when the text above changes; a page break does it safely. Space for a seal above the signature, and before imprint and attachments, is left out.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	params: { max: 3 },
	check,
};
