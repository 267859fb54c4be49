/** Three faults or more for rules on a packet: papers of the clean packet changed, its manifest, or what its lock remembers. */
import type { Lock, Manifest, MaterialState, ScheduleEntry } from '@bianxu/model';
import { drop, insert, type Mutant, paperOf, run, table, text } from './mutant.ts';

/** A changed paper, a changed manifest, a lock, or the contents list (目录) that the packet is given, line by line. */
export interface PacketMutant {
	readonly papers?: readonly Mutant[];
	readonly contents?: (lines: readonly string[]) => readonly string[];
	readonly manifest?: (manifest: Manifest) => Manifest;
	readonly lock?: (manifest: Manifest) => Lock;
	/** More than a single fault: a change of the agenda that the papers do not follow yet. */
	readonly follows?: true;
}

const P = '学前教育专项报告';
const J = '审计整改情况报告';
const W = '计划执行情况报告';
const D = '述职报告-李秀梅';
const Z = '执法检查报告';
const R = '批准预算调整方案决议草案';
const C = '清溪河流域保护决定草案';
const L = '任免名单草案';
const H = '主持词';
const A = '日程草案';

const papers = (...mutants: readonly Mutant[]): PacketMutant => ({ papers: mutants });
const each = (sources: readonly string[], make: (source: string) => Mutant): readonly PacketMutant[] =>
	sources.map((source) => papers(make(source)));
const withItem = (
	id: string,
	change: (item: Manifest['items'][number]) => Manifest['items'][number],
): PacketMutant => ({
	manifest: (manifest) => ({
		...manifest,
		items: manifest.items.map((item) => (item.id === id ? change(item) : item)),
	}),
});
const step = (item: string, steps: string, due: string | null, done: string | null): ScheduleEntry => ({
	item,
	lead: '办公室',
	unit: '办公室',
	person: '周某某',
	steps,
	due,
	done,
});
const withSteps =
	(...entries: readonly ScheduleEntry[]): NonNullable<PacketMutant['manifest']> =>
	(manifest) => ({
		...manifest,
		schedule: entries,
	});

/** A long paragraph of one paper said again in another, word for word. */
function repeat(from: string, to: string): Mutant {
	const said = paperOf(from).nodes.flatMap((node) =>
		node.kind === 'paragraph' && node.role === 'body' && node.text.length > 120 ? [node.text] : [],
	);
	const longest = said.at(-1);
	if (longest === undefined) throw new Error(`${from} has no long paragraph`);
	return insert(to, 'body', 1, [['body', longest]]);
}

/** The lock of the packet as it stands, with other numbers and items where stated. */
function locked(
	state: MaterialState,
	numbers: Readonly<Record<string, string>> = {},
	gone = '',
): NonNullable<PacketMutant['lock']> {
	return (manifest) => ({
		version: 1,
		scheme: 'continuous',
		items: manifest.items.flatMap(({ id }) => (id === gone ? [] : [id])),
		materials: manifest.items.flatMap(({ id: item, materials }) =>
			materials.map(({ id, file }) => ({
				id,
				number: numbers[id] ?? id.slice(1),
				state,
				path: file,
				sha256: '',
				item,
			})),
		),
		tombstones: [],
		moves: [],
		pageMap: null,
	});
}

/** Four pages a paper, as the contents list of the test has it, but for one that begins a page later. */
function printedAt(manifest: Manifest, late: string): Lock['pageMap'] {
	const ids = manifest.items.flatMap(({ materials }) => materials.map(({ id }) => id));
	const entries = ids.map((id, at) => ({ id, pages: 4, first: at * 4 + (id === late ? 1 : 0), hash: '' }));
	return { file: '会议材料.pdf', on: '2026-11-24', entries };
}

