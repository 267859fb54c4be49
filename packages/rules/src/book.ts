/** The rule book. One import line and one list line a rule, in alphabetical order. */
import type { Rule } from '@bianxu/model';
import { rule as abbrDeclaredOnce } from './abbr-declared-once/index.ts';
import { rule as alignBodyJustify } from './align-body-justify/index.ts';
import { rule as alignTitleCenter } from './align-title-center/index.ts';
import { rule as allowReason } from './allow-reason/index.ts';
import { rule as attachmentLabelForm } from './attachment-label-form/index.ts';
import { rule as attachmentNewPage } from './attachment-new-page/index.ts';
import { rule as attachmentNoteForm } from './attachment-note-form/index.ts';
import { rule as attachmentNoteVsBody } from './attachment-note-vs-body/index.ts';
import { rule as attachmentRefResolves } from './attachment-ref-resolves/index.ts';
import { rule as attachmentReferenced } from './attachment-referenced/index.ts';
import { rule as attachmentSingleUnnumbered } from './attachment-single-unnumbered/index.ts';
import { rule as attachmentTitleLine3 } from './attachment-title-line3/index.ts';
import { rule as briefBoilerplate } from './brief-boilerplate/index.ts';
import { rule as briefLength } from './brief-length/index.ts';
import { rule as briefRepeated } from './brief-repeated/index.ts';
import { rule as charScale100 } from './char-scale-100/index.ts';
import { rule as countClaimMatchesList } from './count-claim-matches-list/index.ts';
import { rule as dashBulletForm } from './dash-bullet-form/index.ts';
import { rule as dateArabicFull } from './date-arabic-full/index.ts';
import { rule as dateRelative } from './date-relative/index.ts';
import { rule as dateValidWeekday } from './date-valid-weekday/index.ts';
import { rule as drAppointmentStatement } from './dr-appointment-statement/index.ts';
import { rule as drFirstPerson } from './dr-first-person/index.ts';
import { rule as drLength } from './dr-length/index.ts';
import { rule as drOnePerson } from './dr-one-person/index.ts';
import { rule as drPartIntegrity } from './dr-part-integrity/index.ts';
import { rule as drPartLaw } from './dr-part-law/index.ts';
import { rule as drPartNpcSupervision } from './dr-part-npc-supervision/index.ts';
import { rule as drPartPlan } from './dr-part-plan/index.ts';
import { rule as drPartShortcomings } from './dr-part-shortcomings/index.ts';
import { rule as draftMetadata } from './draft-metadata/index.ts';
import { rule as draftPlaceholder } from './draft-placeholder/index.ts';
import { rule as draftTrackedChanges } from './draft-tracked-changes/index.ts';
import { rule as draftVersionWord } from './draft-version-word/index.ts';
import { rule as emptyParagraphRun } from './empty-paragraph-run/index.ts';
import { rule as figureCaptionForm } from './figure-caption-form/index.ts';
import { rule as fontBodyRole } from './font-body-role/index.ts';
import { rule as fontCaptionAuthorRole } from './font-caption-author-role/index.ts';
import { rule as fontDigitsRole } from './font-digits-role/index.ts';
import { rule as fontEmbeddedInPdf } from './font-embedded-in-pdf/index.ts';
import { rule as fontHeading1Role } from './font-heading1-role/index.ts';
import { rule as fontHeading2Role } from './font-heading2-role/index.ts';
import { rule as fontHeading34Role } from './font-heading34-role/index.ts';
import { rule as fontMissingGlyph } from './font-missing-glyph/index.ts';
import { rule as fontMixedInParagraph } from './font-mixed-in-paragraph/index.ts';
import { rule as fontNoBold } from './font-no-bold/index.ts';
import { rule as fontNoFakeTitle } from './font-no-fake-title/index.ts';
import { rule as fontNoItalicUnderline } from './font-no-italic-underline/index.ts';
import { rule as fontQuoteEastasia } from './font-quote-eastasia/index.ts';
import { rule as fontThemeResolved } from './font-theme-resolved/index.ts';
import { rule as fontTitleRole } from './font-title-role/index.ts';
import { rule as headingAutoVsTyped } from './heading-auto-vs-typed/index.ts';
import { rule as headingKeepWithNext } from './heading-keep-with-next/index.ts';
import { rule as headingLevelDepth } from './heading-level-depth/index.ts';
import { rule as headingLevelOrder } from './heading-level-order/index.ts';
import { rule as headingMarkForm } from './heading-mark-form/index.ts';
import { rule as headingNoEndPunct } from './heading-no-end-punct/index.ts';
import { rule as headingNumberSequence } from './heading-number-sequence/index.ts';
import { rule as headingRuninPeriod } from './heading-runin-period/index.ts';
import { rule as headingSingleChild } from './heading-single-child/index.ts';
import { rule as imageResolution } from './image-resolution/index.ts';
import { rule as indentFirstLine2 } from './indent-first-line-2/index.ts';
import { rule as indentSalutationZero } from './indent-salutation-zero/index.ts';
import { rule as inlineSeriesComplete } from './inline-series-complete/index.ts';
import { rule as legacy1999Element } from './legacy-1999-element/index.ts';
import { rule as linebreakKinsoku } from './linebreak-kinsoku/index.ts';
import { rule as linebreakNumberSplit } from './linebreak-number-split/index.ts';
import { rule as nameConsistentSpelling } from './name-consistent-spelling/index.ts';
import { rule as nameMiddleDot } from './name-middle-dot/index.ts';
import { rule as nameRareChar } from './name-rare-char/index.ts';
import { rule as npcscVsNpc } from './npcsc-vs-npc/index.ts';
import { rule as numDecimalZero } from './num-decimal-zero/index.ts';
import { rule as numMixedStyle } from './num-mixed-style/index.ts';
import { rule as numPercentSum } from './num-percent-sum/index.ts';
import { rule as numRangeUnits } from './num-range-units/index.ts';
import { rule as orgNameFirstFull } from './org-name-first-full/index.ts';
import { rule as packetAgendaComplete } from './packet-agenda-complete/index.ts';
import { rule as packetAgendaScheduleAgree } from './packet-agenda-schedule-agree/index.ts';
import { rule as packetApprovalChain } from './packet-approval-chain/index.ts';
import { rule as packetCaptionFormSame } from './packet-caption-form-same/index.ts';
import { rule as packetChangeRecorded } from './packet-change-recorded/index.ts';
import { rule as packetCopyCount } from './packet-copy-count/index.ts';
import { rule as packetDateSame } from './packet-date-same/index.ts';
import { rule as packetDeadline } from './packet-deadline/index.ts';
import { rule as packetDraftMarker } from './packet-draft-marker/index.ts';
import { rule as packetFigureSame } from './packet-figure-same/index.ts';
import { rule as packetFontsSame } from './packet-fonts-same/index.ts';
import { rule as packetFrozenNumber } from './packet-frozen-number/index.ts';
import { rule as packetMarkFormSame } from './packet-mark-form-same/index.ts';
import { rule as packetNumberUnique } from './packet-number-unique/index.ts';
import { rule as packetPersonSame } from './packet-person-same/index.ts';
import { rule as packetSalutationSame } from './packet-salutation-same/index.ts';
import { rule as packetSessionSame } from './packet-session-same/index.ts';
import { rule as packetTocAgrees } from './packet-toc-agrees/index.ts';
import { rule as pageDuplexParity } from './page-duplex-parity/index.ts';
import { rule as pageFirstHasBody } from './page-first-has-body/index.ts';
import { rule as pageGridChars } from './page-grid-chars/index.ts';
import { rule as pageGridLines } from './page-grid-lines/index.ts';
import { rule as pageHeaderEmpty } from './page-header-empty/index.ts';
import { rule as pageMarginLeft } from './page-margin-left/index.ts';
import { rule as pageMarginTop } from './page-margin-top/index.ts';
import { rule as pageNumberBlank } from './page-number-blank/index.ts';
import { rule as pageNumberContinuous } from './page-number-continuous/index.ts';
import { rule as pageNumberDash } from './page-number-dash/index.ts';
import { rule as pageNumberFont } from './page-number-font/index.ts';
import { rule as pageNumberOffset } from './page-number-offset/index.ts';
import { rule as pageNumberPosition } from './page-number-position/index.ts';
import { rule as pageNumberPresent } from './page-number-present/index.ts';
import { rule as pageOrientationMixed } from './page-orientation-mixed/index.ts';
import { rule as pageOrphanSignature } from './page-orphan-signature/index.ts';
import { rule as pageSizeA4 } from './page-size-a4/index.ts';
import { rule as pageTextColour } from './page-text-colour/index.ts';
import { rule as pageTypeArea } from './page-type-area/index.ts';
import { rule as prActingAndResignationAsDecision } from './pr-acting-and-resignation-as-decision/index.ts';
import { rule as prAppointForm } from './pr-appoint-form/index.ts';
import { rule as prAttachmentsComplete } from './pr-attachments-complete/index.ts';
import { rule as prDraftNoPassedCaption } from './pr-draft-no-passed-caption/index.ts';
import { rule as prDuplicatePerson } from './pr-duplicate-person/index.ts';
import { rule as prGroupByProposer } from './pr-group-by-proposer/index.ts';
import { rule as prNameOrderStrokes } from './pr-name-order-strokes/index.ts';
import { rule as prNameSpacing } from './pr-name-spacing/index.ts';
import { rule as prNoComrade } from './pr-no-comrade/index.ts';
import { rule as prOrderAppointRemove } from './pr-order-appoint-remove/index.ts';
import { rule as prPostFullname } from './pr-post-fullname/index.ts';
import { rule as prRemoveForm } from './pr-remove-form/index.ts';
import { rule as prVerbByOrgan } from './pr-verb-by-organ/index.ts';
import { rule as printPageBreaks } from './print-page-breaks/index.ts';
import { rule as printPageExtra } from './print-page-extra/index.ts';
import { rule as printPageMissing } from './print-page-missing/index.ts';
import { rule as printPageOrder } from './print-page-order/index.ts';
import { rule as printPageShifted } from './print-page-shifted/index.ts';
import { rule as printScale } from './print-scale/index.ts';
import { rule as printText } from './print-text/index.ts';
import { rule as printTextUnreadable } from './print-text-unreadable/index.ts';
import { rule as punctBracketsPaired } from './punct-brackets-paired/index.ts';
import { rule as punctConnector } from './punct-connector/index.ts';
import { rule as punctDash } from './punct-dash/index.ts';
import { rule as punctDeng } from './punct-deng/index.ts';
import { rule as punctDocnumberBracket } from './punct-docnumber-bracket/index.ts';
import { rule as punctDunhaoQuotes } from './punct-dunhao-quotes/index.ts';
import { rule as punctDuplicate } from './punct-duplicate/index.ts';
import { rule as punctEllipsis } from './punct-ellipsis/index.ts';
import { rule as punctFullwidth } from './punct-fullwidth/index.ts';
import { rule as punctOrdinalTail } from './punct-ordinal-tail/index.ts';
import { rule as punctQuotePairs } from './punct-quote-pairs/index.ts';
import { rule as salutationModeAgrees } from './salutation-mode-agrees/index.ts';
import { rule as salutationSecretaryGeneralLevel } from './salutation-secretary-general-level/index.ts';
import { rule as sessionNameForm } from './session-name-form/index.ts';
import { rule as sizeBody3hao } from './size-body-3hao/index.ts';
import { rule as sizeCaptionAuthor3hao } from './size-caption-author-3hao/index.ts';
import { rule as sizeHeading3hao } from './size-heading-3hao/index.ts';
import { rule as sizeImprint4hao } from './size-imprint-4hao/index.ts';
import { rule as sizeTitle2hao } from './size-title-2hao/index.ts';
import { rule as spaceBetweenHan } from './space-between-han/index.ts';
import { rule as spaceHanLatin } from './space-han-latin/index.ts';
import { rule as spacingLine } from './spacing-line/index.ts';
import { rule as spacingParagraphZero } from './spacing-paragraph-zero/index.ts';
import { rule as spacingTitleGap } from './spacing-title-gap/index.ts';
import { rule as tableCaptionForm } from './table-caption-form/index.ts';
import { rule as tableHeadRepeat } from './table-head-repeat/index.ts';
import { rule as tableLandscapeHeadSide } from './table-landscape-head-side/index.ts';
import { rule as tableNumberSequence } from './table-number-sequence/index.ts';
import { rule as tableUnitNote } from './table-unit-note/index.ts';
import { rule as tableWidth } from './table-width/index.ts';
import { rule as termJieTypo } from './term-jie-typo/index.ts';
import { rule as typoConfusable } from './typo-confusable/index.ts';
import { rule as unitLegal } from './unit-legal/index.ts';
import { rule as wrAuthorLine } from './wr-author-line/index.ts';
import { rule as wrCaptionForm } from './wr-caption-form/index.ts';
import { rule as wrCaptionPresent } from './wr-caption-present/index.ts';
import { rule as wrClosingForm } from './wr-closing-form/index.ts';
import { rule as wrNextStepsSection } from './wr-next-steps-section/index.ts';
import { rule as wrNoRequestGenre } from './wr-no-request-genre/index.ts';
import { rule as wrOpeningMandate } from './wr-opening-mandate/index.ts';
import { rule as wrProblemsSection } from './wr-problems-section/index.ts';
import { rule as wrRequestPresent } from './wr-request-present/index.ts';
import { rule as wrSalutationForm } from './wr-salutation-form/index.ts';
import { rule as wrTitleGenre } from './wr-title-genre/index.ts';
import { rule as wrTitleShape } from './wr-title-shape/index.ts';
import { rule as xrefAgendaResolves } from './xref-agenda-resolves/index.ts';
import { rule as xrefMaterialResolves } from './xref-material-resolves/index.ts';
import { rule as xrefPageFragile } from './xref-page-fragile/index.ts';
import { rule as xrefSectionResolves } from './xref-section-resolves/index.ts';
import { rule as xrefSelfGenre } from './xref-self-genre/index.ts';
import { rule as xrefTitleExact } from './xref-title-exact/index.ts';
import { rule as yearFourDigits } from './year-four-digits/index.ts';
import { rule as yifuYiweiLiangyuan } from './yifu-yiwei-liangyuan/index.ts';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
	abbrDeclaredOnce,
	alignBodyJustify,
	alignTitleCenter,
	allowReason,
	attachmentLabelForm,
	attachmentNewPage,
	attachmentNoteForm,
	attachmentNoteVsBody,
	attachmentRefResolves,
	attachmentReferenced,
	attachmentSingleUnnumbered,
	attachmentTitleLine3,
	briefBoilerplate,
	briefLength,
	briefRepeated,
	charScale100,
	countClaimMatchesList,
	dashBulletForm,
	dateArabicFull,
	dateRelative,
	dateValidWeekday,
	drAppointmentStatement,
	drFirstPerson,
	drLength,
	drOnePerson,
	drPartIntegrity,
	drPartLaw,
	drPartNpcSupervision,
	drPartPlan,
	drPartShortcomings,
	draftMetadata,
	draftPlaceholder,
	draftTrackedChanges,
	draftVersionWord,
	emptyParagraphRun,
	figureCaptionForm,
	fontBodyRole,
	fontCaptionAuthorRole,
	fontDigitsRole,
	fontEmbeddedInPdf,
	fontHeading1Role,
	fontHeading2Role,
	fontHeading34Role,
	fontMissingGlyph,
	fontMixedInParagraph,
	fontNoBold,
	fontNoFakeTitle,
	fontNoItalicUnderline,
	fontQuoteEastasia,
	fontThemeResolved,
	fontTitleRole,
	headingAutoVsTyped,
	headingKeepWithNext,
	headingLevelDepth,
	headingLevelOrder,
	headingMarkForm,
	headingNoEndPunct,
	headingNumberSequence,
	headingRuninPeriod,
	headingSingleChild,
	imageResolution,
	indentFirstLine2,
	indentSalutationZero,
	inlineSeriesComplete,
	legacy1999Element,
	linebreakKinsoku,
	linebreakNumberSplit,
	nameConsistentSpelling,
	nameMiddleDot,
	nameRareChar,
	npcscVsNpc,
	numDecimalZero,
	numMixedStyle,
	numPercentSum,
	numRangeUnits,
	orgNameFirstFull,
	packetAgendaComplete,
	packetAgendaScheduleAgree,
	packetApprovalChain,
	packetCaptionFormSame,
	packetChangeRecorded,
	packetCopyCount,
	packetDateSame,
	packetDeadline,
	packetDraftMarker,
	packetFigureSame,
	packetFontsSame,
	packetFrozenNumber,
	packetMarkFormSame,
	packetNumberUnique,
	packetPersonSame,
	packetSalutationSame,
	packetSessionSame,
	packetTocAgrees,
	pageDuplexParity,
	pageFirstHasBody,
	pageGridChars,
	pageGridLines,
	pageHeaderEmpty,
	pageMarginLeft,
	pageMarginTop,
	pageNumberBlank,
	pageNumberContinuous,
	pageNumberDash,
	pageNumberFont,
	pageNumberOffset,
	pageNumberPosition,
	pageNumberPresent,
	pageOrientationMixed,
	pageOrphanSignature,
	pageSizeA4,
	pageTextColour,
	pageTypeArea,
	prActingAndResignationAsDecision,
	prAppointForm,
	prAttachmentsComplete,
	prDraftNoPassedCaption,
	prDuplicatePerson,
	prGroupByProposer,
	prNameOrderStrokes,
	prNameSpacing,
	prNoComrade,
	prOrderAppointRemove,
	prPostFullname,
	prRemoveForm,
	prVerbByOrgan,
	printPageBreaks,
	printPageExtra,
	printPageMissing,
	printPageOrder,
	printPageShifted,
	printScale,
	printText,
	printTextUnreadable,
	punctBracketsPaired,
	punctConnector,
	punctDash,
	punctDeng,
	punctDocnumberBracket,
	punctDunhaoQuotes,
	punctDuplicate,
	punctEllipsis,
	punctFullwidth,
	punctOrdinalTail,
	punctQuotePairs,
	salutationModeAgrees,
	salutationSecretaryGeneralLevel,
	sessionNameForm,
	sizeBody3hao,
	sizeCaptionAuthor3hao,
	sizeHeading3hao,
	sizeImprint4hao,
	sizeTitle2hao,
	spaceBetweenHan,
	spaceHanLatin,
	spacingLine,
	spacingParagraphZero,
	spacingTitleGap,
	tableCaptionForm,
	tableHeadRepeat,
	tableLandscapeHeadSide,
	tableNumberSequence,
	tableUnitNote,
	tableWidth,
	termJieTypo,
	typoConfusable,
	unitLegal,
	wrAuthorLine,
	wrCaptionForm,
	wrCaptionPresent,
	wrClosingForm,
	wrNextStepsSection,
	wrNoRequestGenre,
	wrOpeningMandate,
	wrProblemsSection,
	wrRequestPresent,
	wrSalutationForm,
	wrTitleGenre,
	wrTitleShape,
	xrefAgendaResolves,
	xrefMaterialResolves,
	xrefPageFragile,
	xrefSectionResolves,
	xrefSelfGenre,
	xrefTitleExact,
	yearFourDigits,
	yifuYiweiLiangyuan,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));

/** The rule with the id of domain.md §4, or undefined. */
export function ruleById(id: string): Rule | undefined {
	return byId.get(id);
}
