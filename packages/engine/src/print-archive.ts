/** What cannot stand in a PDF/A (ISO 19005). */

import type { Problem } from '@bianxu/model';
import type { PrintPart } from '@bianxu/printer';
import type { Paper, PrintProblem } from './print-papers.ts';

/** Pictures in CMYK have no meaning under the RGB profile that a PDF/A carries. */
export function notArchivable(papers: readonly Paper[], parts: readonly PrintPart[]): readonly PrintProblem[] {
	return papers.flatMap((paper, index) =>
		[...(parts[index]?.laid.images.values() ?? [])].some((image) => image.color === 'cmyk')
			? [{ path: paper.path, problem: CMYK }]
			: [],
	);
}

const CMYK: Problem = {
	code: 'print-pdfa-cmyk',
	message: {
		zh: '有 CMYK 颜色的图片，不能写成 PDF/A；请把图片另存为 RGB，或不用 --pdfa',
		en: 'a picture is in CMYK, which a PDF/A file cannot hold; save it as RGB or print without --pdfa',
	},
};
