import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bianxu, ROOT } from './program.ts';

/** Commands in a help text: their names stand at the head of a line. */
function commandsIn(help: string): readonly string[] {
	return [...help.matchAll(/^ {2}([a-z][a-z-]+)(?: |$)/gm)].map(([, name]) => name ?? '');
}

/** Every message, hint and document tells people to run commands that there are. */
it('each command that a message or a document names is there', () => {
	const own = new Set(commandsIn(bianxu(['--help']).stdout));
	const packet = new Set(commandsIn(bianxu(['packet', '--help']).stdout));
	expect(own).toContain('lint');
	expect(packet).toContain('plan');
	const files = ['packages', 'docs', 'README.md'].flatMap((place) =>
		place.endsWith('.md')
			? [place]
			: readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
					.filter((name) => !/node_modules|dist|test/.test(name) && /\.(?:ts|md)$/.test(name))
					.map((name) => join(place, name)),
	);
	const named = files.flatMap((file) =>
		[...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bbianxu (packet )?([a-z][a-z-]+)/g)].map(
			([text, group, name]) => ({ file, text, there: (group === undefined ? own : packet).has(name ?? '') }),
		),
	);
	expect(named.length).toBeGreaterThan(100);
	expect(named.filter(({ there }) => !there)).toEqual([]);
});
