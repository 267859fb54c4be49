import { describe, expect, test } from 'vitest';
import {
	decodePart,
	isRefusal,
	mainPartOf,
	openPackage,
	type Refusal,
	readPartText,
	relationshipsOf,
	scanXml,
} from '../src/index.ts';
import { hasCorpus, hostileTable, readHostile } from './corpus.ts';
import { host } from './host.ts';

/** Reads a Word package as far as this layer goes: main part and every XML part it names. */
function readAll(bytes: Uint8Array): Refusal | undefined {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) return pkg;
	const main = mainPartOf(pkg);
	if (isRefusal(main)) return main;
	const text = readPartText(pkg, main);
	if (isRefusal(text)) return text;
	const xml = scanXml(text.text);
	if (isRefusal(xml)) return xml;
	const relationships = relationshipsOf(pkg, main);
	return isRefusal(relationships) ? relationships : undefined;
}

/** Inflates every entry of an archive. */
function readArchive(bytes: Uint8Array): Refusal | undefined {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) return pkg;
	for (const part of pkg.entries.keys()) {
		const content = pkg.read(part);
		if (isRefusal(content)) return content;
	}
	return undefined;
}

function readXml(bytes: Uint8Array): Refusal | undefined {
	const text = decodePart(bytes);
	if (isRefusal(text)) return text;
	const xml = scanXml(text.text);
	return isRefusal(xml) ? xml : undefined;
}

function verdict(must: string, refused: Refusal | undefined): void {
	if (must === 'E') expect(refused).toBeDefined();
	if (must === 'N') expect(refused).toBeUndefined();
	if (refused !== undefined) {
		// One clear line in each language; no raw control byte of the file.
		expect(refused.message.zh).toMatch(/\p{Script=Han}/u);
		for (const message of [refused.message.zh, refused.message.en]) {
			// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
			expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
			expect(message.length).toBeLessThan(300);
		}
	}
}

const own = hostileTable().filter((file) => file.folder === 'own');
const third = hostileTable().filter((file) => file.folder === 'third-party');
const ownDocx = own.filter((file) => file.name.endsWith('.docx'));

describe.skipIf(!hasCorpus)('hostile set (../shared/corpus/hostile)', () => {
	test('the table was read', () => {
		expect(ownDocx.length).toBeGreaterThan(90);
		expect(third.length).toBeGreaterThan(200);
	});
	test.each(ownDocx)('own $name: $must', (file) => {
		verdict(file.must, readAll(readHostile(file)));
	});
	test.each(third.filter((file) => file.layer === 'zip'))('archive $name: $must', (file) => {
		verdict(file.must, readArchive(readHostile(file)));
	});
	test.each(third.filter((file) => file.layer === 'xml'))('XML $name: $must', (file) => {
		verdict(file.must, readXml(readHostile(file)));
	});
	test.each(third.filter((file) => file.layer === 'docx'))('document $name: $must', (file) => {
		verdict(file.must, readAll(readHostile(file)));
	});
});
