import { testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	first: {
		kind: 'good',
		title: '',
		paragraphs: [
			{ text: '关于2026年预算执行情况的报告', role: 'title' },
			{ text: '2026年，全市一般公共预算收入152.3亿元。2026年全市一般公共预算收入152.3亿元。' },
			{ text: '2026年全市新改建农村公路里程236公里。' },
		],
	},
});
