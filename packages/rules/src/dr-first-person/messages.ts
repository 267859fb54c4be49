import type { Bilingual } from '@bianxu/model';

export const noFirstPerson: Bilingual = {
	zh: '通篇没有以「我」「本人」述职；述职报告写个人履职，通行做法是用第一人称',
	en: 'The report never says 「我」 or 「本人」; a duty report is about one person and common practice is the first person',
};

export function mostlyOffice(own: number, office: number): Bilingual {
	return {
		zh: `「我局」「我们」一类出现 ${office} 次，「我」「本人」只有 ${own} 次；述职报告写个人履职，请不要写成部门工作报告`,
		en: `「我局」, 「我们」 and the like occur ${office} times and 「我」, 「本人」 ${own} times; a duty report is about one person, not about the office`,
	};
}
