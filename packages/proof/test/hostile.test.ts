import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { resolveTemplate } from '../../config/src/index.ts';
import { comparePrint, readPrint } from '../src/index.ts';
import { decodeFontName } from '../src/font-name.ts';
import { wasm } from './pdfium.ts';

const hostile = join(import.meta.dirname, '../../../../shared/corpus/hostile');
const template = resolveTemplate('base');

/** Reads, compares and pictures a file as `reject` does; the code of the refusal, or the number of findings. */
async function judge(bytes: Uint8Array): Promise<string> {
	const open = await readPrint(bytes, wasm);
	if (open.refusal !== undefined) return open.refusal.code;
	try {
		const findings = comparePrint(open.print, template, null);
		const { width, height, rgb } = open.picture(0, 60 / 72);
		expect(rgb).toHaveLength(width * height * 3);
		expect(width * height).toBeLessThan(5_000_000);
		return `${open.print.frames.length} pages, ${findings.length} findings`;
	} finally {
		open.close();
	}
}

describe.skipIf(!existsSync(hostile))('hostile prints (../shared/corpus/hostile)', () => {
	const files = (existsSync(hostile) ? readdirSync(hostile, { recursive: true, encoding: 'utf8' }) : []).filter(
		(name) => name.endsWith('.pdf'),
	);
	test.each(files)('%s ends in a refusal or a result within 10 s', async (name) => {
		const begin = process.cpuUsage();
		expect(await judge(new Uint8Array(readFileSync(join(hostile, name))))).toMatch(/^print-|^\d+ pages/);
		expect(process.cpuUsage(begin).user / 1000).toBeLessThan(10_000);
	});
});

test('what is no PDF is refused by name', async () => {
	expect(await judge(new Uint8Array(0))).toBe('print-unreadable');
	expect(await judge(new TextEncoder().encode('会议材料之一'))).toBe('print-unreadable');
});

test('a print that needs a password is refused by name', async () => {
	const document = await PDFDocument.create();
	document.addPage([595, 842]);
	document.encrypt({ userPassword: '123', ownerPassword: '456' });
	expect(await judge(await document.save())).toBe('print-password');
});

test('a damaged print is a refusal or a result, wherever it is cut or overwritten', async () => {
	const document = await PDFDocument.create();
	for (let at = 0; at < 3; at++) document.addPage([595, 842]).drawText(`page ${at}`, { x: 100, y: 400 });
	const whole = await document.save({ useObjectStreams: false });
	await fc.assert(
		fc.asyncProperty(
			fc.nat(whole.length),
			fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
			async (end, bytes) => {
				const damaged = whole.slice(0, end > 50 ? end : whole.length);
				for (const [at, value] of bytes) if (at < damaged.length) damaged[at] = value;
				expect(await judge(damaged)).toMatch(/^print-|^\d+ pages/);
			},
		),
		{ numRuns: 40 },
	);
});

test('font names: GBK bytes of government systems, and subset tags', () => {
	expect(decodeFontName(new Uint8Array([0xb7, 0xc2, 0xcb, 0xce]))).toEqual({ name: '仿宋', subset: false });
	expect(decodeFontName(new TextEncoder().encode('ABCDEF+SimHei'))).toEqual({ name: 'SimHei', subset: true });
	expect(decodeFontName(new TextEncoder().encode('方正小标宋简体'))).toEqual({ name: '方正小标宋简体', subset: false });
});
