import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '接排的标题用句号', en: 'A run-in heading ends with 。' };

export const description: Bilingual = {
	zh: '标题后面接着排正文的，标题末尾用句号，与正文隔开：“（一）加强组织领导。市人民政府……”。',
	en: 'A heading that runs into its paragraph is set off from the text by 。.',
};

export function noPeriod(actual: string): Bilingual {
	return actual === ''
		? {
				zh: '标题与后面的正文接排，标题末尾应有句号。',
				en: 'The heading runs into its paragraph and should end with 。.',
			}
		: {
				zh: `标题与后面的正文接排，标题末尾应为句号，现为“${actual}”。`,
				en: `The heading runs into its paragraph and should end with 。, not “${actual}”.`,
			};
}
