import type { Template, TemplateId } from '@bianxu/model';
import type { DeflateHost, InflateHost } from '@bianxu/opc';
import { type Facts, factsOf } from './facts.ts';
import { guidanceText, withGuidance } from './guidance.ts';
import type { ReferenceText } from './reference-text.ts';
import { appointment } from './texts/appointment.ts';
import { explanation } from './texts/base.ts';
import { dutyReport } from './texts/duty-report.ts';
import { workReport } from './texts/work-report.ts';
import { writeDocx } from './write-docx.ts';
import { writeMarkdown } from './write-markdown.ts';

/** What to write; `date` is YYYY-MM-DD and stands in the text, there is no other clock. */
export interface DocumentRequest {
	readonly template: Template;
	readonly format: 'docx' | 'md';
	readonly date: string;
}

const texts: Readonly<Record<TemplateId, (facts: Facts) => ReferenceText>> = {
	'work-report': workReport,
	'duty-report': dutyReport,
	appointment,
	base: explanation,
};

/**
 * A reference text (参考文本) of the template's type: a whole invented paper that lints clean, to be written over part by
 * part, in the page, fonts and sizes of the template. In Markdown the guidance stands in comments; for a .docx the caller
 * adds it as Word comments (`guidanceOf`). The same request gives the same bytes.
 * @throws RangeError for a date that is not YYYY-MM-DD.
 */
export async function newDocument(request: DocumentRequest, host: InflateHost & DeflateHost): Promise<Uint8Array> {
	const { template, format, date } = request;
	const text = textOf(request);
	if (format === 'md') return new TextEncoder().encode(writeMarkdown(text));
	return writeDocx(template, text, date, host);
}

/** The guidance of a reference text in its order: the paragraph that it stands beside, and the words of the comment. */
export function guidanceOf(
	request: DocumentRequest,
): readonly { readonly paragraph: string; readonly comment: string }[] {
	return textOf(request).lines.flatMap(({ text, guidance }) =>
		guidance === undefined ? [] : [{ paragraph: text, comment: guidanceText(guidance) }],
	);
}

function textOf({ template, date }: DocumentRequest): ReferenceText {
	const facts = factsOf(template, date);
	const text = texts[template.id](facts);
	return { ...text, lines: withGuidance(text.lines, facts) };
}
