import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestItem, Plan, SlipHead, World } from '@bianxu/model';
import { hostSheet, planSentence } from '@bianxu/report';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { material } from '../../packet/test/packet.ts';
import { changedParts, read } from '../../parser/test/lower/round-trip.ts';
import { carryVerb, freezeVerb } from '../src/packet-life.ts';
import { applyVerb, planVerb, recoverVerb, undoVerb } from '../src/packet.ts';
import { createSession } from '../src/session.ts';
import {
	copyOf,
	decided,
	docxPaper,
	f1Agenda,
	f1OnDisk,
	fileOf,
	hanOf,
	lateItem,
	type OnDisk,
	packetAt,
	paperBytes,
} from './f1-on-disk.ts';

const head: SlipHead = {
	organ: '滨江市',
	session: '第十七届人民代表大会常务委员会第二十三次会议',
	date: '2026-11-25',
	seal: '',
};
let numbered: OnDisk;
let packet: OnDisk;
const opened: OnDisk[] = [];

beforeAll(async () => {
	numbered = await f1OnDisk();
});
afterAll(() => numbered.remove());
afterEach(() => {
	for (const each of opened.splice(0)) each.remove();
});

/** A fresh copy of the numbered packet. */
function begin(): OnDisk {
	packet = copyOf(numbered);
	opened.push(packet);
	return packet;
}

const agenda = f1Agenda();
const withdraw = (id: string, items: readonly ManifestItem[] = agenda): readonly ManifestItem[] =>
	items.map((each) => (each.id === id ? { ...each, withdrawn: '主任会议决定' } : each));
const insertAfter2 = (items: readonly ManifestItem[] = agenda): readonly ManifestItem[] => [
	...items.slice(0, 2),
	lateItem,
	...items.slice(2),
];
const byId = (plan: Plan) => new Map(plan.materials.map(({ id, from, to }) => [id, [from, to] as const]));
const renumbered = (plan: Plan): number => plan.counts.renumbered;
const inMaterials = (plan: Plan) => plan.references.filter(({ in: id, form }) => /^[mn]\d/.test(id) && form === 'X8');
const rewrittenIn = (plan: Plan): number =>
	inMaterials(plan).filter(({ status, from, to }) => status === 'valid' && from !== to).length;

async function distribute(): Promise<void> {
	const result = await freezeVerb(packet.session(), { ...packet.request, ids: [], state: 'distributed' });
	if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
	expect(result.ids.length).toBeGreaterThan(20);
}

/** First line of a paper: its file mark. */
function markOf(id: string): string {
	const bytes = packet.bytes(fileOf(id));
	return fileOf(id).endsWith('.md')
		? (bytes.toString('utf8').split('\n')[0] ?? '')
		: (read(new Uint8Array(bytes)).doc.paragraphs[0]?.text ?? '');
}

/** All texts of a paper. */
function textOf(file: string): string {
	const bytes = packet.bytes(file);
	return file.endsWith('.md')
		? bytes.toString('utf8')
		: read(new Uint8Array(bytes))
				.doc.paragraphs.map(({ text }) => text)
				.join('\n');
}

