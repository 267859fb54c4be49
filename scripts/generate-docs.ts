/**
 * Writes every generated file: rule pages in docs/rules, the templates embedded in packages/config and
 * the JSON Schemas in rules/schema. With `--check`
 * it writes nothing and fails when a file differs.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { embeddedTemplates } from './embed-templates.ts';
import { ruleDocs } from './generate-rule-docs.ts';
import { schemas } from './generate-schemas.ts';

const root = join(import.meta.dirname, '..');

/** A generated file: path from the repository root and its text. */
export interface GeneratedFile {
	readonly path: string;
	readonly text: string;
}

/** Folders that hold generated files only: what is not generated any more is removed. */
const GENERATED_FOLDERS = ['docs/rules', 'packages/config/src/generated', 'rules/schema'];

function staleFiles(files: readonly GeneratedFile[]): readonly string[] {
	const wanted = new Set(files.map((file) => file.path));
	return GENERATED_FOLDERS.filter((folder) => existsSync(join(root, folder)))
		.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
		.filter((path) => !wanted.has(path));
}

const files: readonly GeneratedFile[] = [...embeddedTemplates(root), ...ruleDocs(), ...schemas()];
const differing = files.filter(
	(file) => !existsSync(join(root, file.path)) || readFileSync(join(root, file.path), 'utf8') !== file.text,
);
const stale = staleFiles(files);

if (process.argv.includes('--check')) {
	for (const { path } of differing) console.error(`not up to date: ${path}`);
	for (const path of stale) console.error(`not generated any more: ${path}`);
	process.exit(differing.length + stale.length === 0 ? 0 : 1);
}
for (const { path, text } of differing) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}
for (const path of stale) rmSync(join(root, path));
console.log(
	`${files.length} generated files, ${differing.length} written, ${stale.length} removed (${relative(process.cwd(), root) || '.'})`,
);
