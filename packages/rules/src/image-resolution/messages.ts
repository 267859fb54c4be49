import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '图片清晰', en: 'Pictures have enough pixels' };

export const description: Bilingual = {
	zh: '按印出的大小算，图片每英寸不少于200点（参数 dpi），否则印出来发虚。小于10毫米的图标和纯色块不算。',
	en: 'At the size printed a picture has at least 200 dots per inch (parameter dpi). Icons below 10 mm are left out.',
};

/** The pictures that are too coarse: their pages, and the fewest dots per inch of them. */
export function coarse(pages: readonly number[], dpi: number, least: number): Bilingual {
	const named = pages.slice(0, 8);
	const zh = `第${named.join('、')}页${pages.length > 8 ? `等${pages.length}页` : ''}`;
	const en = `page${pages.length > 1 ? 's' : ''} ${named.join(', ')}${pages.length > 8 ? ` and ${pages.length - 8} more` : ''}`;
	return {
		zh: `${zh}的图片印出来每英寸只有${dpi}点，通行做法不少于${least}点；请换用原图，不要用截屏或者压缩过的图`,
		en: `A picture on ${en} has ${dpi} dots per inch at the size printed; at least ${least} are usual: use the original`,
	};
}
