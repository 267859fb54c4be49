import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '每份材料从单面开始', en: 'Every material begins on a right-hand page' };

export const description: Bilingual = {
	zh: '双面印刷的整本材料，每份都从单数页（正面）开始，前一份为单数面的，背面留空白。与对照件（--against）相比，缺了或者多了空白页的，正反面会错位。',
	en: 'In a packet printed on both sides every material begins on a recto; a blank verso stands before it where needed. Compared with our own print of the source (--against).',
};
