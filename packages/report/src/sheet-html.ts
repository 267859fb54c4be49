import type { Language, SheetBlock, SheetSpan } from '@bianxu/model';
import { escapeHtml } from './escape.ts';
import { htmlPage, signLine } from './html-page.ts';

/** A sheet as one HTML file for the screen and A4 paper. */
export function sheetHtml(blocks: readonly SheetBlock[], language: Language): string {
	const named = blocks.flatMap((block) => (block.kind === 'title' || block.kind === 'session' ? [block.text] : []));
	return htmlPage(language, named.join('　'), blocks.map(blockHtml).join('\n'));
}

function blockHtml(block: SheetBlock): string {
	switch (block.kind) {
		case 'title':
			return `<h1>${escapeHtml(block.text)}</h1>`;
		case 'session':
			return `<p class="session">${escapeHtml(block.text)}</p>`;
		case 'sign':
			return signLine(block.names);
		case 'heading':
			return `<h2>${escapeHtml(block.text)}</h2>`;
		case 'lead':
			return `<p class="verdict">${spansHtml(block.spans)}</p>`;
		case 'text':
			return `<p>${spansHtml(block.spans)}</p>`;
		case 'note':
			return `<p class="note">${spansHtml(block.spans)}</p>`;
		case 'large':
			return `<p class="large">${spansHtml(block.spans)}</p>`;
		case 'table': {
			const columns = block.widths.map((width) => `<col style="width:${width}%">`).join('');
			const head = block.head.map((cell) => `<th>${escapeHtml(cell)}</th>`).join('');
			const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${spansHtml(cell)}</td>`).join('')}</tr>`);
			return `<table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
		}
	}
}

const TAGS = { old: 'del', new: 'ins', alert: 'b class="error"', strong: 'b' } as const;

function spansHtml(spans: readonly SheetSpan[]): string {
	return spans
		.map((span) => {
			if (typeof span === 'string') return lines(span);
			const tag = TAGS[span.mark];
			return `<${tag}>${lines(span.text)}</${tag.split(' ')[0]}>`;
		})
		.join('');
}

/** A sheet's own line ends are breaks; everything else that cannot be seen is shown by its code point. */
function lines(text: string): string {
	return text.split('\n').map(escapeHtml).join('<br>');
}
