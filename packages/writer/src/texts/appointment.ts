import { closing, type Facts, salutation, signature } from '../facts.ts';
import { body, line, part, type ReferenceText } from '../reference-text.ts';

/** 人事任免议案 with the two enclosures that rules of procedure ask for: 基本情况 and 任免理由 (domain.md §2.7). */
export function appointment(facts: Facts): ReferenceText {
	const { place, unit, head, office } = facts;
	const title = '关于提请任免林守诚等人员职务的议案';
	const science = `${place}科学技术${office}`;
	const emergency = `${place}应急管理${office}`;
	const government = unit === '自治区' ? `${place}主席` : `${place}人民政府${head}`;
	return {
		title,
		lines: [
			line('organ-line', `${place}人民政府`),
			line('title', title),
			salutation(facts, true),
			...body(
				'因工作需要和干部到龄，根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十条的规定，现提请：',
				`决定任命林守诚为${science}${office}长；`,
				`决定任命何知远为${emergency}${office}长；`,
				`决定免去方志平的${science}${office}长职务；`,
				`决定免去蒋立群的${emergency}${office}长职务。`,
				'拟任免人员基本情况见附件1，任免理由见附件2。',
			),
			closing(facts, '议案'),
			line('attachment-note', '附件：1.拟任免人员基本情况'),
			line('attachment-note', '2.拟任免人员任免理由'),
			...signature(facts, `${government}　沈怀远`),
			line('attachment-label', '附件1'),
			line('attachment-title', '拟任免人员基本情况'),
			...body(
				`林守诚，男，汉族，1975年6月出生，中共党员，研究生学历，工学硕士。1998年7月参加工作，历任${place}高新技术产业开发区管理委员会科技处处长、副主任。现任${science}副${office}长。拟任${science}${office}长。`,
				`何知远，男，汉族，1977年9月出生，中共党员，大学学历，高级工程师。2000年8月参加工作，历任${emergency}安全生产执法处处长、副${office}长。现任${place}人民政府副秘书长。拟任${emergency}${office}长。`,
				`方志平，男，汉族，1966年3月出生，中共党员，大学学历。1988年7月参加工作，历任${science}科员、处长、副${office}长。现任${science}${office}长。拟免去${science}${office}长职务。`,
				`蒋立群，男，汉族，1969年11月出生，中共党员，大学学历。1991年7月参加工作，历任${emergency}科员、处长、副${office}长。现任${emergency}${office}长。拟免去${emergency}${office}长职务。`,
			),
			line('attachment-label', '附件2'),
			line('attachment-title', '拟任免人员任免理由'),
			...part(
				'一、任职理由',
				'本部分逐人写任职理由，写明工作经历、主要实绩和与拟任职务相适应的条件。',
				body(
					`林守诚长期从事科技管理工作，熟悉科技政策和产业发展，组织协调能力强，主持建成创新平台23个，群众公认度较高。适合担任${science}${office}长。`,
					`何知远长期从事安全生产监督管理工作，专业素养扎实，作风务实，多次组织处置突发事件，敢于负责。适合担任${emergency}${office}长。`,
				),
			),
			...part(
				'二、免职理由',
				'本部分逐人写免职理由，如到龄、工作变动或者另有任用。',
				body(
					`方志平已到任职年龄界限，按照干部管理有关规定，免去其${science}${office}长职务。`,
					`蒋立群另有任用，免去其${emergency}${office}长职务。`,
				),
			),
		],
	};
}