describe('an evening of the secretary (packets.md §9), F1 as .docx and .md on the disk', () => {
	it('1. item 5 withdrawn and two papers of an appointment inserted the evening before', async () => {
		begin().manifest(withdraw('i5', insertAfter2()));
		const before = packet.files();
		const plan = await packet.plan();
		const numbers = [...byId(plan).values()];
		expect(numbers.filter(([from, to]) => from !== null && to !== null && from !== to)).toHaveLength(20);
		expect(numbers.filter(([from, to]) => from !== null && from === to)).toHaveLength(5);
		expect(numbers.filter(([from, to]) => from !== null && to === null)).toHaveLength(3);
		expect(numbers.filter(([from, to]) => from === null && to !== null)).toHaveLength(2);
		expect(plan.counts).toMatchObject({ renumbered: 20, referencesRewritten: 23, agendaRewritten: 6 });
		expect(rewrittenIn(plan)).toBe(20);
		const dangling = plan.references.filter(({ status }) => status === 'dangling');
		expect(dangling.filter(({ form }) => form === 'X8').map(({ in: id, target }) => `${id}→${target}`)).toEqual([
			'm19→m11',
			'host→m12',
		]);
		expect(dangling.filter(({ form }) => form === 'X10')).toHaveLength(3);
		expect(planSentence(plan, 'zh')).toMatch(
			/^20份改号、23处引用改写、2处悬空须先处理；议程序号6处改写、3处悬空须先处理；1处待核对；/,
		);
		// Nothing is done while a place is open.
		expect((await packet.apply(false)).blocked).toBe(true);
		expect(packet.files()).toEqual(before);

		await packet.apply();
		expect(['m5', 'n1', 'n2', 'm6', 'm9', 'm13', 'm28'].map(markOf)).toEqual(
			['五', '六', '七', '八', '十一', '十二', '二十七'].map((number) => `会议材料之${number}`),
		);
		expect(textOf(fileOf('m19'))).toContain(`有关情况见${decided}。`);
		expect(textOf('主持词.docx')).toContain('请看第2页提到的会议材料之十九。');
		expect(packet.bytes(fileOf('m10')).toString('base64')).toBe(before.get(fileOf('m10')));
		const again = await packet.plan();
		expect([again.blocked, again.changes]).toEqual([false, {}]);
		expect((await undoVerb(packet.session(), packet.request)).refused).toBeUndefined();
		expect(packet.files()).toEqual(before);
	});

	it('2. the same, printed and not distributed: three ways side by side', async () => {
		begin().manifest(withdraw('i5', insertAfter2()));
		const plan = await packet.plan();
		const ways = [{ scheme: plan.scheme, counts: plan.counts }, ...plan.alternatives];
		expect(ways.map(({ scheme, counts }) => [scheme, counts.renumbered, counts.referencesRewritten])).toEqual([
			['continuous', 20, 23],
			['item', 25, 30],
			['frozen', 0, 0],
		]);
		const touched = plan.calls.filter(({ materials }) => materials.some(({ from }) => from !== null));
		expect(touched).toHaveLength(12);
		expect(plan.alternatives.find(({ scheme }) => scheme === 'frozen')?.departments).toBe(1);
		// No print was recorded yet: what it would cost in paper is not known, and not guessed.
		expect([plan.counts.sheets, plan.prints]).toEqual([null, null]);
		const byItem = await f1OnDisk('item');
		opened.push(byItem);
		byItem.manifest(withdraw('i5', insertAfter2()), { scheme: 'item' });
		const second = await byItem.plan();
		expect([second.counts.renumbered, rewrittenIn(second)]).toEqual([4, 6]);
	});

	it('3. the same, distributed: numbers stay, newcomers are 补充材料, the withdrawn leave tombstones', async () => {
		begin();
		await distribute();
		packet.manifest(withdraw('i5', insertAfter2()));
		const plan = await packet.plan();
		expect(plan.counts).toMatchObject({ renumbered: 0, referencesRewritten: 0 });
		expect([byId(plan).get('n1'), byId(plan).get('n2')]).toEqual([
			[null, '补1'],
			[null, '补2'],
		]);
		await packet.apply();
		expect([markOf('n1'), markOf('n2'), markOf('m13')]).toEqual(['补充材料（一）', '补充材料（二）', '会议材料之十三']);
		expect(packet.lock().tombstones.map(({ id, number, reason }) => `${id} ${number} ${reason}`)).toEqual([
			'm10 10 主任会议决定',
			'm11 11 主任会议决定',
			'm12 12 主任会议决定',
		]);
		const step = await packet.plan();
		expect([step.blocked, step.changes]).toEqual([false, {}]);
	});

	it('4. only item 5 withdrawn: 16 renumbered, 14 references; kept numbers cost nothing', async () => {
		begin().manifest(withdraw('i5'));
		const plan = await packet.plan();
		expect([renumbered(plan), rewrittenIn(plan)]).toEqual([16, 14]);
		expect(plan.alternatives.find(({ scheme }) => scheme === 'frozen')?.counts.renumbered).toBe(0);
		expect(plan.advice[0]?.message.zh).toContain('若同时有新议题，放到议程最后，也是0份改号');
		packet.manifest([...agenda, lateItem]);
		expect((await packet.plan()).counts).toMatchObject({ renumbered: 0, referencesRewritten: 0 });
	});

	it('5. items 3 and 4 exchanged: all at once, and whole after the power went at any moment', async () => {
		const swapped = [...agenda.slice(0, 2), ...agenda.slice(3, 4), ...agenda.slice(2, 3), ...agenda.slice(4)];
		begin().manifest(swapped);
		const plan = await packet.plan();
		expect([renumbered(plan), rewrittenIn(plan)]).toEqual([4, 6]);
		expect(['m6', 'm7', 'm8', 'm9'].map((id) => byId(plan).get(id))).toEqual([
			['6', '8'],
			['7', '9'],
			['8', '6'],
			['9', '7'],
		]);
		const old = packet.files();
		await packet.apply();
		const next = packet.files();
		const ends = new Set<string>();
		for (let at = 3; at < 40; at += 7) {
			begin().manifest(swapped);
			const session = createSession(dying(nodeWorld([]), at));
			await applyVerb(session, packet.request).catch(() => undefined);
			const recovered = await recoverVerb(packet.session(), packet.request);
			expect(recovered.refused).toBeUndefined();
			const now = packet.files();
			const whole = sameFiles(now, old) ? 'old' : sameFiles(now, next) ? 'new' : 'mixed';
			ends.add(whole);
		}
		expect([...ends].sort()).toEqual(['new', 'old']);
	});

	it('6. item 9 becomes the second after distribution: numbers stay, seven are out of order', async () => {
		begin();
		await distribute();
		packet.manifest([...agenda.slice(0, 1), ...agenda.slice(8), ...agenda.slice(1, 8)]);
		const plan = await packet.plan();
		expect(renumbered(plan)).toBe(0);
		expect(plan.inverted).toEqual(['m22', 'm23', 'm24', 'm25', 'm26', 'm27', 'm28']);
		expect(Object.keys(plan.changes).sort()).toEqual(['attendees', 'host', 'schedule']);
		const before = packet.files();
		await packet.apply();
		for (const id of ['m1', 'm22', 'm28']) expect(packet.files().get(fileOf(id))).toBe(before.get(fileOf(id)));
	});

	it('7. a supplement in item 7: ten renumbered, two by item, 18-1 when numbers are kept', async () => {
		const supplemented = (more: ManifestItem['materials'][number]): readonly ManifestItem[] =>
			agenda.map((each) =>
				each.id === 'i7'
					? { ...each, materials: [...each.materials.slice(0, 1), more, ...each.materials.slice(1)] }
					: each,
			);
		const paper = material('n1', { file: fileOf('n1'), title: '补充说明', supplements: 'm18' });
		begin().manifest(supplemented(paper));
		const plan = await packet.plan();
		expect([renumbered(plan), rewrittenIn(plan)]).toEqual([10, 6]);
		const byItem = await f1OnDisk('item');
		opened.push(byItem);
		byItem.manifest(supplemented(paper), { scheme: 'item' });
		const second = await byItem.plan();
		expect([renumbered(second), rewrittenIn(second)]).toEqual([2, 1]);
		packet.manifest(supplemented(paper), { scheme: 'frozen' });
		expect(byId(await packet.plan()).get('n1')).toEqual([null, '18-1']);
		await packet.apply();
		expect(markOf('n1')).toBe('会议材料之十八-1');
	});

	it('8. two supplements after distribution, the second to stand before the first: 18-1, 18-2 by issue', async () => {
		begin();
		await distribute();
		const first = material('n1', { file: fileOf('n1'), title: '补充说明一', supplements: 'm18' });
		const second = material('n2', { file: fileOf('n2'), title: '补充说明二', supplements: 'm18' });
		const seven = (...more: ManifestItem['materials']): readonly ManifestItem[] =>
			agenda.map((each) =>
				each.id === 'i7'
					? { ...each, materials: [...each.materials.slice(0, 1), ...more, ...each.materials.slice(1)] }
					: each,
			);
		packet.manifest(seven(first));
		await packet.apply();
		packet.manifest(seven(second, first));
		const plan = await packet.plan();
		expect([byId(plan).get('n1'), byId(plan).get('n2')]).toEqual([
			['18-1', '18-1'],
			[null, '18-2'],
		]);
		await packet.apply();
		expect([markOf('n1'), markOf('n2')]).toEqual(['会议材料之十八-1', '会议材料之十八-2']);
	});

	it('9. the plenary adopts another order of the agenda: only ordinals move, and the script has its sheet', async () => {
		begin();
		await distribute();
		const before = packet.files();
		packet.manifest([...agenda.slice(0, 5), ...agenda.slice(6, 7), ...agenda.slice(5, 6), ...agenda.slice(7)]);
		const plan = await packet.plan();
		expect(plan.counts).toMatchObject({ renumbered: 0, referencesRewritten: 0, agendaRewritten: 5 });
		const sheet = JSON.stringify(hostSheet(plan, 'zh', head));
		expect(sheet).toContain('主持词差异单');
		expect(sheet).toContain('"mark":"new"');
		await packet.apply();
		const after = packet.files();
		const changed = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
		expect(changed.filter((name) => /^[mn]\d/.test(name))).toEqual([]);
		expect(textOf('主持词.docx')).toContain('现在进行第七项议程。\n现在进行第六项议程。');
	});

	it('10. a withdrawn item comes back the next day: its old numbers, which nobody had in between', async () => {
		begin();
		await distribute();
		packet.manifest(withdraw('i5'));
		await packet.apply();
		packet.manifest([...withdraw('i5'), lateItem]);
		const late = await packet.apply();
		expect([byId(late).get('n1'), byId(late).get('n2')]).toEqual([
			[null, '补1'],
			[null, '补2'],
		]);
		packet.manifest([...agenda, lateItem]);
		const back = await packet.apply();
		expect(['m10', 'm11', 'm12'].map((id) => byId(back).get(id)?.[1])).toEqual(['10', '11', '12']);
		expect(packet.lock().tombstones).toEqual([]);
	});

	it('11. moved to the next session: a tombstone here, the same ids there, and both sessions in the moves', async () => {
		begin();
		await distribute();
		packet.manifest(agenda.map((each) => (each.id === 'i8' ? { ...each, movedTo: '第二十四次会议' } : each)));
		await packet.apply();
		expect(packet.lock().tombstones).toMatchObject([{ id: 'm21', number: '21', reason: '移至第二十四次会议' }]);
		const output = `${packet.folder}-下次`;
		const carried = await carryVerb(packet.session(), { ...packet.request, output });
		expect(carried.refused).toBeUndefined();
		const next = packetAt(output);
		opened.push(next);
		expect(next.text('packet.yaml')).toContain('meeting: 24');
		const filled = next.text('packet.yaml').replace('days: []', 'days: [2027-01-27]');
		next.write('packet.yaml', filled);
		const plan = await next.apply();
		expect(byId(plan).get('m21')).toEqual([null, '1']);
		expect(next.lock().moves.map(({ id, from, to, session }) => [id, from, to, session])).toEqual([
			['m21', '21', null, '第二十三次会议'],
			['m21', null, '1', undefined],
		]);
		expect(existsSync(join(output, fileOf('m21')))).toBe(true);
	});

	it('12. a paper comes into a range: it is asked for, with both wordings', async () => {
		begin().write(fileOf('m26'), paperBytes('m26', '会议材料之二十六', ['汇总见会议材料之四至之六。']));
		await packet.apply();
		packet.manifest(insertAfter2());
		const plan = await packet.plan();
		const range = plan.references.find(({ in: id, from }) => id === 'm26' && from === '四至六');
		expect(range).toMatchObject({ status: 'check', target: 'm4,m5,m6', to: '四至八' });
		expect(range?.note?.zh).toMatch(/n1、n2.*包含写「四至八」，不包含写「四至五、八」/);
		await packet.apply();
		expect(textOf(fileOf('m26'))).toContain('汇总见会议材料之四至之六。');
	});

	it('13. number and title say different things: said before numbering, never changed by itself', async () => {
		const wrong = '见《关于m6有关情况的报告》（会议材料之七）。';
		begin().write(fileOf('m26'), paperBytes('m26', '会议材料之二十六', [wrong]));
		const plan = await packet.plan();
		const found = plan.references.find(({ in: id, form }) => id === 'm26' && form === 'X8');
		expect(found).toMatchObject({ status: 'mismatch', from: '七', target: 'm7' });
		expect(found?.note?.zh).toMatch(/号指 m7.*题却是 m6 的；或改号，或改题/);
		expect(plan.blocked).toBe(true);
		expect(textOf(fileOf('m26'))).toContain(wrong);
	});

	it('14. earlier sessions, law and quoted words are left alone and counted', async () => {
		const lines = [
			'上次会议材料之三。',
			'依照第三条第（五）项的规定办理。',
			'决议写明：“见会议材料之五”。',
			'批示指出：「会议材料之五要抓紧」。',
			'市十六届人大常委会第二十三次会议材料之五。',
		];
		begin().write(fileOf('m26'), paperBytes('m26', '会议材料之二十六', lines));
		packet.manifest(insertAfter2());
		const plan = await packet.plan();
		const mine = plan.references.filter(({ in: id }) => id === 'm26');
		expect(mine.map(({ status, from }) => `${status} ${from}`)).toEqual([
			'ignored 三',
			'ignored 五',
			'ignored 五',
			'ignored 五',
		]);
		await packet.apply();
		for (const line of lines) expect(textOf(fileOf('m26'))).toContain(line);
	});

	it('15. nine items still, twenty-seven papers now: only the second count is shown', async () => {
		begin().manifest(withdraw('i5', insertAfter2()));
		const counts = (await packet.plan()).references.filter(({ target }) => target === 'count');
		expect(counts.map(({ from, to, status }) => [from, to, status])).toEqual([
			['九', '九', 'valid'],
			['二十八', '二十七', 'check'],
		]);
	});

	it('16. digits over several runs are changed in their format; those in a tracked change are asked for', async () => {
		const run = (text: string, look: string): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
		const split = run('见会议材料', '<w:b/>') + run('之', '<w:i/>') + run('十', '<w:u w:val="single"/>');
		const tracked = `<w:ins w:id="1" w:author="李某" w:date="2026-11-20T00:00:00Z">${run('又见会议材料之十二。', '')}</w:ins>`;
		const paper = docxPaper('会议材料之二十一', '关于m21有关情况的报告', [
			{ xml: split + run('二', '<w:strike/>') + run('。', '') },
			{ xml: tracked },
		]);
		begin().write(fileOf('m21'), paper);
		await packet.apply();
		const before = read(new Uint8Array(packet.bytes(fileOf('m21'))));
		packet.manifest(insertAfter2());
		const plan = await packet.plan();
		const mine = plan.references.filter(({ in: id }) => id === 'm21');
		expect(mine.map(({ status, from, to }) => `${status} ${from}→${to}`)).toEqual([
			'valid 十二→十四',
			'check 十二→十四',
		]);
		await packet.apply();
		const bytes = new Uint8Array(packet.bytes(fileOf('m21')));
		const { doc } = read(bytes);
		expect(doc.paragraphs.map(({ text }) => text).slice(2)).toEqual(['见会议材料之十四。', '又见会议材料之十二。']);
		const looks = (at: number, from: typeof doc) =>
			from.paragraphs[at]?.runs.map(({ format: { bold, italic, underline, strike } }) => [
				bold,
				italic,
				underline,
				strike,
			]);
		expect(looks(2, doc)).toEqual(looks(2, before.doc));
		expect(changedParts(paper, bytes)).toEqual(['/word/document.xml']);
	});

	it('17. a number grows wider: the mark is written, and the paper stands on the list of what to print again', async () => {
		begin().manifest(insertAfter2());
		const plan = await packet.plan();
		expect(byId(plan).get('m9')).toEqual(['9', '11']);
		expect(plan.reprint.map(({ id }) => id)).toContain('m9');
		await packet.apply();
		expect(markOf('m9')).toBe('会议材料之十一');
		expect(textOf(fileOf('m8'))).toContain('有关情况见会议材料之十一。');
		expect(hanOf('m9')).toBe('九');
	});

	it('25. two final versions and a stale plan', async () => {
		begin();
		const rival = paperBytes('m8', '会议材料之八', ['U盘带回的另一份。']);
		packet.write('m8最终版2(1).md', rival);
		const stopped = await packet.plan();
		expect(stopped.blocked).toBe(true);
		expect(stopped.obstacles[0]?.zh).toMatch(/^m8（m8最终版2\(1\)\.md）：像是 m8\.md 的另一个版本，内容不同（第3段：/);
		// The same bytes under another name are no rival.
		packet.write('m8最终版2(1).md', packet.bytes(fileOf('m8')));
		expect((await packet.plan()).blocked).toBe(false);

		packet.manifest(insertAfter2());
		const kept = await planVerb(packet.session(), packet.request);
		if (kept.refused !== undefined) throw new Error('refused');
		const changed = packet.text(fileOf('m4')).replace('这是第2页', '这一处后来改过，并见会议材料之九。这是第2页');
		packet.write(fileOf('m4'), changed);
		const bytes = new TextEncoder().encode(kept.kept);
		const stale = await applyVerb(packet.session(), { ...packet.request, kept: bytes });
		expect(stale.refused?.[0]?.message.zh).toMatch(/^方案已过期：m4\.md 在 plan 之后变动过/);
		const again = await packet.plan();
		const known = new Set(kept.plan.references.map(({ in: id, context }) => `${id} ${context}`));
		const fresh = again.references.filter(({ in: id, context }) => !known.has(`${id} ${context}`));
		expect(fresh.map(({ in: id, from, to }) => `${id} ${from}→${to}`)).toEqual(['m4 九→十一']);
	});
});

