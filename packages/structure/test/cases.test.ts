import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarkdown } from '@bianxu/parser';
import type { Doc, Outline } from '@bianxu/model';
import { flattenHeadings } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { recognise } from '../src/index.ts';

const folder = join(import.meta.dirname, 'cases');

/** An outline as a person reads it: facts first, then one line for each paragraph. */
function shown(doc: Doc, outline: Outline): string {
	const { template, unknownType, genre, delivery, title, reporter, listedAttachments, presentAttachments } = outline;
	const attachments = (entries: Outline['listedAttachments']): string =>
		entries.map((entry) => `${entry.number ?? '-'} ${entry.title}`).join('; ');
	return [
		`type: ${template}${unknownType ? ' (unknown)' : ''}`,
		`genre: ${genre}`,
		`delivery: ${delivery}`,
		`title: ${title}`,
		`reporter: ${reporter.post} / ${reporter.person}`,
		`listed: ${attachments(listedAttachments)}`,
		`present: ${attachments(presentAttachments)}`,
		...flattenHeadings(outline.headings).map(
			(node) =>
				`heading: ${'  '.repeat(node.level - 1)}${node.mark.canonical}${node.text} ${node.block}-${node.lastBlock}`,
		),
		'---',
		...outline.claims.map((claim) => {
			const text = doc.paragraphs[claim.block]?.text.replaceAll('\n', '⏎') ?? '';
			const run =
				claim.runInEnd === undefined ? text : `${text.slice(0, claim.runInEnd)}｜${text.slice(claim.runInEnd)}`;
			return `${claim.role}${claim.confidence < 0.5 ? '?' : ''}\t${run}`;
		}),
		'',
	].join('\n');
}

describe('papers', () => {
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
		it(file, async () => {
			const read = readMarkdown(new Uint8Array(readFileSync(join(folder, file))));
			if (read.refusal !== undefined) throw new Error(read.refusal.message.zh);
			const outline = recognise(read.doc, { template: 'auto' });
			await expect(shown(read.doc, outline)).toMatchFileSnapshot(join(folder, file.replace('.md', '.txt')));
		});
	}
});
