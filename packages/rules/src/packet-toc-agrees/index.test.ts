import { exampleManifest, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	manifest: { ...exampleManifest, unnumbered: [{ id: 'm2', file: 'm2.docx', kind: 'contents' }] },
});
