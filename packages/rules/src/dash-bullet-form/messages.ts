import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '条目用“——”起头', en: 'Dash items begin with ——' };

export const description: Bilingual = {
	zh: '用破折号起头的条目写“——”（占两个字），后面不空格，不用“--”“—”代替。',
	en: 'An item that begins with a dash has “——” (two cells) and no blank behind it.',
};

export function wrongBullet(actual: string): Bilingual {
	return actual.startsWith('——')
		? { zh: '条目的“——”后面不空格。', en: 'No blank follows the “——” of an item.' }
		: {
				zh: `条目应以“——”起头，现为“${actual.trim()}”。`,
				en: `The item should begin with “——”, not “${actual.trim()}”.`,
			};
}
