import { caption, closing, type Facts, salutation, signature } from '../facts.ts';
import { body, line, part, type ReferenceText, section } from '../reference-text.ts';

/** Material of no special type: 说明 of a draft decision, the paper that most agenda items bring along. */
export function explanation(facts: Facts): ReferenceText {
	const { place, unit, committee, written, year } = facts;
	const draft = '关于促进全民阅读的决定（草案）';
	const title = `关于《${committee}\n${draft}》的说明`;
	const commission = `${unit}人大常委会法制工作委员会`;
	const opening = written
		? `受主任会议委托，现对《${committee}${draft}》（以下简称《决定（草案）》）作如下说明。`
		: `受主任会议委托，现在我对《${committee}${draft}》（以下简称《决定（草案）》）作说明。`;
	return {
		title: title.replace('\n', ''),
		lines: [
			line('title', title),
			...(written ? [] : [caption(facts), line('author', `${commission}主任　秦思齐`)]),
			salutation(facts, written),
			...body(opening),
			...part(
				'一、制定《决定（草案）》的必要性',
				'本部分写为什么要作出决定，写明上位法依据、本地实际和代表、群众的要求。',
				body(
					`全民阅读是提升公民素质和社会文明程度的重要途径。近年来，全${unit}公共阅读服务体系逐步健全，但设施布局不够均衡、优质内容供给不足、社会参与渠道不宽等问题仍然存在，代表和群众反映比较集中。由${unit}人大常委会作出决定，把有效做法上升为制度规范，很有必要。`,
				),
			),
			...part(
				'二、起草过程',
				'本部分写起草、调研、征求意见和审议修改的过程，写明时间、单位和意见数量。',
				body(
					`${year - 1}年12月，主任会议将《决定（草案）》列入常委会年度工作要点。${commission}会同有关部门成立起草小组，到各地开展调研，召开座谈会9次，书面征求有关单位意见，并向社会公开征求意见，共收到意见建议136条。经逐条研究修改，形成提请本次会议审议的《决定（草案）》。`,
				),
			),
			...part(
				'三、主要内容',
				'本部分按条文顺序概括主要规定，每项写明条文序号。',
				body('《决定（草案）》共12条，主要规定了以下三个方面的内容：'),
				section(
					'（一）明确工作职责',
					`规定${unit}人民政府应当把全民阅读纳入国民经济和社会发展规划，保障经费投入，并对有关部门的职责分工作了规定（第二条、第三条）。`,
				),
				section(
					'（二）完善阅读服务',
					'规定公共图书馆、农家书屋等设施的布局和开放要求，鼓励学校图书馆向社会开放，对未成年人、老年人和残疾人的阅读服务作了专门规定（第四条至第八条）。',
				),
				section(
					'（三）鼓励社会参与',
					'规定支持社会力量兴办阅读设施、组织阅读活动，并对捐赠、志愿服务等作了规定（第九条至第十一条）。',
				),
			),
			...part(
				'四、需要说明的问题',
				'本部分写审议中可能提出的问题、不同意见和处理考虑。',
				body(
					'有的意见建议对阅读设施的面积作出统一规定。考虑到各地人口规模和设施基础差别较大，《决定（草案）》没有规定具体指标，由有关部门在规划中分类确定。',
				),
			),
			closing(facts, '说明'),
			...(written ? signature(facts, `${place}人大常委会法制工作委员会`) : []),
		],
	};
}
