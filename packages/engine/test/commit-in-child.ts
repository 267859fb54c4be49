/** Run as a program: changes every file of the folder named on the command line from 旧 to 新, for a test that kills it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { commitChange } from '../src/packet-transaction.ts';

const folder = process.argv[2] ?? '';
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const changes = names.map((path) => ({
	path,
	old: new Uint8Array(readFileSync(join(folder, path))),
	next: new TextEncoder().encode(`新 ${path}\n`),
}));
process.stdout.write('ready\n');
await commitChange(nodeWorld([]), folder, '2026-11-26', changes);
