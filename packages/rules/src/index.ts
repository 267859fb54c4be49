export { type Allowance } from './allowance.ts';
export { ruleById, rules } from './book.ts';
export { repeatedParagraphs, rule as briefRepeated } from './brief-repeated/index.ts';
export { letPass } from './let-pass.ts';
export {
	type DocumentInput,
	type DocumentRulesResult,
	diagnosticOf,
	type PacketInput,
	runDocumentRules,
	runPacketRules,
} from './run.ts';
export { type LayoutInput, type PrintInput, runLayoutRules, runPrintRules } from './run-pages.ts';
export { rulePage } from './rule-page.ts';
export { ruleSource } from './rule-source.ts';
