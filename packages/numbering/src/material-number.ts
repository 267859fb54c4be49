/** The number of a material as a value: 5, 7-2 (item 7, second paper), 12-1 (first supplement of 12), 补1 (supplementary series). */

import { formatHan, formatNumber, type ScannedNumber, type Script, scanNumber } from './numeral.ts';

/** `parts` has one to three members: [5], [7, 2], [12, 1], [7, 2, 1]. */
export interface MaterialNumber {
	readonly series: 'main' | 'supplement';
	readonly parts: readonly number[];
}

/** A number as it stands in a text: `start`..`end` are the digits, with hyphen and suffix, and nothing else. */
export interface NumberSpan extends ScannedNumber {
	readonly parts: readonly number[];
}

/** The label of the contract: "5", "7-2", "补1". */
export function labelOf(number: MaterialNumber): string {
	const { series, parts } = number;
	const shown = parts.length === 1 ? String(parts[0]) : parts.join('-');
	return series === 'supplement' ? `补${shown}` : shown;
}

/** Reads a label of the contract; null when it is none. */
export function parseMaterialLabel(label: string): MaterialNumber | null {
	const series = label.startsWith('补') ? 'supplement' : 'main';
	const parts: number[] = [];
	for (const part of (series === 'supplement' ? label.slice(1) : label).split('-')) {
		const value = /^[1-9]\d{0,3}$/.test(part) ? Number(part) : 0;
		if (value === 0) return null;
		parts.push(value);
	}
	return parts.length > 0 && parts.length <= 3 ? { series, parts } : null;
}

/** The digits as written in a text: the head in the given script, suffixes in Arabic (十二-1, 12-1). Throws RangeError beyond 9,999. */
export function writeNumber(number: MaterialNumber, script: Script): string {
	const { parts } = number;
	const head = parts[0] ?? 0;
	const text = script === 'han' ? formatHan(head) : formatNumber(head, script);
	if (parts.length < 2) return text;
	const rest = parts.slice(1);
	return [text, ...rest.map((part) => (script === 'fullwidth' ? formatNumber(part, script) : String(part)))].join('-');
}

/** Reads a number with suffixes at `at`: 十二-1, 7-2. Only a hyphen binds; a dash (—, ～) makes a range. */
export function scanNumberSpan(text: string, at: number): NumberSpan | null {
	const head = scanNumber(text, at);
	if (head === null) return null;
	const parts = [head.value];
	let { end } = head;
	while (parts.length < 3 && (text[end] === '-' || text[end] === '－')) {
		const suffix = scanNumber(text, end + 1);
		if (suffix === null || suffix.script === 'han') break;
		parts.push(suffix.value);
		end = suffix.end;
	}
	const { value, start, script } = head;
	return { value, start, end, script, parts };
}

/** Compares two numbers of one series part by part; the main series comes before the supplementary one. */
export function compareNumbers(left: MaterialNumber, right: MaterialNumber): number {
	if (left.series !== right.series) return left.series === 'main' ? -1 : 1;
	const length = Math.max(left.parts.length, right.parts.length);
	for (let index = 0; index < length; index++) {
		const difference = (left.parts[index] ?? 0) - (right.parts[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
