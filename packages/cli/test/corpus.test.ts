import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bianxu, CORPUS, hasCorpus } from './program.ts';

interface LintOutput {
	readonly version: number;
	readonly files: readonly {
		readonly path: string;
		readonly problems: readonly { readonly code: string; readonly message: string }[];
	}[];
}

const STACK = /\n\s+at .+:\d+:\d+|Error: .*\n\s+at |FATAL ERROR|Maximum call stack/;

function filesBelow(folder: string, pattern: RegExp): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => pattern.test(path) && statSync(path).isFile())
		.sort();
}

describe.skipIf(!hasCorpus)('documents that we did not write (../shared/corpus)', () => {
	it('reads every real .docx; a malformed one is one clear line and exit 2', () => {
		const files = filesBelow(join(CORPUS, 'docx'), /\.(?:docx|dotx|docm)$/i);
		const run = bianxu(['lint', '--format', 'json', ...files]);
		expect(run.stderr).not.toMatch(STACK);
		const output = JSON.parse(run.stdout) as LintOutput;
		expect(output.files).toHaveLength(files.length);
		const refused = run.stderr.split('\n').filter((line) => line !== '');
		expect(refused.length).toBeLessThan(12);
		for (const line of refused) expect(line).toMatch(/^\S.*: \S/);
		expect(run.status).toBe(refused.length > 0 ? 2 : 1);
	});

	it('ends every hostile document within bounds, and still does the others of the same call', () => {
		const files = filesBelow(join(CORPUS, 'hostile'), /\.(?:docx|dotx|docm|md)$/i);
		expect(files.length).toBeGreaterThan(100);
		for (let i = 0; i < files.length; i += 40) {
			const batch = files.slice(i, i + 40);
			const run = bianxu(['lint', '--format', 'json', ...batch]);
			expect(run.stderr, batch.join('\n')).not.toMatch(STACK);
			expect([0, 1, 2]).toContain(run.status);
			expect((JSON.parse(run.stdout) as LintOutput).files).toHaveLength(batch.length);
			// 40 files in one call stay below what one file may take.
			expect(run.memory, batch.join('\n')).toBeLessThan(512);
		}
	}, 400_000);

	it.skipIf(process.env['BIANXU_FULL'] !== '1')(
		'each hostile document alone: 10 s, 512 MB, exit 0, 1 or 2',
		() => {
			for (const file of filesBelow(join(CORPUS, 'hostile'), /\.(?:docx|dotx|docm|md|pdf)$/i)) {
				const run = bianxu(file.endsWith('.pdf') ? ['reject', file] : ['lint', file], { timeout: 10_000 });
				expect([0, 1, 2], file).toContain(run.status);
				expect(run.memory, file).toBeLessThan(512);
				expect(run.stderr, file).not.toMatch(STACK);
			}
		},
		1_800_000,
	);
});
