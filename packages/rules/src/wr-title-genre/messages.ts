import { type Bilingual, isBinding, type Source } from '@bianxu/model';

export function noGenre(title: string, source: Source): Bilingual {
	return {
		zh: `标题「${title}」末尾没有文种；${isBinding(source.level) ? `${source.doc} ${source.clause} 规定标题由机关名称、事由、文种组成` : '通行做法是以文种结尾'}，应以「报告」或者「汇报」结尾`,
		en: `The title 「${title}」 ends without a genre word; it consists of organ, subject and genre and ends in 「报告」 or 「汇报」`,
	};
}

export const noSubject: Bilingual = {
	zh: '标题只有文种，没有写明是什么事；请写成「关于……情况的报告」',
	en: 'The title names the genre only and no subject: write 「关于……情况的报告」',
};

export function endMark(mark: string): Bilingual {
	return {
		zh: `标题末尾不用标点「${mark}」，请删去`,
		en: `A title has no 「${mark}」 at its end: remove it`,
	};
}
