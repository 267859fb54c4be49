import type { DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { linesOf, statesAdoption, statesSession } from '../material/front.ts';
import { squeeze } from '../text/passages.ts';
import { finding, replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { noTail, wrongMarks } from './messages.ts';

const opening = /^[\s\u3000]*(——|[-－—–―─]+|[（(])?/;
const ending = /([）)])?([。.，,；;：:])?(?<![\s\u3000])[\s\u3000]*$/;

function check(context: DocumentContext): RuleResult {
	const lines = linesOf(context, 'caption');
	const text = squeeze(lines.map((line) => line.text).join(''));
	const first = lines[0];
	const last = lines.at(-1);
	if (first === undefined || last === undefined || !statesSession(text) || statesAdoption(text))
		return { findings: [] };
	const findings: Finding[] = [];
	const open = opening.exec(first.text)?.[1] ?? '';
	const close = ending.exec(last.text)?.[1] ?? '';
	const mark = ending.exec(last.text)?.[2] ?? '';
	// Brackets come in pairs; anything else before the date is a dash.
	const wantedOpen = /[（(]/.test(open) || (open === '' && close !== '') ? '（' : open === '' ? '' : '——';
	const wantedClose = wantedOpen === '（' ? '）' : '';
	const body = text.slice(open.length, text.length - close.length - mark.length);
	if (open !== wantedOpen || close !== wantedClose || mark !== '') {
		const message = wrongMarks(text, `${wantedOpen}${body}${wantedClose}`);
		const marks = markChanges(first, last, open, wantedOpen, close + mark, wantedClose);
		const main = open !== wantedOpen ? first : last;
		const at =
			main === first && open !== wantedOpen
				? first.text.indexOf(open)
				: main.text.trimEnd().length - (close + mark).length;
		const length = main === first && open !== wantedOpen ? open.length : (close + mark).length;
		findings.push({
			...finding(main.block, at, at + length, message, {
				expected: `${wantedOpen}${body}${wantedClose}`,
				actual: text,
			}),
			fix: { title: { zh: '改正题注的标点', en: 'Correct the marks of the caption' }, safety: 'safe', changes: marks },
		});
	}
	if (/日在/.test(body) && body.endsWith('会议')) {
		findings.push(finding(last.block, 0, last.text.length, noTail(text), { actual: text }));
	}
	return { findings };
}

function markChanges(
	first: Paragraph,
	last: Paragraph,
	open: string,
	wantedOpen: string,
	tail: string,
	wantedTail: string,
): readonly {
	readonly kind: 'replace-text';
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}[] {
	const start = open === '' ? first.text.length - first.text.trimStart().length : first.text.indexOf(open);
	const end = last.text.trimEnd().length;
	return [
		...(open === wantedOpen
			? []
			: [replacement(first, start, start + open.length, wantedOpen, { zh: '', en: '' }, 'safe')]),
		...(tail === wantedTail ? [] : [replacement(last, end - tail.length, end, wantedTail, { zh: '', en: '' }, 'safe')]),
	].flatMap(({ fix }) => fix?.changes.flatMap((change) => (change.kind === 'replace-text' ? [change] : [])) ?? []);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-caption-form',
		number: 65,
		group: 'work-report',
		title: { zh: '题注的写法', en: 'Form of the caption' },
		description: {
			zh: '题注写作「——×年×月×日在……会议上」，或者用全角圆括号括起，或者不加符号；破折号占两个字，括号成对，末尾不用标点，有「在」就有「上」。日期、届次是否正确由其他规则检查。',
			en: 'The caption reads 「——day 在 session 上」, or stands in full-width brackets, or without marks; the dash is two characters long, brackets are paired, no end mark, and 「在」 goes with 「上」. Whether day and session are right is other rules’ matter.',
		},
		severity: 'warning',
		fix: 'safe',
		source: practice,
		templates: ['work-report', 'duty-report'],
		needsFormat: false,
	},
	check,
};
