/** Examples of the rules, apart from them: they are for tests and for the pages, and no check loads them. */

import type { Rule, RuleExample } from '@bianxu/model';
import { examples as abbrDeclaredOnce } from './abbr-declared-once/examples.ts';
import { examples as alignBodyJustify } from './align-body-justify/examples.ts';
import { examples as alignTitleCenter } from './align-title-center/examples.ts';
import { examples as allowReason } from './allow-reason/examples.ts';
import { examples as attachmentLabelForm } from './attachment-label-form/examples.ts';
import { examples as attachmentNewPage } from './attachment-new-page/examples.ts';
import { examples as attachmentNoteForm } from './attachment-note-form/examples.ts';
import { examples as attachmentNoteVsBody } from './attachment-note-vs-body/examples.ts';
import { examples as attachmentRefResolves } from './attachment-ref-resolves/examples.ts';
import { examples as attachmentReferenced } from './attachment-referenced/examples.ts';
import { examples as attachmentSingleUnnumbered } from './attachment-single-unnumbered/examples.ts';
import { examples as attachmentTitleLine3 } from './attachment-title-line3/examples.ts';
import { examples as briefBoilerplate } from './brief-boilerplate/examples.ts';
import { examples as briefLength } from './brief-length/examples.ts';
import { examples as briefRepeated } from './brief-repeated/examples.ts';
import { examples as charScale100 } from './char-scale-100/examples.ts';
import { examples as countClaimMatchesList } from './count-claim-matches-list/examples.ts';
import { examples as dashBulletForm } from './dash-bullet-form/examples.ts';
import { examples as dateArabicFull } from './date-arabic-full/examples.ts';
import { examples as dateRelative } from './date-relative/examples.ts';
import { examples as dateValidWeekday } from './date-valid-weekday/examples.ts';
import { examples as drAppointmentStatement } from './dr-appointment-statement/examples.ts';
import { examples as drFirstPerson } from './dr-first-person/examples.ts';
import { examples as drLength } from './dr-length/examples.ts';
import { examples as drOnePerson } from './dr-one-person/examples.ts';
import { examples as drPartIntegrity } from './dr-part-integrity/examples.ts';
import { examples as drPartLaw } from './dr-part-law/examples.ts';
import { examples as drPartNpcSupervision } from './dr-part-npc-supervision/examples.ts';
import { examples as drPartPlan } from './dr-part-plan/examples.ts';
import { examples as drPartShortcomings } from './dr-part-shortcomings/examples.ts';
import { examples as draftMetadata } from './draft-metadata/examples.ts';
import { examples as draftPlaceholder } from './draft-placeholder/examples.ts';
import { examples as draftTrackedChanges } from './draft-tracked-changes/examples.ts';
import { examples as draftVersionWord } from './draft-version-word/examples.ts';
import { examples as emptyParagraphRun } from './empty-paragraph-run/examples.ts';
import { examples as figureCaptionForm } from './figure-caption-form/examples.ts';
import { examples as fontBodyRole } from './font-body-role/examples.ts';
import { examples as fontCaptionAuthorRole } from './font-caption-author-role/examples.ts';
import { examples as fontDigitsRole } from './font-digits-role/examples.ts';
import { examples as fontEmbeddedInPdf } from './font-embedded-in-pdf/examples.ts';
import { examples as fontHeading1Role } from './font-heading1-role/examples.ts';
import { examples as fontHeading2Role } from './font-heading2-role/examples.ts';
import { examples as fontHeading34Role } from './font-heading34-role/examples.ts';
import { examples as fontMissingGlyph } from './font-missing-glyph/examples.ts';
import { examples as fontMixedInParagraph } from './font-mixed-in-paragraph/examples.ts';
import { examples as fontNoBold } from './font-no-bold/examples.ts';
import { examples as fontNoFakeTitle } from './font-no-fake-title/examples.ts';
import { examples as fontNoItalicUnderline } from './font-no-italic-underline/examples.ts';
import { examples as fontQuoteEastasia } from './font-quote-eastasia/examples.ts';
import { examples as fontThemeResolved } from './font-theme-resolved/examples.ts';
import { examples as fontTitleRole } from './font-title-role/examples.ts';
import { examples as headingAutoVsTyped } from './heading-auto-vs-typed/examples.ts';
import { examples as headingKeepWithNext } from './heading-keep-with-next/examples.ts';
import { examples as headingLevelDepth } from './heading-level-depth/examples.ts';
import { examples as headingLevelOrder } from './heading-level-order/examples.ts';
import { examples as headingMarkForm } from './heading-mark-form/examples.ts';
import { examples as headingNoEndPunct } from './heading-no-end-punct/examples.ts';
import { examples as headingNumberSequence } from './heading-number-sequence/examples.ts';
import { examples as headingRuninPeriod } from './heading-runin-period/examples.ts';
import { examples as headingSingleChild } from './heading-single-child/examples.ts';
import { examples as imageResolution } from './image-resolution/examples.ts';
import { examples as indentFirstLine2 } from './indent-first-line-2/examples.ts';
import { examples as indentSalutationZero } from './indent-salutation-zero/examples.ts';
import { examples as inlineSeriesComplete } from './inline-series-complete/examples.ts';
import { examples as legacy1999Element } from './legacy-1999-element/examples.ts';
import { examples as linebreakKinsoku } from './linebreak-kinsoku/examples.ts';
import { examples as linebreakNumberSplit } from './linebreak-number-split/examples.ts';
import { examples as nameConsistentSpelling } from './name-consistent-spelling/examples.ts';
import { examples as nameMiddleDot } from './name-middle-dot/examples.ts';
import { examples as nameRareChar } from './name-rare-char/examples.ts';
import { examples as npcscVsNpc } from './npcsc-vs-npc/examples.ts';
import { examples as numDecimalZero } from './num-decimal-zero/examples.ts';
import { examples as numMixedStyle } from './num-mixed-style/examples.ts';
import { examples as numPercentSum } from './num-percent-sum/examples.ts';
import { examples as numRangeUnits } from './num-range-units/examples.ts';
import { examples as orgNameFirstFull } from './org-name-first-full/examples.ts';
import { examples as packetAgendaComplete } from './packet-agenda-complete/examples.ts';
import { examples as packetAgendaScheduleAgree } from './packet-agenda-schedule-agree/examples.ts';
import { examples as packetApprovalChain } from './packet-approval-chain/examples.ts';
import { examples as packetCaptionFormSame } from './packet-caption-form-same/examples.ts';
import { examples as packetChangeRecorded } from './packet-change-recorded/examples.ts';
import { examples as packetCopyCount } from './packet-copy-count/examples.ts';
import { examples as packetDateSame } from './packet-date-same/examples.ts';
import { examples as packetDeadline } from './packet-deadline/examples.ts';
import { examples as packetDraftMarker } from './packet-draft-marker/examples.ts';
import { examples as packetFigureSame } from './packet-figure-same/examples.ts';
import { examples as packetFontsSame } from './packet-fonts-same/examples.ts';
import { examples as packetFrozenNumber } from './packet-frozen-number/examples.ts';
import { examples as packetMarkFormSame } from './packet-mark-form-same/examples.ts';
import { examples as packetNumberUnique } from './packet-number-unique/examples.ts';
import { examples as packetPersonSame } from './packet-person-same/examples.ts';
import { examples as packetSalutationSame } from './packet-salutation-same/examples.ts';
import { examples as packetSessionSame } from './packet-session-same/examples.ts';
import { examples as packetTocAgrees } from './packet-toc-agrees/examples.ts';
import { examples as pageDuplexParity } from './page-duplex-parity/examples.ts';
import { examples as pageFirstHasBody } from './page-first-has-body/examples.ts';
import { examples as pageGridChars } from './page-grid-chars/examples.ts';
import { examples as pageGridLines } from './page-grid-lines/examples.ts';
import { examples as pageHeaderEmpty } from './page-header-empty/examples.ts';
import { examples as pageMarginLeft } from './page-margin-left/examples.ts';
import { examples as pageMarginTop } from './page-margin-top/examples.ts';
import { examples as pageNumberBlank } from './page-number-blank/examples.ts';
import { examples as pageNumberContinuous } from './page-number-continuous/examples.ts';
import { examples as pageNumberDash } from './page-number-dash/examples.ts';
import { examples as pageNumberFont } from './page-number-font/examples.ts';
import { examples as pageNumberOffset } from './page-number-offset/examples.ts';
import { examples as pageNumberPosition } from './page-number-position/examples.ts';
import { examples as pageNumberPresent } from './page-number-present/examples.ts';
import { examples as pageOrientationMixed } from './page-orientation-mixed/examples.ts';
import { examples as pageOrphanSignature } from './page-orphan-signature/examples.ts';
import { examples as pageSizeA4 } from './page-size-a4/examples.ts';
import { examples as pageTextColour } from './page-text-colour/examples.ts';
import { examples as pageTypeArea } from './page-type-area/examples.ts';
import { examples as prActingAndResignationAsDecision } from './pr-acting-and-resignation-as-decision/examples.ts';
import { examples as prAppointForm } from './pr-appoint-form/examples.ts';
import { examples as prAttachmentsComplete } from './pr-attachments-complete/examples.ts';
import { examples as prDraftNoPassedCaption } from './pr-draft-no-passed-caption/examples.ts';
import { examples as prDuplicatePerson } from './pr-duplicate-person/examples.ts';
import { examples as prGroupByProposer } from './pr-group-by-proposer/examples.ts';
import { examples as prNameOrderStrokes } from './pr-name-order-strokes/examples.ts';
import { examples as prNameSpacing } from './pr-name-spacing/examples.ts';
import { examples as prNoComrade } from './pr-no-comrade/examples.ts';
import { examples as prOrderAppointRemove } from './pr-order-appoint-remove/examples.ts';
import { examples as prPostFullname } from './pr-post-fullname/examples.ts';
import { examples as prRemoveForm } from './pr-remove-form/examples.ts';
import { examples as prVerbByOrgan } from './pr-verb-by-organ/examples.ts';
import { examples as printPageBreaks } from './print-page-breaks/examples.ts';
import { examples as printPageExtra } from './print-page-extra/examples.ts';
import { examples as printPageMissing } from './print-page-missing/examples.ts';
import { examples as printPageOrder } from './print-page-order/examples.ts';
import { examples as printPageShifted } from './print-page-shifted/examples.ts';
import { examples as printScale } from './print-scale/examples.ts';
import { examples as printText } from './print-text/examples.ts';
import { examples as printTextUnreadable } from './print-text-unreadable/examples.ts';
import { examples as punctBracketsPaired } from './punct-brackets-paired/examples.ts';
import { examples as punctConnector } from './punct-connector/examples.ts';
import { examples as punctDash } from './punct-dash/examples.ts';
import { examples as punctDeng } from './punct-deng/examples.ts';
import { examples as punctDocnumberBracket } from './punct-docnumber-bracket/examples.ts';
import { examples as punctDunhaoQuotes } from './punct-dunhao-quotes/examples.ts';
import { examples as punctDuplicate } from './punct-duplicate/examples.ts';
import { examples as punctEllipsis } from './punct-ellipsis/examples.ts';
import { examples as punctFullwidth } from './punct-fullwidth/examples.ts';
import { examples as punctOrdinalTail } from './punct-ordinal-tail/examples.ts';
import { examples as punctQuotePairs } from './punct-quote-pairs/examples.ts';
import { examples as salutationModeAgrees } from './salutation-mode-agrees/examples.ts';
import { examples as salutationSecretaryGeneralLevel } from './salutation-secretary-general-level/examples.ts';
import { examples as sessionNameForm } from './session-name-form/examples.ts';
import { examples as sizeBody3hao } from './size-body-3hao/examples.ts';
import { examples as sizeCaptionAuthor3hao } from './size-caption-author-3hao/examples.ts';
import { examples as sizeHeading3hao } from './size-heading-3hao/examples.ts';
import { examples as sizeImprint4hao } from './size-imprint-4hao/examples.ts';
import { examples as sizeTitle2hao } from './size-title-2hao/examples.ts';
import { examples as spaceBetweenHan } from './space-between-han/examples.ts';
import { examples as spaceHanLatin } from './space-han-latin/examples.ts';
import { examples as spacingLine } from './spacing-line/examples.ts';
import { examples as spacingParagraphZero } from './spacing-paragraph-zero/examples.ts';
import { examples as spacingTitleGap } from './spacing-title-gap/examples.ts';
import { examples as tableCaptionForm } from './table-caption-form/examples.ts';
import { examples as tableHeadRepeat } from './table-head-repeat/examples.ts';
import { examples as tableLandscapeHeadSide } from './table-landscape-head-side/examples.ts';
import { examples as tableNumberSequence } from './table-number-sequence/examples.ts';
import { examples as tableUnitNote } from './table-unit-note/examples.ts';
import { examples as tableWidth } from './table-width/examples.ts';
import { examples as termJieTypo } from './term-jie-typo/examples.ts';
import { examples as typoConfusable } from './typo-confusable/examples.ts';
import { examples as unitLegal } from './unit-legal/examples.ts';
import { examples as wrAuthorLine } from './wr-author-line/examples.ts';
import { examples as wrCaptionForm } from './wr-caption-form/examples.ts';
import { examples as wrCaptionPresent } from './wr-caption-present/examples.ts';
import { examples as wrClosingForm } from './wr-closing-form/examples.ts';
import { examples as wrNextStepsSection } from './wr-next-steps-section/examples.ts';
import { examples as wrNoRequestGenre } from './wr-no-request-genre/examples.ts';
import { examples as wrOpeningMandate } from './wr-opening-mandate/examples.ts';
import { examples as wrProblemsSection } from './wr-problems-section/examples.ts';
import { examples as wrRequestPresent } from './wr-request-present/examples.ts';
import { examples as wrSalutationForm } from './wr-salutation-form/examples.ts';
import { examples as wrTitleGenre } from './wr-title-genre/examples.ts';
import { examples as wrTitleShape } from './wr-title-shape/examples.ts';
import { examples as xrefAgendaResolves } from './xref-agenda-resolves/examples.ts';
import { examples as xrefMaterialResolves } from './xref-material-resolves/examples.ts';
import { examples as xrefPageFragile } from './xref-page-fragile/examples.ts';
import { examples as xrefSectionResolves } from './xref-section-resolves/examples.ts';
import { examples as xrefSelfGenre } from './xref-self-genre/examples.ts';
import { examples as xrefTitleExact } from './xref-title-exact/examples.ts';
import { examples as yearFourDigits } from './year-four-digits/examples.ts';
import { examples as yifuYiweiLiangyuan } from './yifu-yiwei-liangyuan/examples.ts';

