import type { SheetBlock } from '@bianxu/model';
import { readDocx } from '@bianxu/parser';
import { describe, expect, it } from 'vitest';
import { host } from '../../opc/test/host.ts';
import { deflateRawSync } from 'node:zlib';
import { writeSheet } from '../src/index.ts';

const zip = { ...host, deflateRaw: (data: Uint8Array) => new Uint8Array(deflateRawSync(data)) };
const blocks: readonly SheetBlock[] = [
	{ kind: 'title', text: '改号对照表' },
	{ kind: 'session', text: '滨江市第十七届人民代表大会常务委员会第二十三次会议　2026-11-25' },
	{ kind: 'lead', spans: [{ text: '2份改号', mark: 'alert' }] },
	{
		kind: 'table',
		head: ['原号', '新号'],
		widths: [50, 50],
		rows: [
			[['五'], ['甲\n', { text: '四', mark: 'new' }]],
			[[''], [{ text: '<&>\u0007\ud800', mark: 'old' }]],
		],
	},
	{ kind: 'large', spans: [{ text: '念：', mark: 'strong' }, '请看会议材料之四。'] },
	{ kind: 'sign', names: ['经办人', '核对人', '批准人'] },
];

describe('a sheet as .docx', () => {
	const bytes = writeSheet(blocks, zip);
	const read = readDocx(bytes, zip);

	it('is read back with its words, its table and its large type', () => {
		if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
		const { doc } = read;
		expect(doc.paragraphs.filter(({ where }) => where !== 'footer').map(({ text }) => text)).toEqual([
			'改号对照表',
			'滨江市第十七届人民代表大会常务委员会第二十三次会议　2026-11-25',
			'2份改号',
			'原号',
			'新号',
			'五',
			'甲\n四',
			'',
			'<&>\\u{7}\\u{d800}',
			'',
			'念：请看会议材料之四。',
			'经办人：____________　核对人：____________　批准人：____________',
			'　　　年　　月　　日　　时',
		]);
		expect(doc.tables).toHaveLength(1);
		expect(doc.tables[0]).toMatchObject({ headRows: 1, rows: 3, borders: true });
		expect(doc.paragraphs.at(10)?.runs[0]?.format.size).toBe(24);
	});

	it('is the same for the same blocks', () => {
		expect(Buffer.from(writeSheet(blocks, zip)).equals(Buffer.from(bytes))).toBe(true);
	});
});
