import type { Role } from '@bianxu/model';
import { guidanceText } from './guidance.ts';
import type { ReferenceText } from './reference-text.ts';

const marks: Readonly<Partial<Record<Role, string>>> = {
	title: '# ',
	'heading-1': '## ',
	'heading-2': '### ',
	'heading-3': '#### ',
	'attachment-title': '# ',
};

/** One Markdown file: a block for each paragraph, headings with their typed numbers, guidance as comments before them; line breaks are the printer's. */
export function writeMarkdown(text: ReferenceText): string {
	const blocks = text.lines.flatMap(({ role, text: words, guidance }) => [
		...(guidance === undefined ? [] : [`<!-- ${guidanceText(guidance)} -->`]),
		`${marks[role] ?? ''}${words.replaceAll('\n', '')}`,
	]);
	return `${blocks.join('\n\n')}\n`;
}
