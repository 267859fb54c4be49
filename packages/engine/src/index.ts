export { writeBaseline } from '@bianxu/config';
export * as report from '@bianxu/report';
export { ruleById, rulePage, rules } from '@bianxu/rules';
export { annotateBytes } from './annotate.ts';
export { type Checked, checkBytes, type Refused, refusedResult, summarise } from './check.ts';
export { withLayout } from './check-layout.ts';
export { doctorFacts, type DoctorFacts } from './doctor.ts';
export { DOCUMENT_EXTENSIONS, openDocument, type OpenDocument } from './document.ts';
export { fixBytes, type Fixed } from './fix.ts';
export { baselineAfter, loadBaseline } from './let-pass.ts';
export { learnProfile } from './learn.ts';
export { newFile, type NewRequest } from './new.ts';
export * from './packet.ts';
export { carryVerb, freezeVerb, initVerb } from './packet-life.ts';
export type { ReadingStore } from './packet-readings.ts';
export type { PacketRefused } from './packet-refusal.ts';
export { refreshWorkbook } from './packet-refresh.ts';
export { type PacketSigned, signVerb } from './packet-sign.ts';
export { statusVerb } from './packet-status.ts';
export { type PlanFile, planFiles } from './packet-sheets.ts';
export { exportVerb } from './packet-export.ts';
export { acceptLockVerb, checkCodeVerb, type LedgerRequest, ledgerVerb } from './packet-ledger.ts';
export { type PacketPrinted, recordPrintVerb } from './packet-prints.ts';
export { type PacketReprinted, reprintPlanned, reprintVerb } from './packet-reprint.ts';
export { directoryOf, extensionOf, joinPath, nameOf } from './path.ts';
export { framesOf, jobSheet, pageSvg, printSource } from './print.ts';
export type { PaperOptions, Printed, PrintRequest } from './print-papers.ts';
export { type JobFacts, jobFacts } from './job-sheet.ts';
export { findProfile, isProfileFile, type SettingsFault } from './profile.ts';
export { type Previous, readPrevious, withPrevious } from './previous.ts';
export { profileValues, type ProfileValues } from './profile-values.ts';
export { rejectSource, type Rejected, type RejectRequest } from './reject.ts';
export { resultKey } from './result-key.ts';
export { rehearsalOf } from './rehearsal.ts';
export { writeSafely } from './safe-write.ts';
export { type Assets, createSession, NO_ASSETS, type Session } from './session.ts';
export {
	dateOf,
	materialAt,
	type Options,
	type Settings,
	settingsFor,
	unfinishedAt,
	unfinishedIn,
} from './settings.ts';
export { AUTHOR, trackBytes, type Tracked } from './track.ts';
export { check, editsForFix } from './verbs.ts';
