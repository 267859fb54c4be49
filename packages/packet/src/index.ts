export { type CarriedOver, carryOver, freezeLock, meetingName } from './life.ts';
export { type Planned, planPacket } from './plan.ts';
export { recordPlan } from './record.ts';
export { needsWholeTexts, type PackedReading, packReading, planReading, unpackReading } from './reading.ts';
export {
	type Accept,
	type PacketPaper,
	type PaperReading,
	parseAccept,
	type PlanRequest,
	type UnreadPaper,
} from './request.ts';
export {
	comparePrints,
	type ComparedPage,
	type ComparedPrint,
	type PageFate,
} from './reprint/compare.ts';
export { pointPages, type PointPages, pushedFrom } from './reprint/point.ts';
export { facesOf, type Imposition } from './reprint/sheets.ts';
export { sameSide, sideOf, withLayers } from './reprint/sides.ts';
export { type FormerNumber, formerHolders, layerWords, type PrintedPaper, splitPrint } from './reprint/split.ts';
export { defaultReview, roleStates, rolesInTurn } from './review/roles.ts';
export { type WordingChange, wordingChanges, wordingChangeText, wordingLines } from './review/wording.ts';
export { ledgerIsWhole, linkWithCode, withLedgerCode } from './ledger-code.ts';
export { type CsvBook, readCsv, writeCsv } from './workbook/csv.ts';
export type { CellWrite, RowAppend } from './workbook/grid.ts';
export { manifestOfWorkbook, type WorkbookManifest } from './workbook/manifest-of.ts';
export { newCsvBook, newWorkbook } from './workbook/new-workbook.ts';
export { paperNames, printCells, printEntries, type PrintSheet, readPrintSheet } from './workbook/prints.ts';
export { filesNamed, type Question } from './workbook/reading.ts';
export { readXlsx, type Workbook, writeXlsx } from './workbook/xlsx.ts';
