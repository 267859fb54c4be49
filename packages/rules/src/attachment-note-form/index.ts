import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { parseHan } from '@bianxu/numbering';
import { isBlankParagraph } from '../effective-format.ts';
import { claimsOf, CONFIDENT } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitles, wrong } from './messages.ts';

const HEAD = /^([\s\u3000]*附[\s\u3000]*件)[\s\u3000]*([：:]?)[\s\u3000]*/;
const MARK =
	/^(?:(\d{1,2})[\s\u3000]*([.．、，,:：)）])|([一二三四五六七八九十]{1,3})[\s\u3000]*([.．、，,:：]))[\s\u3000]*/;
const TAIL = /(?<![。；;，,、.])[。；;，,、.]+[\s\u3000]*$/;

/** Most of a line of 28.95 pt: spacing of this height looks like a blank line. */
const LINE = 460;

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings: Finding[] = [];
	let previous = -2;
	for (const claim of claimsOf(outline, 'attachment-note')) {
		const paragraph = doc.paragraphs[claim.block];
		if (claim.confidence < CONFIDENT || paragraph === undefined || isBlankParagraph(paragraph)) continue;
		const { block, text } = paragraph;
		const add = (start: number, end: number, kind: keyof typeof fixTitles, replacement: string): void => {
			const changes = [{ kind: 'replace-text' as const, block, start, end, text: replacement }];
			findings.push({
				block,
				start,
				end,
				message: wrong(kind, text.slice(start, end), replacement, source),
				actual: text.slice(start, end),
				expected: replacement === '' ? '无' : replacement,
				fix: { title: fixTitles[kind], safety: 'safe', changes },
			});
		};
		const head = HEAD.exec(text);
		let at = 0;
		if (head !== null) {
			const word = head[1] ?? '';
			const colon = head[2] ?? '';
			at = head[0].length;
			if (colon !== '：')
				add(word.length, word.length + (colon === ':' ? text.indexOf(':') - word.length + 1 : 0), 'colon', '：');
			const above = doc.paragraphs.slice(0, block).findLast((other) => other.where === 'body');
			const isFirst = previous !== block - 1;
			const wanted = template.roles['attachment-note']?.linesBefore;
			if (
				doc.kind === 'docx' &&
				isFirst &&
				wanted !== undefined &&
				wanted.value > 0 &&
				above !== undefined &&
				!isBlankParagraph(above) &&
				above.format.after + paragraph.format.before < LINE
			) {
				findings.push({
					block,
					start: 0,
					end: text.length,
					message: wrong('gap', '', '', wanted.source),
					expected: `空${wanted.value}行`,
					actual: '未空行',
					source: wanted.source,
					severity: 'warning',
					fix: {
						title: fixTitles.gap,
						safety: 'safe',
						changes: [{ kind: 'insert-paragraph', block, where: 'before', text: '', run: {}, paragraph: {} }],
					},
				});
			}
		} else {
			at = text.length - text.trimStart().length;
		}
		previous = block;
		const mark = MARK.exec(text.slice(at));
		if (mark !== null) {
			const number = mark[1] ?? String(parseHan(mark[3] ?? '') ?? mark[3]);
			const correct = `${number}.`;
			const length = mark[0].trimEnd().length;
			if (text.slice(at, at + length) !== correct) add(at, at + length, 'number', correct);
			at += mark[0].length;
		}
		const tail = TAIL.exec(text.slice(at));
		if (tail !== null) add(at + tail.index, text.length, 'tail', '');
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-note-form',
		number: 140,
		group: 'attachment',
		title: { zh: '附件说明的写法', en: 'Form of the list of attachments' },
		description: {
			zh: '附件说明在正文下空一行、左空 2 字，写「附件：」和名称；有几个附件的，用阿拉伯数字加点编号，写「附件：1.」。名称后面不加标点。',
			en: 'The list of attachments stands one blank line under the text: 「附件：」 and the name; several are numbered by Arabic digits and a dot, 「附件：1.」. No mark follows a name.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.4' },
		needsFormat: false,
	},
	check,
};
