import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Doc } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { buildDocx } from '../../parser/test/docx/build-docx.ts';
import {
	annotateBytes,
	createSession,
	fixBytes,
	type Session,
	type Settings,
	settingsFor,
	trackBytes,
	writeSafely,
} from '../src/index.ts';
import type { OpenDocument } from '../src/document.ts';
import { verifyRewrite } from '../src/verify.ts';
import { faultyWorld, newDisk } from './faulty-world.ts';

const FAULTY = join(import.meta.dirname, '../../../fixtures/packet/faulty');
const path = '/述职报告-王振海.docx';
const bytes = new Uint8Array(readFileSync(join(FAULTY, path)));
const world = faultyWorld(newDisk());
const settings: Settings = await settingsFor(createSession(world), path, { date: '2026-11-26' });

/** A session whose documents are written by somebody careless. */
function withWriter(spoil: (written: Uint8Array, document: OpenDocument) => Uint8Array): Session {
	const session = createSession(world);
	return {
		...session,
		remember: (stage, key, compute) => {
			const value = session.remember(stage, key, compute);
			if (stage !== 'open') return value;
			const opened = value as { readonly document: OpenDocument | null };
			const { document } = opened;
			if (document === null) return value;
			const rewrite: OpenDocument['rewrite'] = (changes, options) => {
				const rewritten = document.rewrite(changes, options);
				return { ...rewritten, bytes: spoil(rewritten.bytes, document) };
			};
			return { ...opened, document: { ...document, rewrite } } as typeof value;
		},
	};
}

describe('a fix that did not go as planned leaves the original', () => {
	const other = buildDocx({ body: '<w:p><w:r><w:t>别的文件</w:t></w:r></w:p>' });
	const spoilers: readonly (readonly [
		name: string,
		spoil: (written: Uint8Array, document: OpenDocument) => Uint8Array,
		code: string,
	])[] = [
		['a file that cannot be read', (written) => written.slice(0, written.length >> 1), 'fix-unreadable'],
		['another text', () => other, 'fix-text-differs'],
		[
			'a word lost beside the fix',
			(_written, document) => document.rewrite([{ kind: 'replace-text', block: 8, start: 0, end: 1, text: '' }]).bytes,
			'fix-text-differs',
		],
		[
			'a paragraph lost',
			(_written, document) => document.rewrite([{ kind: 'remove-paragraph', block: 9 }]).bytes,
			'fix-text-differs',
		],
	];
	it.each(spoilers)('%s', (_name, spoil, code) => {
		const fixed = fixBytes(withWriter(spoil), path, bytes, settings, 'safe');
		expect(fixed.failure?.code).toBe(code);
		expect(fixed.failure?.message.zh).toContain('原文件未动');
		expect(fixed.bytes).toBe(bytes);
		expect(fixed.fixed).toBe(0);
		const tracked = trackBytes(withWriter(spoil), path, bytes, settings, { which: 'safe', date: '2026-11-26' });
		expect([tracked.bytes, tracked.result.refused?.code]).toEqual([null, code]);
	});

	it('and an honest writer is believed', () => {
		const fixed = fixBytes(
			withWriter((written) => written),
			path,
			bytes,
			settings,
			'safe',
		);
		expect(fixed.failure).toBeNull();
		expect(fixed.fixed).toBeGreaterThan(0);
	});

	it('a disk that loses the end of a file leaves the old one', async () => {
		const disk = newDisk({ '/a.docx': 'old' });
		const lossy = {
			...faultyWorld(disk),
			writeFile: async (name: string, data: Uint8Array) => void disk.files.set(name, data.slice(0, 2)),
		};
		await expect(writeSafely(lossy, '/a.docx', new TextEncoder().encode('newer'))).rejects.toThrow('读回不一致');
		expect([...disk.files.keys()]).toEqual(['/a.docx']);
		expect(new TextDecoder().decode(disk.files.get('/a.docx'))).toBe('old');
	});
});

