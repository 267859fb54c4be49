import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Doc, Frame } from '@bianxu/model';
import { composePrint, type PrintPart, paintPdf } from '@bianxu/printer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { deflate, hasTool, packComplete, runTool, sha256 } from '../../printer/test/pack.ts';
import { entryOf } from '../../printer/src/source-contents.ts';
import { shownText } from '../../printer/src/symbols.ts';
import { fontsFor, layOut, partOf, readPaper } from '../src/print-papers.ts';
import { createSession } from '../src/session.ts';
import { PLAIN_SETTINGS, PRINTED_FOLDERS, STEP } from './printed-folders.ts';

const root = join(import.meta.dirname, '../../..');
const MOST_PAGES = 100;
const tools = ['qpdf', 'mutool', 'pdffonts', 'pdftotext', 'pdftoppm'];

const plain = (text: string): string => text.replaceAll(/[\s\u200b-\u200f\p{Variation_Selector}]/gu, '');

/** Characters that one text has oftener than the other, as `-甲乙 +丙`; '' when both have the same. */
function difference(wanted: string, found: string): string {
	const counts = new Map<string, number>();
	for (const character of wanted) counts.set(character, (counts.get(character) ?? 0) + 1);
	for (const character of found) counts.set(character, (counts.get(character) ?? 0) - 1);
	const list = (sign: number): string =>
		[...counts].map(([character, count]) => (count * sign > 0 ? character.repeat(count * sign) : '')).join('');
	const [lost, added] = [list(1), list(-1)];
	return lost + added === '' ? '' : `-${lost} +${added}`;
}

/** What the paper itself says: its words as they are read, labels and note marks; entries of its contents without pages. */
function wordsOf(doc: Doc, toc: ReadonlySet<number>): string {
	const words = doc.paragraphs.map((paragraph) => {
		if (paragraph.where === 'header' || paragraph.where === 'footer') return '';
		if (toc.has(paragraph.block)) return paragraph.text.slice(0, entryOf(paragraph).end);
		return paragraph.runs.map((run) => (run.format.hidden ? '' : shownText(paragraph.text, run))).join('');
	});
	return plain(words.join(''));
}

/** What the print adds: page numbers, labels and note marks, repeated heads, leaders, the words about substitutes. */
function addedBy(frames: readonly Frame[]): string {
	return plain(
		frames
			.flatMap(({ items }) => items)
			.map((item) => (item.kind === 'text' && item.offset === undefined ? item.text : ''))
			.join(''),
	);
}

describe.skipIf(!packComplete || !tools.every(hasTool))(
	'the PDF of all real and hostile documents that print (needs the fonts of the set-up, poppler-utils, qpdf and mupdf-tools)',
	() => {
		let folder: string;
		let file: string;
		let frames: readonly Frame[];
		let papers: { readonly name: string; readonly words: string; readonly first: number; readonly pages: number }[];

		beforeAll(async () => {
			const session = createSession(nodeWorld([{ path: join(root, '.fonts'), origin: 'pack' }]));
			folder = mkdtempSync(join(tmpdir(), 'bianxu-corpus-pdf-'));
			file = join(folder, 'corpus.pdf');
			const parts: PrintPart[] = [];
			const read: { readonly name: string; readonly words: string }[] = [];
			let template = null;
			for (const { path } of PRINTED_FOLDERS.filter(({ present }) => present)) {
				const names = readdirSync(path)
					.filter((name) => /\.(?:docx|dotx|md)$/.test(name))
					.sort();
				const taken = path.includes('corpus') ? names.filter((_, index) => index % STEP === 0) : names;
				for (const name of taken) {
					const { paper } = readPaper(
						session,
						join(path, name),
						new Uint8Array(readFileSync(join(path, name))),
						PLAIN_SETTINGS,
						String(parts.length),
						'',
						null,
					);
					if (paper === null) continue;
					template ??= paper.template;
					const laid = await layOut(session, paper, await fontsFor(session, template));
					// Hostile files of thousands of pages are looked at page by page in print-corpus.test.ts.
					if (laid.refusals.length > 0 || laid.pages.length > MOST_PAGES) continue;
					parts.push(partOf(paper, laid));
					const toc = new Set(paper.outline.claims.flatMap(({ block, role }) => (role === 'toc' ? [block] : [])));
					read.push({ name, words: wordsOf(paper.document.doc, toc) });
				}
			}
			if (template === null) throw new Error('nothing printed');
			const fonts = await fontsFor(session, template);
			const composed = composePrint(parts, template, fonts, {
				contents: true,
				numbering: 'material',
				recto: true,
				marked: true,
			});
			({ frames } = composed);
			papers = composed.parts.map(({ first, pages }, index) => ({
				name: read[index]?.name ?? '',
				words: read[index]?.words ?? '',
				first,
				pages,
			}));
			const { bookmarks, links, images, tags } = composed;
			const options = { title: '会议材料', date: '2026-11-26', bookmarks, links, images, tags, deflate, sha256 };
			writeFileSync(file, paintPdf(frames, fonts, options));
		}, 300_000);
		afterAll(() => rmSync(folder, { recursive: true, force: true }));

		test('no character is lost or added: text taken out of the PDF against the papers', () => {
			expect(papers.length).toBeGreaterThan(20);
			const pages = runTool('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']).stdout.split('\f');
			for (const { name, words, first, pages: count } of papers) {
				const shown = plain(pages.slice(first, first + count).join(''));
				const wanted = words + addedBy(frames.slice(first, first + count));
				expect(difference(wanted, shown), name).toBe('');
			}
		});

		test('qpdf and mutool find nothing wrong', () => {
			expect(runTool('qpdf', ['--check', file]).stdout).toContain('No syntax or stream encoding errors');
			expect(runTool('mutool', ['clean', file, join(folder, 'clean.pdf')]).stderr).toBe('');
		});

		test('every font is embedded as a subset with its tag and a Unicode map', () => {
			const rows = runTool('pdffonts', [file]).stdout.split('\n').slice(2);
			const fonts = rows.filter((row) => row !== '');
			expect(fonts.length).toBeGreaterThan(3);
			for (const row of fonts)
				expect(row).toMatch(/^[A-Z]{6}\+\S+\s+CID (?:TrueType|Type 0C)\s+Identity-H\s+yes yes yes/);
		});

		test('every page renders without any system font and without a complaint of poppler', () => {
			const empty = join(folder, 'fonts.conf');
			writeFileSync(empty, `<?xml version="1.0"?><fontconfig><cachedir>${folder}/cache</cachedir></fontconfig>`);
			const drawn = runTool('pdftoppm', ['-r', '18', '-gray', file, join(folder, 'page')], { FONTCONFIG_FILE: empty });
			expect(drawn.stderr).toBe('');
			const pages = readdirSync(folder)
				.filter((name) => name.endsWith('.pgm'))
				.sort();
			expect(pages.length).toBe(frames.length);
			pages.forEach((name, index) => {
				const image = readFileSync(join(folder, name));
				let ink = 0;
				for (let i = 20; i < image.length; i++) ink += 255 - (image[i] ?? 255);
				// A page with text has ink, a blank one has none.
				expect(ink > 0, name).toBe((frames[index]?.items.length ?? 0) > 0);
			});
		}, 120_000);
	},
);
