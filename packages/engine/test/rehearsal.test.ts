import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '@bianxu/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { rehearsalOf } from '../src/index.ts';

type Step = readonly [kind: 'write' | 'rename' | 'remove' | 'folder', path: string, to: string];

const paths = ['甲', '乙', '夹/甲', '夹/乙', '新/甲', '新/里/乙'];
const folders = ['夹', '新', '新/里'];
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.tuple(fc.constant('write' as const), fc.constantFrom(...paths), fc.constant('')),
	fc.tuple(fc.constant('rename' as const), fc.constantFrom(...paths), fc.constantFrom(...paths)),
	fc.tuple(fc.constant('remove' as const), fc.constantFrom(...paths, ...folders), fc.constant('')),
	fc.tuple(fc.constant('folder' as const), fc.constantFrom(...folders), fc.constant('')),
);

function begin(): string {
	const root = mkdtempSync(join(tmpdir(), 'bianxu-rehearsal-'));
	mkdirSync(join(root, '夹'));
	for (const name of ['甲', '夹/甲', '夹/乙']) writeFileSync(join(root, name), `原来的${name}`);
	return root;
}

/** Does what can be done: callers make a folder before they write into it, and rename what is there. */
async function act(world: World, root: string, steps: readonly Step[]): Promise<void> {
	const at = (path: string): string => `${root}/${path}`;
	const folderOf = (path: string): string => at(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
	for (const [index, [kind, path, to]] of steps.entries()) {
		if (kind === 'folder') await world.makeDirectory(at(path));
		else if (kind === 'remove') await world.remove(at(path));
		else if (kind === 'write') {
			await world.makeDirectory(folderOf(path));
			await world.writeFile(at(path), new TextEncoder().encode(`第${index}次`));
		} else if ((await world.kindOf(at(path))) === 'file') {
			await world.makeDirectory(folderOf(to));
			await world.rename(at(path), at(to));
		}
	}
}

async function seen(world: World, root: string): Promise<readonly unknown[]> {
	const found: unknown[] = [];
	for (const path of [...paths, ...folders]) {
		const kind = await world.kindOf(`${root}/${path}`);
		const text = kind === 'file' ? new TextDecoder().decode(await world.readFile(`${root}/${path}`)) : null;
		const names = kind === 'directory' ? (await world.list(`${root}/${path}`)).map(({ name }) => name).sort() : null;
		found.push([path, kind, text, names]);
	}
	return found;
}

it('a rehearsed change is seen as a real one is, and the disk stays as it was', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
			const [real, only] = [begin(), begin()];
			try {
				const rehearsal = rehearsalOf(nodeWorld([]));
				await act(nodeWorld([]), real, steps);
				await act(rehearsal, only, steps);
				expect(await seen(rehearsal, only)).toEqual(await seen(nodeWorld([]), real));
				expect(readdirSync(only, { recursive: true }).sort()).toEqual(['夹', '夹/乙', '夹/甲', '甲'].sort());
				expect(readFileSync(join(only, '甲'), 'utf8')).toBe('原来的甲');
			} finally {
				for (const root of [real, only]) rmSync(root, { recursive: true, force: true });
			}
		}),
		{ numRuns: process.env['BIANXU_FULL'] === '1' ? 2000 : 100 },
	);
});
