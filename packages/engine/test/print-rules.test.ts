/** Rules on a submitted print alone: what the file says of itself, pictures, turned tables. PDF files made here. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { rejectSource } from '../src/reject.ts';
import { createSession } from '../src/session.ts';
import { pdfium } from '../../proof/test/pdfium.ts';

interface Made {
	readonly content: string;
	readonly info?: string;
	readonly rotate?: number;
	readonly box?: string;
	readonly image?: readonly [number, number];
}

/** A PDF of one page by hand: objects, cross-reference table, trailer. */
function pdfOf({ content, info = '', rotate = 0, box = '0 0 595 842', image }: Made): Uint8Array {
	const grey = image === undefined ? null : deflateSync(Buffer.alloc(image[0] * image[1], 128));
	const objects: Buffer[] = [
		Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
		Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
		Buffer.from(
			`<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Rotate ${rotate} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${
				image === undefined ? '' : '/XObject << /I 7 0 R >>'
			} >> >>`,
		),
		Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
		Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
		Buffer.from(`<< ${info} >>`),
	];
	if (grey !== null && image !== undefined) {
		const head = `<< /Type /XObject /Subtype /Image /Width ${image[0]} /Height ${image[1]} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${grey.length} >>\nstream\n`;
		objects.push(Buffer.concat([Buffer.from(head), grey, Buffer.from('\nendstream')]));
	}
	const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
	const offsets: number[] = [];
	let at = parts[0]?.length ?? 0;
	objects.forEach((object, index) => {
		const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
		offsets.push(at);
		at += whole.length;
		parts.push(whole);
	});
	const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	parts.push(
		Buffer.from(
			`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${at}\n%%EOF\n`,
		),
	);
	return new Uint8Array(Buffer.concat(parts));
}

describe('prints made by hand', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-print-rules-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	async function rulesOf(made: Made): Promise<readonly string[]> {
		const path = join(folder, 'print.pdf');
		writeFileSync(path, pdfOf(made));
		const session = createSession(nodeWorld([]), { pdfium });
		const { result } = await rejectSource(session, { path, options: {}, pictures: false });
		return (result?.findings ?? [])
			.filter(({ rule }) => /^(?:draft-metadata|image-resolution|table-landscape-head-side)$/.test(rule))
			.map(({ severity, rule, page }) => `${severity} ${rule} ${page ?? '-'}`);
	}
	const text = 'BT /F 16 Tf 80 700 Td (text of the paper) Tj ET';

	it('has nothing to say of a plain page', async () => {
		expect(await rulesOf({ content: text, info: '/Producer (Bianxu)' })).toEqual([]);
	});

	it('names an author and a path among the properties, not an organ', async () => {
		expect(await rulesOf({ content: text, info: '/Author (zhang san)' })).toEqual(['warning draft-metadata -']);
		expect(await rulesOf({ content: text, info: '/Title (D:\\\\drafts\\\\v3.docx)' })).toEqual([
			'warning draft-metadata -',
		]);
		// 滨江市人大常委会办公室 in UTF-16BE.
		const organ = [...'滨江市人大常委会办公室'].map((each) => (each.codePointAt(0) ?? 0).toString(16)).join('');
		expect(await rulesOf({ content: text, info: `/Author <feff${organ}>` })).toEqual([]);
	});

	it('measures pictures at the size printed', async () => {
		const place = 'q 283 0 0 142 80 400 cm /I Do Q';
		expect(await rulesOf({ content: `${text} ${place}`, image: [400, 200] })).toEqual(['warning image-resolution 1']);
		expect(await rulesOf({ content: `${text} ${place}`, image: [1200, 600] })).toEqual([]);
	});

	it('sees on which side the head of a turned table stands', async () => {
		const up = 'BT /F 16 Tf 0 1 -1 0 100 200 Tm (head of the table) Tj ET';
		const down = 'BT /F 16 Tf 0 -1 1 0 500 700 Tm (head of the table) Tj ET';
		expect(await rulesOf({ content: up, rotate: 90 })).toEqual([]);
		expect(await rulesOf({ content: up })).toEqual([]);
		expect(await rulesOf({ content: down, rotate: 270 })).toEqual(['warning table-landscape-head-side 1']);
		expect(await rulesOf({ content: text, box: '0 0 842 595' })).toEqual(['info table-landscape-head-side -']);
	});
});
