import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '“第×部分”确有其处', en: 'References to parts of the paper resolve' };

export const description: Bilingual = {
	zh: '“本报告第六部分”“第二部分第（三）项”应当在本文里找得到。指别的文件（规划、纲要、《……》）的、在引文里的不查；没有编号标题的材料不查。',
	en: '本报告第六部分 and 第二部分第（三）项 point to headings that exist. References to other papers and quotations are left alone; so are papers without numbered headings.',
};

export function noPart(actual: string, count: number): Bilingual {
	return {
		zh: `“${actual}”找不到：本文一级标题只有${count}个。请核对。`,
		en: `“${actual}” points nowhere: the paper has ${count} parts.`,
	};
}

export function noItem(actual: string, part: string): Bilingual {
	return {
		zh: `“${actual}”找不到：“${part}”下面没有这一项。请核对。`,
		en: `“${actual}” points nowhere: there is no such item below “${part}”.`,
	};
}
