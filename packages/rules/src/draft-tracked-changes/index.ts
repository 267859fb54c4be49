import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { formatsOf } from '../effective-format.ts';
import { allowancesOf, isGuidance } from '../allowance.ts';
import { commented, fixTitle, guided, hiddenText, tracked } from './messages.ts';

function check({ doc }: DocumentContext): RuleResult {
	const { insertions, deletions, formatChanges } = doc.counts;
	// Comments that let a finding pass are the office's record; they are settled by being there.
	const hints = (doc.remarks ?? []).filter(({ text }) => isGuidance(text));
	const comments = doc.counts.comments === 0 ? 0 : doc.counts.comments - allowancesOf(doc).length - hints.length;
	const findings: Finding[] = [];
	const changes = insertions + deletions + formatChanges;
	if (changes > 0) {
		const first = doc.paragraphs.flatMap((paragraph) =>
			paragraph.runs
				.filter((run) => run.revision !== undefined)
				.map((run) => ({ block: paragraph.block, start: run.start, end: run.end })),
		)[0];
		findings.push({
			...(first ?? { block: 0, start: 0, end: 0 }),
			message: tracked(insertions, deletions, formatChanges),
			expected: '无修订',
			actual: `${changes}处修订`,
		});
	}
	if (comments > 0) {
		const anchor = doc.paragraphs.find((paragraph) => paragraph.objects.includes('comment-reference'));
		findings.push({
			...(anchor === undefined
				? { block: 0, start: 0, end: 0 }
				: { block: anchor.block, start: 0, end: anchor.text.length }),
			message: commented(comments),
			expected: '无批注',
			actual: `${comments}条批注`,
		});
	}
	const [hint] = hints;
	if (hint !== undefined && doc.kind === 'docx') {
		const length = doc.paragraphs[hint.firstBlock]?.text.length ?? 0;
		findings.push({
			block: hint.firstBlock,
			start: 0,
			end: length,
			message: guided(hints.length),
			expected: '无提示批注',
			actual: `${hints.length}条提示批注`,
			severity: 'info',
		});
	}
	const mayHide = formatsOf(doc).some((format) => format.hidden);
	for (const paragraph of mayHide ? doc.paragraphs : []) {
		const hidden = paragraph.runs.filter(
			(run) => run.format.hidden && paragraph.text.slice(run.start, run.end).trim() !== '' && run.field !== 'TOC',
		);
		const [first] = hidden;
		if (first === undefined) continue;
		const text = hidden.map((run) => paragraph.text.slice(run.start, run.end)).join('');
		findings.push({
			block: paragraph.block,
			start: first.start,
			end: hidden.at(-1)?.end ?? first.end,
			message: hiddenText(text),
			expected: '无隐藏文字',
			actual: text,
			fix: {
				title: fixTitle,
				safety: 'ask',
				changes: hidden.map((run) => ({
					kind: 'replace-text',
					block: paragraph.block,
					start: run.start,
					end: run.end,
					text: '',
				})),
			},
		});
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'draft-tracked-changes',
		number: 172,
		group: 'hygiene',
		title: { zh: '没有修订、批注、隐藏文字', en: 'No tracked changes, comments or hidden text' },
		description: {
			zh: '付印前要接受或者拒绝全部修订，删去批注和隐藏文字。批注和修订会随文件流转，隐藏文字打印时可能印出，也可能把不该公开的内容带出去。',
			en: 'Before printing, all tracked changes are accepted or rejected, and comments and hidden text removed: they travel with the file, may be printed, and may give away what is confidential.',
		},
		severity: 'error',
		fix: 'ask',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: true,
	},
	check,
};
