import { readFileSync } from 'node:fs';
import path from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { docxCorpus, hasCorpus, hostileTable, readDocxCorpus, readHostile } from '../../../opc/test/corpus.ts';
import { readDocx } from '../../src/index.ts';
import { host, invariantFault } from './build-docx.ts';

/** Text without white space and soft hyphens, which the two readers place differently. */
const squeeze = (text: string): string => text.replace(/[\s\u00ad]+/g, '');

type Reason =
	/** mammoth leaves equations out, the reader gives their characters. */
	| 'equation'
	/** mammoth turns w:sym of Symbol and Wingdings into Unicode signs or drops it, the reader keeps the code. */
	| 'symbol'
	/** mammoth drops text that it does not know how to wrap (fldSimple of SAVEDATE, ruby base text). */
	| 'wrapper'
	/** mammoth leaves the text boxes of VML groups and shapes out. */
	| 'textbox';

/** Files whose text differs from mammoth's, and how many characters more the reader has (may be 0: replaced signs). */
const EXPLAINED: Readonly<Record<string, readonly [reason: Reason, more: number]>> = {
	'docling__omml_multi_equation_paragraph.docx': ['equation', 9],
	'open-xml-powertools__HC031-Complicated-Document.docx': ['equation', 17],
	'open-xml-powertools__Jupiter.docx': ['wrapper', 1],
	'open-xml-powertools__Mars.docx': ['wrapper', 1],
	'open-xml-powertools__Mercury.docx': ['wrapper', 1],
	'open-xml-powertools__Neptune.docx': ['wrapper', 1],
	'open-xml-powertools__RP051-Arabic.docx': ['symbol', 0],
	'open-xml-powertools__Saturn.docx': ['wrapper', 1],
	'open-xml-powertools__Uranus.docx': ['wrapper', 1],
	'open-xml-powertools__solar-system.docx': ['wrapper', 19],
	'open-xml-sdk__BackgroundReport - THE WORKING GROUP ON INTERNET GOVERNANCE.docx': ['symbol', 0],
	'open-xml-sdk__OrielLetter_TP10192748.dotx': ['symbol', 0],
	'open-xml-sdk__complex2010.docx': ['symbol', 0],
	'open-xml-sdk__equation-1.docx': ['symbol', 11],
	'poi__form_footnotes.docx': ['symbol', 7],
	'poi__stress010.docx': ['textbox', 309],
	'poi__stress019.docx': ['wrapper', 5],
	'tika__testWORD_2006ml.docx': ['equation', 2],
};

describe.skipIf(!hasCorpus)('real documents (skipped without ../shared/corpus)', () => {
	it.each(docxCorpus())('%s', async (name) => {
		const bytes = readDocxCorpus(name);
		const result = readDocx(bytes, host);
		const witness = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).then(
			(raw) => squeeze(raw.value),
			() => null,
		);
		if (result.refusal !== undefined) {
			expect(witness, 'mammoth refuses it as well').toBeNull();
			expect(result.refusal.message.zh).not.toBe('');
			expect(result.refusal.message.en).not.toMatch(/\n/);
			return;
		}
		const { doc, source } = result;
		expect(invariantFault(doc)).toBeNull();
		for (const paragraph of doc.paragraphs) {
			for (const span of paragraph.spans) {
				if (!span.verbatim) continue;
				const text = source.parts.get(span.source.part)?.text.text.slice(span.source.start, span.source.end);
				expect(text).toBe(paragraph.text.slice(span.start, span.end));
			}
		}
		const own = squeeze(
			doc.paragraphs
				.filter(({ where }) => where === 'body' || where === 'table' || where === 'textbox')
				.map(({ text }) => text)
				.join('\n'),
		);
		const explained = EXPLAINED[name];
		if (explained === undefined) expect(own).toBe(witness);
		else {
			expect(own).not.toBe(witness);
			expect(own.length - (witness?.length ?? 0)).toBe(explained[1]);
		}
	});
});

describe.skipIf(!hasCorpus)('hostile documents (skipped without ../shared/corpus)', () => {
	const files = hostileTable().filter(({ name }) => /\.do[ct][xm]$/i.test(name));
	it.each(files.map((file) => [file.name, file] as const))('%s', (_, file) => {
		const bytes = readHostile(file);
		const started = process.cpuUsage();
		const result = readDocx(bytes, host);
		expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
		if (file.must !== 'EN') expect(result.refusal === undefined ? 'N' : 'E').toBe(file.must);
		if (result.refusal === undefined) expect(invariantFault(result.doc)).toBeNull();
	});

	it('never throws on bytes that are no document', () => {
		for (const file of hostileTable()) expect(() => readDocx(readHostile(file), host)).not.toThrow();
	});

	it('wraps every XML of the set as a main part without a throw', async () => {
		const { buildDocx } = await import('./build-docx.ts');
		for (const file of hostileTable().filter(({ name }) => name.endsWith('.xml'))) {
			const xml = readFileSync(
				path.resolve(import.meta.dirname, '../../../../../shared/corpus/hostile', file.folder, file.name),
				'latin1',
			);
			const bytes = buildDocx({ body: '', files: { 'word/document.xml': xml } });
			expect(() => readDocx(bytes, host)).not.toThrow();
		}
	});
});
