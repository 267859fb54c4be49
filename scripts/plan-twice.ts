/** Plans a packet twice in one session, as an editor or the page does, with one paper changed in between: `pnpm bench` reads the CPU seconds. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import '../packages/cli/src/runtime.ts';
import { nodeWorld } from '../packages/cli/src/node-world.ts';
import { planVerb } from '../packages/engine/src/packet.ts';
import { createSession } from '../packages/engine/src/session.ts';

const folder = process.argv[2] ?? '.';
const session = createSession(nodeWorld([]));
const seconds = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};
async function plan(): Promise<number> {
	const begin = seconds();
	const result = await planVerb(session, { packet: join(folder, 'packet.yaml'), options: { date: '2026-11-25' } });
	if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
	return seconds() - begin;
}
const first = await plan();
copyFileSync(join(folder, 'changed'), join(folder, 'm5.docx'));
const second = await plan();
process.stdout.write(`${JSON.stringify({ first, second })}\n`);
