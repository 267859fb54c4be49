/** Three faults or more for each rule on words, marks and numbers, in clean papers of full length. */
import { both, commented, insert, type Mutant, part, role, table, text } from './mutant.ts';

const P = '学前教育专项报告';
const J = '审计整改情况报告';
const D = '述职报告-李秀梅';
const K = '述职报告-王振海';
const B = '预算调整方案报告';
const Z = '执法检查报告';
const W = '计划执行情况报告';
const Y = '任免职务议案';
const S = '决定草案说明';
const any = { place: 'any' } as const;
/** Marks are typed: where numbers are automatic the fault cannot be written. */
const typed = { without: ['auto'] } as const;

const SCHOOLS = ['望海区', '临港新区', '清溪县', '北湖县', '南屏区', '东山街道', '西岭镇', '河口镇'] as const;

export const wordFaults: Readonly<Record<string, readonly Mutant[]>> = {
	// Headings and numbering
	'heading-mark-form': [
		text(P, 'h1', 0, '二、', '二.', typed),
		text(P, 'h2', 0, '（一）', '(一)', typed),
		text(P, 'h3', 1, /^2\./, '2、', typed),
		text(J, 'h2', 0, '（三）', '（三）、', typed),
	],
	'heading-number-sequence': [
		text(P, 'h1', 0, '三、', '四、', typed),
		text(P, 'h2', 0, '（三）', '（二）', typed),
		text(J, 'h3', 1, /^2\./, '3.', typed),
	],
	'heading-level-order': [
		both(role(P, 'h2', 0, 'h3', /^（一）/), text(P, 'h3', 0, '（一）', '1.', typed)),
		insert(
			D,
			'h1',
			2,
			[
				['h3', '1.履行廉政建设职责。｜我带头执行各项纪律。'],
				['h3', '2.管好队伍。｜我严格要求干部职工。'],
			],
			typed,
		),
		insert(
			Z,
			'h1',
			0,
			[
				['h3', '1.周密部署'],
				['body', '制定工作方案。'],
				['h3', '2.深入检查'],
				['body', '实地察看水源地。'],
			],
			typed,
		),
	],
	'heading-single-child': [
		insert(P, 'closing', -1, []),
		insert(D, 'h1', 2, [['h2', '（一）履行廉政建设职责。｜我带头执行各项纪律。']], { ...typed, ...any }),
		insert(
			Z,
			'h1',
			0,
			[
				['h2', '（一）周密部署'],
				['body', '执法检查组制定工作方案。'],
			],
			{ ...typed, ...any },
		),
		insert(D, 'h1', 3, [['h2', '（一）学习不够系统。｜我对数字技术研究不深。']], { ...typed, ...any }),
	].slice(1),
	'heading-no-end-punct': [text(P, 'h1', 1, /$/, '。'), text(W, 'h1', 0, /$/, '。'), text(D, 'h1', 3, /$/, '。')],
	'heading-runin-period': [
		text(P, 'h2', 0, '不够匹配。', '不够匹配：'),
		text(D, 'h2', 0, '保障网。', '保障网，'),
		text(J, 'h2', 0, '方面。', '方面：'),
	],
	'heading-level-depth': [
		insert(
			Z,
			'body',
			2,
			[
				['body', '①健全责任体系'],
				['body', '各级逐步落实。'],
				['body', '②完善会商机制'],
				['body', '各部门定期会商。'],
			],
			any,
		),
		insert(
			P,
			'body',
			3,
			[
				['body', '①补充力量'],
				['body', '公开招聘教师。'],
				['body', '②提高待遇'],
				['body', '落实同工同酬。'],
			],
			any,
		),
		insert(
			D,
			'body',
			1,
			[
				['body', '①廉政教育'],
				['body', '我带头讲党课。'],
				['body', '②廉政监督'],
				['body', '我带头述责述廉。'],
			],
			any,
		),
	],
	'heading-auto-vs-typed': [
		[P, '存在的问题', '二、'],
		[J, '主要问题的整改情况', '三、'],
		[D, '存在的问题和不足', '四、'],
	].map(([source = '', words = '', mark = '']) => ({
		...part(
			source,
			'word/document.xml',
			new RegExp(
				`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>((?:(?!</w:p>).)*?<w:t>)(?=${words}<)`,
				's',
			),
			`<w:numPr><w:numId w:val="0"/></w:numPr>$1${mark}`,
		),
		without: ['direct', 'style', 'theme'] as const,
	})),
	'inline-series-complete': [
		text(P, 'body', 0, '三是加大财政投入', '四是加大财政投入'),
		text(D, 'body', 0, '三是监督管理', '四是监督管理'),
		text(B, 'body', 0, /二是/, '三是'),
	],
	'count-claim-matches-list': [
		text(B, 'body', 0, '下列两种情形', '下列三种情形'),
		text(J, 'body', 0, '以下三种情形', '以下四种情形'),
		text(S, 'body', 0, '以下四个方面', '以下五个方面', any),
	],
	'dash-bullet-form': [
		insert(P, 'body', 1, [['body', '--坚持公益普惠。普惠性幼儿园覆盖率达到92.8%。']]),
		insert(J, 'body', 1, [['body', '—压实整改责任。各单位制定整改方案。']]),
		insert(W, 'body', 2, [['body', '—— 经济运行平稳。主要指标保持增长。']]),
	],
	// Names and dates
	'session-name-form': [
		text(P, 'caption', 0, '第十七届', '第17届'),
		text(D, 'body', 0, '第七次会议', '第7次会议'),
		text(B, 'body', 0, '第五次会议', '第5次会议'),
	],
	'term-jie-typo': [
		text(P, 'caption', 0, '第十七届', '第十七界'),
		text(D, 'body', 0, '十七届', '十七界'),
		text(B, 'body', 0, '第十七届', '第十七界'),
	],
	'npcsc-vs-npc': [
		insert(P, 'body', 1, [['body', '工作中，主动征求市人大主任的意见。']]),
		insert(J, 'body', 1, [['body', '整改期间，市人大副主任多次带队督办。']]),
		insert(D, 'body', 0, [['body', '我先后两次向市人大主任当面汇报工作。']]),
	],
	'date-arabic-full': [
		text(D, 'body', 0, '2023年4月27日', '2023年04月27日'),
		text(Y, 'date', 0, '2026年11月16日', '2026年11月06日'),
		text(J, 'body', 1, /。$/, '。2026年09月08日召开推进会。'),
		text(Y, 'date', 0, '2026年11月16日', '2026.11.16', any),
	],
	'date-valid-weekday': [
		text(P, 'body', 1, /。$/, '。2026年2月30日召开现场会。'),
		text(D, 'body', 0, '2023年4月27日', '2023年4月31日'),
		text(J, 'body', 1, /。$/, '。2026年11月18日（星期五）召开推进会。'),
	],
	'date-relative': [
		text(Y, 'body', 0, '因工作需要', '去年以来，因工作需要'),
		text(D, 'body', 0, '三年多来，', '去年以来，'),
		text(P, 'body', 1, /。$/, '。明年将继续加大投入。'),
	],
	'year-four-digits': [
		text(P, 'body', 0, '2023年至2025年', '23年至25年'),
		insert(J, 'body', 1, [['body', '截至24年12月底，新立项目12个。']]),
		insert(D, 'body', 0, [['body', '23年至25年，我主持建成服务站点24个。']]),
	],
	'org-name-first-full': [
		both(
			insert(P, 'body', 1, [['body', '市卫健委参与了托育服务管理。']]),
			insert(P, 'body', 4, [['body', '市卫生健康委员会会同有关部门开展检查。']], any),
		),
		both(
			insert(J, 'body', 1, [['body', '市住建局修订了管理办法。']]),
			insert(J, 'body', 4, [['body', '市住房和城乡建设局完善了审批程序。']], any),
		),
		both(
			insert(D, 'body', 0, [['body', '我与市人社局建立会商机制。']]),
			insert(D, 'body', 2, [['body', '市人力资源和社会保障局支持了基层队伍建设。']], any),
		),
	],
	'abbr-declared-once': [
		insert(P, 'body', 1, [['body', '认真实施《滨江市学前教育提升纲要》（以下简称《纲要》）。']]),
		insert(J, 'body', 1, [['body', '落实《滨江市审计整改条例》（以下简称《整改条例》），压实责任。']]),
		text(Z, 'body', 2, /。$/, '。《滨江市饮用水水源保护条例》（以下简称《条例》）得到贯彻。'),
	],
	'name-consistent-spelling': [
		insert(D, 'body', 0, [['body', '述职人李秀枚，女，中共党员。']]),
		text(Y, 'body', 0, '杜成林', '杜成琳', any),
		text(Y, 'body', -1, '杜成林', '杜成琳', any),
		text(Y, 'body', 1, '杜成林', '杜成琳', any),
	].slice(1),
	'name-middle-dot': [
		insert(P, 'body', 1, [['body', '引进外籍专家约翰•史密斯参与教研。']]),
		insert(J, 'body', 1, [['body', '追究责任人阿不都•热合曼等2人责任。']]),
		insert(D, 'body', 0, [['body', '我走访看望了道德模范买买提・艾力。']]),
	],
	'name-rare-char': [
		text(P, 'author', 0, '苏文静', '苏文\uE123'),
		text(Y, 'body', 0, '程思远', '程思\uE815', any),
		text(J, 'author', 0, /.$/, '\uE001'),
	],
	'yifu-yiwei-liangyuan': [
		insert(P, 'body', 1, [['body', '市人大常委会支持“一府两院”依法履职。']]),
		insert(J, 'body', 1, [['body', '加强对“一府两院”工作的监督。']]),
		insert(D, 'body', 0, [['body', '我参加了“一府两院”联席会议。']]),
	],
	// Marks
	'punct-fullwidth': [text(P, 'body', 2, '，', ','), text(J, 'body', 1, /。$/, '.'), text(D, 'h2', 2, '，', ',')],
	'punct-quote-pairs': [
		text(P, 'body', 0, /“([^”]*)”/, '"$1"'),
		text(J, 'body', 0, /“([^”]*)”/, '“$1'),
		text(D, 'h2', 1, /“([^”]*)”/, '”$1“'),
	],
	'punct-brackets-paired': [
		insert(P, 'body', 1, [['body', '建设幼小衔接实验校（园64个。']]),
		insert(J, 'body', 1, [['body', '印发《关于加强整改工作的意见，明确责任。']]),
		text(D, 'h2', 0, '（街道）', '（街道'),
	],
	'punct-ellipsis': [
		text(P, 'body', 2, /。$/, '...'),
		insert(J, 'body', 1, [['body', '整改措施包括完善制度、追缴资金。。。等。']]),
		insert(D, 'body', 0, [['body', '“为民、务实、清廉…”是我的座右铭。']]),
	],
	'punct-dash': [
		insert(P, 'body', 1, [['body', '学前教育———重要的民生工程———不断发展。']]),
		insert(J, 'body', 1, [['body', '整改工作--审计监督的后半篇文章--不断加强。']]),
		insert(D, 'body', 0, [['body', '我始终牢记民政工作的宗旨--为民解困。']]),
	],
	'punct-connector': [
		text(Z, 'body', 0, '8月至10月', '8月--10月'),
		insert(J, 'body', 1, [['body', '2024年~2026年，共整改问题168个。']]),
		insert(D, 'body', 0, [['body', '审核时限压缩到10~18个工作日。']]),
	],
	'punct-dunhao-quotes': [
		insert(P, 'body', 1, [['body', '贯彻《教育法》、《民办教育促进法》、《学前教育法》。']]),
		insert(J, 'body', 1, [['body', '落实《预算法》、《审计法》的规定。']]),
		insert(D, 'body', 0, [['body', '认真学习《慈善法》、《社会救助暂行办法》。']]),
	],
	'punct-deng': [
		text(P, 'h3', 0, '定向培养等', '定向培养、等'),
		text(J, 'h3', 0, /、([^、，。]{1,6})等/, '、$1、等'),
		text(D, 'h2', 0, '管理条例等', '管理条例、等'),
	],
	'punct-ordinal-tail': [
		insert(P, 'body', 1, [['body', '第一、强化政府责任。第二、优化资源布局。']]),
		insert(J, 'body', 1, [['body', '首先、完善制度。其次、追责问责。']]),
		insert(D, 'body', 0, [['body', '第一、加强学习。第二、改进作风。']]),
	],
	'punct-duplicate': [
		text(P, 'body', 2, /。$/, '。。'),
		text(J, 'body', 1, '，', '，，'),
		text(D, 'h2', 1, '、', '、、'),
	],
	'punct-docnumber-bracket': [
		insert(P, 'body', 1, [['body', '根据滨政发[2025]12号文件要求，加大投入。']]),
		insert(J, 'body', 1, [['body', '落实滨审发（2026）3号文件要求。']]),
		insert(D, 'body', 0, [['body', '我主持制定滨民发【2024】8号文件。']]),
	],
	'space-between-han': [
		text(P, 'body', 0, '坚持', '坚 持'),
		text(J, 'body', 1, /(?<=\p{Script=Han})(?=\p{Script=Han})/u, ' '),
		text(D, 'body', -1, '对照', '对 照'),
	],
	'space-han-latin': [
		text(P, 'body', 0, '486所', '486 所'),
		text(J, 'body', 1, /(?<=\d)(?=个)/, ' '),
		text(D, 'h2', 0, '7次', ' 7 次'),
	],
	'num-range-units': [
		insert(P, 'body', 1, [['body', '覆盖率保持在90～95%。']]),
		insert(J, 'body', 1, [['body', '年均追缴资金2～3亿元。']]),
		insert(D, 'body', 0, [['body', '每年救助困难群众1～2万人。']]),
	],
	'num-decimal-zero': [
		text(W, 'h3', 0, /0\.(?=\d)/, '.'),
		insert(J, 'body', 1, [['body', '整改率提高.5个百分点。']]),
		insert(D, 'body', 0, [['body', '错登率下降.3个百分点。']]),
	],
	'num-mixed-style': [
		insert(P, 'body', 1, [['body', '毛入园率达到百分之九十六。']]),
		insert(J, 'body', 1, [['body', '追缴资金三亿元。']]),
		insert(B, 'body', 1, [['body', '调整后减少二亿元。']]),
	],
	'num-percent-sum': [
		insert(P, 'body', 1, [['body', '共有教师120人，其中市级骨干75人、县级骨干31人、新教师24人。']]),
		insert(J, 'body', 1, [['body', '三类问题分别占52%、31%、15%。']]),
		table(J, 0, (rows) => ({
			rows: rows.map((row, at) =>
				at === rows.length - 1 ? row.map((cell, column) => (column === 1 ? String(Number(cell) + 7) : cell)) : row,
			),
		})),
	],
	'unit-legal': [
		text(Z, 'body', 0, '94公里', '94KM'),
		insert(J, 'body', 1, [['body', '追回钢材12公斤、电缆300公分。']]),
		text(K, ['body', 'h2', 'h3'], 0, /(\d+)公里/, '$1华里'),
	],
	'typo-confusable': [
		text(P, 'body', 1, /。$/, '。市人民政府作出专门布署。'),
		insert(J, 'body', 1, [['body', '进一步贯彻执行制度，规范帐户管理。']]),
		insert(D, 'body', 0, [['body', '既使任务再重，我也坚持学习。']]),
	],
	// References
	'attachment-ref-resolves': [
		text(P, 'body', 1, /。$/, '（见附件1）。'),
		text(Y, 'body', 0, '附件2', '附件3', any),
		text(J, 'body', 1, /。$/, '，详见附件。'),
	],
	'xref-section-resolves': [
		text(P, 'body', 2, /。$/, '，详见本报告第五部分。'),
		text(J, 'body', 1, /。$/, '，见本报告第九部分。'),
		text(D, 'body', -1, /。$/, '，详见本报告第七部分。'),
	],
	'xref-self-genre': [
		insert(P, 'body', 1, [['body', '本议案所称幼儿园，包括公办园和民办园。']]),
		insert(J, 'body', 1, [['body', '本议案所列问题，均已交办。']]),
		insert(S, 'body', 1, [['body', '本报告就有关问题说明如下。']]),
	],
	'xref-page-fragile': [
		text(P, 'body', 2, /。$/, '（见第3页）。'),
		text(J, 'body', 1, /。$/, '（见第5页）。'),
		text(D, 'body', -1, /。$/, '（见第2页）。'),
	],
	// Tables and figures
	'table-caption-form': [
		text(J, 'table-caption', 0, '表1　', '表1：'),
		text(B, 'table-caption', 0, /$/, '。'),
		text(W, 'table-caption', 0, '表1　', '表一　'),
	],
	'figure-caption-form': [
		insert(P, 'body', 1, [['table-caption', '图1：全市幼儿园分布情况']]),
		insert(J, 'body', 1, [['table-caption', '图一　整改进度']]),
		insert(W, 'body', 1, [['table-caption', '图1　主要指标走势。']]),
	],
	'table-number-sequence': [
		text(J, 'table-caption', 0, '表2', '表3', any),
		text(J, 'table-caption', 0, '表1', '表2', any),
		text(B, 'table-caption', 0, '表1', '表2', any),
	],
	'table-unit-note': [
		text(B, 'unit', 0, /.*/, '（见右表）', any),
		text(B, 'unit', 0, /.*/, '（一览）', any),
		text(B, 'unit', 0, /.*/, '（见下表）', any),
	],
	'draft-placeholder': [
		text(P, 'body', 2, /。$/, '，涉及××个县区。'),
		text(J, 'body', 1, /。$/, '，金额____万元。'),
		insert(D, 'body', 0, [['body', '我累计走访[填写]人次。']]),
	],
	// Beyond the catalogue: short and to the point, and what is let pass
	'brief-boilerplate': [
		insert(P, 'body', 0, [
			['body', '一年来，在市委的坚强领导下，在市人大常委会的监督支持下，在社会各界的大力配合下，学前教育加快发展。'],
		]),
		insert(J, 'body', 0, [['body', '在市委的正确领导下，以高质量整改为目标，以健全制度为抓手，各责任单位认真整改。']]),
		insert(D, 'body', 0, [['body', '三年来，在市委的领导下，在市政府的关心下，在同志们的支持下，我认真履行了职责。']]),
	],
	'brief-length': [P, J, W].map((source) =>
		insert(
			source,
			'body',
			1,
			Array.from(
				{ length: 16 },
				(_, at) =>
					[
						'body',
						`${SCHOOLS[at % SCHOOLS.length] ?? ''}开展专题调研${at + 2}次，${'听取基层意见，帮助解决困难，推动任务落实。'.repeat(14)}`,
					] as const,
			),
			any,
		),
	),
	'allow-reason': [
		commented(P, '下一步', '编序: 允许 heading-number-sequence'),
		commented(J, '主要问题', '编序: 允许 原文如此'),
		commented(D, '中央八项规定', '编序: 允许 no-such-rule 经主任会议同意'),
	],
	'draft-version-word': [
		text(P, 'title', 0, /$/, '（征求意见稿）'),
		text(J, 'title', 0, /$/, '（送审稿）'),
		text(D, 'title', 0, /$/, '（讨论稿）'),
	],
};
