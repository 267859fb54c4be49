import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '机关和职务写全称', en: 'Organs and posts in full' };

export const description: Bilingual = {
	zh: '任免名单和决定里，机关用全称（滨江市发展和改革委员会、滨江市中级人民法院），职务前面要有机关。第二个以后的职务可以承前省略机关。',
	en: 'Lists and decisions name organs in full, and each first post has its organ; later posts of the same organ may omit it.',
};

export function shortOrgan(actual: string, expected: string): Bilingual {
	return {
		zh: `名单和决定里的机关通行做法是写全称：“${actual}”应为“${expected}”。`,
		en: `Organs stand in full in lists and decisions: “${expected}”, not “${actual}”.`,
	};
}

export function noOrgan(post: string): Bilingual {
	return {
		zh: `职务“${post}”前面没有写明是哪个机关，请补全。`,
		en: `The post “${post}” has no organ before it; add it.`,
	};
}
