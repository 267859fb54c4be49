import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a document's URI with '/' between folders, or null for one that is not a Markdown file. An unsaved
 * document (`untitled:`) is judged as a Markdown file at the root: no configuration applies.
 */
export function documentPath(uri: string): string | null {
	if (uri.startsWith('untitled:')) return '/untitled.md';
	if (!uri.startsWith('file:')) return null;
	const path = fileURLToPath(uri).replaceAll('\\', '/');
	return path.toLowerCase().endsWith('.md') ? path : null;
}
