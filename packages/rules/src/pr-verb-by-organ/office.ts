/** Which verb an office takes (domain.md §2.7; organic law of local congresses, article 50). */

import type { Bilingual } from '@bianxu/model';

export interface Office {
	readonly group: 'government' | 'congress' | 'supervision' | 'court' | 'procuratorate' | 'lower-procuratorate';
	/** '决定', '批准' or ''. */
	readonly prefix: '决定' | '批准' | '';
	readonly why: Bilingual;
}

const government: Office = {
	group: 'government',
	prefix: '决定',
	why: { zh: '是政府组成人员', en: 'a member of the government' },
};
const congress: Office = {
	group: 'congress',
	prefix: '',
	why: { zh: '是人大常委会机关、工作机构或者专门委员会的职务', en: 'a post of the congress or its standing committee' },
};
const supervision: Office = {
	group: 'supervision',
	prefix: '',
	why: { zh: '是监察委员会副主任、委员', en: 'a deputy director or member of the supervisory commission' },
};
const court: Office = {
	group: 'court',
	prefix: '',
	why: { zh: '是人民法院院长以外的审判人员', en: 'a judge other than the president' },
};
const procuratorate: Office = {
	group: 'procuratorate',
	prefix: '',
	why: { zh: '是人民检察院检察长以外的检察人员', en: 'a prosecutor other than the chief' },
};
const lowerProcuratorate: Office = {
	group: 'lower-procuratorate',
	prefix: '批准',
	why: { zh: '是下级人民检察院检察长', en: 'the chief of a lower procuratorate' },
};

const courtPosts = /(?:副院长|副?庭长|审判委员会(?:专职)?委员|审判员)/;
const procuratoratePosts = /(?:副检察长|检察委员会(?:专职)?委员|检察员)/;
const congressPosts = /(?:副秘书长|主任|副主任|主任委员|副主任委员|委员)$/;
/** 滨江市副市长, 滨江市人民政府秘书长, 滨江市水利局局长, 滨江市发展和改革委员会主任. */
const governmentPosts =
	/(?:副(?:省长|市长|州长|县长|区长|旗长|盟长|主席)|人民政府秘书长|(?<!副)(?:局局长|厅厅长)|(?:发展和改革|卫生健康|民族(?:宗教)?事务|民族宗教|科学技术|住房和城乡建设|交通运输|国有资产监督管理|教育|应急管理|发展改革)委员会主任|人民政府[\p{Script=Han}]{0,10}办公室主任)$/u;

/** The office that a whole post text names; null when the law leaves more than one answer or the post is not known. */
export function officeOf(post: string): Office | null {
	if (/代理|(?:^|[省市县区州])代[省市县区州]长|辞去/.test(post)) return null;
	if (/人民法院/.test(post)) return courtPosts.test(post) && !/法院(?:院长|代理院长)/.test(post) ? court : null;
	if (/人民检察院/.test(post)) {
		if (post.endsWith('人民检察院检察长')) return lowerProcuratorate;
		return procuratoratePosts.test(post) && !/检察院检察长/.test(post) ? procuratorate : null;
	}
	if (/监察委员会/.test(post)) return /监察委员会(?:副主任|委员)/.test(post) ? supervision : null;
	if (/人大|人民代表大会/.test(post)) return congressPosts.test(post) ? congress : null;
	return governmentPosts.test(post) ? government : null;
}
