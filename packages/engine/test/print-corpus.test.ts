import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc, Frame, Paragraph } from '@bianxu/model';
import { describe, expect, test } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { type Checked, checkBytes } from '../src/check.ts';
import { framesOf } from '../src/print.ts';
import { createSession } from '../src/session.ts';
import type { Settings } from '../src/settings.ts';

const root = join(import.meta.dirname, '../../..');
const pack = join(root, '.fonts');
const folders = [
	'fixtures/packet/clean',
	'fixtures/packet/faulty',
	'../shared/corpus/docx',
	'../shared/corpus/hostile/own',
];
/** Every day takes each fourth file of the large folders; the long run takes all. */
const step = process.env['BIANXU_FULL'] === undefined ? 4 : 1;

const settings: Settings = {
	template: 'base',
	profile: 'gbt9704-2012',
	layers: null,
	level: 'prefecture',
	mode: 'auto',
	place: '',
	date: '2026-11-26',
	rules: {},
	baseline: null,
	sidecar: [],
	known: [],
	problems: [],
};
const session = createSession(nodeWorld([{ path: pack, origin: 'pack' }]));

const plain = (text: string): string => text.replaceAll(/\s/g, '');

/** What a paragraph prints: its text without hidden runs. */
function visible(paragraph: Paragraph): string {
	return plain(
		paragraph.runs.map((run) => (run.format.hidden ? '' : paragraph.text.slice(run.start, run.end))).join(''),
	);
}

/** Text that the frames show of each block. */
function printed(doc: Doc, frames: readonly Frame[]): readonly string[] {
	const texts = doc.paragraphs.map(() => '');
	for (const frame of frames) {
		for (const item of frame.items)
			if (item.kind === 'text' && item.block !== undefined && item.offset !== undefined) texts[item.block] += item.text;
	}
	return texts.map(plain);
}

function filesOf(folder: string): readonly string[] {
	const names = readdirSync(folder)
		.filter((name) => /\.(?:docx|md)$/.test(name))
		.sort();
	return folder.includes('corpus') ? names.filter((_, index) => index % step === 0) : names;
}

describe.skipIf(!existsSync(join(pack, 'NotoSerifSC-Regular.ttf')))(
	'printing real and hostile documents (needs the fonts of the set-up)',
	() => {
		for (const folder of folders) {
			const path = join(root, folder);
			test.skipIf(!existsSync(path))(
				`${folder}: everything is printed inside the type area, or the paper is refused`,
				async () => {
					let printedPapers = 0;
					for (const name of filesOf(path)) {
						const checked = checkBytes(
							session,
							join(path, name),
							new Uint8Array(readFileSync(join(path, name))),
							settings,
						);
						if (checked.document === null) continue;
						const frames = await framesOf(session, checked);
						if (frames.length === 0) continue;
						printedPapers++;
						expectWhole(name, checked, frames);
					}
					expect(printedPapers).toBeGreaterThan(0);
				},
				240_000,
			);
		}
	},
);

function expectWhole(name: string, checked: Checked, frames: readonly Frame[]): void {
	const { doc } = checked.document;
	const texts = printed(doc, frames);
	for (const paragraph of doc.paragraphs) {
		if (paragraph.where !== 'body' && paragraph.where !== 'table') continue;
		expect(texts[paragraph.block], `${name} block ${paragraph.block}`).toBe(visible(paragraph));
	}
	for (const frame of frames) {
		for (const item of frame.items) {
			if (item.kind !== 'text' || item.block === undefined) continue;
			const right = item.advances.reduce((x, advance) => x + advance, item.x);
			const inside = item.x > 78.8 && right < 522.2 && item.y > 104.8 && item.y < 742.8;
			if (!inside) expect.fail(`${name}: ${item.text} at ${item.x} to ${right}, ${item.y}`);
		}
	}
}
