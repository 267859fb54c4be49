import { exampleManifest, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	first: {
		kind: 'good',
		title: '',
		paragraphs: [
			{ text: '关于2026年市级预算调整方案（草案）的报告', role: 'title' },
			{ text: '市财政局局长　钱世荣', role: 'author' },
		],
	},
	manifest: {
		...exampleManifest,
		items: exampleManifest.items.map((item) => ({
			...item,
			materials: item.materials.map((material) => ({ ...material, person: '钱世荣' })),
		})),
	},
});
