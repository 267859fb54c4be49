export { enclosedCircle, formatLabel } from './label.ts';
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
