import type { Template } from '@bianxu/model';
import { NOTE_TURN_STYLE, styleIdOf } from './paper-style.ts';
import type { ReferenceLine } from './reference-text.ts';

/** A paragraph as it goes into the file; '' is a blank one. */
export interface SetLine {
	readonly style: string;
	readonly text: string;
}

/** The lines with their styles and with the blank lines that the template asks for before and after a role. */
export function setLines(template: Template, lines: readonly ReferenceLine[]): readonly SetLine[] {
	const blank: SetLine = { style: 'Normal', text: '' };
	const set: SetLine[] = [];
	lines.forEach(({ role, text }, index) => {
		const previous = lines[index - 1]?.role;
		// A title with the organ's name on its first line is one block, and so are the lines of a list of attachments.
		const joined = role === previous || (role === 'title' && previous === 'organ-line');
		const look = template.roles[role];
		if (!joined) for (let count = look?.linesBefore?.value ?? 0; count > 0; count--) set.push(blank);
		const turned = role === 'attachment-note' && joined;
		set.push({ style: turned ? NOTE_TURN_STYLE : styleIdOf(role), text });
		if (lines[index + 1]?.role !== role) {
			for (let count = look?.linesAfter?.value ?? 0; count > 0; count--) set.push(blank);
		}
	});
	return set;
}
