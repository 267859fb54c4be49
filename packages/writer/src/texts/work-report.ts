import { caption, closing, type Facts, salutation, signature } from '../facts.ts';
import { body, line, part, type ReferenceText, section } from '../reference-text.ts';

/** 工作报告: front block, mandate, what was done, problems, next steps, closing (domain.md §2.5). */
export function workReport(facts: Facts): ReferenceText {
	const { place, unit, office, written } = facts;
	const subject = '农村供水保障工作情况';
	const title = `关于${subject}的报告`;
	const government = `${unit}人民政府`;
	const opening = written
		? `按照${unit}人大常委会年度工作安排，受${government}委托，现将${subject}报告如下，请予审议。`
		: `我受${government}委托，报告${subject}，请予审议。`;
	return {
		title,
		lines: [
			line('organ-line', `${place}人民政府`),
			line('title', title),
			...(written ? [] : [caption(facts), line('author', `${unit}水利${office}${office}长　周远航`)]),
			salutation(facts, written),
			...body(
				opening,
				`农村供水关系群众饮水安全，是乡村全面振兴的基础保障。近年来，${government}认真贯彻国家有关决策部署，落实${unit}人大常委会审议意见，坚持城乡统筹、建管并重，农村供水保障能力稳步提高。目前，全${unit}农村自来水普及率为98.6%，规模化供水工程覆盖农村人口的比例为87.2%。`,
			),
			...part(
				'一、主要工作情况',
				'本部分写开展的工作和取得的成效。每项工作先写做法，再用数据说明结果，一般写三至五项。',
				section(
					'（一）健全工作责任体系',
					`${government}成立由分管负责人任组长的领导小组，建立部门联席会议制度，把农村供水纳入乡村振兴考核。${unit}水利${office}会同有关部门制定三年行动方案，列出任务清单，按季度通报进展。`,
				),
				section(
					'（二）加快供水工程建设',
					'坚持能延则延、能并则并，统筹推进城乡供水一体化。三年来，累计投入资金4.3亿元，新建和改造规模化水厂6座，铺设供水管网860公里，受益群众21.5万人。',
				),
				section(
					'（三）加强水质监测管理',
					'建立从水源到水龙头的全过程监测制度，实现规模化水厂在线监测全覆盖。对小型集中供水工程实行统一巡检、统一消毒，水质合格率连续三年提高。',
				),
			),
			...part(
				'二、存在的问题',
				'本部分写存在的问题和原因。问题要具体，点到工作环节，不用成绩代替问题。',
				section(
					'（一）工程建设不够平衡',
					'山区村庄居住分散，管网延伸成本高，部分小型供水工程建设年代较早，遇到干旱季节供水保证率偏低。',
				),
				section(
					'（二）管护机制不够健全',
					'有的地方重建设、轻管护，水费收缴率不高，专业管护人员不足，设施维修不够及时。',
				),
			),
			...part(
				'三、下一步工作打算',
				'本部分写改进措施。措施要与前面的问题逐项对应，写明责任单位和完成时限。',
				section(
					'（一）补齐工程建设短板',
					`由${unit}水利${office}牵头，优先实施山区供水提升工程，完善备用水源，两年内完成老旧供水设施改造。`,
				),
				section(
					'（二）完善长效管护机制',
					`由${unit}水利${office}会同有关部门推行专业化管护，落实维修养护经费，规范水费收缴和使用，主动公开服务标准，接受群众监督。`,
				),
			),
			closing(facts, '报告'),
			...(written ? signature(facts, `${place}人民政府`) : []),
		],
	};
}
