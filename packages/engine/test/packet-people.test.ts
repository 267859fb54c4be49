import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock, sealLock, writeLock } from '@bianxu/config';
import { withLedgerCode } from '@bianxu/packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../src/document.ts';
import { applyVerb, undoVerb } from '../src/packet.ts';
import { loadPacket } from '../src/packet-files.ts';
import { acceptLockVerb, checkCodeVerb, ledgerVerb } from '../src/packet-ledger.ts';
import { reviewOf, signVerb } from '../src/packet-sign.ts';
import { statusVerb } from '../src/packet-status.ts';
import { createSession, type Session } from '../src/session.ts';
import { type Disk, faultyWorld, newDisk } from './faulty-world.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/packet');
const packet = '/会议/packet.yaml';
const lockPath = '/会议/packet.lock.yaml';
const options = { date: '2026-11-25' };
const roles = ['拟稿人', '部门负责人', '分管领导'];

/** The clean packet of the fixtures (.docx and Markdown) on a disk in memory. */
function cleanPacket(): { readonly disk: Disk; readonly session: Session } {
	const disk = newDisk();
	disk.folders.add('/会议');
	for (const name of readdirSync(join(fixtures, 'clean')))
		disk.files.set(`/会议/${name}`, new Uint8Array(readFileSync(join(fixtures, 'clean', name))));
	return { disk, session: createSession(faultyWorld(disk)) };
}

/** The late change: item 5 goes, another paper comes. */
function evening(disk: Disk): void {
	for (const name of readdirSync(join(fixtures, 'evening')))
		disk.files.set(`/会议/${name}`, new Uint8Array(readFileSync(join(fixtures, 'evening', name))));
}

async function signAll(session: Session, ids: readonly string[] = []): Promise<void> {
	for (const role of roles) {
		const signed = await signVerb(session, { packet, options, ids, role, by: `${role}甲` });
		expect(signed.refused).toBeUndefined();
	}
}

async function numbered(): Promise<ReturnType<typeof cleanPacket>> {
	const made = cleanPacket();
	expect(await applyVerb(made.session, { packet, options })).toMatchObject({ applied: true });
	return made;
}

async function board(session: Session) {
	const result = await statusVerb(session, { packet, options });
	if (result.refused !== undefined) throw new Error(result.refused[0]?.message.zh);
	return result.board;
}

const text = (disk: Disk, path: string): string => new TextDecoder().decode(disk.files.get(path));

