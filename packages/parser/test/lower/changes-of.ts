import type { Change, Doc } from '@bianxu/model';

/** One change of a kind for each paragraph that offers itself; as a rule would ask for them. */
export function changesOf(doc: Doc, kind: Change['kind'], most: number): readonly Change[] {
	const some = doc.paragraphs.slice(0, most);
	switch (kind) {
		case 'replace-text':
			return some.map(({ block, text }) => {
				const middle = text.length >> 1;
				const end = Math.min(text.length, middle + 3);
				return isPair(text, middle) || isPair(text, end)
					? { kind, block, start: 0, end: 0, text: '五' }
					: { kind, block, start: middle, end, text: '五<&>“' };
			});
		case 'format-run':
			return some
				.filter(({ text }) => text.length > 1)
				.map(({ block, text }) => ({
					kind,
					block,
					start: isPair(text, 1) ? 0 : 1,
					end: text.length,
					format: {
						eastAsia: '仿宋_GB2312',
						latin: 'Times New Roman',
						ambiguous: 'eastAsia',
						size: 16,
						bold: false,
						underline: 'none',
						highlight: 'none',
						color: '000000',
					},
				}));
		case 'format-paragraph':
			return some.map(({ block }) => ({
				kind,
				block,
				format: {
					alignment: 'justify',
					firstLineChars: 200,
					left: 0,
					right: 0,
					before: 0,
					after: 0,
					line: 579,
					lineRule: 'exact',
					keepNext: false,
				},
			}));
		case 'format-page':
			return doc.sections.map((_, section) => ({
				kind,
				section,
				page: {
					width: 11906,
					height: 16838,
					top: 2098,
					bottom: 1984,
					left: 1588,
					right: 1474,
					grid: { type: 'linesAndChars', linePitch: 579, charSpace: -849 },
				},
			}));
		case 'insert-paragraph':
			return some
				.filter(({ block }) => block % 3 === 0)
				.map(({ block }) => ({
					kind,
					block,
					where: block % 2 === 0 ? 'before' : 'after',
					text: '会议文件（五）',
					run: { eastAsia: '黑体', size: 16 },
					paragraph: { alignment: 'left', firstLineChars: 0 },
				}));
		case 'remove-paragraph':
			return some.filter(({ block }) => block % 3 === 0).map(({ block }) => ({ kind, block }));
		case 'page-numbers':
			return [{ kind, font: '宋体', size: 14 }];
	}
}

function isPair(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0xdc00 && unit <= 0xdfff;
}

/** All kinds of changes. */
export const everyKind: readonly Change['kind'][] = [
	'replace-text',
	'format-run',
	'format-paragraph',
	'format-page',
	'insert-paragraph',
	'remove-paragraph',
	'page-numbers',
];
