export { dumpFramesJson, dumpJson, dumpOutlineJson } from './dump-json.ts';
export { escapeHtml, escapeTerminal } from './escape.ts';
export { lintJson } from './lint-json.ts';
export { type LintTextOptions, lintText } from './lint-text.ts';
export { PLAIN, type Paint } from './paint.ts';
export { planJson } from './plan-json.ts';
export { planSentence, planText } from './plan-text.ts';
export { rejectJson } from './reject-json.ts';
export { type LintSummary, summaryOf } from './summary.ts';
