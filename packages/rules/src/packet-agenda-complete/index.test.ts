import { describe, expect, it } from 'vitest';
import { exampleDocument } from '../../test/build-example.ts';
import { exampleManifest, judgePacket, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

const titles = [
	'听取和审议市人民政府关于2026年计划执行情况的报告',
	'听取和审议市人民政府关于审计查出问题整改情况的报告',
];
const manifest = {
	...exampleManifest,
	items: exampleManifest.items.map((item, index) => ({ ...item, title: titles[index] ?? '' })),
	unnumbered: [{ id: 'm2', file: 'm2.docx', kind: 'agenda' as const }],
};

testPacketRule(rule, { manifest });

describe('items without papers', () => {
	const papers = [{ id: 'm1', ...exampleDocument({ kind: 'good', title: '', paragraphs: [{ text: '正文。' }] }) }];

	it('are reported, withdrawn and moved ones are not', () => {
		const empty = manifest.items.map((item) => ({ ...item, materials: [] }));
		expect(judgePacket(rule, papers, { ...manifest, items: empty })).toHaveLength(2);
		const gone = empty.map((item, index) =>
			index === 0 ? { ...item, withdrawn: true as const } : { ...item, movedTo: '第二十四次会议' },
		);
		expect(judgePacket(rule, papers, { ...manifest, items: gone })).toEqual([]);
	});

	it('that hear a report need one', () => {
		const lists = manifest.items.map((item) => ({
			...item,
			materials: item.materials.map((material) => ({ ...material, kind: 'list' as const })),
		}));
		expect(judgePacket(rule, papers, { ...manifest, items: lists })).toHaveLength(2);
	});
});
