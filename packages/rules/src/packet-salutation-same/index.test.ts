import { testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	first: {
		kind: 'good',
		title: '',
		paragraphs: [
			{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' },
			{ text: '现将有关情况报告如下。' },
		],
	},
});
