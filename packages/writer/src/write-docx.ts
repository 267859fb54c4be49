import type { Template } from '@bianxu/model';
import type { DeflateHost, InflateHost } from '@bianxu/opc';
import { finishPackage } from './finish-package.ts';
import { setLines } from './layout-lines.ts';
import { FOOTER_STYLE, pageTwips } from './paper-style.ts';
import type { ReferenceText } from './reference-text.ts';

/**
 * The .docx of a reference text: docx writes paragraphs, section and footers, `finishPackage` what docx has no words for.
 * Paragraphs carry a style and the East Asian hint only; the format is in the styles.
 */
export async function writeDocx(
	template: Template,
	text: ReferenceText,
	date: string,
	host: InflateHost & DeflateHost,
): Promise<Uint8Array> {
	const { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } = await import(
		'docx'
	);
	// Without the hint “ ” and — would take the Latin face ([MS-OI29500] 2.1.88).
	const font = { hint: 'eastAsia' };
	const page = pageTwips(template);
	const [before = '', after = ''] = template.page.pageNumber.form.value.split('{n}');
	const footer = (even: boolean) =>
		new Footer({
			children: [
				new Paragraph({
					style: FOOTER_STYLE,
					alignment: even ? AlignmentType.LEFT : AlignmentType.RIGHT,
					// Replaced by one character of the page number's size in finishPackage; docx knows twips only.
					indent: even ? { left: 1 } : { right: 1 },
					children: [
						new TextRun({ text: before, font }),
						new TextRun({ children: [PageNumber.CURRENT] }),
						new TextRun({ text: after, font }),
					],
				}),
			],
		});
	const children = setLines(template, text.lines).map(
		(line) =>
			new Paragraph({
				style: line.style,
				...(line.keepNext ? { keepNext: true } : {}),
				children:
					line.text === ''
						? []
						: line.text
								.split('\n')
								.map(
									(piece, index) => new TextRun(index === 0 ? { text: piece, font } : { text: piece, font, break: 1 }),
								),
			}),
	);
	const document = new Document({
		title: text.title,
		evenAndOddHeaderAndFooters: true,
		sections: [
			{
				properties: {
					page: {
						size: { width: page.width, height: page.height },
						margin: {
							top: page.top,
							right: page.right,
							bottom: page.bottom,
							left: page.left,
							header: Math.round(page.top / 2),
							footer: page.footer,
							gutter: 0,
						},
					},
					grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: page.pitch, charSpace: page.charSpace },
				},
				footers: { default: footer(false), even: footer(true) },
				children,
			},
		],
	});
	const written = new Uint8Array(await Packer.toArrayBuffer(document));
	return finishPackage(written, { template, title: text.title, date }, host);
}
