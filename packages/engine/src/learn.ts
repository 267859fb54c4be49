import { type Observation, profileText } from '@bianxu/config';
import { isHan, millimetresOfTwips, type Outline, type Paragraph, type Role, type Section } from '@bianxu/model';
import type { Checked } from './check.ts';

/** Roles whose look is the office's to decide; tables, notes and furniture follow the text around them. */
const LEARNED: readonly Role[] = [
	'file-mark',
	'organ-line',
	'title',
	'caption',
	'author',
	'salutation',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'body',
	'closing',
	'attachment-note',
	'signature',
	'date',
	'attachment-label',
	'attachment-title',
	'name-entry',
];
/** Roles whose indent is the drafter's habit or follows from the alignment. */
const UNINDENTED: readonly Role[] = ['signature', 'date', 'attachment-note'];
/** Below this the recogniser is guessing, and a guess is no example. */
const SURE = 0.5;

/**
 * A profile (YAML text) from the office's own good files: what most of them agree on, each value with how many of how
 * many agree. `name` becomes the id. Markdown files have no format and count for nothing.
 */
export function learnProfile(files: readonly Checked[], name: string): string {
	const observations = new Map<string, Map<string | number | boolean, number>>();
	const documents = files.filter(({ document }) => document.doc.kind === 'docx');
	for (const file of documents) {
		for (const [key, value] of looksOf(file)) {
			const votes = observations.get(key) ?? new Map<string | number | boolean, number>();
			votes.set(value, (votes.get(value) ?? 0) + 1);
			observations.set(key, votes);
		}
	}
	const list: Observation[] = [...observations].map(([key, votes]) => ({
		key,
		votes: [...votes].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
	}));
	return profileText(list, { id: name, files: documents.length });
}

/** What one file does: for each key the value of most of its characters. */
function looksOf({ document, outline }: Checked): ReadonlyMap<string, string | number | boolean> {
	const { paragraphs, sections } = document.doc;
	const tally = new Map<string, Map<string | number | boolean, number>>();
	const count = (key: string, value: string | number | boolean, weight: number): void => {
		const votes = tally.get(key) ?? new Map<string | number | boolean, number>();
		votes.set(value, (votes.get(value) ?? 0) + weight);
		tally.set(key, votes);
	};
	for (const claim of outline.claims) {
		const paragraph = paragraphs[claim.block];
		if (paragraph === undefined || claim.confidence < SURE) continue;
		if (paragraph.where === 'footer' && paragraph.fields.some((field) => field.name === 'PAGE'))
			countFooter(paragraph, count);
		if (!LEARNED.includes(claim.role) || paragraph.where !== 'body') continue;
		countParagraph(paragraph, claim.role, claim.runInEnd ?? null, count);
		const blank = blankLinesBefore(outline, claim.block);
		if (['salutation', 'attachment-note', 'signature'].includes(claim.role))
			count(`roles.${claim.role}.linesBefore`, blank, 1);
	}
	for (const section of sections) countPage(section, count);
	return new Map(
		[...tally].flatMap(([key, votes]) => {
			const [first] = [...votes].sort((a, b) => b[1] - a[1]);
			return first === undefined ? [] : [[key, first[0]] as const];
		}),
	);
}

type Count = (key: string, value: string | number | boolean, weight: number) => void;

function countParagraph(paragraph: Paragraph, role: Role, runInEnd: number | null, count: Count): void {
	const { text, runs, format } = paragraph;
	const end = runInEnd ?? text.length;
	for (const run of runs) {
		if (run.format.hidden || run.start >= end) continue;
		const stretch = text.slice(run.start, Math.min(run.end, end));
		const han = Array.from(stretch).filter((character) => isHan(character.codePointAt(0) ?? 0)).length;
		if (han === 0) continue;
		if (run.format.eastAsia !== '') count(`roles.${role}.family`, run.format.eastAsia, han);
		count(`roles.${role}.size`, run.format.size, han);
		count(`roles.${role}.bold`, run.format.bold, han);
		if (role === 'body' && run.format.ascii !== '' && /[0-9A-Za-z]/.test(stretch))
			count('fonts.latin', run.format.ascii, han);
	}
	if (role === 'body') {
		if (format.lineRule === 'exact') count('page.pitch', format.line, 1);
	}
	count(`roles.${role}.alignment`, format.alignment, 1);
	if (format.alignment !== 'right' && !UNINDENTED.includes(role))
		count(`roles.${role}.firstLineChars`, firstLineChars(paragraph), 1);
}

/** Hundredths of a character, also where the file states a length: 640 twips of 16 pt text are 200. */
function firstLineChars({ format, runs, markFormat }: Paragraph): number {
	if (format.firstLineChars !== null) return format.firstLineChars;
	const size = runs[0]?.format.size ?? markFormat.size;
	return size === 0 ? 0 : Math.round(format.firstLine / (size * 20)) * 100;
}

function countFooter({ runs, text }: Paragraph, count: Count): void {
	for (const run of runs) {
		if (run.field !== 'PAGE' || run.end <= run.start) continue;
		count('page.pageNumber.size', run.format.size, run.end - run.start);
		if (run.format.ascii !== '') count('page.pageNumber.family', run.format.ascii, 1);
		const form = `${text.slice(0, run.start)}{n}${text.slice(run.end)}`.trim();
		count('page.pageNumber.form', form, 1);
	}
}

function countPage(section: Section, count: Count): void {
	if (section.orientation === 'landscape') return;
	count('page.top', millimetresOfTwips(section.top), 1);
	count('page.left', millimetresOfTwips(section.left), 1);
	count('page.textWidth', millimetresOfTwips(section.width - section.left - section.right), 1);
	count('page.textHeight', millimetresOfTwips(section.height - section.top - section.bottom), 1);
}

function blankLinesBefore(outline: Outline, block: number): number {
	let count = 0;
	while (outline.claims[block - 1 - count]?.role === 'blank') count += 1;
	return count;
}
