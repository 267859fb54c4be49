/** The end of the text: closing formula, signature, date, remark, 版记 (domain.md §1.5, §2.4). */

import type { Role, RoleClaim } from '@bianxu/model';
import { isOrganName, readAuthor } from './front-forms.ts';
import { because, claim, endsAsSentence, type Line } from './line.ts';

const closingForm =
	/^(?:以上|上述)(?:报告|汇报|议案|说明|述职|名单|意见|方案|情况|决定|决议|请示|内容|建议)|^(?:现)?(?:提)?请(?:予)?(?:各位|常委会|会议)?.{0,12}(?:审议|评议|审查|审定|审议决定|批准|批示)[。.]?$|(?:附后|如上)[，,]请(?:予)?(?:审议|评议|审查)|^特此(?:报告|汇报|说明|议案|通知|公告)|^(?:妥否|当否|可否|是否妥当)[，,]|^(?:现|特)?提请(?:审议|本次)|^(?:不当之处|如有不妥|不妥之处)[，,]?.*(?:指正|批评|批示)|^此(?:报告|致)[。.]?$|请予(?:审议|评议|审查)(?:批准)?[。.]$/;
/** Formulas that end a paper wherever they stand: remarks or lists may follow them. */
const firmForm =
	/^(?:以上|上述)(?:报告|汇报|议案|说明|述职|名单|意见).{0,8}请(?:予)?(?:审议|评议|审查)|^特此(?:报告|汇报|说明|通知|公告|函)|^(?:妥否|当否|可否)/;
const dateForm =
	/^(?:[\d×xX]{2,4}|[一二三四五六七八九〇○零０ОoO]{2,4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX]{0,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX]{0,2})[日号]?)?(?:[（(][^）)]{0,8}[）)])?$/;
/** What a template leaves to be filled in: 「[发文单位]」, 「[日期]」, 「[市长] XXX」. */
const openName =
	/^[[〔【][^[\]〔〕【】]{0,8}(?:单位|机关|部门|署名|落款|姓名|[市县区州局院]长|主任)[\]〕】](?:[XＸxｘ×]{2,4})?$/;
const openDate = /^[[〔【](?:成文|印发|发文)?日期[\]〕】]$/;
const numericDate = /^(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}[日]?$/;

/** A line that is a day and nothing else: 2026年11月18日, 二○二六年十一月十六日, 2026.11.18. */
export function isDate(dense: string): boolean {
	return dateForm.test(dense) || numericDate.test(dense) || openDate.test(dense);
}

/** A closing formula, right or wrong; at most 60 characters. */
export function isClosing(dense: string): boolean {
	// The opening may hold the request as well (domain.md §2.4); it begins with the mandate.
	return dense.length <= 60 && closingForm.test(dense) && !/^我?受.{2,30}委托/.test(dense);
}

function isSignature(line: Line): boolean {
	const { dense, text } = line;
	if (dense.length < 2 || dense.length > 60 || endsAsSentence(text) || /[：:，,]$/.test(dense)) return false;
	if (/^(?:述职人|报告人|汇报人|提案人|提请人|汇报单位|报告单位)[：:]?/.test(dense)) return true;
	return isOrganName(dense) || openName.test(dense) || readAuthor(text) !== null;
}

const imprintForm = /^(?:(?:抄送|分送|主送|抄报)[：:]|[（(]?共印\d+份[）)]?$)/;

/** Lines of 版记 (GB/T 9704 7.4): 抄送, 印发. */
export function isImprint(dense: string): boolean {
	return (
		imprintForm.test(dense) ||
		(dense.length <= 60 && dense.endsWith('印发') && /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发$/.test(dense))
	);
}

/** A remark of its own: 「（此件公开发布）」, 「（联系人：……）」. */
export function isNote(dense: string): boolean {
	return (
		/^联系人[：:].{2,60}$/.test(dense) ||
		/^[（(](?:此件|此文|联系人|附注|注|联系|按姓|以姓|草案|本件|排名)[^（(）)]{0,80}[）)]$/.test(dense)
	);
}

/**
 * Claims for the end of a text whose lines (no blanks) begin after the front block: from the last line upwards remarks, date,
 * signature, then the closing formula. `ended` is false where more text of the same paper follows.
 */
export function closingBlock(lines: readonly Line[]): readonly RoleClaim[] {
	const claims: RoleClaim[] = [];
	let at = lines.length - 1;
	const add = (line: Line, role: Role, confidence: number, zh: string, en: string): void => {
		claims.push(claim(line, role, confidence, because(zh, en)));
	};
	for (let line = lines[at]; line !== undefined && isImprint(line.dense); at -= 1, line = lines[at])
		add(line, 'imprint', 0.9, '文末抄送、印发', 'copies and printing, at the end');
	for (let line = lines[at]; line !== undefined && isNote(line.dense); at -= 1, line = lines[at])
		add(line, 'note', 0.9, '文末括注', 'a remark in brackets at the end');
	const dated = lines[at];
	const hasDate = dated !== undefined && isDate(dated.dense);
	if (hasDate) {
		add(dated, 'date', 0.95, '文末，只有日期', 'at the end, a day alone');
		at -= 1;
	}
	if (dated?.text.includes('\n') === true) {
		const [signer, day, ...more] = dated.text.split('\n').map((part) => part.replaceAll(/\s/g, ''));
		if (signer !== undefined && day !== undefined && more.length === 0 && isDate(day) && isOrganName(signer)) {
			add(dated, 'signature', 0.6, '同一段里的署名和日期', 'name and date in one paragraph');
			at -= 1;
		}
	}
	let signatures = 0;
	for (
		let line = lines[at];
		hasDate && line !== undefined && /^[〔[（(].*(?:印章|盖章|签章|签名|公章).*[）)\]〕]$/.test(line.dense);
		at -= 1, line = lines[at]
	)
		add(line, 'note', 0.5, '落款处的括注', 'a remark at the signature');
	for (let line = lines[at]; line !== undefined && signatures < 4; at -= 1, line = lines[at]) {
		if (!isSignature(line) || line.paragraph.label !== null) break;
		const labelled = /^(?:述职人|报告人|汇报人|提案人)/.test(line.dense);
		const right = line.paragraph.format.alignment === 'right' || line.paragraph.format.right > 0;
		// Without a date only a stated signer or a line set to the right is a signature.
		if (!hasDate && !labelled && !right) break;
		add(
			line,
			'signature',
			hasDate || labelled ? 0.9 : 0.6,
			hasDate ? '成文日期之上的署名' : '文末署名',
			hasDate ? 'a name above the date' : 'a name at the end',
		);
		signatures += 1;
	}
	for (let back = 0; back < 8; back += 1) {
		const line = lines[at - back];
		// Further up only a formula that is said nowhere else.
		if (line === undefined || !isClosing(line.dense) || (back > 1 && !firmForm.test(line.dense))) continue;
		add(line, 'closing', 0.9, '文末请求审议的话', 'the request for deliberation, at the end');
		break;
	}
	return claims;
}
