/**
 * Required and actual values in English. A finding holds them as a clerk reads them; where they describe (「首行缩进2字」) they
 * are put into English, where they quote a paper, a rule or the name of a typeface they stay.
 */
import type { Bilingual, Fix, Language } from '@bianxu/model';

/** What a finding of either kind requires and met. */
export interface Valued {
	readonly rule: string;
	readonly message: Bilingual;
	readonly expected: string | null;
	readonly actual: string | null;
	readonly fix?: Fix;
}

/** Rules whose values describe; those of all others are words of papers. */
const DESCRIBING: ReadonlySet<string> = new Set([
	'align-body-justify',
	'align-title-center',
	'attachment-label-form',
	'attachment-new-page',
	'attachment-note-form',
	'attachment-referenced',
	'attachment-single-unnumbered',
	'attachment-title-line3',
	'char-scale-100',
	'draft-metadata',
	'draft-tracked-changes',
	'draft-version-word',
	'empty-paragraph-run',
	'font-embedded-in-pdf',
	'font-no-bold',
	'font-no-fake-title',
	'font-no-italic-underline',
	'font-quote-eastasia',
	'font-theme-resolved',
	'heading-keep-with-next',
	'image-resolution',
	'indent-first-line-2',
	'indent-salutation-zero',
	'legacy-1999-element',
	'linebreak-kinsoku',
	'linebreak-number-split',
	'page-duplex-parity',
	'page-first-has-body',
	'page-grid-chars',
	'page-grid-lines',
	'page-header-empty',
	'page-margin-left',
	'page-margin-top',
	'page-number-blank',
	'page-number-continuous',
	'page-number-font',
	'page-number-offset',
	'page-number-position',
	'page-number-present',
	'page-orientation-mixed',
	'page-orphan-signature',
	'page-size-a4',
	'page-text-colour',
	'page-type-area',
	'pr-order-appoint-remove',
	'print-page-breaks',
	'print-page-extra',
	'print-page-missing',
	'print-page-order',
	'print-page-shifted',
	'print-text-unreadable',
	'size-body-3hao',
	'size-caption-author-3hao',
	'size-heading-3hao',
	'size-imprint-4hao',
	'size-title-2hao',
	'spacing-line',
	'spacing-paragraph-zero',
	'spacing-title-gap',
	'table-caption-form',
	'table-head-repeat',
	'table-landscape-head-side',
	'table-unit-note',
	'table-width',
]);

/** Values as a whole. */
const WHOLE: Readonly<Record<string, string>> = {
	无: 'none',
	空: 'empty',
	缺: 'missing',
	删去: 'delete',
	居中: 'centred',
	未居中: 'not centred',
	用空格凑居中: 'centred with blanks',
	'居中，不缩进': 'centred, no indent',
	左对齐: 'left-aligned',
	右对齐: 'right-aligned',
	分散对齐: 'distributed',
	两端对齐: 'justified',
	居左: 'left',
	居右: 'right',
	居左空一字: 'left, one character in',
	居右空一字: 'right, one character in',
	未空一字: 'not one character in',
	'单页居右、双页居左': 'odd pages right, even pages left',
	'单页码居右空一字，双页码居左空一字': 'odd right, even left, one character in',
	单双页相同: 'the same on odd and even pages',
	顶格: 'flush left',
	另面: 'a new page',
	接排: 'runs on',
	未空行: 'no blank line',
	未提到: 'not mentioned',
	不编号: 'no number',
	加粗: 'bold',
	不加粗: 'not bold',
	无修饰: 'no decoration',
	中文字体: 'the East Asian face',
	写明中文字体: 'an East Asian face that is stated',
	未写明: 'not stated',
	无修订: 'no revisions',
	无批注: 'no comments',
	无隐藏文字: 'no hidden text',
	单倍行距: 'single spacing',
	无字符网格: 'no character grid',
	无页眉: 'no header',
	编号只在首页: 'the number on page 1 only',
	页眉里有图形: 'a drawing in the header',
	只有页码: 'the page number only',
	无页码: 'no page number',
	有页码: 'a page number',
	接前页连续编号: 'going on from the page before',
	黑色: 'black',
	先免后任: 'removals first',
	先任后免: 'appointments first',
	各页对齐: 'all pages aligned',
	可读的文字: 'text that can be read',
	图形: 'pictures',
	双面印刷: 'printed on both sides',
	单面: 'on one side',
	全部字体嵌入: 'all fonts embedded',
	表的上方: 'above the table',
	表的下方: 'below the table',
	图的上方: 'above the figure',
	图的下方: 'below the figure',
	重复标题行: 'the head row repeats',
	未设置: 'not set',
	未写单位: 'no unit stated',
	表头在左边: 'head at the left',
	表头在右边: 'head at the right',
	横向: 'landscape',
	纵向: 'portrait',
};

