import { exampleManifest, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	manifest: {
		...exampleManifest,
		items: exampleManifest.items.map((item) => ({
			...item,
			materials: item.materials.map((material) => ({ ...material, copies: material.id === 'm1' ? 60 : null })),
		})),
	},
});
