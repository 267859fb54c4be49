import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocx } from '@bianxu/parser';
import { describe, expect, it } from 'vitest';
import { createSession, openDocument } from '../src/index.ts';
import { faultyWorld, newDisk } from './faulty-world.ts';

const root = join(import.meta.dirname, '../../..');
const folders = ['fixtures/packet/clean', 'fixtures/packet/faulty', '../shared/corpus/docx'].map((name) =>
	join(root, name),
);
const files = folders
	.filter((folder) => existsSync(folder))
	.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
	.filter((file) => file.endsWith('.docx'));
const session = createSession(faultyWorld(newDisk()));

/** A paper is read back with what its rewriting left alone taken over; that must be the reading of the bytes by themselves. */
describe('what was rewritten reads the same beside its original as by itself', () => {
	it('in fixtures and in real papers', () => {
		let compared = 0;
		for (const file of files) {
			const bytes = new Uint8Array(readFileSync(file));
			const { document } = openDocument(session, '/x.docx', bytes);
			const place = document?.doc.paragraphs.find(({ text, spans }) => text !== '' && spans[0]?.editable === true);
			if (document === null || place === undefined) continue;
			const change = { kind: 'replace-text', block: place.block, start: 0, end: 1, text: '改' } as const;
			const { bytes: written } = document.rewrite([change]);
			const back = document.readBack(written, session.world.sha256(written)).document;
			const alone = readDocx(written, session.world, { reports: false });
			if (alone.refusal !== undefined) throw new Error(file);
			expect(back?.doc, file).toEqual(alone.doc);
			expect(back?.doc.paragraphs[place.block]?.text.startsWith('改'), file).toBe(true);
			compared += 1;
		}
		expect(compared).toBeGreaterThan(10);
	}, 120_000);

	it('also where another part than the text was rewritten', () => {
		const bytes = new Uint8Array(readFileSync(join(root, 'fixtures/packet/faulty/述职报告-王振海.docx')));
		const { document } = openDocument(session, '/x.docx', bytes);
		if (document === null) throw new Error('unreadable');
		const { bytes: written } = document.rewrite([{ kind: 'page-numbers', font: '宋体', size: 14 }]);
		const back = document.readBack(written, session.world.sha256(written)).document;
		const alone = readDocx(written, session.world, { reports: false });
		expect(written).not.toEqual(bytes);
		expect(back?.doc).toEqual(alone.refusal === undefined ? alone.doc : null);
	});
});
