import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// The development corpora lie beside the repository and are not part of it: tests on them are skipped by name without.
const shared = path.resolve(import.meta.dirname, '../../../../shared/corpus');

/** True when the corpora are there. */
export const hasCorpus = existsSync(shared);

/** File names of the .docx corpus. */
export function docxCorpus(): string[] {
	if (!hasCorpus) return [];
	return readdirSync(path.join(shared, 'docx')).filter((name) => /\.do[ct][xm]$/i.test(name));
}

export function readDocxCorpus(name: string): Uint8Array {
	return new Uint8Array(readFileSync(path.join(shared, 'docx', name)));
}

export interface HostileFile {
	readonly folder: string;
	readonly name: string;
	readonly layer: string;
	readonly must: 'E' | 'N' | 'EN';
}

/** The tables of the hostile set's README: file, layer, mark. */
export function hostileTable(): HostileFile[] {
	if (!hasCorpus) return [];
	const lines = readFileSync(path.join(shared, 'hostile/README.md'), 'utf8').split('\n');
	let folder = '';
	const rows: HostileFile[] = [];
	for (const line of lines) {
		folder = /^## `(.*)\/`/.exec(line)?.[1] ?? folder;
		const cells = line.split('|').map((cell) => cell.trim());
		const must = cells[3];
		if (cells.length > 4 && (must === 'E' || must === 'N' || must === 'EN')) {
			rows.push({ folder, name: cells[1] as string, layer: cells[2] as string, must });
		}
	}
	return rows;
}

export function readHostile(file: HostileFile): Uint8Array {
	return new Uint8Array(readFileSync(path.join(shared, 'hostile', file.folder, file.name)));
}
