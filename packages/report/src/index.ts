export { dumpFramesJson, dumpJson, dumpOutlineJson, dumpRefusedJson } from './dump-json.ts';
export { escapeHtml, escapeTerminal } from './escape.ts';
export { surroundings } from './excerpt.ts';
export { hostSheet } from './host-sheet.ts';
export { lintGithub } from './lint-github.ts';
export { correctionListHtml, lintHtml } from './lint-html.ts';
export { lintJson } from './lint-json.ts';
export { lintJunit } from './lint-junit.ts';
export { lintSarif } from './lint-sarif.ts';
export { type LintTextOptions, lintText } from './lint-text.ts';
export { inTextOrder, placeText } from './place-text.ts';
export { PLAIN, type Paint } from './paint.ts';
export { planJson } from './plan-json.ts';
export { planSheet } from './plan-sheet.ts';
export { planText } from './plan-text.ts';
export { planSentence } from './plan-words.ts';
export { profileJson, type ProfileReport, profileText } from './profile-values.ts';
export { type PagePicture, type RejectHead, rejectHtml } from './reject-html.ts';
export { rejectJson } from './reject-json.ts';
export { sheetHtml } from './sheet-html.ts';
export { sourceText } from './source-text.ts';
export type { RulePage, RulePages } from './rule-pages.ts';
export { saidIn } from './value-words.ts';
export { type LintSummary, summaryOf } from './summary.ts';
export {
	exchangeHtml,
	liveHtml,
	recallHtml,
	reprintJson,
	reprintText,
} from './reprint-slips.ts';
export { boardJson, boardText, returnHtml, type ReturnedPaper, urgeHtml } from './board.ts';
export { csvOf, ledgerCsv, ledgerJson, ledgerText } from './ledger.ts';
