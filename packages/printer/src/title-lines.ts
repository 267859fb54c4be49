import { CharacterClass } from './character-class.ts';
import { type Line, widthBetween } from './line-breaking.ts';
import type { Shaped } from './shape.ts';

/**
 * Words that a title line does not break inside, beside what line breaking forbids: organs, offices and genre words of
 * meeting materials. GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜、间距恰当.
 */
const WORDS = [
	'中华人民共和国',
	'促进条例',
	'促进法',
	'实施办法',
	'保护条例',
	'管理条例',
	'法治宣传教育',
	'宣传教育',
	'人民代表大会',
	'常务委员会',
	'人民政府',
	'人民法院',
	'人民检察院',
	'监察委员会',
	'人大常委会',
	'委员会',
	'代表大会',
	'人民',
	'代表',
	'大会',
	'常务',
	'委员',
	'政府',
	'法院',
	'检察院',
	'国民经济',
	'预算调整方案',
	'调整方案',
	'社会发展',
	'计划',
	'预算',
	'决算',
	'执行',
	'情况',
	'工作',
	'报告',
	'审计',
	'草案',
	'决定',
	'决议',
	'说明',
	'意见',
	'议案',
	'建议',
	'办理',
	'落实',
	'整改',
	'关于',
	'名单',
	'任免',
	'任命',
	'免职',
	'履职',
	'述职',
	'专项',
	'国有资产',
	'管理',
	'环境',
	'保护',
	'生态',
	'教育',
	'医疗',
	'卫生',
	'乡村',
	'振兴',
	'城市',
	'建设',
	'条例',
	'实施',
	'贯彻',
	'执法',
	'检查',
	'调研',
	'审议',
	'审查',
	'结果',
	'第一',
	'会议',
	'年度',
	'以来',
	'问题',
	'突出',
	'发展',
	'改革',
	'规划',
	'纲要',
	'中期',
	'评估',
	'上半年',
	'方案',
	'目标',
	'完成',
	'法治',
	'安全',
	'食品',
	'就业',
	'养老',
	'服务',
	'体系',
	'推进',
	'促进',
	'加强',
	'产业',
	'经济',
	'市场',
	'营商',
	'优化',
	'民生',
	'实事',
	'项目',
	'财政',
	'资金',
	'债务',
	'地方',
	'政协',
	'主任',
	'副主任',
	'秘书长',
	'市长',
	'院长',
	'检察长',
	'局长',
	'同志',
];

/** Terms and meetings, dates: 第十七届, 第二十三次会议, 2026年11月26日. */
const ORDINALS = /第[一二三四五六七八九十百零〇]{1,7}(?:届|次会议|次)|\d{1,4}年\d{1,2}月(?:\d{1,2}日)?/g;

/** A title of more lines is none, and is set as it comes. */
const MOST_LINES = 8;

/** Cost of a line end inside a word, and of other line ends that read badly. */
const INSIDE_WORD = 40;
const AFTER_LINK = 30;
/** Cost of a line more than the fewest: less than that of a word cut in two. */
const ANOTHER_LINE = 34;
const MORE_LINES = 2;

/** Cost of each possible line end: index i means after character i. */
function costs(shaped: Shaped): Float64Array {
	const text = Array.from(shaped.codePoints.subarray(0, shaped.count), (codePoint) => String.fromCodePoint(codePoint));
	const joined = text.join('');
	const cost = new Float64Array(shaped.count);
	// Titles have no characters beyond the basic plane worth a second index; where they do, words simply do not match.
	const plain = joined.length === shaped.count;
	for (let i = 0; i < shaped.count; i++) cost[i] = shaped.breaks[i] === 1 ? 6 : Number.POSITIVE_INFINITY;
	for (const word of plain ? WORDS : []) {
		for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) {
			for (let i = at; i < at + word.length - 1; i++) cost[i] = (cost[i] ?? 0) + INSIDE_WORD;
		}
	}
	for (const match of plain ? joined.matchAll(ORDINALS) : []) {
		for (let i = match.index; i < match.index + match[0].length - 1; i++) cost[i] = (cost[i] ?? 0) + INSIDE_WORD;
	}
	for (let i = 0; i < shaped.count; i++) {
		const here = text[i] ?? '';
		const next = text[i + 1] ?? '';
		// A line that ends after 的, a mark or a closing 》, or before 关于, reads as a phrase.
		if (here === '的' || here === '》' || here === '、' || (next === '关' && text[i + 2] === '于'))
			cost[i] = (cost[i] ?? 0) - 6;
		if (here === '和' || here === '与' || here === '及') cost[i] = (cost[i] ?? 0) + AFTER_LINK;
		if (here === '于' && text[i - 1] === '关') cost[i] = (cost[i] ?? 0) + AFTER_LINK;
		if (next === '的' || next === '和' || next === '与') cost[i] = (cost[i] ?? 0) + (next === '的' ? 40 : 2);
	}
	// Inside 《…》 a title of a law stays together where it can.
	let depth = 0;
	for (let i = 0; i < shaped.count; i++) {
		if (text[i] === '《') depth++;
		if (text[i] === '》') depth--;
		if (depth > 0) cost[i] = (cost[i] ?? 0) + 12;
	}
	return cost;
}