describe('for the departments', () => {
	it('copies with tracked changes: accepted they are the renumbered papers, rejected the old ones', async () => {
		begin().manifest(insertAfter2());
		const before = packet.files();
		const output = `${packet.folder}-修订稿`;
		const result = await applyVerb(packet.session(), { ...packet.request, output, track: true });
		if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
		const copies = packetAt(output);
		opened.push(copies);
		expect(result.applied).toBe(false);
		expect(packet.files()).toEqual(before);
		expect(copies.files().has('m9.修订.docx')).toBe(true);
		expect(copies.files().has('packet.lock.yaml')).toBe(false);
		const tracked = read(new Uint8Array(copies.bytes('m9.修订.docx')));
		expect(tracked.doc.paragraphs[0]?.text).toBe('会议材料之十一');
		expect(tracked.doc.counts).toMatchObject({ insertions: 2, deletions: 2 });
		await packet.apply();
		for (const id of ['m7', 'm9', 'm19']) {
			const texts = read(new Uint8Array(packet.bytes(fileOf(id)))).doc.paragraphs.map(({ text }) => text);
			const copy = read(new Uint8Array(copies.bytes(`${id}.修订.docx`))).doc.paragraphs.map(({ text }) => text);
			expect(copy).toEqual(texts);
		}
		const without = await applyVerb(packet.session(), { ...packet.request, track: true });
		expect(without.refused === undefined ? [] : without.refused[0]?.code).toBe('packet-track');
	});
});

function sameFiles(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
	return left.size === right.size && [...left].every(([name, bytes]) => right.get(name) === bytes);
}

/** A World that dies at its changing call number `at`: that call and all later ones fail. */
function dying(world: World, at: number): World {
	let count = 0;
	const turn = async <T>(run: () => Promise<T>): Promise<T> => {
		count += 1;
		if (count >= at) throw Object.assign(new Error('killed'), { code: 'EKILLED' });
		return run();
	};
	return {
		...world,
		writeFile: (path, bytes) => turn(() => world.writeFile(path, bytes)),
		rename: (from, to) => turn(() => world.rename(from, to)),
		remove: (path) => turn(() => world.remove(path)),
		makeDirectory: (path) => turn(() => world.makeDirectory(path)),
		syncDirectory: (path) => turn(() => world.syncDirectory(path)),
	};
}
