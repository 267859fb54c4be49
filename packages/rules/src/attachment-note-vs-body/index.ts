import type { AttachmentEntry, DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { isAttachmentFile } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, missingHere, notListed, numberDiffers, titleDiffers } from './messages.ts';

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const { listedAttachments: listed, presentAttachments: present } = outline;
	const placeOf = (
		entry: AttachmentEntry,
	): { readonly block: number; readonly start: number; readonly end: number } => ({
		block: entry.block,
		start: 0,
		end: doc.paragraphs[entry.block]?.text.length ?? 0,
	});
	if (present.length === 0 || isAttachmentFile(outline)) return { findings: [] };
	const findings: Finding[] = [];
	const matched = new Set<AttachmentEntry>();
	for (const [index, attachment] of present.entries()) {
		const byNumber =
			attachment.number === null ? undefined : listed.find((entry) => entry.number === attachment.number);
		const byTitle = listed.find((entry) => same(entry.title, attachment.title));
		const entry = byNumber ?? byTitle ?? (listed.length === present.length ? listed[index] : undefined);
		if (entry === undefined) {
			// A paper without any list is told once, at its first attachment.
			if (listed.length > 0 || index === 0)
				findings.push({
					...placeOf(attachment),
					message: notListed(nameOf(attachment), listed.length === 0, source),
					severity: 'warning',
				});
			continue;
		}
		matched.add(entry);
		const text = doc.paragraphs[entry.block]?.text ?? '';
		if (!same(entry.title, attachment.title) && entry.title !== '' && attachment.title !== '') {
			const at = text.indexOf(entry.title);
			findings.push({
				...placeOf(entry),
				message: titleDiffers(nameOf(attachment), entry.title, attachment.title, source),
				expected: attachment.title,
				actual: entry.title,
				...(at < 0
					? {}
					: {
							fix: {
								title: fixTitle(attachment.title),
								safety: 'ask' as const,
								changes: [
									{
										kind: 'replace-text' as const,
										block: entry.block,
										start: at,
										end: at + entry.title.length,
										text: attachment.title,
									},
								],
							},
						}),
			});
		} else if (entry.number !== attachment.number && present.length > 1) {
			findings.push({
				...placeOf(attachment),
				message: numberDiffers(entry.number, attachment.number, source),
				expected: nameOf(entry),
				actual: nameOf(attachment),
			});
		}
	}
	for (const entry of listed) {
		if (!matched.has(entry))
			findings.push({ ...placeOf(entry), message: missingHere(nameOf(entry), source), severity: 'warning' });
	}
	return { findings };
}

function nameOf(entry: AttachmentEntry): string {
	return entry.number === null ? '附件' : `附件${entry.number}`;
}

/** Equal but for blanks, title marks and an end mark, which other rules look at. */
function same(a: string, b: string): boolean {
	return a === b || plain(a) === plain(b);
}

function plain(title: string): string {
	return title.replace(/[\s\u3000《》]/g, '').replace(/[。；，、.]$/, '');
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-note-vs-body',
		number: 141,
		group: 'attachment',
		title: { zh: '附件说明与附件一致', en: 'List of attachments and attachments agree' },
		description: {
			zh: '附件说明里的序号、名称与后面附件上的序号、标题一致。附件另行装订、不在同一文件里的不查；附件比说明里少的，只提醒核对。',
			en: 'Numbers and titles in the list equal those on the attachments. Attachments in a file of their own are not looked at; when some of them are missing here, a remark asks to check.',
		},
		severity: 'error',
		fix: 'ask',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.7' },
		needsFormat: false,
	},
	check,
};