describe('review in three levels', () => {
	it('23: a renumbering keeps every sign-off; a changed word voids those of its paper and is named', async () => {
		const { disk, session } = await numbered();
		expect((await board(session)).sentence.zh).toMatch(/^今晚还不能付印：.*份没有签完/u);
		await signAll(session);
		const before = await board(session);
		expect(before.sentence.zh).toBe('今晚可以付印。');
		evening(disk);
		const fresh = 'm17';
		const applied = await applyVerb(session, { packet, options });
		expect(applied.refused === undefined && applied.applied && (applied.carried ?? []).length).toBeGreaterThan(5);
		const after = await board(session);
		expect(after.rows.find(({ id }) => id === 'm8')).toBeUndefined();
		for (const row of after.rows) {
			const states = row.roles.map(({ state }) => state);
			expect([row.id, states]).toEqual([
				row.id,
				row.id === fresh ? ['open', 'open', 'open'] : Array(3).fill('approved'),
			]);
		}
		// One word of one paper.
		const path = '/会议/接受辞职决定草案.md';
		disk.files.set(path, new TextEncoder().encode(text(disk, path).replace('辞去', '免去')));
		const changed = await board(session);
		expect(
			changed.rows.filter(({ roles: states }) => states.some(({ state }) => state === 'void')).map(({ id }) => id),
		).toEqual(['m16']);
		const note = changed.rows.find(({ id }) => id === 'm16')?.roles[0]?.note ?? '';
		expect(note).toContain('「辞」改为「免」');
		expect(changed.sentence.zh).toContain('1份签后改过字');
		// The order of roles begins again.
		const late = await signVerb(session, { packet, options, ids: ['m16'], role: '分管领导', by: '何某' });
		expect(late.refused?.[0]?.message.zh).toContain('还没有经拟稿人签审');
		disk.files.set(path, new TextEncoder().encode(text(disk, path).replace('免去', '辞去')));
		expect((await board(session)).rows.find(({ id }) => id === 'm16')?.roles.map(({ state }) => state)).toEqual(
			Array(3).fill('approved'),
		);
	});

	it('undo keeps the ledgers and the sign-offs count for the old wording again', async () => {
		const { disk, session } = await numbered();
		await signAll(session);
		evening(disk);
		await applyVerb(session, { packet, options });
		await signAll(session, ['m17']);
		expect((await undoVerb(session, { packet })).refused).toBeUndefined();
		const { rows } = await board(session);
		for (const row of rows.filter(({ id }) => id !== 'm8' && id !== 'm9'))
			expect([row.id, row.roles.map(({ state }) => state)]).toEqual([
				row.id,
				row.id === 'm17' ? ['void', 'void', 'void'] : Array(3).fill('approved'),
			]);
	});

	it('any single changed character of text voids exactly the sign-offs of its paper, in both formats', async () => {
		const { disk, session } = await numbered();
		await signAll(session);
		const loaded = await loadPacket(session, packet);
		if ('refused' in loaded) throw new Error('refused');
		const ids = loaded.manifest.items.flatMap(({ materials }) => materials.map(({ id }) => id));
		const formats = new Set<string>();
		const places = new Set<string>();
		const ways = fc.constantFrom('replace', 'insert', 'delete');
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...ids), fc.nat(), fc.nat(), ways, async (id, paragraphAt, characterAt, way) => {
				const document = loaded.documents.get(id);
				if (document === undefined) throw new Error(id);
				// Any text of the paper: mark, title, body, cells, notes, headers and footers; its first and last letters too.
				const spoken = document.doc.paragraphs.filter((each) => each.text.trim() !== '');
				const paragraph = spoken[paragraphAt % spoken.length];
				if (paragraph === undefined) return;
				const start = characterAt % paragraph.text.length;
				const old = paragraph.text.slice(start, start + 1);
				const letter = old === '改' ? '变' : '改';
				// A blank taken from an end is no letter, and half a character none either.
				if (/\s/u.test(old) || /\p{Cs}/u.test(old)) return;
				const end = way === 'insert' ? start : start + 1;
				const text = way === 'delete' ? '' : letter;
				const change = { kind: 'replace-text', block: paragraph.block, start, end, text } as const;
				const { bytes, unsayable } = document.rewrite([change]);
				if (unsayable.length > 0) return;
				formats.add(document.doc.kind);
				places.add(`${paragraph.where} ${way}`);
				const whole = disk.files.get(document.path) ?? new Uint8Array(0);
				disk.files.set(document.path, bytes);
				const now = await loadPacket(session, packet);
				disk.files.set(document.path, whole);
				if ('refused' in now) throw new Error('refused');
				for (const other of ids) {
					const review = await reviewOf(session, now, other);
					const wanted = other === id ? 'void' : 'approved';
					expect([other, review?.states.map(({ state }) => state)]).toEqual([other, [wanted, wanted, wanted]]);
					if (other === id) expect(review?.states[0]?.note).toContain(`「${way === 'delete' ? old : letter}」`);
				}
			}),
			{ numRuns: process.env['BIANXU_FULL'] === '1' ? 300 : 25 },
		);
		expect([...formats].sort()).toEqual(['docx', 'markdown']);
		expect([...places].filter((each) => each.startsWith('body ')).length).toBe(3);
	});

	it('a format is no wording: a font changes, the sign-off stays', async () => {
		const { disk, session } = await numbered();
		await signAll(session, ['m1']);
		const loaded = await loadPacket(session, packet);
		const document = 'refused' in loaded ? undefined : loaded.documents.get('m1');
		if (document === undefined) throw new Error('m1');
		const { bytes } = document.rewrite([{ kind: 'format-run', block: 3, start: 0, end: 4, format: { size: 15 } }]);
		expect(bytes).not.toEqual(document.bytes);
		disk.files.set(document.path, bytes);
		expect((await board(session)).rows.find(({ id }) => id === 'm1')?.roles.map(({ state }) => state)).toEqual(
			Array(3).fill('approved'),
		);
		expect(openDocument(session, document.path, bytes).document?.doc.paragraphs[3]?.runs[0]?.format.size).toBe(15);
	});

	it('a return holds until the text is another one, carries the findings, and stops the others', async () => {
		const { disk, session } = await numbered();
		const returned = await signVerb(session, {
			packet,
			options,
			ids: ['m2'],
			role: '拟稿人',
			by: '王某',
			returned: '数据与附件不符',
		});
		if (returned.refused !== undefined) throw new Error('refused');
		expect(returned.papers[0]?.check.diagnostics).toEqual([]);
		const next = await signVerb(session, { packet, options, ids: ['m2'], role: '拟稿人', by: '王某' });
		expect(next.refused?.[0]?.message.zh).toContain('已被拟稿人退回（数据与附件不符）');
		expect((await board(session)).rows.find(({ id }) => id === 'm2')).toMatchObject({ holder: '市人大财经委 郑国栋' });
		const path = '/会议/计划执行情况审查意见.md';
		disk.files.set(path, new TextEncoder().encode(text(disk, path).replace('。', '，已核对。')));
		expect(
			(await signVerb(session, { packet, options, ids: ['m2'], role: '拟稿人', by: '王某' })).refused,
		).toBeUndefined();
	});

	it('roles are those of the packet, side by side where it says so', async () => {
		const { disk, session } = cleanPacket();
		const policy = 'review: { roles: [承办人, 财经委会签, 法制委会签, 主任], parallel: [财经委会签, 法制委会签] }\n';
		disk.files.set(packet, new TextEncoder().encode(text(disk, packet) + policy));
		await applyVerb(session, { packet, options });
		const sign = (role: string) => signVerb(session, { packet, options, ids: ['m1'], role, by: '某' });
		expect((await sign('拟稿人')).refused?.[0]?.message.zh).toContain('应为 承办人、财经委会签、法制委会签、主任 之一');
		expect((await sign('法制委会签')).refused?.[0]?.code).toBe('packet-turn');
		expect((await sign('承办人')).refused).toBeUndefined();
		expect((await sign('法制委会签')).refused).toBeUndefined();
		expect((await sign('主任')).refused?.[0]?.message.zh).toContain('还没有经财经委会签签审');
		expect((await sign('财经委会签')).refused).toBeUndefined();
		expect((await sign('主任')).refused).toBeUndefined();
	});
});

