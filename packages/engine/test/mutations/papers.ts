/** Three faults or more for each rule on the structure of a type: work reports, duty reports, personnel, attachments. */
import type { Paper } from '../../../../scripts/fixtures/paper.ts';
import { both, drop, dropPart, insert, type Mutant, text } from './mutant.ts';

const P = '学前教育专项报告';
const J = '审计整改情况报告';
const Z = '执法检查报告';
const W = '计划执行情况报告';
const D = '述职报告-李秀梅';
const K = '述职报告-王振海';
const Y = '任免职务议案';
const L = '任免名单草案';
const R = '批准预算调整方案决议草案';
const C = '清溪河流域保护决定草案';
const any = { place: 'any' } as const;
/** Numbers begin anew with every proposer, which one automatic list cannot say. */
const typed = { without: ['auto'] } as const;

/** A part whose heading and text speak of other things. */
function insteadOf(source: string, part: RegExp): Mutant {
	const other = '各项民政业务工作有序开展，群众满意度稳步上升，基层服务能力明显增强。';
	const change = (paper: Paper): ReturnType<Mutant['change']> => {
		let inside = false;
		const nodes = paper.nodes.map((node): Paper['nodes'][number] => {
			if (node.kind !== 'paragraph') return node;
			if (node.role === 'h1' || node.role === 'closing') inside = part.test(node.text);
			if (!inside) return node;
			const mark = /^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）)/.exec(node.text)?.[0] ?? '';
			return {
				...node,
				text: node.role === 'h1' ? `${mark}各项民政业务工作` : `${mark}业务工作。${other}`,
				runIn: node.runIn > 0 ? mark.length + 5 : 0,
			};
		});
		return { paper: { ...paper, nodes }, place: 'any' };
	};
	return { source, change };
}

/** The words of a part taken out of a duty report, and other words put in their place. */
function wordless(words: RegExp): readonly Mutant[] {
	return [
		[D, '工作'],
		[K, '工作'],
		[D, '业务'],
	].map(([source = '', write = '']) => ({
		source,
		change: (paper) => {
			const nodes = paper.nodes.map((node) =>
				node.kind === 'paragraph' && node.role !== 'title'
					? {
							...node,
							text: node.text.replaceAll(words, write),
							runIn: node.text.slice(0, node.runIn).replaceAll(words, write).length,
						}
					: node,
			);
			return { paper: { ...paper, nodes }, place: 'any' };
		},
	}));
}

/** The bill with its first attachment only, listed and labelled as given. */
function single(note: string, label: string): Mutant {
	return {
		source: Y,
		change: (paper) => {
			const second = paper.nodes.findIndex((node) => node.kind === 'paragraph' && node.text === '附件2');
			const nodes = paper.nodes.slice(0, second).flatMap((node): Paper['nodes'] => {
				if (node.kind !== 'paragraph') return [node];
				if (node.role === 'attachment-note-next') return [];
				if (node.role === 'attachment-note') return [{ ...node, text: note }];
				if (node.role === 'attachment-label') return [{ ...node, text: label }];
				return [
					{
						...node,
						text: node.text.replace(
							'拟任免人员基本情况见附件1，任免理由见附件2。',
							'拟任免人员基本情况见附件，干部到龄，另有任用，特提请任免。',
						),
					},
				];
			});
			return { paper: { ...paper, nodes }, place: 'any' };
		},
	};
}

/** Every 「我」 of the body taken out, or turned into other words. */
function without(paper: Paper, write = ''): Paper {
	const nodes = paper.nodes.map((node) =>
		node.kind === 'paragraph' && node.role !== 'author'
			? { ...node, text: node.text.replaceAll(/我本人|本人|我(?!们|市)/g, write), runIn: node.runIn }
			: node,
	);
	return { ...paper, nodes };
}

