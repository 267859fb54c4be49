import type { Bilingual } from '@bianxu/model';
import { budgetName, type Budgets } from './budgets.ts';

/** Why a package, part or text cannot be used. `code` is stable; the two messages say the same. */
export interface Refusal {
	readonly code: string;
	readonly message: Bilingual;
}

/** Builds a refusal. */
export function refusal(code: string, zh: string, en: string): Refusal {
	return { code, message: { zh, en } };
}

/** The refusal for a limit that was passed; names the limit, its value and what was met. */
export function overBudget(budget: keyof Budgets, budgets: Budgets, actual: number, where?: string): Refusal {
	const name = budgetName(budget);
	const zhPlace = where === undefined ? '' : `“${printable(where)}”：`;
	const enPlace = where === undefined ? '' : `"${printable(where)}": `;
	return refusal(
		`budget-${budget}`,
		`${zhPlace}超出上限：${name.zh}为 ${actual}，上限 ${budgets[budget]}`,
		`${enPlace}over the limit: ${name.en} is ${actual}, limit ${budgets[budget]}`,
	);
}

/**
 * A name from a file made safe for one line of a terminal: control characters, direction marks and lone surrogates as
 * `\u{…}`, cut at 120 units.
 */
export function printable(name: string): string {
	let out = '';
	for (const ch of name) {
		if (out.length >= 120) return `${out}…`;
		const code = ch.codePointAt(0) ?? 0;
		const unsafe =
			code < 0x20 ||
			(code >= 0x7f && code <= 0x9f) ||
			(code >= 0x200b && code <= 0x200f) ||
			(code >= 0x2028 && code <= 0x202e) ||
			(code >= 0x2060 && code <= 0x206f) ||
			code === 0xfeff ||
			(code >= 0xd800 && code <= 0xdfff);
		out += unsafe ? `\\u{${code.toString(16)}}` : ch;
	}
	return out;
}
