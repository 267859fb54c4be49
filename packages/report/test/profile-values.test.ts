import { describe, expect, it } from 'vitest';
import { displayWidth } from '../src/display-width.ts';
import { profileText } from '../src/index.ts';

describe('the table of a profile', () => {
	it('fits a screen whatever a value holds, and says where it is cut', () => {
		const names = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`简称${at}`, `某某委员会第${at}办公室`]));
		const text = profileText(
			{
				profile: 'gbt9704-2012',
				template: 'base',
				level: 'prefecture',
				mode: 'auto',
				values: [
					{ key: 'page.top', value: 37, source: null, origin: 'base' },
					{ key: 'rules.org-name-first-full.params.names', value: names, source: null, origin: 'base' },
				],
			},
			'zh',
		);
		for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThan(120);
		expect(text).toMatch(/简称0.* …/);
	});
});