/**
 * Breaks a title into the fewest lines that hold it whole words (one or two more where they save a word), of lengths that make a 梯形 or 菱形, at phrase ends; never a line of
 * one character. Widths in points.
 */
export function titleLines(shaped: Shaped, measure: number): readonly Line[] {
	const total = widthBetween(shaped, 0, shaped.count);
	const forced = shaped.classes.subarray(0, shaped.count).includes(CharacterClass.newline);
	if (forced || total <= measure || total > measure * MOST_LINES) return [];
	const cost = costs(shaped);
	const fewest = Math.ceil(total / measure);
	let best: { readonly cuts: readonly (readonly [number, number])[]; readonly value: number } | null = null;
	for (let lines = fewest; lines <= Math.min(MOST_LINES, fewest + MORE_LINES); lines++) {
		const found = bestCuts(shaped, cost, measure, lines, total / lines);
		if (found === null) continue;
		const value = found.value + (lines - fewest) * ANOTHER_LINE;
		if (best === null || value < best.value) best = { cuts: found.cuts, value };
	}
	return (best?.cuts ?? []).map(([start, end]) => ({
		start,
		end,
		last: true,
		width: widthBetween(shaped, start, end),
	}));
}

/** Shortest path over line ends: one pass per line, title lengths are some dozens of characters. */
function bestCuts(
	shaped: Shaped,
	cost: Float64Array,
	measure: number,
	lines: number,
	ideal: number,
): { readonly cuts: readonly (readonly [number, number])[]; readonly value: number } | null {
	const n = shaped.count;
	const cell = shaped.styles[0]?.cell ?? 22;
	const best: Float64Array[] = [];
	const from: Int32Array[] = [];
	for (let k = 0; k <= lines; k++) {
		best.push(new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY));
		from.push(new Int32Array(n + 1).fill(-1));
	}
	const first = best[0];
	if (first !== undefined) first[0] = 0;
	for (let k = 1; k <= lines; k++) {
		const before = best[k - 1];
		const here = best[k];
		const back = from[k];
		if (before === undefined || here === undefined || back === undefined) return null;
		for (let end = 2; end <= n; end++) {
			const ending = end === n ? 0 : (cost[end - 1] ?? 0);
			if (ending === Number.POSITIVE_INFINITY) continue;
			for (let start = end - 2; start >= 0; start--) {
				if (before[start] === Number.POSITIVE_INFINITY) continue;
				const width = widthBetween(shaped, start, end);
				if (width > measure) break;
				const off = (width - ideal) / cell;
				const value = (before[start] ?? 0) + ending + off * off;
				if (value < (here[end] ?? 0)) {
					here[end] = value;
					back[end] = start;
				}
			}
		}
	}
	const value = best[lines]?.[n] ?? Number.POSITIVE_INFINITY;
	if (value === Number.POSITIVE_INFINITY) return null;
	const cuts: (readonly [number, number])[] = [];
	let end = n;
	for (let k = lines; k > 0; k--) {
		const start = from[k]?.[end] ?? 0;
		cuts.unshift([start, end]);
		end = start;
	}
	return { cuts, value };
}