export const packetFaults: Readonly<Record<string, readonly PacketMutant[]>> = {
	'packet-session-same': each([P, J, D], (source) => text(source, 'caption', 0, '第二十三次', '第二十二次')),
	'packet-date-same': each([P, J, W], (source) => text(source, 'caption', 0, '2026年11月26日', '2026年11月28日')),
	'packet-agenda-schedule-agree': [
		papers(text(H, 'body', 0, '共有八项议程', '共有九项议程')),
		papers(drop(H, 'body', /^现在进行第五项议程/)),
		papers(
			table(A, 0, (rows) => ({
				rows: rows.map((row) =>
					row.map((cell) => cell.replaceAll('第六项至第八项', '第六项、第七项').replace('、第八项', '')),
				),
			})),
		),
	],
	'packet-toc-agrees': [
		{ contents: (lines) => lines.filter((line) => !line.includes('学前教育普及普惠发展情况的报告')) },
		{ contents: (lines) => lines.map((line) => line.replace('审计查出问题整改情况', '审计查出问题的整改情况')) },
		{ contents: (lines) => lines.map((line) => line.replace('任免名单（草案）', '任免名单')) },
		{ contents: (lines) => lines.map((line) => line.replace(/之八(?=　)/, '之九')) },
		{
			contents: (lines) => lines,
			manifest: (manifest) => ({ ...manifest, numbering: { ...manifest.numbering, pages: 'packet' } }),
			lock: (manifest) => ({ ...locked('numbered')(manifest), pageMap: printedAt(manifest, 'm8') }),
		},
	],
	'brief-repeated': [
		[P, J],
		[W, Z],
		[J, D],
	].map(([from = '', to = '']) => papers(repeat(from, to))),
	'packet-number-unique': [
		papers(text(P, 'mark', 0, '八', '七')),
		papers(text(J, 'mark', 0, '三', '四')),
		papers(text(D, 'mark', 0, '十二', '十三')),
	],
	'packet-mark-form-same': each([P, J, D], (source) => text(source, 'mark', 0, /会议材料之(.*)$/, '会议文件（$1）')),
	'packet-caption-form-same': each([P, J, D], (source) => text(source, 'caption', 0, /^——([^]*)$/, '（$1）')),
	'packet-salutation-same': each([P, J, D], (source) =>
		text(source, 'salutation', 0, '秘书长、各位委员', '秘书长，各位委员'),
	),
	'packet-fonts-same': each([P, J, D], (source) => run(source, 'title', 0, { eastAsia: '方正小标宋_GBK' })),
	'packet-agenda-complete': ['i1', 'i3', 'i5'].map((id) => withItem(id, (item) => ({ ...item, materials: [] }))),
	'packet-copy-count': ['m1', 'm3', 'm12'].map((counted) => ({
		manifest: (manifest) => ({
			...manifest,
			items: manifest.items.map((item) => ({
				...item,
				materials: item.materials.map((material) => ({ ...material, copies: material.id === counted ? null : 60 })),
			})),
		}),
	})),
	'packet-person-same': [
		papers(text(P, 'author', 0, '苏文静', '苏文晶')),
		papers(text(J, 'author', 0, /.$/, '木')),
		papers(text(W, 'author', 0, '高建业', '高健业')),
	],
	'packet-figure-same': [
		papers(
			insert(P, 'body', 1, [['body', '2026年全市一般公共预算教育支出48.6亿元。']]),
			insert(J, 'body', 1, [['body', '2026年全市一般公共预算教育支出46.8亿元。']]),
		),
		papers(
			insert(W, 'body', 1, [['body', '2025年全市农村自来水普及率达到96.4%。']]),
			insert(Z, 'body', 1, [['body', '2025年全市农村自来水普及率达到94.6%。']]),
		),
		papers(
			insert(W, 'body', 1, [['body', '2026年全市社会养老服务床位建设投资3.2亿元。']]),
			insert(D, 'body', 0, [['body', '2026年全市社会养老服务床位建设投资2.3亿元。']]),
		),
	],
	'packet-draft-marker': each([R, C, L], (source) => text(source, 'title', 0, '（草案）', '')),
	'packet-frozen-number': ['m1', 'm8', 'm12'].map((id) => ({ lock: locked('distributed', { [id]: '99' }) })),
	'packet-change-recorded': [
		{ lock: locked('distributed', {}, 'i5') },
		{ lock: locked('printed', {}, 'i2') },
		{ lock: locked('printed', {}, 'i7') },
		// The agenda is one shorter, and nobody has applied it yet: every later ordinal and number is told beside it.
		{ ...withItem('i5', (item) => ({ ...item, withdrawn: true })), follows: true },
	],
	'packet-approval-chain': ['i1', 'i2', 'i5'].map((id) => ({
		manifest: withSteps(
			step(id, '拟稿', null, '2026-11-10'),
			step(id, '部门审核', null, '2026-11-12'),
			step(id, '领导审签', null, null),
		),
		lock: locked('printed'),
	})),
	'packet-deadline': [
		{ manifest: withSteps(step('i1', '送达常委会组成人员', '2026-11-23', null)) },
		{ manifest: withSteps(step('i2', '送交财经委征求意见', null, '2026-11-15')) },
		{ manifest: withSteps(step('i5', '起草报告', '2026-11-10', null)) },
	],
	'xref-agenda-resolves': each([P, J, W], (source) =>
		insert(source, 'body', 1, [['body', '有关情况见第十九项议程。']]),
	),
	'xref-material-resolves': each([P, J, W], (source) =>
		insert(source, 'body', 1, [['body', '有关情况见会议材料之三十。']]),
	),
	'xref-title-exact': each([P, J, D], (source) =>
		insert(source, 'body', 1, [['body', '参见《关于2026年国民经济和社会发展计划实施情况的报告》。']]),
	),
};
