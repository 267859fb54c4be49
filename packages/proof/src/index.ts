export { comparePrint } from './compare.ts';
export { type OpenPrint, type PagePixels, type Print, readPrint } from './read-print.ts';
