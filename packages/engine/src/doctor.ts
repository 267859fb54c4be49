import { resolveTemplate } from '@bianxu/config';
import type { FontRole, FontSource } from '@bianxu/model';
import { fontsFor } from './print-papers.ts';
import type { Session } from './session.ts';
import { joinPath } from './path.ts';
import { type Options, settingsFor, templateOptions } from './settings.ts';

/** What this machine offers for printing: one entry a font role. */
export interface DoctorFacts {
	readonly profile: string;
	readonly faces: readonly {
		readonly role: FontRole;
		/** Family that the profile asks for first. */
		readonly wanted: string;
		/** PostScript name, null when there is none. */
		readonly face: string | null;
		readonly origin: FontSource['origin'] | null;
		readonly file: string | null;
		readonly substitute: boolean;
	}[];
}

/** Faces by role under the profile that holds in a folder. Digits and letters without a face of their own take that of the text, as the standard allows. */
export async function doctorFacts(session: Session, options: Options, folder = '.'): Promise<DoctorFacts> {
	const settings = await settingsFor(session, joinPath(folder, '.'), options);
	const template = resolveTemplate('base', templateOptions(settings));
	const fonts = await fontsFor(session, template);
	const faces = Object.values(fonts.roles).map(({ role, wanted, face, substitute }) => {
		const shown = face ?? (role === 'latin' ? fonts.roles.fangsong.face : null);
		return {
			role,
			wanted,
			face: shown?.name ?? null,
			origin: shown?.origin ?? null,
			file: shown?.path ?? null,
			substitute,
		};
	});
	return { profile: settings.profile, faces };
}
