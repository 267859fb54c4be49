import type { Budgets } from './budgets.ts';
import { overBudget, refusal, type Refusal } from './refusal.ts';

/** Carries a refusal out of the scanner's loops; never leaves `scanXml`. */
export class XmlError extends Error {
	readonly refusal: Refusal;

	constructor(reason: Refusal) {
		super(reason.message.en);
		this.refusal = reason;
	}
}

/** Stops the scan: the text is not well-formed at `at` (UTF-16 offset). */
export function notWellFormed(at: number, zh: string, en: string): never {
	throw new XmlError(refusal('xml-malformed', `XML 有误（位置 ${at}）：${zh}`, `bad XML (offset ${at}): ${en}`));
}

/** Stops the scan: a limit was passed. */
export function stopAtBudget(budget: keyof Budgets, budgets: Budgets, actual: number): never {
	throw new XmlError(overBudget(budget, budgets, actual));
}
