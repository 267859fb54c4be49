import type { Role } from '@bianxu/model';
import type { ReferenceText } from './reference-text.ts';

const marks: Readonly<Partial<Record<Role, string>>> = {
	title: '# ',
	'heading-1': '## ',
	'heading-2': '### ',
	'heading-3': '#### ',
	'attachment-title': '# ',
};

/** One Markdown file: a block for each paragraph, headings with their typed numbers; line breaks are the printer's. */
export function writeMarkdown(text: ReferenceText): string {
	const blocks = text.lines.map((line) => `${marks[line.role] ?? ''}${line.text.replaceAll('\n', '')}`);
	return `${blocks.join('\n\n')}\n`;
}
