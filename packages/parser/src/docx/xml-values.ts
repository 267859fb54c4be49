import { attr, type XmlDocument } from '@bianxu/opc';

/**
 * Attribute values of WordprocessingML as numbers and flags. Transitional files write bare numbers, Strict ones also
 * universal measures such as "12pt" (ST_UniversalMeasure, 22.9.2.15) and percentages; both are read everywhere.
 * Numbers a file states are clamped to what Word accepts, so that no size of ours depends on a claim.
 */

/** Largest length Word stores: 22 inches, rounded up; beyond it a value is nonsense and clamped. */
const MAX_TWIPS = 31_680;

const TWIPS_PER_UNIT: Readonly<Record<string, number>> = {
	mm: 1440 / 25.4,
	cm: 1440 / 2.54,
	in: 1440,
	pt: 20,
	pc: 240,
	pi: 240,
};

const MEASURE = /^([+-]?[0-9]{1,12}(?:\.[0-9]{1,12})?)(mm|cm|in|pt|pc|pi|%)?$/;

/** ST_OnOff (22.9.2.7) of a property element: a missing value means on. Undefined for values that are neither. */
export function onOff(xml: XmlDocument, element: number, name = 'w:val'): boolean | undefined {
	const value = attr(xml, element, name);
	return value === undefined ? true : onOffValue(value);
}

/** ST_OnOff as text. */
export function onOffValue(value: string | undefined): boolean | undefined {
	if (value === '1' || value === 'true' || value === 'on') return true;
	if (value === '0' || value === 'false' || value === 'off') return false;
	return undefined;
}

/** Integer of an attribute within [low, high], undefined when absent or no number. Decimals are cut as Word cuts them. */
export function integer(
	xml: XmlDocument,
	element: number,
	name: string,
	low = -1_000_000_000,
	high = 1_000_000_000,
): number | undefined {
	const value = attr(xml, element, name);
	if (value === undefined) return undefined;
	const whole = digits(value);
	if (whole >= 0) return Math.min(high, Math.max(low, whole));
	const found = MEASURE.exec(value.trim());
	if (found === null || (found[2] !== undefined && found[2] !== '%')) return undefined;
	return Math.min(high, Math.max(low, Math.trunc(Number(found[1])))) + 0;
}

/** Length in twips: bare numbers are twips, universal measures are converted. */
export function twips(xml: XmlDocument, element: number, name: string): number | undefined {
	return measure(attr(xml, element, name), 1);
}

/** Half-points (w:sz) in points; undefined when absent, unreadable or outside 0.5 to 1638 pt. */
export function pointsOfHalf(xml: XmlDocument, element: number, name: string): number | undefined {
	const value = measure(attr(xml, element, name), 10);
	if (value === undefined) return undefined;
	const points = value / 20;
	return points >= 0.5 && points <= 1638 ? points : undefined;
}

/** `bare`: twips that one unit of a bare number is worth. */
function measure(value: string | undefined, bare: number): number | undefined {
	if (value === undefined) return undefined;
	const whole = digits(value);
	if (whole >= 0) return Math.min(MAX_TWIPS, Math.round(whole * bare));
	const found = MEASURE.exec(value.trim());
	if (found === null || found[2] === '%') return undefined;
	const unit = found[2] === undefined ? bare : (TWIPS_PER_UNIT[found[2]] ?? bare);
	const result = Math.round(Number(found[1]) * unit);
	return Math.min(MAX_TWIPS, Math.max(-MAX_TWIPS, result)) + 0;
}

/** Value of one to nine digits, -1 for anything else: what nearly every attribute holds, without a pattern. */
function digits(value: string): number {
	if (value.length === 0 || value.length > 9) return -1;
	let number = 0;
	for (let i = 0; i < value.length; i++) {
		const digit = value.charCodeAt(i) - 48;
		if (digit < 0 || digit > 9) return -1;
		number = number * 10 + digit;
	}
	return number;
}
