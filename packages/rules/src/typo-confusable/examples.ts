import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '人大用语', paragraphs: [{ text: '依法确定代表侯选人，听取市人民检查院工作报告。' }] },
	{ kind: 'bad', title: '一般用语', paragraphs: [{ text: '认真布署安全生产工作，项目如期峻工，其它事项逐项销帐。' }] },
	{ kind: 'bad', title: '截止与截至', paragraphs: [{ text: '截止2026年10月底，项目全部开工。' }] },
	{
		kind: 'good',
		title: '正确的词；容易误伤的词',
		paragraphs: [
			{ text: '检查长江岸线，检查院落卫生，报名截止2026年10月底，截至10月底完成。' },
			{ text: '文件印发三份，每份内容一致，本份报告共八页，安装完毕，即使有困难也要部署。' },
			{ text: '发布署名文章，面对严峻工作形势，从习惯彻底改起，新建一座标志性建筑，优质讯息及时推送。' },
			{ text: '减税降费既使企业减负，又使群众得利；加强巡视查处力度。会议强调：“认真布署”。' },
		],
	},
];
