export { type DayMention, scanDays, weekdayNumeral, weekdayOf, writeDatePart } from './day.ts';
export {
	type FileMark,
	type FileMarkForm,
	formatFileMark,
	isFileMarkForm,
	parseFileMark,
	supplementForm,
} from './file-mark.ts';
export { headingMark, parseHeadingMark, type TypedHeadingMark } from './heading-mark.ts';
export { enclosedCircle, formatLabel } from './label.ts';
export {
	compareNumbers,
	labelOf,
	type MaterialNumber,
	type NumberSpan,
	parseMaterialLabel,
	scanNumberSpan,
	writeNumber,
} from './material-number.ts';
export {
	formatHan,
	formatNumber,
	hanDigit,
	isHanNumeral,
	parseHan,
	type ScannedNumber,
	type Script,
	scanArabic,
	scanHan,
	scanNumber,
	toFullWidth,
} from './numeral.ts';
export { scanZones, type Zone, zoneAt } from './protection.ts';
export {
	type AdjacentTitle,
	type Mention,
	mention,
	numbersWritten,
	type Protection,
	type ReferenceKind,
	type ReferenceTerm,
} from './reference.ts';
export { ofAnotherPaper } from './reference-local.ts';
export { mayCitePacket, mentionsOf, nounOfForm, type ReferenceOptions, scanReferences } from './scan-references.ts';
export { type Assignment, assignNumbers, type NumberedPaper, type Scheme } from './scheme.ts';
export { type SessionMention, type SessionOrgan, scanSessions } from './session.ts';
