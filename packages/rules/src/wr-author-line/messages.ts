import type { Bilingual } from '@bianxu/model';

export const noAuthor: Bilingual = {
	zh: '口头报告通行做法是在题注下一行署报告人的职务和姓名，例如「市审计局局长　林若谷」；没有找到，请补上',
	en: 'For a report read to the meeting common practice is a line with post and name of the reporter under the caption; none was found: add it',
};

export function noPost(name: string): Bilingual {
	return {
		zh: `署名只有「${name}」，没有职务；通行做法是职务加姓名，例如「市审计局局长　林若谷」`,
		en: `The reporter’s line has only 「${name}」; common practice is post and name`,
	};
}

export function extraWord(word: string): Bilingual {
	return {
		zh: `署名前面不写「${word}」，通行做法是直接写职务和姓名`,
		en: `No 「${word}」 before the reporter; common practice is post and name only`,
	};
}

export function noBlank(post: string, name: string): Bilingual {
	return {
		zh: `署名里职务「${post}」和姓名「${name}」连在一起，通行做法是中间空一字`,
		en: `Post 「${post}」 and name 「${name}」 run together; common practice is one blank between them`,
	};
}
