import type { Manifest, ManifestMaterial, SessionFacts } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { planPacket } from '../src/index.ts';
import { carryOut, over, rewritten, type Texts } from './carry-out.ts';
import { item, manifest, material, request } from './packet.ts';

const caption = '——2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上';

function texts(more: Readonly<Record<string, string>> = {}): Texts {
	return new Map(
		Object.entries({
			a: `会议材料之一\n\n# 关于甲的报告\n\n${caption}\n\n市发展改革委主任 王某某\n\n2026年11月26日以来，各项工作平稳。王某某同志牵头。`,
			b: '会议材料之二\n\n# 关于乙的报告\n\n正文。',
			host: '# 主持词\n\n正文。',
			agenda: '# 议程\n\n正文。',
			...more,
		}),
	);
}

function session(more: Partial<SessionFacts> = {}, people: Partial<ManifestMaterial> = {}): Manifest {
	const whole = manifest(
		[item('ia', [material('a', { person: '王某某', ...people })]), item('ib', [material('b', { person: '李某某' })])],
		[
			{ id: 'host', file: 'host.md', kind: 'host-script' },
			{ id: 'agenda', file: 'agenda.md', kind: 'agenda' },
		],
	);
	const standing = { venue: '市人大机关三楼会议厅', attendees: { 市审计局局长: '赵某某', 市财政局局长: '钱某某' } };
	return { ...whole, session: { ...whole.session, ...standing, ...more } };
}

/** The host's script after the session has moved, and how each fact was judged. */
function moved(text: string, next: Manifest, more: Readonly<Record<string, string>> = {}) {
	const before = texts({ host: `# 主持词\n\n${text}`, ...more });
	const first = carryOut(request(session(), []), before);
	const full = { ...first.next, manifest: next };
	const planned = planPacket(over(full, first.texts));
	const body = (id: string): string =>
		(rewritten(first.texts, planned).get(id) ?? '').split('\n').slice(2).join('\n').trim();
	return { planned, host: body('host'), body, facts: planned.plan.facts, first, full };
}

const later = session({ days: ['2026-11-30', '2026-12-01'] });

describe('the session moves to other days', () => {
	it.each([
		['会议于2026年11月26日上午开幕。', '会议于2026年11月30日上午开幕。'],
		[
			'11月26日（星期四）上午全体会议，11月27日（星期五）闭幕。',
			'11月30日（星期一）上午全体会议，12月1日（星期二）闭幕。',
		],
		['会期：11月26日至27日。', '会期：11月30日至12月1日。'],
		['二〇二六年十一月二十六日星期四', '二〇二六年十一月三十日星期一'],
		['２０２６年１１月２６日', '２０２６年１１月３０日'],
	])('%s', (text, expected) => {
		const { host, facts } = moved(text, later);
		expect(host).toBe(expected);
		expect(facts.filter(({ in: id }) => id === 'host').every(({ status }) => status === 'valid')).toBe(true);
	});

	it.each([
		['去年11月26日，会议审议了有关报告。'],
		['2025年11月26日的会议。'],
		['公报写明：“会议于11月26日举行”。'],
		['11月28日前反馈意见。'],
	])('historical and quoted days stay: %s', (text) => {
		expect(moved(text, later).host).toBe(text);
	});

	it('a date that changes its month too is one place for the department', () => {
		const { planned } = moved('正文。', session({ days: ['2026-12-01', '2026-12-02'] }));
		expect(planned.plan.changes['a']).toHaveLength(2);
		expect(planned.plan.calls.flatMap(({ materials }) => materials)).toEqual([
			{ id: 'a', from: '1', to: '1', rewritten: 1, open: 0 },
		]);
	});

	it('the caption follows; a day in the body of a report is its own', () => {
		const { body, facts } = moved('正文。', later);
		expect(body('a')).toContain('——2026年11月30日在滨江市第十七届');
		expect(body('a')).toContain('2026年11月26日以来');
		expect(facts).toMatchObject([
			{ in: 'a', kind: 'day', from: '2026年11月26日', to: '2026年11月30日', status: 'valid' },
		]);
	});

	it('a place in the plan ends behind the weekday and its bracket', () => {
		const { facts } = moved('11月26日（星期四）上午。', later);
		expect(facts.find(({ in: id }) => id === 'host')).toMatchObject({
			from: '11月26日（星期四）',
			to: '11月30日（星期一）',
		});
	});

	it('a bare day and a day that is no more are asked for', () => {
		const bare = moved('26日上午继续审议。', later);
		expect(bare.facts.find(({ in: id }) => id === 'host')).toMatchObject({ status: 'check', to: '30日' });
		const gone = moved('11月27日闭幕。', session({ days: ['2026-11-30'] }));
		expect(gone.facts.find(({ in: id }) => id === 'host')).toMatchObject({ status: 'check', to: null });
		expect([bare.host, gone.host]).toEqual(['26日上午继续审议。', '11月27日闭幕。']);
	});
});

