/**
 * Builds `dist/编序.html`: the page, its style, its script and the worker's script in one file, under a policy that
 * names the one script by its hash and forbids every connection.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences.ts';

const here = import.meta.dirname;
const root = join(here, '../..');

/** The file for clerks. */
export const PAGE = join(here, 'dist/编序.html');

/** The last Chromium and Firefox for Windows 7, still met in offices. */
const TARGET = ['chrome109', 'firefox115', 'safari16.4'];

/** What was built: size of the page in bytes, and the source files of which something is in it. */
export interface BuiltPage {
	readonly bytes: number;
	readonly sources: readonly string[];
}

/** Bundles, inlines, and writes the page. Throws when a text could end its script early. */
export async function buildWeb(): Promise<BuiltPage> {
	// 'worker' keeps the entity tables of Markdown free of the DOM, which a worker has not.
	const worker = await bundle('worker.ts', ['worker', 'browser', 'module']);
	const page = await bundle('page.ts', ['browser', 'module']);
	const style = readFileSync(join(here, 'src/page.css'), 'utf8').replaceAll('\r\n', '\n');
	const script = `const WORKER_SOURCE=${scriptString(worker.text)};\n${page.text}`;
	if (/<\/script|<!--|<script|\r|\0/i.test(script)) throw new Error('the page script would end its element early');
	if (/<\/style/i.test(style)) throw new Error('the page style would end its element early');
	const sources = [...worker.sources, ...page.sources];
	const licences = escapeText(licencesOf(root, sources));
	const parts: Readonly<Record<string, string>> = { policy: policyFor(script), style, script, licences };
	const html = readFileSync(join(here, 'src/page.html'), 'utf8')
		.replaceAll('\r\n', '\n')
		.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
	mkdirSync(join(here, 'dist'), { recursive: true });
	writeFileSync(PAGE, html);
	return { bytes: Buffer.byteLength(html), sources };
}

/**
 * Styles are allowed inline without a hash, because the 修改清单 in its frame brings its own and inherits this policy;
 * no style can reach the network (no font, no picture but data:).
 */
function policyFor(script: string): string {
	const hash = createHash('sha256').update(script).digest('base64');
	return [
		"default-src 'none'",
		`script-src 'sha256-${hash}'`,
		"style-src 'unsafe-inline'",
		'worker-src blob:',
		"connect-src 'none'",
		'img-src data:',
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
}

function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A JavaScript string literal that is safe inside a script element: no `<`, no line separators. */
function scriptString(text: string): string {
	return JSON.stringify(text).replace(
		/[<\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

async function bundle(
	entry: string,
	conditions: readonly string[],
): Promise<{ readonly text: string; readonly sources: readonly string[] }> {
	const { outputFiles, metafile } = await build({
		entryPoints: [join(here, 'src', entry)],
		absWorkingDir: root,
		bundle: true,
		write: false,
		metafile: true,
		format: 'iife',
		platform: 'browser',
		conditions: [...conditions],
		target: TARGET,
		charset: 'utf8',
		minify: true,
		treeShaking: true,
		legalComments: 'eof',
		logLevel: 'warning',
	});
	const text = outputFiles[0]?.text ?? '';
	if (text === '') throw new Error(`no bundle of ${entry}`);
	const sources = Object.values(metafile.outputs).flatMap(({ inputs }) =>
		Object.entries(inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])),
	);
	return { text, sources };
}
