/**
 * Pictures for docs/typst.md: a fixture report as our printer sets it and as Typst sets the same text, page by page. Needs
 * the bench's Typst (`pnpm bench` installs it into .cache/bench), poppler and the fonts of the set-up.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const report = join(root, 'fixtures/packet/clean/学前教育调研报告.md');
const tools = join(root, '.cache/bench/tools');
const images = join(root, 'docs/images/typst');
/** Dots per inch of the pictures: small, but marks and gaps can be told. */
const RESOLUTION = '40';
const PAGES = '4';

/** The page of GB/T 9704 as far as Typst has settings for it: margins, sizes, line pitch, indents, faces of the headings. */
const SETTINGS = `#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "— 1 —", footer-descent: 7mm)
#set text(font: ("FandolFang R", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 12.99pt, spacing: 12.99pt, first-line-indent: (amount: 2em, all: true))
#show heading.where(level: 1): it => { set text(font: "Noto Serif SC", size: 22pt, weight: "bold"); set par(first-line-indent: 0pt); align(center, it.body); v(13pt) }
#show heading.where(level: 2): it => { set text(font: "Noto Sans SC", size: 16pt, weight: "medium"); par(it.body) }
#show heading.where(level: 3): it => { set text(font: "LXGW WenKai", size: 16pt, weight: "regular"); par(it.body) }
`;

function typstOf(markdown: string): string {
	const escaped = (text: string): string => text.replaceAll(/[\\#$*_`<>@[\]]/g, (mark) => `\\${mark}`);
	const blocks = markdown.split(/\n\s*\n/).map((block) => {
		const heading = /^(#{1,3}) (.*)/s.exec(block.trim());
		return heading === null
			? escaped(block.trim())
			: `${'='.repeat(heading[1]?.length ?? 1)} ${escaped(heading[2] ?? '')}`;
	});
	return SETTINGS + blocks.join('\n\n');
}

function run(command: string, args: readonly string[]): void {
	const done = spawnSync(command, args, { encoding: 'utf8' });
	if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
}

if (!existsSync(join(tools, 'typst.mjs'))) {
	console.log('compare-typst: run pnpm bench first, it installs Typst');
	process.exit(0);
}
const work = mkdtempSync(join(tmpdir(), 'bianxu-typst-'));
try {
	rmSync(images, { recursive: true, force: true });
	mkdirSync(images, { recursive: true });
	writeFileSync(join(work, 'report.typ'), typstOf(readFileSync(report, 'utf8')));
	run(process.execPath, [join(tools, 'typst.mjs'), join(root, '.fonts'), work, join(work, 'report.typ')]);
	const program = join(root, 'packages/cli/dist/bianxu.mjs');
	run(process.execPath, [program, 'print', report, '-o', join(work, 'ours.pdf'), '--date', '2026-11-26']);
	for (const [file, name] of [
		['ours.pdf', 'bianxu'],
		['report-typst.pdf', 'typst'],
	] as const)
		run('pdftoppm', ['-r', RESOLUTION, '-l', PAGES, '-gray', '-png', join(work, file), join(images, name)]);
} finally {
	rmSync(work, { recursive: true, force: true });
}
