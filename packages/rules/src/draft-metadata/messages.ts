import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '印件不带个人和机器信息',
	en: 'The print does not name people, machines or paths',
};

export const description: Bilingual = {
	zh: 'PDF 属性里没有作者姓名、单位、文件路径和文件名。作者写机关名称的不算。',
	en: 'The properties of the PDF have no author, company, path or file name. An organ as author is no fault.',
};

/** An entry of the properties and what it says. */
export function named(entry: string, value: string): Bilingual {
	return {
		zh: `PDF 属性「${entry}」里有「${value}」，会随文件传出去；请在导出时去掉文档属性，或者在属性里清空后重新生成`,
		en: `The property ${entry} of the PDF says "${value}", which travels with the file; export it again without document properties`,
	};
}
