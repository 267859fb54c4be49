/** 签认: a department answers for a warning of the gatekeeper by name; an error has to be mended (packets.md §3, PitStop). */

import type { Bilingual, Problem, RejectFinding, SignedFinding } from '@bianxu/model';

/** Findings that remain, and those that were signed for. */
export interface SignedOff {
	readonly refused?: undefined;
	readonly findings: readonly RejectFinding[];
	readonly signed: readonly SignedFinding[];
}

/**
 * Takes the findings out that are signed for. Each entry of `accepts` is RULE[@PAGE][=REASON]. Refused: an entry that
 * cannot be read, that no finding answers to, or that names an error; and sign-offs without a name.
 */
export function signFindings(
	findings: readonly RejectFinding[],
	accepts: readonly string[],
	by: string,
	on: string,
): SignedOff | { readonly refused: Problem } {
	if (accepts.length === 0) return { findings, signed: [] };
	if (by.trim() === '') return refuse({ zh: '签认须写明签认人：--by 姓名', en: 'a sign-off needs a name: --by NAME' });
	const signed = new Map<RejectFinding, SignedFinding>();
	for (const text of accepts) {
		const [place = '', ...words] = text.split('=');
		const read = /^([a-z0-9-]{1,60})(?:@(\d{1,5}))?$/.exec(place.trim());
		if (read === null)
			return refuse({
				zh: `签认「${text}」写法不对，应为 规则[@页][=理由]，例如 page-margin-left=打印机偏移`,
				en: `the sign-off "${text}" must be RULE[@PAGE][=REASON]`,
			});
		const [, rule, page] = read;
		const found = findings.filter((each) => each.rule === rule && (page === undefined || each.page === Number(page)));
		if (found.length === 0)
			return refuse({
				zh: `没有「${place}」这一条，不能签认；请按结果里的规则名和页码写`,
				en: `there is no finding "${place}" to sign for`,
			});
		if (found.some(({ severity }) => severity === 'error'))
			return refuse({
				zh: `「${place}」是错误，不能签认，须改正后重印；只有警告可以签认`,
				en: `"${place}" is an error and has to be mended; only warnings can be signed for`,
			});
		for (const finding of found) signed.set(finding, { finding, by: by.trim(), on, reason: words.join('=').trim() });
	}
	return { findings: findings.filter((each) => !signed.has(each)), signed: [...signed.values()] };
}

function refuse(message: Bilingual): { readonly refused: Problem } {
	return { refused: { code: 'reject-accept', message } };
}