/** Parts of values, longer ones first. Sizes keep their Chinese name in brackets: it is the name on the menu of Word. */
const PARTS: readonly (readonly [RegExp, string])[] = [
	[/缩放(\d+)%，间距标准/g, 'scale $1%, normal spacing'],
	[/缩放(\d+)%/g, 'scale $1%'],
	[/间距加宽([\d.]+)磅/g, 'spaced out by $1 pt'],
	[/间距紧缩([\d.]+)磅/g, 'condensed by $1 pt'],
	[/首行缩进(-?[\d.]+)字/g, 'first line $1 characters in'],
	[/首行(-?[\d.]+)字/g, 'first line $1 characters'],
	[/悬挂缩进(-?[\d.]+)字/g, 'hanging $1 characters'],
	[/、左缩进(-?[\d.]+)字/g, ', left indent $1 characters'],
	[/左缩进(-?[\d.]+)字/g, 'left indent $1 characters'],
	[/居中，缩进(-?[\d.]+)字/g, 'centred, indented $1 characters'],
	[/空格([\d.]+)字加缩进(-?[\d.]+)字/g, 'blanks of $1 characters and an indent of $2'],
	[/空格([\d.]+)字/g, 'blanks of $1 characters'],
	[/空([\d.]+)字/g, '$1 characters in'],
	[/空(\d+)行/g, '$1 blank lines'],
	[/不超过(\d+)行/g, 'at most $1 lines'],
	[/固定值([\d.]+)[—-]([\d.]+)磅/g, 'exactly $1–$2 pt'],
	[/固定值([\d.]+)磅/g, 'exactly $1 pt'],
	[/最小值([\d.]+)磅/g, 'at least $1 pt'],
	[/([\d.]+)倍行距/g, '$1 lines'],
	[/段前([\d.]+)磅、段后([\d.]+)磅/g, '$1 pt before, $2 pt after'],
	[/([初小一二三四五六七八]{1,2}号?)（([\d.]+)磅）/g, '$2 pt ($1)'],
	[/([\d.]+)点\/英寸/g, '$1 dots per inch'],
	[/每行(\d+)字/g, '$1 characters a line'],
	[/版心 ([\d.]+) ?× ?([\d.]+) 毫米/g, 'type area $1 × $2 mm'],
	[/超出([左右上下])边 ([\d.]+) 毫米/g, 'beyond the $1 edge by $2 mm'],
	[/距版心([左右])边 (-?[\d.]+) 毫米/g, '$2 mm from the $1 edge of the type area'],
	[/空一字（约 ([\d.]+) 毫米）/g, 'one character in (about $1 mm)'],
	[/横向 (-?[\d.]+) 毫米，纵向 (-?[\d.]+) 毫米/g, '$1 mm across, $2 mm down'],
	[/订口 (-?[\d.]+) 毫米，天头 (-?[\d.]+) 毫米/g, 'left $1 mm, top $2 mm'],
	[/从 (\d+) 重新开始/g, 'starts again at $1'],
	[/第 (\d+) 至 (\d+) 页连续/g, 'pages $1 to $2 without a gap'],
	[/缺第 ([\d、]+) 页/g, 'page $1 missing'],
	[/第 ?(\d+)页末行/g, 'last line of page $1'],
	[/第 (\d+)、(\d+) 页/g, 'pages $1, $2'],
	[/第 (\d+)—(\d+) 页/g, 'pages $1–$2'],
	[/第 ?(\d+) ?页/g, 'page $1'],
	[/空白页 (\d+) 面/g, '$1 blank pages'],
	[/(\d+) 页，分页不同/g, '$1 pages, other breaks'],
	[/(\d+) 页/g, '$1 pages'],
	[/(\d+)处修订/g, '$1 revisions'],
	[/(\d+)条批注/g, '$1 comments'],
	[/第([一二三四五六])行/g, 'line $1'],
	[/^(\d+)行$/g, '$1 lines'],
	[/ 未嵌入/g, ' not embedded'],
	[/不超过/g, 'at most '],
	[/([\d.]+) ?毫米/g, '$1 mm'],
	[/([\d.]+)磅/g, '$1 pt'],
	[/底色（突出显示或者底纹）/g, 'highlight or shading'],
	[/斜体/g, 'italics'],
	[/下划线/g, 'underline'],
	[/删除线/g, 'struck through'],
	[/加粗/g, ' bold'],
	[/未写明/g, 'not stated'],
];

const SIDES: Readonly<Record<string, string>> = { 左: 'left', 右: 'right', 上: 'upper', 下: 'lower' };
const LINES = '一二三四五六';

/** A value in English; that of a rule that quotes, and what is no word of ours, as it is. */
export function englishValue(rule: string, value: string): string {
	if (!DESCRIBING.has(rule)) return value;
	const whole = WHOLE[value];
	if (whole !== undefined) return whole;
	const parts = PARTS.reduce((text, [pattern, english]) => text.replace(pattern, english), value);
	return parts === value
		? value
		: parts
				.replace(/the ([左右上下]) edge/g, (_, side: string) => `the ${SIDES[side] ?? side} edge`)
				.replace(/^line ([一二三四五六])$/, (_, line: string) => `line ${LINES.indexOf(line) + 1}`)
				.replaceAll(/[、，]/g, ', ')
				.trim();
}

/** A finding as it is told in a language: in English its values, and its message and fix where they speak of them. */
export function saidIn<T extends Valued>(finding: T, language: Language): T {
	const { rule, message, expected, actual, fix } = finding;
	if (language === 'zh' || !DESCRIBING.has(rule)) return finding;
	const words = [expected, actual].flatMap((own) =>
		own !== null && HAN.test(own) ? [[own, englishValue(rule, own)] as const] : [],
	);
	const speak = ({ zh, en }: Bilingual): Bilingual => ({
		zh,
		en: words.reduce((text, [own, english]) => text.replaceAll(own, english), en),
	});
	return {
		...finding,
		message: speak(message),
		expected: expected === null ? null : englishValue(rule, expected),
		actual: actual === null ? null : englishValue(rule, actual),
		...(fix === undefined ? {} : { fix: { ...fix, title: speak(fix.title) } }),
	};
}

const HAN = /\p{Script=Han}/u;
