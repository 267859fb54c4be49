/** Orders of children that the schema fixes (ECMA-376 Part 1, annex A); an insertion finds its place by them. */

const words = (text: string): ReadonlyMap<string, number> =>
	new Map(
		text
			.trim()
			.split(/\s+/)
			.map((name, index) => [`w:${name}`, index]),
	);

/** CT_RPr and CT_ParaRPr (17.3.2.28, 17.3.1.29). */
export const RUN_PROPERTY_ORDER = words(`ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike
	outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
	effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange`);

/** CT_PPr (17.3.1.26). */
export const PARAGRAPH_PROPERTY_ORDER = words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
	suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
	autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
	textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`);

/** CT_SectPr (17.6.17). */
export const SECTION_PROPERTY_ORDER =
	words(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
	pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
	printerSettings sectPrChange`);

/** CT_Settings (17.15.1.78) up to and beyond w:evenAndOddHeaders. */
export const SETTINGS_ORDER = words(`writeProtection view zoom removePersonalInformation removeDateAndTime
	doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
	embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
	bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
	activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
	documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection
	autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
	doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
	bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing characterSpacingControl
	footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping`);
