/** Columns and words of 筹备工作一览表 (packets.md §6) as offices write them. */

/** Spellings of the columns of each sheet, by the name used here. */
export const columnNames = {
	agenda: {
		id: ['标识', 'ID'],
		order: ['顺序', '序号', '次序'],
		title: ['议题', '议题名称', '议程'],
		day: ['日期', '审议日期', '时间'],
		public: ['公开否', '公开'],
		state: ['状态'],
		basis: ['依据'],
	},
	material: {
		id: ['标识', 'ID'],
		order: ['顺序', '序号', '次序'],
		number: ['编号', '材料编号'],
		title: ['标题', '材料标题', '名称'],
		kind: ['文种'],
		item: ['所属议题', '议题'],
		nature: ['性质'],
		target: ['替代哪份', '对应材料', '所附材料'],
		file: ['文件名', '文件'],
		department: ['部门', '单位', '报送单位'],
		person: ['经办人', '拟稿人'],
		copies: ['份数'],
		binding: ['装订'],
		pages: ['页数'],
		state: ['状态'],
	},
	other: { id: ['标识', 'ID'], kind: ['种类', '文种'], file: ['文件名', '文件'] },
	schedule: {
		item: ['议题', '所属议题'],
		lead: ['牵头部门'],
		unit: ['承办部门'],
		person: ['经办人'],
		steps: ['方法步骤'],
		due: ['完成时限', '时限'],
		done: ['实际完成', '完成'],
	},
	review: {
		material: ['材料'],
		first: ['一审'],
		second: ['二审'],
		third: ['三审'],
		returns: ['退回次数'],
		reason: ['退回理由'],
	},
	print: {
		batch: ['批次'],
		material: ['材料'],
		edition: ['版次'],
		copies: ['份数'],
		serials: ['份号', '份号段'],
		binding: ['装订'],
		where: ['去向'],
		recalled: ['收回', '收回日期'],
	},
	change: { approved: ['谁批准', '批准人'], action: ['动作'], object: ['对象'], reason: ['原因'] },
} as const;

/** Names of the sheets. */
export const sheetNames = {
	session: ['会议'],
	agenda: ['议程'],
	material: ['材料'],
	other: ['其他文件', '不编号文件'],
	schedule: ['筹备', '筹备工作一览表'],
	review: ['审核'],
	print: ['印制', '印制台账'],
	change: ['变更'],
} as const;

/** Words of cells, first the one that the tool writes. */
export const cellWords = {
	kind: {
		report: ['报告'],
		duty: ['述职报告', '述职'],
		appointment: ['任免'],
		bill: ['议案'],
		draft: ['草案'],
		explanation: ['说明'],
		opinion: ['意见', '审查意见'],
		attachment: ['附件'],
		list: ['名单'],
		minutes: ['纪要', '记录'],
		other: ['其他', ''],
	},
	unnumbered: {
		agenda: ['议程'],
		schedule: ['日程'],
		contents: ['目录'],
		'host-script': ['主持词'],
		attendees: ['列席名单'],
		voting: ['表决办法'],
		notice: ['通知', ''],
	},
	binding: { loose: ['散页', '活页', ''], stapled: ['订书钉', '平订'], saddle: ['骑马订'] },
	state: {
		draft: ['拟编', ''],
		numbered: ['定号'],
		printed: ['付印'],
		distributed: ['已发'],
		withdrawn: ['作废', '撤回'],
	},
	public: { open: ['公开', '是', ''], closed: ['不公开', '否'] },
	scheme: { continuous: ['连续', '连续编号', ''], item: ['分号', '议程号-分号'], frozen: ['封号'] },
	level: { province: ['省', '省级'], prefecture: ['市', '设区的市', ''], county: ['县', '县级', '区'] },
	nature: {
		main: ['正件', ''],
		attachment: ['附件'],
		supplement: ['补充'],
		replacement: ['替换'],
		reference: ['参阅'],
		written: ['书面印发'],
	},
	change: { withdraw: ['撤', '撤回'], move: ['移', '移会', '移至下次'], swap: ['换'], mistake: ['误录', '录错'] },
} as const;

/** The word of the code for a cell's text; the code itself is understood too; null for an unknown one. */
export function codeOf<T extends string>(words: Readonly<Record<T, readonly string[]>>, text: string): T | null {
	const plain = text.normalize('NFKC').replaceAll(/[\s\u3000]/gu, '');
	for (const [code, spellings] of Object.entries(words) as [T, readonly string[]][]) {
		if (code === plain || spellings.includes(plain)) return code;
	}
	return null;
}
