export { ruleById, rules } from './book.ts';
export { groupNames, rulePage } from './page.ts';
export {
	type DocumentInput,
	type DocumentRulesResult,
	type PacketInput,
	ruleSource,
	runDocumentRules,
	runPacketRules,
} from './run.ts';
