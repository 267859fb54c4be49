import type { Bilingual } from '@bianxu/model';

export const fixTitle: Bilingual = { zh: '删去隐藏文字', en: 'Delete the hidden text' };

export function tracked(insertions: number, deletions: number, formats: number): Bilingual {
	const zh = [
		insertions > 0 ? `插入 ${insertions} 处` : '',
		deletions > 0 ? `删除 ${deletions} 处` : '',
		formats > 0 ? `格式 ${formats} 处` : '',
	].filter((part) => part !== '');
	const en = [
		insertions > 0 ? `${insertions} insertions` : '',
		deletions > 0 ? `${deletions} deletions` : '',
		formats > 0 ? `${formats} format changes` : '',
	].filter((part) => part !== '');
	return {
		zh: `文件里还有没有处理的修订（${zh.join('、')}）；请在「审阅」里逐处接受或者拒绝，再关闭修订`,
		en: `The file still holds tracked changes (${en.join(', ')}): accept or reject each, then switch tracking off`,
	};
}

export function commented(count: number): Bilingual {
	return {
		zh: `文件里有 ${count} 条批注；请处理后在「审阅」里删除全部批注`,
		en: `The file holds ${count} comment${count === 1 ? '' : 's'}: settle and delete them`,
	};
}

export function hiddenText(text: string): Bilingual {
	const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
	return {
		zh: `这里有隐藏文字「${shown}」；请确定后删去，或者取消隐藏`,
		en: `Hidden text 「${shown}」 stands here: delete it or show it`,
	};
}

export function guided(count: number): Bilingual {
	return {
		zh: `参考文本的提示批注还有${count}条，定稿时删去（Word：审阅、删除、删除文档中的所有批注）`,
		en: `${count} comment${count === 1 ? '' : 's'} of guidance of the reference text: delete before the paper goes out`,
	};
}
