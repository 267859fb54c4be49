/** One paper in the ways in which offices write it: direct formatting, styles, theme and defaults, automatic numbers. */
import { docxParts, packDocx } from '../../../../scripts/fixtures/docx.ts';
import type { Paper } from '../../../../scripts/fixtures/paper.ts';

export const dialects = ['direct', 'style', 'theme', 'auto'] as const;
export type Dialect = (typeof dialects)[number];

/** Parts of a package by name. */
export type Parts = ReadonlyMap<string, string>;

/** The .docx of a paper in a dialect; `edit` changes parts before the dialect is put on. */
export function writeIn(dialect: Dialect, paper: Paper, edit: (parts: Parts) => Parts = (parts) => parts): Uint8Array {
	const direct: Paper = { ...paper, producer: 'word-direct', numbered: dialect === 'auto' };
	const parts = edit(new Map(docxParts(direct)));
	const worded = dialect === 'style' ? throughStyles(parts) : dialect === 'theme' ? throughTheme(parts) : parts;
	return packDocx(false, [...worded]);
}

function replaced(parts: Parts, name: string, change: (xml: string) => string): Parts {
	return new Map([...parts].map(([key, xml]) => [key, key === name ? change(xml) : xml]));
}

/** Every format of the body as a paragraph style or a character style; runs keep only w:hint. */
function throughStyles(parts: Parts): Parts {
	const made = new Map<string, string>();
	const styleFor = (type: 'paragraph' | 'character', based: string, pPr: string, rPr: string): string => {
		const key = `${type} ${based} ${pPr} ${rPr}`;
		const known = made.get(key);
		const id = known === undefined ? `m${made.size + 1}` : (/w:styleId="(m\d+)"/.exec(known)?.[1] ?? '');
		if (known === undefined) {
			const properties = (pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`) + (rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`);
			const parent = type === 'paragraph' ? `<w:basedOn w:val="${based}"/>` : '';
			made.set(
				key,
				`<w:style w:type="${type}" w:customStyle="1" w:styleId="${id}"><w:name w:val="公文 ${id}"/>${parent}${properties}</w:style>`,
			);
		}
		return id;
	};
	const hint = ' w:hint="eastAsia"';
	const document = (parts.get('word/document.xml') ?? '').replaceAll(
		/<w:p( [^>]*)?>(?:<w:pPr>(.*?)<\/w:pPr>)?(.*?)<\/w:p>/gs,
		(_, attributes: string | undefined, pPr: string | undefined, content: string) => {
			const own = pPr ?? '';
			const mark = (/<w:rPr>(.*?)<\/w:rPr>/s.exec(own)?.[1] ?? '').replace(hint, '');
			const kept = [/<w:numPr>.*?<\/w:numPr>/s, /<w:sectPr>.*?<\/w:sectPr>/s]
				.map((pattern) => pattern.exec(own)?.[0] ?? '')
				.join('');
			const based = /<w:pStyle w:val="([^"]+)"\/>/.exec(own)?.[1] ?? 'a';
			const paragraph = own
				.replace(/<w:rPr>.*?<\/w:rPr>/s, '')
				.replace(/<w:pStyle [^>]*>/, '')
				.replace(/<w:numPr>.*?<\/w:numPr>/s, '')
				.replace(/<w:sectPr>.*?<\/w:sectPr>/s, '');
			const style = styleFor('paragraph', based, paragraph, mark);
			const runs = content.replaceAll(/<w:r( [^>]*)?>(?:<w:rPr>(.*?)<\/w:rPr>)?/gs, (_run, rest, rPr) => {
				const stated = String(rPr ?? '');
				const plain = stated.replace(hint, '');
				const fonts = stated.includes(hint) ? '<w:rFonts w:hint="eastAsia"/>' : '';
				const character = plain === mark ? '' : `<w:rStyle w:val="${styleFor('character', '', '', plain)}"/>`;
				return `<w:r${String(rest ?? '')}>${character + fonts === '' ? '' : `<w:rPr>${character}${fonts}</w:rPr>`}`;
			});
			return `<w:p${attributes ?? ''}><w:pPr><w:pStyle w:val="${style}"/>${kept}</w:pPr>${runs}</w:p>`;
		},
	);
	const styled = replaced(parts, 'word/document.xml', () => document);
	return replaced(styled, 'word/styles.xml', (xml) =>
		xml.replace('</w:styles>', `${[...made.values()].join('')}</w:styles>`),
	);
}

/** Body type from the theme and the defaults; a face that is not the body's comes from the theme's headings where it can. */
function throughTheme(parts: Parts): Parts {
	const usual = new Set(['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体', '']);
	let heading = '';
	const document = (parts.get('word/document.xml') ?? '')
		.replaceAll(/ w:eastAsia="([^"]*)"/g, (whole, face: string) => {
			if (face === '仿宋_GB2312') return ' w:eastAsiaTheme="minorEastAsia"';
			if (!usual.has(face) && (heading === '' || heading === face)) {
				heading = face;
				return ' w:eastAsiaTheme="majorEastAsia"';
			}
			return whole;
		})
		.replaceAll(/ w:ascii="Times New Roman"/g, ' w:asciiTheme="minorHAnsi"')
		.replaceAll(/ w:hAnsi="Times New Roman"/g, ' w:hAnsiTheme="minorHAnsi"')
		.replaceAll('<w:sz w:val="32"/><w:szCs w:val="32"/>', '')
		.replaceAll('<w:spacing w:line="579" w:lineRule="exact"/>', '');
	const worded = replaced(parts, 'word/document.xml', () => document);
	const themed = replaced(worded, 'word/theme/theme1.xml', (xml) =>
		xml
			.replace(
				/(<a:minorFont>.*?<a:latin typeface=")Calibri("[^>]*>.*?script="Hans" typeface=")宋体/s,
				'$1Times New Roman$2仿宋_GB2312',
			)
			.replace(/(<a:majorFont>.*?script="Hans" typeface=")宋体/s, `$1${heading === '' ? '宋体' : heading}`),
	);
	return replaced(themed, 'word/styles.xml', (xml) =>
		xml
			.replace('<w:sz w:val="21"/><w:szCs w:val="22"/>', '<w:sz w:val="32"/><w:szCs w:val="32"/>')
			.replace(
				'<w:pPrDefault/>',
				'<w:pPrDefault><w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr></w:pPrDefault>',
			),
	);
}
