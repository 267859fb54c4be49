import type { Field } from '@bianxu/model';
import { attr, elementsNamed } from '@bianxu/opc';
import { type ScannedPart, type Tag, tagOf } from './scanned-part.ts';

/** A field that has begun and not ended (17.16.18). */
interface OpenField {
	instruction: string;
	/** Known once the instruction is complete. */
	name: string;
	/** Between begin and separate nothing is visible. */
	inResult: boolean;
	/** Start of the result in the paragraph being read. */
	start: number;
	/** Its result began in a paragraph before. */
	carried: boolean;
}

/** The stack of open fields of one story; fields nest and run over paragraphs. */
export interface FieldStack {
	/** True while a field has begun and not ended. */
	readonly open: () => boolean;
	/** True while some open field is still in its instruction. */
	readonly hidden: () => boolean;
	/** Name of the innermost field whose result is being read, null outside. */
	readonly current: () => string | null;
	readonly begin: (at: number) => void;
	readonly beginSimple: (instruction: string, at: number) => void;
	readonly instruct: (text: string) => void;
	readonly separate: (at: number) => void;
	/** Ends the innermost field; null when none is open. `shown` is false where the file holds no result. */
	readonly end: (at: number) => { readonly field: Field; readonly shown: boolean } | null;
	/** Fields that go on behind the paragraph's end, each as far as it covers this paragraph. */
	readonly pause: (at: number) => readonly Field[];
}

/** Of fields that run over a paragraph's end only the outermost are told in each, so that nesting costs little. */
const MOST_PAUSED = 4;

/** A fresh stack. */
export function fieldStack(): FieldStack {
	const open: OpenField[] = [];
	let instructions = 0;
	const top = (): OpenField | undefined => open.at(-1);
	return {
		open: () => open.length > 0,
		hidden: () => instructions > 0,
		current: () => {
			const field = top();
			return field === undefined ? null : field.name;
		},
		begin: (at) => {
			open.push({ instruction: '', name: '', inResult: false, start: at, carried: false });
			instructions++;
		},
		beginSimple: (instruction, at) => {
			open.push({ instruction, name: fieldName(instruction), inResult: true, start: at, carried: false });
		},
		instruct: (text) => {
			const field = top();
			if (field !== undefined && !field.inResult) field.instruction += text;
		},
		separate: (at) => {
			const field = top();
			if (field === undefined || field.inResult) return;
			field.inResult = true;
			field.name = fieldName(field.instruction);
			field.start = at;
			instructions--;
		},
		end: (at) => {
			const field = open.pop();
			if (field === undefined) return null;
			if (!field.inResult) {
				instructions--;
				field.name = fieldName(field.instruction);
				field.start = at;
			}
			return { field: closed(field, at), shown: field.carried || field.start < at };
		},
		pause: (at) => {
			const going = open.filter((field) => field.inResult).slice(0, MOST_PAUSED);
			const paused = going.map((field) => closed(field, at));
			for (const field of open) {
				field.start = 0;
				field.carried ||= field.inResult;
			}
			return paused;
		},
	};
}

function closed(field: OpenField, end: number): Field {
	return { name: field.name, instruction: field.instruction.trim(), start: Math.min(field.start, end), end };
}

/** First word of an instruction in capitals. */
function fieldName(instruction: string): string {
	return (instruction.trim().split(/[\s\\]/, 1)[0] ?? '').toUpperCase();
}

/** What begins or ends fields and the stretches of text that they cannot leave. */
const FIELD_BOUNDS: ReadonlySet<string> = new Set<Tag>([
	'w:fldChar',
	'w:del',
	'w:moveFrom',
	'w:txbxContent',
	'w:footnote',
	'w:endnote',
]);

/** Fields nested deeper are passed over like broken ones: each open field costs something in every paragraph it covers. */
const DEEPEST = 32;

/**
 * Field characters that have no partner in their story, for instance because a deletion took the end away. They are
 * passed over, so that a broken field never swallows the text behind it. Stories are the part itself, each text box and
 * each note; deleted runs do not count.
 */
export function brokenFieldCharacters(part: ScannedPart): ReadonlySet<number> {
	const broken = new Set<number>();
	const { xml } = part;
	if (!part.tags.includes('w:fldChar')) return broken;
	// Open stories, outermost first: end of the element, open fields with their begin and separate.
	const stories: { readonly end: number; readonly fields: number[][] }[] = [{ end: xml.text.length, fields: [] }];
	const close = (): void => {
		for (const field of stories.pop()?.fields ?? []) for (const element of field) broken.add(element);
	};
	let skipUntil = -1;
	for (const e of elementsNamed(xml, (name) => FIELD_BOUNDS.has(name))) {
		const start = xml.start[e] as number;
		if (start < skipUntil) continue;
		while (stories.length > 1 && start >= (stories.at(-1)?.end ?? 0)) close();
		const tag = tagOf(part, e);
		if (tag === 'w:del' || tag === 'w:moveFrom') skipUntil = xml.end[e] as number;
		else if (tag === 'w:txbxContent' || tag === 'w:footnote' || tag === 'w:endnote') {
			stories.push({ end: xml.end[e] as number, fields: [] });
		} else if (tag === 'w:fldChar') {
			const fields = stories.at(-1)?.fields ?? [];
			switch (attr(xml, e, 'w:fldCharType')) {
				case 'begin':
					fields.push([e]);
					break;
				case 'separate':
					if (fields.length === 0) broken.add(e);
					else fields.at(-1)?.push(e);
					break;
				case 'end': {
					const tooDeep = fields.length > DEEPEST;
					const field = fields.pop();
					if (field === undefined || tooDeep) for (const element of [...(field ?? []), e]) broken.add(element);
					break;
				}
			}
		}
	}
	while (stories.length > 0) close();
	return broken;
}
