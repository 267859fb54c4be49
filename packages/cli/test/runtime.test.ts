import { expect, it } from 'vitest';
import { bianxu } from './program.ts';

it('V8 knows the flags that the launcher sets on this Node, and says nothing', () => {
	const { status, stderr } = bianxu(['--version']);
	expect([status, stderr.trim()]).toEqual([0, '']);
});
