import { exampleManifest, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

const [first, second] = exampleManifest.items;

testPacketRule(rule, {
	manifest: {
		...exampleManifest,
		items: [first, second, second, second].flatMap((item, index) =>
			item === undefined ? [] : [{ ...item, id: `i${index + 1}` }],
		),
		unnumbered: [{ id: 'm2', file: 'm2.docx', kind: 'schedule' }],
	},
});
