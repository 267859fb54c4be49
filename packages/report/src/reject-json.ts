import type { Language, RejectResult } from '@bianxu/model';
import { suppressedJson } from './lint-json.ts';

/** `reject --format json` (contract): keys in the order of the design, messages in one language. */
export function rejectJson(result: RejectResult, language: Language): string {
	return JSON.stringify({
		version: 1,
		verdict: result.verdict,
		material: result.material,
		findings: result.findings.map(({ rule, severity, page, line, expected, actual, source, message }) => ({
			rule,
			severity,
			page,
			line,
			expected,
			actual,
			source: { level: source.level, doc: source.doc, clause: source.clause },
			message: message[language],
		})),
		...(result.suppressed === undefined
			? {}
			: { suppressed: result.suppressed.map((each) => suppressedJson(each, language)) }),
	});
}
