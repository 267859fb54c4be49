/** Notices of the libraries inside the page: their licences ask that the text goes with every copy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Library {
	readonly name: string;
	readonly version: string;
	readonly text: string;
}

/**
 * Licence texts of the packages that own these source files (relative to `root`), libraries with the same text together,
 * as plain text. Throws when a package states no licence: it must then not be shipped unseen.
 */
export function licencesOf(root: string, sources: readonly string[]): string {
	const folders = new Set(
		sources.flatMap((source) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(source)?.[0] ?? []),
	);
	const libraries = [...folders].map((folder) => libraryAt(join(root, folder)));
	const groups = new Map<string, Library[]>();
	for (const library of libraries) groups.set(library.text, [...(groups.get(library.text) ?? []), library]);
	return [...groups]
		.map(
			([text, group]) =>
				[
					group
						.map(({ name, version }) => `${name} ${version}`)
						.sort()
						.join(', '),
					text,
				] as const,
		)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([names, text]) => `${names}\n\n${text}`)
		.join('\n\n――――――――\n\n');
}

function libraryAt(folder: string): Library {
	const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Library;
	const read = (pattern: RegExp): string => {
		const file = readdirSync(folder).find((entry) => pattern.test(entry));
		return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
	};
	// A few old packages state their licence at the end of the readme only.
	const text =
		read(/^licen[cs]e(?:\.(?:md|txt))?$/i) || (/^#*\s?License\b[^]*/m.exec(read(/^readme\.md$/i))?.[0] ?? '');
	if (text === '') throw new Error(`${name} ${version} states no licence`);
	return { name, version, text };
}
