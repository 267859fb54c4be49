/** Rebuilds fixtures/ from fixtures/source; with --check, says what differs and changes nothing. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { buildFixtures } from './fixtures/build.ts';

const root = join(import.meta.dirname, '../fixtures');
const generatedFolders = ['packet', 'forms', 'reading'];

/** Files below the generated folders, as paths below fixtures/ with forward slashes. */
function present(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? present(path) : [relative(root, path).split(sep).join('/')];
	});
}

function same(path: string, bytes: Uint8Array): boolean {
	return existsSync(path) && readFileSync(path).equals(bytes);
}

const files = buildFixtures(root);
const changed = [...files].filter(([name, bytes]) => !same(join(root, name), bytes)).map(([name]) => name);
const stale = generatedFolders.flatMap((folder) => present(join(root, folder))).filter((name) => !files.has(name));
const check = process.argv.includes('--check');
for (const name of [...changed, ...stale])
	console.log(`${check ? 'differs' : files.has(name) ? 'written' : 'removed'}: fixtures/${name}`);
if (!check) {
	for (const name of changed) {
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), files.get(name) ?? new Uint8Array());
	}
	for (const name of stale) rmSync(join(root, name));
}
console.log(`${files.size} fixtures, ${changed.length + stale.length} ${check ? 'differ' : 'changed'}`);
if (check && changed.length + stale.length > 0) process.exitCode = 1;
