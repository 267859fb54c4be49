import type { Language, RejectFinding, RejectResult } from '@bianxu/model';
import { suppressedJson } from './lint-json.ts';
import { saidIn } from './value-words.ts';

/** `reject --format json` (contract): keys in the order of the design, messages in one language. */
export function rejectJson(result: RejectResult, language: Language): string {
	return JSON.stringify({
		version: 1,
		verdict: result.verdict,
		material: result.material,
		findings: result.findings.map((finding) => findingJson(finding, language)),
		...(result.signed === undefined
			? {}
			: {
					signed: result.signed.map(({ finding, by, on, reason }) => ({
						...findingJson(finding, language),
						by,
						on,
						reason,
					})),
				}),
		...(result.suppressed === undefined
			? {}
			: { suppressed: result.suppressed.map((each) => suppressedJson(each, language)) }),
	});
}

function findingJson(finding: RejectFinding, language: Language): object {
	const { rule, severity, page, line, expected, actual, source, message } = saidIn(finding, language);
	return {
		rule,
		severity,
		page,
		line,
		expected,
		actual,
		source: { level: source.level, doc: source.doc, clause: source.clause },
		message: message[language],
	};
}