const byId: Readonly<Record<string, readonly RuleExample[]>> = {
	'abbr-declared-once': abbrDeclaredOnce,
	'align-body-justify': alignBodyJustify,
	'align-title-center': alignTitleCenter,
	'allow-reason': allowReason,
	'attachment-label-form': attachmentLabelForm,
	'attachment-new-page': attachmentNewPage,
	'attachment-note-form': attachmentNoteForm,
	'attachment-note-vs-body': attachmentNoteVsBody,
	'attachment-ref-resolves': attachmentRefResolves,
	'attachment-referenced': attachmentReferenced,
	'attachment-single-unnumbered': attachmentSingleUnnumbered,
	'attachment-title-line3': attachmentTitleLine3,
	'brief-boilerplate': briefBoilerplate,
	'brief-length': briefLength,
	'brief-repeated': briefRepeated,
	'char-scale-100': charScale100,
	'count-claim-matches-list': countClaimMatchesList,
	'dash-bullet-form': dashBulletForm,
	'date-arabic-full': dateArabicFull,
	'date-relative': dateRelative,
	'date-valid-weekday': dateValidWeekday,
	'dr-appointment-statement': drAppointmentStatement,
	'dr-first-person': drFirstPerson,
	'dr-length': drLength,
	'dr-one-person': drOnePerson,
	'dr-part-integrity': drPartIntegrity,
	'dr-part-law': drPartLaw,
	'dr-part-npc-supervision': drPartNpcSupervision,
	'dr-part-plan': drPartPlan,
	'dr-part-shortcomings': drPartShortcomings,
	'draft-metadata': draftMetadata,
	'draft-placeholder': draftPlaceholder,
	'draft-tracked-changes': draftTrackedChanges,
	'draft-version-word': draftVersionWord,
	'empty-paragraph-run': emptyParagraphRun,
	'figure-caption-form': figureCaptionForm,
	'font-body-role': fontBodyRole,
	'font-caption-author-role': fontCaptionAuthorRole,
	'font-digits-role': fontDigitsRole,
	'font-embedded-in-pdf': fontEmbeddedInPdf,
	'font-heading1-role': fontHeading1Role,
	'font-heading2-role': fontHeading2Role,
	'font-heading34-role': fontHeading34Role,
	'font-missing-glyph': fontMissingGlyph,
	'font-mixed-in-paragraph': fontMixedInParagraph,
	'font-no-bold': fontNoBold,
	'font-no-fake-title': fontNoFakeTitle,
	'font-no-italic-underline': fontNoItalicUnderline,
	'font-quote-eastasia': fontQuoteEastasia,
	'font-theme-resolved': fontThemeResolved,
	'font-title-role': fontTitleRole,
	'heading-auto-vs-typed': headingAutoVsTyped,
	'heading-keep-with-next': headingKeepWithNext,
	'heading-level-depth': headingLevelDepth,
	'heading-level-order': headingLevelOrder,
	'heading-mark-form': headingMarkForm,
	'heading-no-end-punct': headingNoEndPunct,
	'heading-number-sequence': headingNumberSequence,
	'heading-runin-period': headingRuninPeriod,
	'heading-single-child': headingSingleChild,
	'image-resolution': imageResolution,
	'indent-first-line-2': indentFirstLine2,
	'indent-salutation-zero': indentSalutationZero,
	'inline-series-complete': inlineSeriesComplete,
	'legacy-1999-element': legacy1999Element,
	'linebreak-kinsoku': linebreakKinsoku,
	'linebreak-number-split': linebreakNumberSplit,
	'name-consistent-spelling': nameConsistentSpelling,
	'name-middle-dot': nameMiddleDot,
	'name-rare-char': nameRareChar,
	'npcsc-vs-npc': npcscVsNpc,
	'num-decimal-zero': numDecimalZero,
	'num-mixed-style': numMixedStyle,
	'num-percent-sum': numPercentSum,
	'num-range-units': numRangeUnits,
	'org-name-first-full': orgNameFirstFull,
	'packet-agenda-complete': packetAgendaComplete,
	'packet-agenda-schedule-agree': packetAgendaScheduleAgree,
	'packet-approval-chain': packetApprovalChain,
	'packet-caption-form-same': packetCaptionFormSame,
	'packet-change-recorded': packetChangeRecorded,
	'packet-copy-count': packetCopyCount,
	'packet-date-same': packetDateSame,
	'packet-deadline': packetDeadline,
	'packet-draft-marker': packetDraftMarker,
	'packet-figure-same': packetFigureSame,
	'packet-fonts-same': packetFontsSame,
	'packet-frozen-number': packetFrozenNumber,
	'packet-mark-form-same': packetMarkFormSame,
	'packet-number-unique': packetNumberUnique,
	'packet-person-same': packetPersonSame,
	'packet-salutation-same': packetSalutationSame,
	'packet-session-same': packetSessionSame,
	'packet-toc-agrees': packetTocAgrees,
	'page-duplex-parity': pageDuplexParity,
	'page-first-has-body': pageFirstHasBody,
	'page-grid-chars': pageGridChars,
	'page-grid-lines': pageGridLines,
	'page-header-empty': pageHeaderEmpty,
	'page-margin-left': pageMarginLeft,
	'page-margin-top': pageMarginTop,
	'page-number-blank': pageNumberBlank,
	'page-number-continuous': pageNumberContinuous,
	'page-number-dash': pageNumberDash,
	'page-number-font': pageNumberFont,
	'page-number-offset': pageNumberOffset,
	'page-number-position': pageNumberPosition,
	'page-number-present': pageNumberPresent,
	'page-orientation-mixed': pageOrientationMixed,
	'page-orphan-signature': pageOrphanSignature,
	'page-size-a4': pageSizeA4,
	'page-text-colour': pageTextColour,
	'page-type-area': pageTypeArea,
	'pr-acting-and-resignation-as-decision': prActingAndResignationAsDecision,
	'pr-appoint-form': prAppointForm,
	'pr-attachments-complete': prAttachmentsComplete,
	'pr-draft-no-passed-caption': prDraftNoPassedCaption,
	'pr-duplicate-person': prDuplicatePerson,
	'pr-group-by-proposer': prGroupByProposer,
	'pr-name-order-strokes': prNameOrderStrokes,
	'pr-name-spacing': prNameSpacing,
	'pr-no-comrade': prNoComrade,
	'pr-order-appoint-remove': prOrderAppointRemove,
	'pr-post-fullname': prPostFullname,
	'pr-remove-form': prRemoveForm,
	'pr-verb-by-organ': prVerbByOrgan,
	'print-page-breaks': printPageBreaks,
	'print-page-extra': printPageExtra,
	'print-page-missing': printPageMissing,
	'print-page-order': printPageOrder,
	'print-page-shifted': printPageShifted,
	'print-scale': printScale,
	'print-text': printText,
	'print-text-unreadable': printTextUnreadable,
	'punct-brackets-paired': punctBracketsPaired,
	'punct-connector': punctConnector,
	'punct-dash': punctDash,
	'punct-deng': punctDeng,
	'punct-docnumber-bracket': punctDocnumberBracket,
	'punct-dunhao-quotes': punctDunhaoQuotes,
	'punct-duplicate': punctDuplicate,
	'punct-ellipsis': punctEllipsis,
	'punct-fullwidth': punctFullwidth,
	'punct-ordinal-tail': punctOrdinalTail,
	'punct-quote-pairs': punctQuotePairs,
	'salutation-mode-agrees': salutationModeAgrees,
	'salutation-secretary-general-level': salutationSecretaryGeneralLevel,
	'session-name-form': sessionNameForm,
	'size-body-3hao': sizeBody3hao,
	'size-caption-author-3hao': sizeCaptionAuthor3hao,
	'size-heading-3hao': sizeHeading3hao,
	'size-imprint-4hao': sizeImprint4hao,
	'size-title-2hao': sizeTitle2hao,
	'space-between-han': spaceBetweenHan,
	'space-han-latin': spaceHanLatin,
	'spacing-line': spacingLine,
	'spacing-paragraph-zero': spacingParagraphZero,
	'spacing-title-gap': spacingTitleGap,
	'table-caption-form': tableCaptionForm,
	'table-head-repeat': tableHeadRepeat,
	'table-landscape-head-side': tableLandscapeHeadSide,
	'table-number-sequence': tableNumberSequence,
	'table-unit-note': tableUnitNote,
	'table-width': tableWidth,
	'term-jie-typo': termJieTypo,
	'typo-confusable': typoConfusable,
	'unit-legal': unitLegal,
	'wr-author-line': wrAuthorLine,
	'wr-caption-form': wrCaptionForm,
	'wr-caption-present': wrCaptionPresent,
	'wr-closing-form': wrClosingForm,
	'wr-next-steps-section': wrNextStepsSection,
	'wr-no-request-genre': wrNoRequestGenre,
	'wr-opening-mandate': wrOpeningMandate,
	'wr-problems-section': wrProblemsSection,
	'wr-request-present': wrRequestPresent,
	'wr-salutation-form': wrSalutationForm,
	'wr-title-genre': wrTitleGenre,
	'wr-title-shape': wrTitleShape,
	'xref-agenda-resolves': xrefAgendaResolves,
	'xref-material-resolves': xrefMaterialResolves,
	'xref-page-fragile': xrefPageFragile,
	'xref-section-resolves': xrefSectionResolves,
	'xref-self-genre': xrefSelfGenre,
	'xref-title-exact': xrefTitleExact,
	'year-four-digits': yearFourDigits,
	'yifu-yiwei-liangyuan': yifuYiweiLiangyuan,
};

/** Good and bad examples of a rule, none for one that is not in the book. */
export function examplesOf({ meta }: Rule): readonly RuleExample[] {
	return byId[meta.id] ?? [];
}
