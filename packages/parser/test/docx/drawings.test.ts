import type { Drawing } from '@bianxu/model';
import { describe, expect, test } from 'vitest';
import { read } from './build-docx.ts';

const PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
	'emf',
	'png',
	'pdf',
]
	.map((kind) => `<Relationship Id="${kind}" Type="${IMAGE}" Target="media/image.${kind}"/>`)
	.join('')}</Relationships>`;
/** 2 × 1 cm in EMU. */
const EXTENT = '<wp:extent cx="720000" cy="360000"/>';

const blip = (id: string): string => `<pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill>`;
const picture = (fill: string, transform = ''): string =>
	`<w:drawing><wp:inline ${WP}>${EXTENT}<a:graphic><a:graphicData><pic:pic ${PIC}>${fill}<pic:spPr><a:xfrm ${transform}><a:ext cx="720000" cy="360000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
const chart = `<w:drawing><wp:inline ${WP}>${EXTENT}<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></wp:inline></w:drawing>`;
const shape = `<w:drawing><wp:inline ${WP}>${EXTENT}<wps:wsp><wps:spPr><a:prstGeom prst="heart"/></wps:spPr></wps:wsp></wp:inline></w:drawing>`;
const box = `<w:drawing><wp:inline ${WP}>${EXTENT}<wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wp:inline></w:drawing>`;
const vml = (style: string): string =>
	`<w:pict><v:shape style="width:60pt;height:30pt;${style}"><v:imagedata r:id="png"/></v:shape></w:pict>`;
const alternate = (choice: string, fallback: string, requires = 'wps'): string =>
	`<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

function drawingsOf(run: string): readonly Drawing[] {
	const files = { 'word/_rels/document.xml.rels': relationships };
	return read({ body: `<w:p><w:r>${run}</w:r></w:p>`, files }).paragraphs[0]?.drawings ?? [];
}

describe('pictures of a .docx', () => {
	test('how a picture is turned and mirrored', () => {
		expect(drawingsOf(picture(blip('png'), 'rot="5400000"'))).toMatchObject([
			{ kind: 'picture', target: '/word/media/image.png', rotation: 90, flipped: 'none', width: 1134, height: 567 },
		]);
		expect(drawingsOf(picture(blip('png'), 'flipH="1"'))).toMatchObject([{ rotation: 0, flipped: 'horizontal' }]);
		expect(drawingsOf(picture(blip('png'), 'flipV="true" rot="-2700000"'))).toMatchObject([
			{ rotation: -45, flipped: 'vertical' },
		]);
		expect(drawingsOf(vml('rotation:90'))).toMatchObject([{ rotation: 90, width: 1200, height: 600 }]);
		expect(drawingsOf(vml('rotation:2949120fd;flip:x y'))).toMatchObject([{ rotation: 45, flipped: 'both' }]);
	});

	test('a chart or a shape is its fallback picture, where it brings one', () => {
		expect(drawingsOf(alternate(chart, vml('')))).toMatchObject([{ kind: 'picture', target: '/word/media/image.png' }]);
		expect(drawingsOf(alternate(shape, vml('')))).toMatchObject([{ kind: 'picture', target: '/word/media/image.png' }]);
		expect(drawingsOf(chart)).toMatchObject([{ kind: 'chart' }]);
		expect(drawingsOf(alternate(shape, ''))).toMatchObject([{ kind: 'shape' }]);
		// Its words are printed as words; the picture would say them again.
		expect(drawingsOf(alternate(box, vml('')))).toMatchObject([{ kind: 'box' }]);
	});

	test('a picture that no printer reads keeps the one that the file brings in its place', () => {
		expect(drawingsOf(alternate(picture(blip('emf')), vml('')))).toMatchObject([
			{ kind: 'picture', target: '/word/media/image.emf', fallback: '/word/media/image.png' },
		]);
		// Word for Mac: a PDF image, and a PNG for everybody else.
		const mac = `<mc:AlternateContent><mc:Choice xmlns:ma="http://schemas.microsoft.com/office/mac/drawingml/2008/main" Requires="ma">${blip('pdf')}</mc:Choice><mc:Fallback>${blip('png')}</mc:Fallback></mc:AlternateContent>`;
		expect(drawingsOf(picture(mac))).toMatchObject([{ kind: 'picture', target: '/word/media/image.png' }]);
	});

	test('an embedded object shows its picture', () => {
		const object = `<w:object><v:shape style="width:60pt;height:30pt"><v:imagedata r:id="png"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object>`;
		expect(drawingsOf(object)).toMatchObject([{ kind: 'picture', target: '/word/media/image.png' }]);
	});
});
