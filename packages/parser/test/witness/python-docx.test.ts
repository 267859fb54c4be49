import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/index.ts';
import { host } from '../docx/build-docx.ts';
import { documents, python } from './documents.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const hasPythonDocx = spawnSync(python, ['-c', 'import docx']).status === 0;

/** White space and soft hyphens are placed differently. */
const squeeze = (text: string): string => text.replace(/[\s\u00ad]+/g, '');

/** Whether `part` is `whole` with characters left out. */
function isSubsequence(part: string, whole: string): boolean {
	let at = 0;
	for (let i = 0; i < whole.length && at < part.length; i++) if (whole[i] === part[at]) at++;
	return at === part.length;
}

interface Line {
	readonly file: string;
	readonly error?: string;
	readonly paragraphs?: readonly (readonly [text: string, unread: readonly string[]])[];
}

describe.skipIf(!hasPythonDocx)('python-docx reads the same text (skipped without python3-docx)', () => {
	const files = [...documents(path.join(root, 'fixtures')), ...documents(path.resolve(root, '../shared/corpus/docx'))];

	it('paragraph by paragraph, but for what python-docx does not look into', () => {
		const script = path.join(import.meta.dirname, 'python_docx.py');
		const run = spawnSync(python, [script, ...files], { maxBuffer: 1 << 28 });
		expect(run.status, run.stderr.toString()).toBe(0);
		const lines = run.stdout
			.toString()
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as Line);
		expect(lines.length).toBe(files.length);
		const faults: string[] = [];
		let equal = 0;
		let partial = 0;
		let compared = 0;
		let joined = 0;
		for (const { file, paragraphs } of lines) {
			if (paragraphs === undefined) continue;
			const name = path.basename(file);
			const result = readDocx(new Uint8Array(readFileSync(file)), host);
			if (result.refusal !== undefined) {
				faults.push(`${name}: refused here`);
				continue;
			}
			compared++;
			const ours = result.doc.paragraphs
				.filter(({ where }) => where === 'body' || where === 'table')
				.map(({ text }) => squeeze(text));
			const theirs = paragraphs.map(([text, unread]) => ({ text: squeeze(text), unread }));
			if (ours.length !== theirs.length) {
				// It keeps both halves of paragraphs that a tracked deletion joins, and the paragraphs of deleted rows.
				const whole = theirs.map(({ text }) => text).join('');
				if (result.doc.counts.deletions > 0 && isSubsequence(whole, ours.join(''))) joined++;
				else faults.push(`${name}: ${ours.length} paragraphs, there ${theirs.length}`);
				continue;
			}
			for (const [index, { text, unread }] of theirs.entries()) {
				const own = ours[index] ?? '';
				if (own === text) equal++;
				else if (unread.length > 0 && isSubsequence(text, own)) partial++;
				else
					faults.push(
						`${name} paragraph ${index}: “${own.slice(0, 40)}”, there “${text.slice(0, 40)}” (${unread.join(' ')})`,
					);
			}
		}
		console.log(
			`text of python-docx: ${compared} files, ${equal} paragraphs equal, ${partial} shorter there (hyperlinks, insertions, controls, symbols); ${joined} files whole, their tracked deletions join paragraphs`,
		);
		expect(faults).toEqual([]);
	}, 120_000);
});
