import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '篇幅：短而精', en: 'Length: short and to the point' };

export const description: Bilingual = {
	zh: '正文（标点在内，附件、表格不算）超过 max 字的提示一句，同时按每分钟 speed 字（缺省 220）折算宣读要多少分钟。各类材料的 max 由模板和本机关的规格配置定；没有统一规定，只作提示。',
	en: 'A text of more than max characters (punctuation included, attachments and tables left out) is pointed out, with the minutes that reading it aloud takes at speed characters a minute (220). The limits are those of the template and the profile; nothing binding, a remark only.',
};

export function tooLong(count: number, max: number, speed: number): Bilingual {
	const minutes = Math.ceil(count / speed);
	const limit = Math.ceil(max / speed);
	return {
		zh: `正文约${count}字，宣读约需${minutes}分钟（每分钟${speed}字）；一般以不超过${max}字、${limit}分钟为宜，请看能否压缩`,
		en: `The text has about ${count} characters, some ${minutes} minutes read aloud (${speed} a minute); up to ${max}, ${limit} minutes, is usual: see what can go`,
	};
}
