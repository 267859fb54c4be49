import { faceKey, type Paragraph, type Template } from '@bianxu/model';
import { isVisible, type Stretch, stretchesOf } from './effective-format.ts';
import { familyVerdict } from './role-style.ts';

const ZHONGSONG = faceKey('华文中宋');

/** True when any of the visible text from `start` to `end` is bold. */
export function hasBold(paragraph: Paragraph, start: number, end: number): boolean {
	return stretchesOf(paragraph, start, end, isVisible, (format) => format.bold).some((part) => part.value);
}

/** True for families that are not Xiaobiaosong. */
export function mayImitate(template: Template, family: string): boolean {
	return family !== '' && familyVerdict(template, 'xiaobiaosong', family) === 'reject';
}

/**
 * True when a stretch of a title imitates Xiaobiaosong: STZhongsong, or bold Songti. font-no-fake-title tells of it, and
 * font-title-role then keeps silent: one fault, one finding.
 */
export function imitatesXiaobiaosong(template: Template, part: Stretch<string>, bold: boolean): boolean {
	if (!mayImitate(template, part.value)) return false;
	return faceKey(part.value) === ZHONGSONG || (bold && familyVerdict(template, 'songti', part.value) !== 'reject');
}