describe('the lock file', () => {
	it('a forgery with a new seal is noticed by the links over the ledgers; one with new links by the code of any slip', async () => {
		const { disk, session } = await numbered();
		await signAll(session, ['m1', 'm2']);
		const slip = await statusVerb(session, { packet, options });
		if (slip.refused !== undefined) throw new Error('refused');
		const code = slip.head.seal;
		expect(code).toMatch(/^[0-9a-f]{12}$/);
		await ledgerVerb(session, { packet, options, by: '王某', text: '之六写成之七' });
		expect(await checkCodeVerb(session, { packet, code })).toEqual({ known: true, later: 1 });
		const whole = text(disk, lockPath);
		const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
		const body = whole.replace(/seal: .*\n/, '');
		const reseal = (changed: string): void => {
			expect(changed).not.toBe(body);
			disk.files.set(lockPath, new TextEncoder().encode(sealLock(changed, sha256)));
		};
		const noticed = async (): Promise<string | undefined> =>
			(await statusVerb(session, { packet, options })).refused?.[0]?.code;
		// Sealed anew by the same arithmetic: another name, a sign-off struck, one added, the links left out.
		const row = /\n {2}- \{ id: "m1", role: "分管领导"[^\n]*/.exec(body)?.[0] ?? '';
		expect(row).not.toBe('');
		for (const changed of [
			body.replace('拟稿人甲', '拟稿人乙'),
			body.replace(row, ''),
			body.replace(row, `${row}${row.replace('"m1"', '"m3"')}`),
			body.replace('之六写成之七', '没有差错'),
			body.replace(/\ncodes:(?:\n {2}-[^\n]*)+/, ''),
		]) {
			reseal(changed);
			expect(await noticed()).toBe('packet-lock-edited');
		}
		// All links computed anew: the lock is whole for itself, and no longer has the code of the slip.
		const { lock } = readLock(body.replace('拟稿人甲', '拟稿人乙'));
		if (lock === null) throw new Error('no lock');
		const { codes: _codes, ...bare } = lock;
		const forged = withLedgerCode(bare, (each) => sha256(new TextEncoder().encode(each)));
		disk.files.set(lockPath, new TextEncoder().encode(sealLock(writeLock(forged), sha256)));
		expect(await noticed()).toBeUndefined();
		expect(await checkCodeVerb(session, { packet, code })).toEqual({ known: false, later: 0 });
		disk.files.set(lockPath, new TextEncoder().encode(whole));
		expect(await checkCodeVerb(session, { packet, code: code.slice(0, 8) })).toMatchObject({ known: true });
		expect((await checkCodeVerb(session, { packet, code: 'abc' })).refused?.[0]?.code).toBe('packet-code');
		// A renumbering and its undo go on with the same links.
		evening(disk);
		await applyVerb(session, { packet, options });
		expect(await checkCodeVerb(session, { packet, code })).toMatchObject({ known: true });
		expect((await undoVerb(session, { packet })).refused).toBeUndefined();
		expect(await checkCodeVerb(session, { packet, code })).toMatchObject({ known: true });
	});

	it('a forged or edited one is noticed by every verb; somebody may take it by name', async () => {
		const { disk, session } = await numbered();
		await signAll(session, ['m1']);
		const whole = text(disk, lockPath);
		const forged = [
			whole.replace('拟稿人甲', '拟稿人乙'),
			whole.replace('"m1"', '"m2"'),
			whole.replace(/seal: .*\n/, ''),
			whole.replace(/\n {2}- \{ id: "m1", role[^\n]*/, ''),
			`${whole}\n# 注\n`,
		];
		for (const one of forged) {
			expect(one).not.toBe(whole);
			disk.files.set(lockPath, new TextEncoder().encode(one));
			expect((await statusVerb(session, { packet, options })).refused?.[0]?.code).toBe('packet-lock-edited');
			expect((await applyVerb(session, { packet, options })).refused?.[0]?.code).toBe('packet-lock-edited');
			expect((await signVerb(session, { packet, options, ids: [], role: '拟稿人', by: '某' })).refused?.[0]?.code).toBe(
				'packet-lock-edited',
			);
		}
		expect((await acceptLockVerb(session, { packet, options, by: '' })).refused?.[0]?.code).toBe('packet-by');
		expect(await acceptLockVerb(session, { packet, options, by: '王某' })).toMatchObject({
			faults: [{ foundBy: '王某' }],
		});
		expect((await statusVerb(session, { packet, options })).refused).toBeUndefined();
		expect((await acceptLockVerb(session, { packet, options, by: '王某' })).refused?.[0]?.code).toBe('packet-lock');
	});
});

describe('the error ledger', () => {
	it('keeps what was written: remarks are added, an entry is struck and stays', async () => {
		const { session } = await numbered();
		const add = (more: Partial<Parameters<typeof ledgerVerb>[1]>) =>
			ledgerVerb(session, { packet, options, by: '王某', ...more });
		await add({ text: '之六写成之七', id: 'm6', kind: 'number', step: 'draft' });
		await add({ text: '换页时漏换一张', kind: 'tool', step: 'printing', department: '印制组' });
		expect((await add({ text: 'x', kind: 'nonsense' })).refused?.[0]?.message.zh).toContain('差错种类应为');
		expect((await add({ text: 'x', no: 9 })).refused?.[0]?.message.zh).toBe('台账里没有第9条');
		const struck = await add({ text: '系统引起，非我方差错', by: '郑国栋', no: 1, strike: true, kind: 'tool' });
		expect(struck).toMatchObject({
			faults: [
				{
					no: 1,
					department: '市人大财经委',
					kind: 'tool',
					struck: true,
					text: '之六写成之七',
					remarks: [{ by: '郑国栋' }],
				},
				{ no: 2, department: '印制组', kind: 'tool', struck: false },
			],
		});
	});
});
