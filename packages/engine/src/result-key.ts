import { extensionOf } from './path.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/**
 * Key of a check's result: the same bytes under the same settings (template values of an office's own profile, options,
 * what stands beside the file) are judged alike by the same program. `program` names the program and what was asked of it.
 */
export function resultKey(
	session: Session,
	path: string,
	bytes: Uint8Array,
	settings: Settings,
	program: string,
): string {
	const parts = [program, session.world.sha256(bytes), extensionOf(path), JSON.stringify(settings)];
	return session.world.sha256(new TextEncoder().encode(parts.join('\u0000')));
}
