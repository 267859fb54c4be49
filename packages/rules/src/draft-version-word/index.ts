import type { DocumentContext, Finding, Role, Rule, RuleResult } from '@bianxu/model';
import { CONFIDENT } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { paragraphsOf } from '../text/passages.ts';
import { scan } from '../text/scan.ts';
import { fixTitle, versionWord } from './messages.ts';

const ROLES: ReadonlySet<Role> = new Set<Role>(['file-mark', 'organ-line', 'title', 'caption', 'author']);
const WORD =
	/[（(【[][\s\u3000]*(?:讨论稿|征求意见稿|送审稿|初稿|代拟稿|代拟草稿|汇报稿|修改稿|过程稿|会签稿|第[一二三四五六七八九十\d]{1,3}稿|\d{1,2}稿|[Vv]\d[\d.]*)[\s\u3000]*[）)】\]]/g;

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = scan(paragraphsOf(doc).running, 'text', WORD).flatMap(
		({ match, item: paragraph }, at, hits): Finding[] => {
			const claim = outline.claims[paragraph.block];
			if (claim === undefined || !ROLES.has(claim.role) || claim.confidence < CONFIDENT) return [];
			if (hits[at - 1]?.item === paragraph) return [];
			const [text] = match;
			const place = { block: paragraph.block, start: match.index, end: match.index + text.length };
			const alone = paragraph.text.trim() === text && paragraph.where === 'body';
			return [
				{
					...place,
					message: versionWord(text, source),
					expected: '删去',
					actual: text,
					fix: {
						title: fixTitle(text),
						safety: 'ask',
						changes: [
							alone
								? { kind: 'remove-paragraph', block: paragraph.block }
								: { kind: 'replace-text', ...place, text: '' },
						],
					},
				},
			];
		},
	);
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'draft-version-word',
		number: 174,
		group: 'hygiene',
		title: { zh: '定稿去掉「征求意见稿」等字样', en: 'No 征求意见稿 and the like in a final paper' },
		description: {
			zh: '标题、会议文件标识里的「讨论稿」「征求意见稿」「送审稿」「第三稿」是起草过程的字样，提交会议时去掉。「（草案）」「（审议稿）」「（建议表决稿）」是审议程序的字样，保留。',
			en: '讨论稿, 征求意见稿, 送审稿, 第三稿 in the title or file mark belong to drafting and go before submission. （草案）, （审议稿） and （建议表决稿） belong to deliberation and stay.',
		},
		severity: 'warning',
		fix: 'ask',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: false,
	},
	check,
};