describe('ordinals, places and persons', () => {
	const next = session({ meeting: 24 });

	it('the ordinal is rewritten where it names this session; material numbers still bind', () => {
		const text = '滨江市第十七届人民代表大会常务委员会第二十三次会议材料之二。市十七届人大常委会第23次会议。';
		const { host } = moved(text, next);
		expect(host).toBe('滨江市第十七届人民代表大会常务委员会第二十四次会议材料之二。市十七届人大常委会第24次会议。');
		const other =
			'上次会议材料之二。第二十二次会议。市十七届人大常委会第二十三次主任会议。市第十六届人大常委会第二十三次会议。';
		expect(moved(other, next).host).toBe(other);
	});

	it('titles of agenda and script follow, that of a report is asked for', () => {
		const { planned, first, facts } = moved('正文。', next, {
			agenda: '# 滨江市第十七届人大常委会第二十三次会议议程\n\n正文。',
			b: '会议材料之二\n\n# 关于第十七届人大常委会第二十三次会议有关事项的报告\n\n正文。',
		});
		expect(rewritten(first.texts, planned).get('agenda')).toContain('第二十四次会议议程');
		expect(facts.filter(({ in: id }) => id === 'b').map(({ status }) => status)).toEqual(['check']);
	});

	it('a bare ordinal in the body of a report is asked for', () => {
		const report = `会议材料之二\n\n# 关于乙的报告\n\n提请第二十三次会议审议。提请市人大常委会第二十三次会议审议。`;
		const { body, facts } = moved('正文。', next, { b: report });
		expect(body('b')).toContain('提请第二十三次会议审议。提请市人大常委会第二十四次会议审议。');
		expect(facts.filter(({ in: id }) => id === 'b').map(({ status }) => status)).toEqual(['check', 'valid']);
	});

	it('a venue and an attendee are words of the manifest', () => {
		const text = '地点：市人大机关三楼会议厅。列席：市审计局局长赵某某、市财政局局长钱某某。';
		const { host, facts } = moved(text, session({ venue: '市会议中心一号厅', attendees: { 市审计局局长: '孙某某' } }));
		expect(host).toBe('地点：市会议中心一号厅。列席：市审计局局长孙某某、市财政局局长钱某某。');
		expect(facts.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
			'place valid',
			'person valid',
			'person check',
		]);
	});

	it('a reporter is rewritten in the scripts and in the signature of the paper, not in its body', () => {
		const { host, facts } = moved('请市发展改革委主任王某某作报告。', session({}, { person: '周某某' }));
		expect(host).toBe('请市发展改革委主任周某某作报告。');
		expect(facts.every(({ status }) => status === 'valid')).toBe(true);
		const shared = moved('请王某某作报告。', session({ attendees: { 市审计局局长: '王某某' } }, { person: '周某某' }));
		expect(shared.facts.filter(({ kind }) => kind === 'person').map(({ in: id, status }) => [id, status])).toEqual([
			['a', 'valid'],
			['host', 'check'],
		]);
	});
});

it('once applied the facts are those of the lock, and nothing is left to do', () => {
	const { first, full } = moved('11月26日（星期四），第二十三次会议，王某某。', later);
	const second = carryOut({ ...full, manifest: { ...later, session: { ...later.session, meeting: 24 } } }, first.texts);
	expect(second.texts.get('host')).toContain('11月30日（星期一），第二十四次会议，王某某。');
	expect(second.next.lock?.session).toMatchObject({ meeting: 24, days: ['2026-11-30', '2026-12-01'] });
	const again = planPacket(over(second.next, second.texts)).plan;
	expect([again.facts, again.changes]).toEqual([[], {}]);
});
