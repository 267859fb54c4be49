import { latin1 } from './pdf-file.ts';

/** What PDF/A (ISO 19005-1 6.2.2, 6.7) wants beside the pages: an XMP packet and an ICC profile. */

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The XMP packet: title, producer and date equal to those of the information dictionary, part and level. UTF-8. */
export function xmpPacket(title: string, date: string, conformance: '1b' | '2b'): Uint8Array {
	const stamp = `${date}T00:00:00Z`;
	return new TextEncoder().encode(
		[
			'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
			'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
			'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
			`<pdfaid:part>${conformance.charAt(0)}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>`,
			`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
			`<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate>`,
			'<pdf:Producer>Bianxu</pdf:Producer>',
			'</rdf:Description></rdf:RDF></x:xmpmeta>',
			'<?xpacket end="w"?>',
		].join('\n'),
	);
}

/** s15Fixed16Number. */
function fixed(value: number): readonly number[] {
	const number = Math.round(value * 65536);
	return [(number >> 24) & 255, (number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function long(value: number): readonly number[] {
	return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

const ascii = (text: string): readonly number[] => [...latin1(text)];

/** Primaries and white of sRGB adapted to D50 (IEC 61966-2-1, ICC.1:2001-04). */
const XYZ: readonly (readonly [tag: string, x: number, y: number, z: number])[] = [
	['wtpt', 0.9642, 1, 0.8249],
	['rXYZ', 0.4361, 0.2225, 0.0139],
	['gXYZ', 0.3851, 0.7169, 0.0971],
	['bXYZ', 0.1431, 0.0606, 0.7141],
];

/** A version 2 display profile with the primaries of sRGB and its gamma of about 2.2. */
export function colorProfile(): Uint8Array {
	const text = 'sRGB';
	const description = [
		...ascii('desc'),
		0,
		0,
		0,
		0,
		...long(text.length + 1),
		...ascii(text),
		0,
		...long(0),
		...long(0),
		0,
		0,
		0,
		...Array.from({ length: 67 }, () => 0),
	];
	const curve = [...ascii('curv'), 0, 0, 0, 0, ...long(1), 0x02, 0x33, 0, 0];
	const tags: (readonly [string, readonly number[]])[] = [
		['desc', description],
		['cprt', [...ascii('text'), 0, 0, 0, 0, ...ascii('No copyright'), 0]],
		...XYZ.map(
			([tag, x, y, z]) => [tag, [...ascii('XYZ '), 0, 0, 0, 0, ...fixed(x), ...fixed(y), ...fixed(z)]] as const,
		),
		['rTRC', curve],
		['gTRC', curve],
		['bTRC', curve],
	];
	const directory: number[] = [...long(tags.length)];
	const data: number[] = [];
	const start = 128 + 4 + 12 * tags.length;
	for (const [tag, content] of tags) {
		directory.push(...ascii(tag), ...long(start + data.length), ...long(content.length));
		data.push(...content);
		while (data.length % 4 !== 0) data.push(0);
	}
	const size = start + data.length;
	const header = [
		...long(size),
		...long(0),
		...long(0x02100000),
		...ascii('mntrRGB XYZ '),
		// Date of the profile: fixed, so that bytes never change.
		...[2026, 1, 1, 0, 0, 0].flatMap((value) => [value >> 8, value & 255]),
		...ascii('acsp'),
		...long(0),
		...long(0),
		...long(0),
		...long(0),
		...long(0),
		...long(0),
		...long(0),
		...fixed(0.9642),
		...fixed(1),
		...fixed(0.8249),
		...Array.from({ length: 48 }, () => 0),
	];
	return Uint8Array.from([...header, ...directory, ...data]);
}