describe('what is counted', () => {
	const session = createSession(world);
	const doc = fixBytes(session, path, bytes, settings, 'safe').after.document?.doc as Doc;
	const count = (key: keyof Doc['counts']): Doc => ({ ...doc, counts: { ...doc.counts, [key]: doc.counts[key] + 1 } });
	it.each(Object.keys(doc.counts) as (keyof Doc['counts'])[])('%s', (key) => {
		expect(verifyRewrite(doc, doc, [])).toBeNull();
		expect(verifyRewrite(count(key), doc, [])?.code).toBe('fix-count-differs');
		expect(verifyRewrite(doc, count(key), [])?.code).toBe('fix-count-differs');
	});

	it('tables, sections, paragraphs, headers', () => {
		const [table] = [...doc.tables, { index: 0 } as Doc['tables'][number]];
		expect(verifyRewrite({ ...doc, tables: [...doc.tables, table as Doc['tables'][number]] }, doc, [])?.code).toBe(
			'fix-count-differs',
		);
		expect(verifyRewrite({ ...doc, sections: [...doc.sections, ...doc.sections] }, doc, [])?.code).toBe(
			'fix-count-differs',
		);
		expect(verifyRewrite(doc, { ...doc, paragraphs: doc.paragraphs.slice(1) }, [])?.code).toBe('fix-text-differs');
		const numbers: Change = { kind: 'page-numbers', font: '宋体', size: 14 };
		const header = { ...(doc.paragraphs[0] as Doc['paragraphs'][number]), where: 'header' as const, text: '机密' };
		const footer = { ...header, where: 'footer' as const };
		expect(verifyRewrite({ ...doc, paragraphs: [...doc.paragraphs, header] }, doc, [numbers])?.code).toBe(
			'fix-text-differs',
		);
		expect(verifyRewrite({ ...doc, paragraphs: [...doc.paragraphs, footer] }, doc, [numbers])?.code).toBe(
			'fix-text-differs',
		);
		expect(
			verifyRewrite(doc, { ...doc, paragraphs: [...doc.paragraphs, { ...footer, text: '— 1 —' }] }, [numbers]),
		).toBeNull();
	});
});

describe('what reaches too far', () => {
	const STYLES =
		'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="正文内容"/><w:basedOn w:val="N"/><w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr></w:style>';
	const line = (text: string): string => `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
	const body = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于水利工作情况的报告</w:t></w:r></w:p>${['一、工作情况', '今年以来，全市水利工作有序推进，各项任务完成良好。', '防汛抗旱、农村供水、河湖管护等工作取得新的进展。'].map(line).join('')}`;
	const report = buildDocx({ body, styles: STYLES });
	const of = (session: Session): ReturnType<typeof fixBytes> => fixBytes(session, '/甲.docx', report, settings, 'safe');
	const titlesOf = (spacing: string): readonly string[] => {
		const { result } = fixBytes(
			createSession(world),
			'/甲.docx',
			buildDocx({ body: `${body}${spacing}`, styles: STYLES }),
			settings,
			'all',
		).after;
		return result.diagnostics.map(({ rule }) => rule);
	};

	it('the title of a fix says how deep it goes, and the fix goes there', () => {
		const session = createSession(world);
		const before = annotateBytes(session, '/甲.docx', report, settings).result.diagnostics;
		const spacing = before.filter(({ rule }) => rule === 'spacing-line').map(({ fix }) => fix?.title.zh);
		expect(new Set(spacing)).toEqual(new Set(['行距改为固定值 28.95 磅：改样式“正文内容”（3段共用）']));
		const after = of(session).after.document?.doc;
		expect(after?.paragraphs.slice(1, 4).map(({ why }) => why.line)).toEqual(
			Array.from({ length: 3 }, () => ({ origin: 'paragraph-style', style: '正文内容' })),
		);
		expect(titlesOf('')).not.toContain('spacing-line');
	});

	it('a style that changed more than was asked is put back, and the paragraphs are changed themselves', () => {
		// A writer that also keeps a paragraph with the next one unless it is told to leave styles alone.
		const session = createSession(world);
		const reaching: Session = {
			...session,
			remember: (stage, key, compute) => {
				const value = session.remember(stage, key, compute);
				const document = stage === 'open' ? (value as { readonly document: OpenDocument | null }).document : null;
				if (document === null) return value;
				const rewrite: OpenDocument['rewrite'] = (changes, options) =>
					document.rewrite(
						options?.direct === true
							? changes
							: changes.map((change) =>
									change.kind === 'format-paragraph' && change.block === 1
										? { ...change, format: { ...change.format, keepNext: true } }
										: change,
								),
						options,
					);
				return { ...(value as object), document: { ...document, rewrite } } as typeof value;
			},
		};
		const fixed = of(reaching);
		expect(fixed.failure).toBeNull();
		expect(fixed.after.document?.doc.paragraphs[1]?.format.keepNext).toBe(false);
		expect(fixed.after.document?.doc.paragraphs[2]?.why.line).toEqual({ origin: 'direct' });
	});
});
