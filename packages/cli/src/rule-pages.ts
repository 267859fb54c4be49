import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Address of the folder with the page of each rule, in the checkout that the program was built in; null without one. */
export function rulePages(): string | null {
	const folder = join(import.meta.dirname, '../../../docs/rules');
	return existsSync(folder) ? pathToFileURL(folder).href : null;
}
