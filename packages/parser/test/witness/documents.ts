import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Debian's own interpreter: python3-uno and python3-docx are modules of that one only. */
export const python = '/usr/bin/python3';

/** Every .docx, .dotx and .docm below a folder; none when it is absent. */
export function documents(folder: string): readonly string[] {
	try {
		return readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.do[ct][xm]$/i.test(name))
			.sort()
			.map((name) => path.join(folder, name));
	} catch {
		return [];
	}
}
