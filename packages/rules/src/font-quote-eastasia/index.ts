import {
	type DocumentContext,
	isHan,
	type Paragraph,
	type Role,
	type Rule,
	type RuleResult,
	sameFamily,
	slotOf,
} from '@bianxu/model';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { someRun } from '../role-looks.ts';
import { roleParagraphs } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { paragraphsOf } from '../text/passages.ts';
import { matching } from '../text/scan.ts';
import { fixTitle, westernMarks } from './messages.ts';

const ROLES: readonly Role[] = [
	'organ-line',
	'title',
	'caption',
	'author',
	'salutation',
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'attachment-note',
	'signature',
	'date',
	'note',
	'name-entry',
];
const MARKS = new Set(['“', '”', '‘', '’', '—', '…', '·']);
const ANY_MARK = /[“”‘’—…·]/g;

function check(context: DocumentContext): RuleResult {
	if (
		!someRun(
			context,
			ROLES,
			({ ambiguous, hAnsi, eastAsia }) => ambiguous === 'hAnsi' && hAnsi !== eastAsia && !sameFamily(hAnsi, eastAsia),
		)
	)
		return nothingFound;
	const marked = matching(paragraphsOf(context.doc).running, 'text', ANY_MARK).filter(({ where }) => where === 'body');
	if (marked.length === 0) return nothingFound;
	const judged = new Set(roleParagraphs(context, ROLES));
	const withMarks = marked.filter((paragraph) => judged.has(paragraph));
	const source = ruleSource(rule, context.template);
	const findings = withMarks.flatMap((paragraph): GatherableFinding[] => {
		const places = westernPlaces(paragraph);
		const [first] = places;
		const last = places.at(-1);
		if (first === undefined || last === undefined) return [];
		const shown = [...new Set(places.map((at) => paragraph.text.charAt(at)))].join(' ');
		const family = paragraph.runs.find((run) => run.start <= first && first < run.end)?.format.hAnsi ?? '';
		return [
			{
				block: paragraph.block,
				start: first,
				end: last + 1,
				message: westernMarks(shown, family, source),
				expected: '中文字体',
				actual: family === '' ? '西文字体' : family,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: places.map((at) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: at,
						end: at + 1,
						format: { ambiguous: 'eastAsia' },
					})),
				},
				same: family,
			},
		];
	});
	return { findings: gather(findings, withMarks.length) };
}

/** Marks beside Chinese text that take a Latin font. The apostrophe of an English word stays Western. */
function westernPlaces(paragraph: Paragraph): readonly number[] {
	const found: number[] = [];
	for (const run of paragraph.runs) {
		if (run.format.hidden || sameFamily(run.format.hAnsi, run.format.eastAsia)) continue;
		for (let at = run.start; at < run.end; at++) {
			const character = paragraph.text.charAt(at);
			if (!MARKS.has(character) || slotOf(character.charCodeAt(0), run.format.ambiguous) === 'eastAsia') continue;
			if (isChinese(paragraph.text, at, -1) || isChinese(paragraph.text, at, 1)) found.push(at);
		}
	}
	return found;
}

/** The nearest character that is not such a mark itself is Han or Chinese punctuation. */
function isChinese(text: string, at: number, step: 1 | -1): boolean {
	let place = at + step;
	while (MARKS.has(text.charAt(place))) place += step;
	const code = text.charCodeAt(place);
	return (
		isHan(code) ||
		(code >= 0x3000 && code <= 0x303f) ||
		(code >= 0xff00 && code <= 0xffef) ||
		(code >= 0xd800 && code <= 0xdfff)
	);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-quote-eastasia',
		number: 27,
		group: 'font',
		title: { zh: '引号、破折号、省略号用中文字体', en: 'Quotation marks and dashes take the Chinese font' },
		description: {
			zh: '“ ” ‘ ’ — … · 这些符号中西文都用。文件里没有标明按中文处理时，Word 用西文字体显示，引号又窄又斜，破折号断成两截。',
			en: '“ ” ‘ ’ — … · belong to both scripts. Unless the file marks them as East Asian (w:hint), Word sets them in the Latin font: narrow quotation marks, broken dashes.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
