import { testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	first: {
		kind: 'good',
		title: '',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1', font: '黑体' },
			{ text: '全市经济运行总体平稳。', font: '仿宋_GB2312' },
		],
	},
});
