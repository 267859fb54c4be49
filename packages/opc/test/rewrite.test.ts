import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	encodePart,
	isRefusal,
	mainPartOf,
	openPackage,
	readPartText,
	rewritePackage,
	splicePart,
} from '../src/index.ts';
import { docxCorpus, hasCorpus, readDocxCorpus } from './corpus.ts';
import { host } from './host.ts';
import { storedZip } from './stored-zip.ts';

const same = (a: unknown, b: unknown): boolean =>
	a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;

describe('splicePart', () => {
	test('equals a rebuild piece by piece, whatever the edits', () => {
		const piece = fc.record({ keep: fc.string(), cut: fc.string(), put: fc.string() });
		fc.assert(
			fc.property(fc.array(piece), fc.string(), (pieces, tail) => {
				let text = '';
				let expected = '';
				const edits = pieces.map(({ keep, cut, put }) => {
					const start = text.length + keep.length;
					text += keep + cut;
					expected += keep + put;
					return { range: { part: '/x', start, end: start + cut.length }, text: put };
				});
				expect(splicePart(text + tail, edits)).toBe(expected + tail);
			}),
		);
	});
	test('refuses edits that overlap or leave the text', () => {
		const edit = (start: number, end: number) => ({ range: { part: '/x', start, end }, text: '' });
		expect(() => splicePart('abcdef', [edit(0, 3), edit(2, 4)])).toThrow(RangeError);
		expect(() => splicePart('abcdef', [edit(3, 7)])).toThrow(RangeError);
		expect(() => splicePart('abcdef', [edit(-1, 2)])).toThrow(RangeError);
	});
});

describe('rewritePackage', () => {
	const files = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a>正文</a>', '名.xml': '<b/>' };

	test('changes, adds and keeps parts', () => {
		const pkg = openPackage(storedZip(files), host);
		if (isRefusal(pkg)) throw new Error(pkg.message.en);
		const content = new TextEncoder().encode('<a>改后</a>');
		const added = new TextEncoder().encode('<new/>'.repeat(50));
		const out = rewritePackage(
			pkg,
			new Map([['/word/document.xml', content]]),
			host,
			new Map([['/word/f.xml', added]]),
		);
		const again = openPackage(out, host);
		if (isRefusal(again)) throw new Error(again.message.en);
		expect([...again.entries.keys()]).toEqual([...pkg.entries.keys(), '/word/f.xml']);
		expect(same(again.read('/word/document.xml'), content)).toBe(true);
		expect(same(again.read('/word/f.xml'), added)).toBe(true);
		expect(again.read('/名.xml')).toEqual(pkg.read('/名.xml'));
		expect(rewritePackage(pkg, new Map(), host)).toBe(pkg.bytes);
		expect(() => rewritePackage(pkg, new Map([['/nope', content]]), host)).toThrow(RangeError);
		expect(() => rewritePackage(pkg, new Map(), host, new Map([['/名.xml', content]]))).toThrow(RangeError);
	});

	test('any single damaged byte is refused or leaves every part readable', () => {
		const bytes = storedZip(files);
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const damaged = bytes.slice();
				damaged[at] = (damaged[at] as number) ^ flip;
				const pkg = openPackage(damaged, host);
				if (isRefusal(pkg)) return;
				for (const part of pkg.entries.keys()) pkg.read(part);
			}),
		);
	});
});

describe.skipIf(!hasCorpus)('rewriting ../shared/corpus/docx', () => {
	test.each(docxCorpus())('%s', (name) => {
		const pkg = openPackage(readDocxCorpus(name), host);
		if (isRefusal(pkg)) {
			expect(pkg.message.zh).not.toBe('');
			return;
		}
		const main = mainPartOf(pkg);
		if (isRefusal(main)) return;
		const part = readPartText(pkg, main);
		if (isRefusal(part)) return;
		// Decoding and encoding is the identity, marks included.
		expect(same(encodePart(part), pkg.read(main))).toBe(true);
		const content = encodePart({ ...part, text: `${part.text}\n` });
		const out = rewritePackage(pkg, new Map([[main, content]]), host);
		const again = openPackage(out, host);
		if (isRefusal(again)) throw new Error(again.message.en);
		expect(same(again.read(main), content)).toBe(true);
		const before = pkg.directory.entries;
		expect(again.directory.entries.map((entry) => entry.name)).toEqual(before.map((entry) => entry.name));
		again.directory.entries.forEach((entry, index) => {
			const old = before[index] as (typeof before)[number];
			if (`/${entry.name}` === main) return;
			const raw = (bytes: Uint8Array, e: typeof old) => bytes.subarray(e.localStart, e.dataStart + e.compressedSize);
			expect(same(raw(out, entry), raw(pkg.bytes, old)), entry.name).toBe(true);
		});
	});
});
