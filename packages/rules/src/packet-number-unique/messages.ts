import type { Bilingual } from '@bianxu/model';

const advice = {
	zh: '请用 bianxu packet plan 查看，再用 packet apply 重新编号',
	en: 'see bianxu packet plan, then packet apply',
};

export function taken(label: string, other: string): Bilingual {
	return {
		zh: `序号 ${label} 与「${other}」重复，通行做法是一份材料一个号；${advice.zh}`,
		en: `Number ${label} is that of 「${other}」 as well; common practice is one number for one paper: ${advice.en}`,
	};
}

export function outOfOrder(label: string, before: string): Bilingual {
	return {
		zh: `序号 ${label} 排在 ${before} 之后，与议程的先后不一致；${advice.zh}`,
		en: `Number ${label} comes after ${before}, against the order of the agenda: ${advice.en}`,
	};
}

export function missing(labels: string): Bilingual {
	return {
		zh: `这份材料之前缺序号 ${labels}；${advice.zh}，或者核对是不是少了材料`,
		en: `Number ${labels} is missing before this paper: ${advice.en}, or check for a paper that is not there`,
	};
}
