import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import {
	attr,
	attributes,
	children,
	elementName,
	escapeAttribute,
	escapeText,
	isRefusal,
	namespaceAt,
	openPackage,
	readPartText,
	scanXml,
	textOf,
	textPieces,
	type XmlDocument,
} from '../src/index.ts';
import { internalName } from '../src/namespaces.ts';
import { docxCorpus, hasCorpus, readDocxCorpus } from './corpus.ts';
import { host } from './host.ts';

const scanned = (text: string): XmlDocument => {
	const xml = scanXml(text);
	if (isRefusal(xml)) throw new Error(xml.message.en);
	return xml;
};

/** What both readers must agree on: names, attributes, own text, in document order. */
function ours(xml: XmlDocument): string[] {
	const out: string[] = [];
	for (let element = 0; element < xml.count; element++) {
		const values = attributes(xml, element).filter(([name]) => !name.startsWith('xmlns'));
		out.push(JSON.stringify([elementName(xml, element), values, textOf(xml, element)]));
	}
	return out;
}

function saxes(text: string): string[] {
	const parser = new SaxesParser({ xmlns: true });
	const rows: [string, string[][], string][] = [];
	const stack: number[] = [];
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', (tag) => {
		const values = Object.values(tag.attributes)
			.filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
			.map((attribute) => [internalName(attribute.uri, attribute.local), attribute.value]);
		stack.push(rows.push([internalName(tag.uri, tag.local), values, '']) - 1);
	});
	parser.on('closetag', () => stack.pop());
	const add = (piece: string) => {
		const row = rows[stack.at(-1) ?? -1];
		if (row !== undefined) row[2] += piece;
	};
	parser.on('text', add);
	parser.on('cdata', add);
	parser.write(text).close();
	return rows.map((row) => JSON.stringify(row));
}

describe('scanXml', () => {
	test('positions of elements, tags and values', () => {
		const text = '<a x="1&amp;2"><b/><c>t&#x4E00;<![CDATA[<]]><!-- no -->\r\nu</c></a>';
		const xml = scanned(text);
		expect(xml.count).toBe(3);
		expect(text.slice(xml.start[2], xml.end[2])).toBe('<c>t&#x4E00;<![CDATA[<]]><!-- no -->\r\nu</c>');
		expect(text.slice(xml.tagEnd[2], xml.closeStart[2])).toBe('t&#x4E00;<![CDATA[<]]><!-- no -->\r\nu');
		expect(attr(xml, 0, 'x')).toBe('1&2');
		expect(textOf(xml, 2)).toBe('t一<\nu');
		for (const piece of textPieces(xml, 2)) {
			if (piece.verbatim) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
		}
		expect(children(xml, 0).map((element) => elementName(xml, element))).toEqual(['b', 'c']);
	});

	test('namespaces: by URI, both sets alike, inner declarations end with their element', () => {
		const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
		const loose = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
		const xml = scanned(
			`<q:p xmlns:q="${strict}"><q:r xmlns:q="${loose}" q:val="1"><q:t/></q:r><z xmlns="urn:z"><y/></z><q:r/></q:p>`,
		);
		const names = Array.from({ length: xml.count }, (_, element) => elementName(xml, element));
		expect(names).toEqual(['w:p', 'w:r', 'w:t', '{urn:z}z', '{urn:z}y', 'w:r']);
		expect(attr(xml, 1, 'w:val')).toBe('1');
		expect(namespaceAt(xml, 2, 'q')).toBe(loose);
		expect(namespaceAt(xml, 5, 'q')).toBe(strict);
	});

	test.each([
		['<!DOCTYPE a><a/>', 'xml-doctype'],
		['', 'xml-empty'],
		['<a x="1" x="2"/>', 'xml-malformed'],
		['<a><b></a></b>', 'xml-malformed'],
		['<a/><b/>', 'xml-malformed'],
		['<a>\u0000</a>', 'xml-malformed'],
		['<a>&#1;</a>', 'xml-malformed'],
		['<a>&nbsp;</a>', 'xml-malformed'],
		['<a>\ud800</a>', 'xml-malformed'],
		['<a>]]></a>', 'xml-malformed'],
		['<q:a/>', 'xml-malformed'],
		['<a xmlns:p="urn:1" xmlns:q="urn:1" p:x="" q:x=""/>', 'xml-malformed'],
		['<a></ab>', 'xml-malformed'],
		['<ab></a>', 'xml-malformed'],
		['<a', 'xml-malformed'],
		['<a b="', 'xml-malformed'],
		['text', 'xml-malformed'],
		['<a>'.repeat(257) + '</a>'.repeat(257), 'budget-xmlDepth'],
		[`<a ${Array.from({ length: 513 }, (_, i) => `b${i}=""`).join(' ')}/>`, 'budget-xmlAttributes'],
		[`<a b="${'x'.repeat(16385)}"/>`, 'budget-xmlAttributeLength'],
	])('refuses %.40s', (text, code) => {
		const xml = scanXml(text);
		expect(isRefusal(xml) && xml.code).toBe(code);
	});

	test('colliding names stay cheap', () => {
		// "Aa" and "BB" have one hash; 2^13 names of 13 such pairs all collide.
		let names = [''];
		for (let i = 0; i < 13; i++) names = names.flatMap((name) => [`${name}Aa`, `${name}BB`]);
		const text = `<r>${names.map((name) => `<${name}/>`).join('')}</r>`;
		const begin = process.cpuUsage();
		expect(scanned(text).count).toBe(names.length + 1);
		expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
	});

	test('escaping comes back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (value) => {
				const clean = value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '');
				const xml = scanned(`<a b="${escapeAttribute(clean)}">${escapeText(clean)}</a>`);
				expect(attr(xml, 0, 'b')).toBe(clean);
				expect(textOf(xml, 0)).toBe(clean);
			}),
		);
	});

	test('accepts and refuses what saxes does, on mutated markup', () => {
		const token = fc.constantFrom(
			'<a>',
			'</a>',
			'<b x="1">',
			'</b>',
			'<c/>',
			'&amp;',
			'&x;',
			'text',
			']]>',
			'<!-- -->',
		);
		const more = fc.constantFrom(
			'<![CDATA[x]]>',
			'<?p q?>',
			'<p:a xmlns:p="urn:p" p:b=""/>',
			'<a b="1" b="2"/>',
			'<',
			'"',
			' ',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(token, more), { maxLength: 12 }), (tokens) => {
				const text = `<r>${tokens.join('')}</r>`;
				let expected: string[] | undefined;
				try {
					expected = saxes(text);
				} catch {
					expected = undefined;
				}
				const xml = scanXml(text);
				if (expected === undefined) expect(isRefusal(xml)).toBe(true);
				else expect(isRefusal(xml) ? xml.message.en : ours(xml)).toEqual(expected);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe.skipIf(!hasCorpus)('scanXml against saxes on ../shared/corpus/docx', () => {
	test.each(docxCorpus())('%s', (name) => {
		const pkg = openPackage(readDocxCorpus(name), host);
		if (isRefusal(pkg)) return;
		for (const part of pkg.entries.keys()) {
			if (!/\.(xml|rels)$/i.test(part)) continue;
			const text = readPartText(pkg, part);
			if (isRefusal(text)) continue;
			const xml = scanXml(text.text);
			let expected: string[] | undefined;
			try {
				expected = saxes(text.text);
			} catch {
				expected = undefined;
			}
			if (expected === undefined) expect(isRefusal(xml), part).toBe(true);
			else expect(isRefusal(xml) ? xml.message.en : ours(xml), part).toEqual(expected);
		}
	});
});
