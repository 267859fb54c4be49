import type { Role, Template } from '@bianxu/model';
import { NOTE_TURN_STYLE, styleIdOf } from './paper-style.ts';
import type { ReferenceLine } from './reference-text.ts';

/** A paragraph as it goes into the file; '' is a blank one. */
export interface SetLine {
	readonly style: string;
	readonly text: string;
	/** Stays on the page of the next paragraph. */
	readonly keepNext: boolean;
}

/** 落款 must not stand alone on a page (GB/T 9704-2012 7.3.5.5): what leads to it goes with it. */
const leadingToSignature: readonly Role[] = ['closing', 'attachment-note', 'signature'];

/** The lines with their styles and with the blank lines that the template asks for before and after a role. */
export function setLines(template: Template, lines: readonly ReferenceLine[]): readonly SetLine[] {
	const set: SetLine[] = [];
	lines.forEach(({ role, text }, index) => {
		const previous = lines[index - 1]?.role;
		const next = lines[index + 1]?.role;
		const blankBefore: SetLine = {
			style: 'Normal',
			text: '',
			keepNext: previous !== undefined && leads(previous, role),
		};
		const blankAfter: SetLine = { style: 'Normal', text: '', keepNext: next !== undefined && leads(role, next) };
		// A title with the organ's name on its first line is one block, and so are the lines of a list of attachments.
		const joined = role === previous || (role === 'title' && previous === 'organ-line');
		const look = template.roles[role];
		if (!joined) for (let count = look?.linesBefore?.value ?? 0; count > 0; count--) set.push(blankBefore);
		const turned = role === 'attachment-note' && joined;
		set.push({
			style: turned ? NOTE_TURN_STYLE : styleIdOf(role),
			text,
			keepNext: next !== undefined && leads(role, next),
		});
		if (next !== role) {
			for (let count = look?.linesAfter?.value ?? 0; count > 0; count--) set.push(blankAfter);
		}
	});
	return set;
}

function leads(role: Role, next: Role): boolean {
	return leadingToSignature.includes(role) && (next === 'date' || leadingToSignature.includes(next));
}