export const paperFaults: Readonly<Record<string, readonly Mutant[]>> = {
	'wr-title-genre': [
		text(P, 'title', 0, '情况的报告', '情况', any),
		text(J, 'title', 0, /$/, '。', any),
		text(W, 'title', 0, /的报告$/, '', any),
	],
	'wr-title-shape': [
		text(W, 'title', 0, '发展计划\n执行情况的报告', '发展计划执行情况的报\n告', any),
		text(Z, 'title', 0, '》\n实施情况的报告', '》实施情况的报\n告', any),
		text(P, 'title', 0, '发展情况的报告', '发展情况的报\n告', any),
	],
	'wr-caption-present': [drop(P, 'caption'), drop(J, 'caption'), drop(W, 'caption')],
	'wr-caption-form': [
		text(P, 'caption', 0, '——', '-'),
		text(J, 'caption', 0, '——', '—'),
		text(W, 'caption', 0, /$/, '。'),
	],
	'wr-author-line': [
		text(P, 'author', 0, '市教育局局长　苏文静', '苏文静'),
		text(J, 'author', 0, /^.*$/, '林若谷'),
		text(W, 'author', 0, /^.*$/, '高建业'),
	],
	'wr-salutation-form': [
		text(P, 'salutation', 0, /^/, '尊敬的'),
		text(J, 'salutation', 0, '主任、各位副主任', '各位副主任、主任'),
		text(W, 'salutation', 0, '：', '，'),
	],
	'salutation-secretary-general-level': [
		{ ...text(P, 'salutation', 0, '：', '：'), level: 'county' },
		{ ...text(J, 'salutation', 0, '：', '：'), level: 'county' },
		{ ...text(D, 'salutation', 0, '：', '：'), level: 'county' },
	],
	'salutation-mode-agrees': [
		text(P, 'salutation', 0, /^.*$/, '滨江市人大常委会：'),
		text(J, 'salutation', 0, /^.*$/, '市人大常委会：'),
		text(W, 'salutation', 0, /^.*$/, '滨江市人民代表大会常务委员会：'),
	],
	'wr-opening-mandate': [
		text(
			P,
			'body',
			0,
			'我受市人民政府委托，报告我市学前教育普及普惠发展情况，请予审议。',
			'学前教育是国民教育的起点，关系千家万户。',
		),
		text(J, 'body', 0, /^我?受市人民政府委托，/, ''),
		text(
			W,
			'body',
			0,
			'我受市人民政府委托，报告2026年国民经济和社会发展计划执行情况，请予审议。',
			'2026年是很不平凡的一年。',
		),
	],
	'wr-request-present': [
		both(drop(P, 'closing'), text(P, 'body', 0, '，请予审议。', '。', any)),
		both(drop(J, 'closing'), text(J, 'body', 0, /，请予审议。$/, '。', any)),
		both(drop(W, 'closing'), text(W, 'body', 0, '，请予审议。', '。', any)),
	],
	'wr-closing-form': [
		text(P, 'closing', 0, /^.*$/, '以上报告如有不妥，请批评指正。'),
		text(J, 'closing', 0, '，请予审议', '请审议'),
		text(W, 'closing', 0, /^.*$/, '以上报告，请审查批准。'),
	],
	'wr-problems-section': [dropPart(P, /存在的问题/), dropPart(W, /存在的主要问题/), dropPart(Z, /存在的主要问题/)],
	'wr-next-steps-section': [dropPart(P, /下一步工作打算/), insteadOf(P, /^三、/), dropPart(Z, /意见和建议/)],
	'wr-no-request-genre': [
		text(P, 'closing', 0, /^.*$/, '以上报告妥否，请批示。'),
		text(J, 'closing', 0, /^.*$/, '特此请示，请批复。'),
		text(W, 'closing', 0, /^.*$/, '以上报告当否，请批示。'),
	],
	'dr-one-person': [
		text(D, 'author', 0, '市民政局局长　李秀梅', '滨江市民政局'),
		text(K, 'author', 0, /^.*$/, '滨江市交通运输局'),
		insert(D, 'author', 0, [['author', '市民政局副局长　周国平']], any),
	],
	'dr-appointment-statement': [
		text(
			D,
			'body',
			0,
			'2023年4月27日，市十七届人大常委会第七次会议决定任命我为市民政局局长。三年多来，',
			'三年多来，',
			any,
		),
		text(K, 'body', 0, /^[^。]*任命[^。]*。/, '', any),
		text(D, 'body', 0, '决定任命我为市民政局局长', '听取了全市民政工作汇报', any),
	],
	'dr-part-law': wordless(/依法履职|依法履行|履行职责|依法行政|宪法|法律法规|公正司法|法治政府/g),
	'dr-part-npc-supervision': wordless(
		/代表建议|建议、批评和意见|决议决定|决议、决定|审议意见|接受(?:市)?人大(?:及其常委会)?的?监督|人大监督|接受监督|自觉地?接受/g,
	),
	'dr-part-integrity': wordless(/廉政|廉洁|勤政|党风|八项规定|作风建设|清正/g),
	'dr-part-shortcomings': [dropPart(D, /存在的问题和不足/), dropPart(K, /^四、/), insteadOf(D, /^四、/)],
	'dr-part-plan': [dropPart(D, /今后的努力方向/), dropPart(K, /^五、/), insteadOf(D, /^五、/)],
	'dr-first-person': [
		{ ...text(D, 'body', 0, '我', '本局'), change: (paper) => ({ paper: without(paper), place: 'any' }) },
		{ ...text(K, 'body', 0, '我', '本局'), change: (paper) => ({ paper: without(paper), place: 'any' }) },
		{ ...text(D, 'body', 0, '我', '我们'), change: (paper) => ({ paper: without(paper, '我们'), place: 'any' }) },
	],
	'dr-length': [
		both(dropPart(D, /^二、/), dropPart(D, /^一、/)),
		both(dropPart(K, /^二、/), dropPart(K, /^一、/)),
		insert(
			D,
			'body',
			0,
			Array.from(
				{ length: 12 },
				(_, at) =>
					[
						'body',
						`${'我坚持深入基层调研，听取群众意见，帮助解决实际困难，推动各项民政工作落到实处，努力让群众满意。'.repeat(8)}（${at}）`,
					] as const,
			),
			any,
		),
	],
	'pr-verb-by-organ': [
		text(L, 'name', 0, /^/, '任命'),
		text(Y, 'body', 0, '决定任命程思远', '任命程思远', any),
		text(Y, 'body', 0, '决定免去贺军', '免去贺军', any),
		text(Y, 'body', 0, '决定任命吴若楠', '批准任命吴若楠', any),
	].slice(1),
	'pr-appoint-form': [
		text(Y, 'body', 0, '程思远为滨江市工业和信息化局局长；', '程思远为滨江市工业和信息化局局长职务；', any),
		text(L, 'name', 0, '局长；', '局长职务；'),
		text(Y, 'body', 0, '吴若楠为滨江市水利局局长；', '吴若楠任滨江市水利局局长；', any),
	],
	'pr-remove-form': [
		text(Y, 'body', 0, '杜成林的滨江市水利局局长职务。', '杜成林滨江市水利局局长职务。', any),
		text(L, 'name', -1, '的滨江市', '滨江市'),
		text(L, 'name', 0, '的滨江市工业和信息化局局长职务', '的滨江市工业和信息化局局长'),
	],
	'pr-no-comrade': [
		text(L, 'name', 0, '程思远', '程思远同志'),
		text(L, 'name', 0, '吴若楠', '吴若楠同志'),
		text(L, 'name', -1, '杜成林', '杜成林同志'),
	],
	'pr-post-fullname': [
		text(L, 'name', 0, '滨江市工业和信息化局局长', '工信局局长'),
		text(L, 'name', 0, '滨江市水利局局长', '局长'),
		text(Y, 'body', 0, '吴若楠为滨江市水利局局长；', '吴若楠为副局长；', any),
	],
	'pr-group-by-proposer': ['中级人民法院院长周明远', '人民检察院检察长韩松', '监察委员会主任罗成'].map((proposer, at) =>
		insert(
			L,
			'title',
			0,
			[
				['body', `根据滨江市${proposer}的提请：`],
				['h1', '一、任命'],
				['name', `孙立群为滨江市${['中级人民法院审判员', '人民检察院检察员', '监察委员会委员'][at] ?? ''}。`],
			],
			{ ...any, ...typed },
		),
	),
	'pr-order-appoint-remove': ['中级人民法院院长周明远', '人民检察院检察长韩松', '监察委员会主任罗成'].map(
		(proposer, at) => {
			const organ = ['中级人民法院审判员', '人民检察院检察员', '监察委员会委员'][at] ?? '';
			return insert(
				L,
				'name',
				-1,
				[
					['body', `根据滨江市${proposer}的提请：`],
					['h1', '一、免去'],
					['name', `孙立群的滨江市${organ}职务。`],
					['h1', '二、任命'],
					['name', `田大利为滨江市${organ}。`],
				],
				any,
			);
		},
	),
	'pr-name-spacing': [
		text(L, 'name', 0, '贺　军', '贺 军'),
		text(L, 'name', 0, '贺　军', '贺  军'),
		text(L, 'name', 0, '贺　军', '贺　　军'),
	],
	'pr-name-order-strokes': [
		['魏国强', '丁一鸣', '王　平'],
		['王　平', '丁一鸣', '魏国强'],
		['丁一鸣', '魏国强', '王　平'],
	].map((names) =>
		insert(
			L,
			'title',
			0,
			[
				['body', '（按姓名笔画为序）'],
				['body', names.join('　　')],
			],
			any,
		),
	),
	'pr-attachments-complete': [
		both(
			drop(Y, ['attachment-label', 'attachment-title', 'attachment-note', 'attachment-note-next', 'h1']),
			drop(Y, 'body', /汉族|理由|适合|年龄界限|另有任用/),
		),
		both(
			drop(Y, ['attachment-label', 'attachment-title', 'attachment-note', 'attachment-note-next', 'h1']),
			drop(Y, 'body', /汉族|见附件/),
			text(Y, 'body', -1, '滨江市水利局局长职务。', '滨江市水利局局长职务。任免理由另行说明。', any),
		),
		both(
			drop(Y, ['attachment-label', 'attachment-title', 'attachment-note', 'attachment-note-next', 'h1']),
			drop(Y, 'body', /理由|适合|年龄界限|另有任用/),
			text(Y, 'body', 0, '因工作需要和干部到龄，', '', any),
		),
	],
	'pr-duplicate-person': [
		text(L, 'name', 0, '吴若楠', '程思远'),
		text(L, 'name', -1, '杜成林', '贺　军'),
		text(Y, 'body', 0, '吴若楠为滨江市水利局局长', '程思远为滨江市水利局局长', any),
	],
	'pr-draft-no-passed-caption': [
		insert(
			L,
			'title',
			0,
			[['caption', '（2026年11月27日滨江市第十七届人民代表大会常务委员会第二十三次会议通过）']],
			any,
		),
		insert(
			R,
			'title',
			0,
			[['caption', '（2026年11月27日滨江市第十七届人民代表大会常务委员会第二十三次会议通过）']],
			any,
		),
		insert(
			C,
			'title',
			0,
			[['caption', '（2026年11月27日滨江市第十七届人民代表大会常务委员会第二十三次会议通过）']],
			any,
		),
	],
	'pr-acting-and-resignation-as-decision': [
		text(L, 'name', 0, '为滨江市工业和信息化局局长', '为滨江市人民政府代理市长'),
		text(L, 'name', 0, '为滨江市水利局局长', '为滨江市代市长'),
		insert(L, 'name', -1, [['name', '接受许清和辞去滨江市人民政府副市长职务的请求。']]),
	],
	'attachment-note-form': [
		text(Y, 'attachment-note', 0, '1.拟任免人员基本情况', '1、拟任免人员基本情况；'),
		text(Y, 'attachment-note', 0, /$/, '。'),
		text(Y, 'attachment-note-next', 0, /$/, '；'),
	],
	'attachment-note-vs-body': [
		text(Y, 'attachment-note-next', 0, '任免理由', '任免说明', any),
		text(Y, 'attachment-title', 0, '基本情况', '简历', any),
		text(Y, 'attachment-title', 0, '任免理由', '任职理由', any),
	],
	'attachment-single-unnumbered': [
		single('附件：1.拟任免人员基本情况', '附件1'),
		single('附件：1.拟任免人员基本情况', '附件'),
		single('附件：拟任免人员基本情况', '附件1'),
	],
	'attachment-referenced': [
		text(Y, 'body', 0, '拟任免人员基本情况见附件1，任免理由见附件2。', '任免理由见附件2。', any),
		text(Y, 'body', 0, '拟任免人员基本情况见附件1，任免理由见附件2。', '拟任免人员基本情况见附件1。', any),
		text(Y, 'body', 0, '拟任免人员基本情况见附件1，任免理由见附件2。', '有关情况另行报告。', any),
	],
};
