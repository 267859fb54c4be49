import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '横排表格的表头朝左',
	en: 'A turned table has its head on the left of the sheet',
};

export const description: Bilingual = {
	zh: '横排的表格，单数页表头在订口一边，双数页表头在切口一边，也就是纸竖着拿时表头总在左边。量的是印件里转了90度的页；横向的 PDF 页由打印程序转向，量不出来，列入「未检查」。',
	en: 'A wide table stands with its head at the binding on odd pages and at the cut on even ones: always on the left of the upright sheet. Pages turned by 90 degrees are measured; how a landscape PDF page is turned is up to the printing program, which is said.',
};

/** Pages whose head is on the right. */
export function wrongSide(pages: string): Bilingual {
	return {
		zh: `第${pages}页横排表格的表头在纸的右边，GB/T 9704-2012 8 规定单数页表头在订口一边、双数页在切口一边（都在左边）；请把这些页转180度`,
		en: `Page ${pages}: the head of the turned table is on the right of the sheet; GB/T 9704-2012 8 requires it at the binding on odd pages and at the cut on even ones, both on the left: turn them by 180 degrees`,
	};
}

/** Landscape pages that nobody can judge before they are printed. */
export function undetermined(pages: string): Bilingual {
	return {
		zh: `第${pages}页是横向页面，表头朝哪边由打印程序决定，未检查；印出后请看表头是否在左边`,
		en: `Page ${pages} is landscape; the printing program decides on which side its head comes, so it was not checked`,
	};
}
