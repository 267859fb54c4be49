import type { PlannedReference } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { planPacket } from '../src/index.ts';
import { carryOut, over, rewritten, type Texts } from './carry-out.ts';
import { item, manifest, material, request } from './packet.ts';

/** Items a…h with one paper each; a new item is inserted behind the second, so that 三 becomes 四 and so on. */
const letters = [...'abcdefgh'];
const titles: Readonly<Record<string, string>> = {
	c: '关于2025年度市级预算执行情况的审计工作报告',
	d: '关于学前教育发展情况的调研意见',
	e: '关于计划执行情况的报告',
};
const materialOf = (id: string) => item(`i${id}`, [material(id, { title: titles[id] ?? '' })]);
const before = letters.map(materialOf);
const inserted = [...before.slice(0, 2), item('inew', [material('new')]), ...before.slice(2)];
const withdrawn = before.map((each) => (each.id === 'id' ? { ...each, withdrawn: true as const } : each));
const numerals = [...'一二三四五六七八'];

/** Papers a…h with their marks; `text` is the body of h. */
function texts(text: string): Texts {
	const papers = letters.map((id, at): [string, string] => [
		id,
		`会议材料之${numerals[at]}\n\n# ${titles[id] ?? `关于${id}的报告`}\n\n${id === 'h' ? text : '正文。'}\n`,
	]);
	return new Map([...papers, ['new', '# 关于新增事项的议案\n\n正文。\n']]);
}

function referencesOf(text: string, items = inserted): readonly PlannedReference[] {
	return planPacket(over(request(manifest(items), []), texts(text))).plan.references;
}

/** Body of h after the plan. */
function after(text: string, items = inserted): string {
	const before = texts(text);
	const planned = planPacket(over(request(manifest(items), []), before));
	return (rewritten(before, planned).get('h') ?? '').split('\n').slice(4).join('\n').trim();
}

describe('references are rewritten by what they mean', () => {
	it.each([
		['见会议材料之五。', '见会议材料之六。'],
		['见会议文件（五）附件2。', '见会议文件（六）附件2。'],
		['见会议文件(5)。', '见会议文件(6)。'],
		['见材料五、会议文件之七。', '见材料六、会议文件之八。'],
		['会议材料之三、五、七', '会议材料之四、六、八'],
		['会议材料之三、之五和之七', '会议材料之四、之六和之八'],
		['会议材料（三）至（七）', '会议材料（四）至（八）'],
		['会议材料之三至会议材料之七', '会议材料之四至会议材料之八'],
		['会议材料之一、二', '会议材料之一、二'],
		['现在进行第三项议程、第五项议程。', '现在进行第四项议程、第六项议程。'],
		['第三、四项议程', '第四、五项议程'],
		[
			'滨江市第十七届人民代表大会常务委员会第二十三次会议材料之五',
			'滨江市第十七届人民代表大会常务委员会第二十三次会议材料之六',
		],
	])('%s → %s', (text, expected) => {
		expect(after(text)).toBe(expected);
		expect(referencesOf(text).every(({ status }) => status === 'valid')).toBe(true);
	});

	it.each([
		['上次会议材料之五', '上次会议材料之五'],
		['第二十二次会议材料之五', '第二十二次会议材料之五'],
		['决议写明：“见会议材料之五”。', '决议写明：“见会议材料之五”。'],
		['决议写明：「见会议材料之五」。', '决议写明：「见会议材料之五」。'],
		['依据第三十五条第（五）项、第三项措施、材料费五万元', '依据第三十五条第（五）项、第三项措施、材料费五万元'],
	])('left alone: %s', (text, expected) => {
		expect(after(text)).toBe(expected);
		expect(referencesOf(text).every(({ status }) => status === 'ignored')).toBe(true);
	});

	it('a heading is never touched, but its stale number is shown', () => {
		const [reference] = referencesOf('## 一、关于会议材料之五\n\n正文。').filter(({ form }) => form === 'X8');
		expect(reference).toMatchObject({ status: 'check', from: '五', to: '六', target: 'e' });
		expect(after('## 一、关于会议材料之五')).toBe('## 一、关于会议材料之五');
	});

	it('numbered lines of an agenda are its text, not headings', () => {
		const agenda = new Map([
			...texts('正文。'),
			['agenda', '# 议程\n\n## 三、审议有关报告（会议材料之三）\n\n## 四、其他（会议材料之四）\n'],
		]);
		const unnumbered = [{ id: 'agenda', file: 'agenda.md', kind: 'agenda' as const }];
		const planned = planPacket(over(request(manifest(inserted, unnumbered), []), agenda));
		expect(rewritten(agenda, planned).get('agenda')).toBe(
			'# 议程\n\n## 三、审议有关报告（会议材料之四）\n\n## 四、其他（会议材料之五）\n',
		);
	});

	it('the span is the whole mention in the old text', () => {
		const [reference] = referencesOf('详见会议材料之三、五。');
		expect(reference).toMatchObject({
			in: 'h',
			block: 2,
			start: 2,
			end: 10,
			from: '三、五',
			to: '四、六',
			target: 'c,e',
		});
	});

	it('no chains: every number is substituted once', () => {
		expect(after('会议材料之三、四、五、六、七')).toBe('会议材料之四、五、六、七、八');
	});
});

describe('what a person has to decide', () => {
	it('withdrawn: dangling, blocks, and the rest of a list is proposed', () => {
		const [single] = referencesOf('见会议材料之四。', withdrawn);
		expect(single).toMatchObject({ status: 'dangling', to: null, target: 'd' });
		const [list] = referencesOf('见会议材料之三、四、五。', withdrawn);
		expect(list).toMatchObject({ status: 'dangling', from: '三、四、五', to: '三、四', target: 'c,d,e' });
		expect(referencesOf('见会议材料之三至五。', withdrawn)[0]).toMatchObject({ status: 'dangling', to: '三至四' });
		expect(referencesOf('见会议材料之九。')[0]).toMatchObject({ status: 'dangling', target: null });
		expect(referencesOf('现在进行第四项议程。', withdrawn)[0]).toMatchObject({ status: 'dangling', target: 'id' });
	});

	it('12: a paper that comes into a range is asked for, not taken in silently', () => {
		const [range] = referencesOf('会议材料之一至之四');
		expect(range).toMatchObject({ status: 'check', from: '一至四', to: '一至五', target: 'a,b,c,d' });
		expect(range?.note?.zh).toMatch(/new.*包含写「一至五」，不包含写「一至二、四至五」/);
		expect(after('会议材料之一至之四')).toBe('会议材料之一至之四');
	});

	it('13: number and title say different things', () => {
		const [reference] = referencesOf('见《审计工作报告》（会议材料之四）。').filter(({ form }) => form === 'X8');
		expect(reference).toMatchObject({ status: 'mismatch', target: 'd' });
		expect(reference?.note?.zh).toMatch(/d《.*c 的/);
		expect(after('见《审计工作报告》（会议材料之三）。')).toBe('见《审计工作报告》（会议材料之四）。');
		// A title that is nobody's says nothing against the number.
		const [law] = referencesOf('见《监督条例》（会议材料之四）。').filter(({ form }) => form === 'X8');
		expect(law).toMatchObject({ status: 'valid', to: '五', target: 'd' });
		expect(law?.note?.zh).toContain('对不上');
		expect(referencesOf('见《意见》（会议材料之四）。').find(({ form }) => form === 'X8')?.note).toBeNull();
		expect(referencesOf('见《计划报告》（会议材料之五）。').find(({ form }) => form === 'X8')?.note).toBeNull();
	});

	it('a numeral that may belong to the next word is ambiguous', () => {
		const many = [...before, ...[...'jkl'].map(materialOf)];
		const base = texts('会议材料之十一并审议。');
		const more = new Map([
			...base,
			...[...'jkl'].map((id, at): [string, string] => [id, `会议材料之${['九', '十', '十一'][at]}\n\n# ${id}\n`]),
		]);
		const moved = [...many.slice(0, 2), item('inew', [material('new')]), ...many.slice(2)];
		const { plan } = planPacket(over(request(manifest(moved), []), more));
		expect(plan.references[0]).toMatchObject({ status: 'ambiguous', from: '十一' });
		expect(plan.blocked).toBe(true);
	});

	it('two papers with one number: ambiguous only where somebody cites it', () => {
		const twice = new Map([...texts('见会议材料之二。'), ['a', '会议材料之二\n\n# 甲\n']]);
		const { plan } = planPacket(over(request(manifest(before), []), twice));
		expect(plan.references[0]).toMatchObject({ status: 'ambiguous', target: 'a,b' });
	});
});

describe('titles and attachments are checked only', () => {
	it('a title of a withdrawn paper is shown, one of a standing paper is not; neither is touched', () => {
		const text = '见《关于学前教育发展情况的调研意见》和《关于计划执行情况的报告》。';
		expect(referencesOf(text, withdrawn)).toMatchObject([{ status: 'check', target: 'd', form: 'X22', to: null }]);
		expect(referencesOf(text)).toEqual([]);
		expect(after(text, withdrawn)).toBe(text);
	});

	it('an attachment that the paper does not have is shown', () => {
		expect(referencesOf('详见附件2。')).toMatchObject([{ status: 'check', from: '2', to: null, target: 'h' }]);
		const apart = inserted.map((each) =>
			each.id === 'ig' ? { ...each, materials: [material('g', { of: 'h', kind: 'attachment' })] } : each,
		);
		expect(referencesOf('详见附件1。', apart)).toEqual([]);
	});
});

describe('places that a change must not touch', () => {
	it('16: digits in a tracked insertion or a field are left to a person', () => {
		const full = over(request(manifest(inserted), []), texts('见会议材料之五。又见会议材料之六。'));
		const papers = full.papers.map((paper) =>
			paper.id !== 'h'
				? paper
				: {
						...paper,
						doc: {
							...paper.doc,
							paragraphs: paper.doc.paragraphs.map((paragraph) => ({
								...paragraph,
								runs: paragraph.runs.flatMap((run) => [
									{ ...run, end: Math.min(run.end, 5), revision: 'inserted' as const },
									{ ...run, start: Math.min(run.end, 5), end: Math.min(run.end, 7), revision: 'inserted' as const },
									{ ...run, start: Math.min(run.end, 7) },
								]),
							})),
						},
					},
		);
		const { plan } = planPacket({ ...full, papers });
		const references = plan.references.filter(({ in: id }) => id === 'h');
		expect(references.map(({ from, to, status }) => [from, to, status])).toEqual([
			['五', '六', 'check'],
			['六', '七', 'valid'],
		]);
		const written = plan.changes['h']?.flatMap((change) =>
			change.kind === 'replace-text' && change.block === 2 ? [change.text] : [],
		);
		expect(written).toEqual(['七']);
	});
});

describe('sign-off', () => {
	const text = '见会议材料之四。又见会议材料之三至五。';
	const accept = (start: number, words: string | null) => ({ id: 'h', block: 2, start, text: words, by: '王某' });

	it('writes the proposal, a number, or words; the plan is then free', () => {
		const accepts = [accept(1, '《学前教育调研意见》'), accept(10, null)];
		const result = carryOut({ ...request(manifest(withdrawn), []), accepts }, texts(text));
		expect(result.texts.get('h')).toContain('见《学前教育调研意见》。又见会议材料之三至四。');
		const counts = result.planned.plan.counts;
		expect(counts).toMatchObject({ dangling: 0, referencesRewritten: 2 });
		expect(result.planned.plan.references[0]?.accepted).toEqual({ by: '王某', text: '《学前教育调研意见》' });
		const again = planPacket(over(result.next, result.texts)).plan;
		expect([again.blocked, again.changes]).toEqual([false, {}]);
		const number = carryOut(
			{ ...request(manifest(withdrawn), []), accepts: [accept(1, '五'), accept(10, null)] },
			texts(text),
		);
		expect(number.texts.get('h')).toContain('见会议材料之五。');
	});

	it('as written is remembered: the next plan does not take the number for another paper', () => {
		const one = texts('原会议材料之四已撤回。');
		const result = carryOut({ ...request(manifest(withdrawn), []), accepts: [accept(1, null)] }, one);
		expect(result.texts.get('h')).toContain('原会议材料之四已撤回。');
		const again = planPacket(over(result.next, result.texts)).plan;
		expect(again.references[0]).toMatchObject({ status: 'ignored', from: '四' });
		expect(again.references[0]?.note?.zh).toContain('王某');
		const later = withdrawn.slice(1);
		const moved = planPacket(
			over({ ...result.next, manifest: manifest([...later, ...withdrawn.slice(0, 1)]) }, result.texts),
		).plan;
		expect(moved.references[0]?.status).toBe('ignored');
	});

	it('a mismatch that was signed off stays bound to its paper', () => {
		const one = texts('见《审计工作报告》（会议材料之四）。');
		const result = carryOut({ ...request(manifest(inserted), []), accepts: [{ ...accept(11, null), start: 11 }] }, one);
		expect(result.texts.get('h')).toContain('会议材料之五');
		const again = planPacket(over(result.next, result.texts)).plan;
		expect(again.references.find(({ form }) => form === 'X8')).toMatchObject({ status: 'valid', target: 'd' });
	});

	it('a range left to be checked keeps its meaning at the next plan', () => {
		const result = carryOut(request(manifest(inserted), []), texts('会议材料之一至之四'));
		expect(result.texts.get('h')).toContain('会议材料之一至之四');
		const again = planPacket(over(result.next, result.texts)).plan;
		expect(again.references[0]).toMatchObject({ status: 'check', target: 'a,b,c,d', to: '一至五' });
		expect(again.changes).toEqual({});
		// The late item goes again: the range is right as it stands.
		const gone = inserted.map((each) => (each.id === 'inew' ? { ...each, withdrawn: true as const } : each));
		const third = planPacket(over({ ...result.next, manifest: manifest(gone) }, result.texts)).plan;
		expect(third.references[0]).toMatchObject({ status: 'valid', from: '一至四', to: '一至四' });
	});

	it('a sign-off for nothing, or without a name, blocks and says so', () => {
		const at = (start: number, by: string) =>
			planPacket(
				over(
					{ ...request(manifest(withdrawn), []), accepts: [{ id: 'h', block: 2, start, text: null, by }] },
					texts(text),
				),
			).plan;
		expect(at(5_000, '王某').obstacles[0]?.zh).toContain('h@2:5000');
		expect(at(1, ' ').obstacles[0]?.zh).toContain('--by');
	});
});

describe('life of a number', () => {
	const marked = (result: { readonly texts: Texts }, id: string): string => result.texts.get(id)?.split('\n')[0] ?? '';

	it('a missing file mark is inserted as a paragraph before everything', () => {
		const result = carryOut(request(manifest(inserted), []), texts('正文。'));
		expect(result.texts.get('new')).toBe('会议材料之三\n\n# 关于新增事项的议案\n\n正文。\n');
		expect(marked(result, 'h')).toBe('会议材料之九');
	});

	it('a mark in another form becomes one of the configured form', () => {
		const one = new Map([...texts('正文。'), ['b', '滨江市第十七届人大常委会第二十三次会议文件（二）\n\n# 乙\n']]);
		const { plan } = planPacket(over(request(manifest(before), []), one));
		expect(plan.materials[1]).toMatchObject({ from: '2', to: '2' });
		expect(marked({ texts: rewritten(one, { plan } as never) }, 'b')).toBe('会议材料之二');
		const bracketed = manifest(before, [], { form: '会议文件（{arabic}）' });
		const planned = planPacket(over(request(bracketed, []), texts('正文。')));
		expect(marked({ texts: rewritten(texts('正文。'), planned) }, 'h')).toBe('会议文件（8）');
	});

	it('10: withdrawn after distribution leaves a tombstone; the item comes back with its number', () => {
		const sent = before.map((each) => ({
			...each,
			materials: each.materials.map((one) => ({ ...one, state: 'distributed' as const })),
		}));
		const first = carryOut(request(manifest(sent), []), texts('正文。'));
		const gone = sent.map((each) => (each.id === 'id' ? { ...each, withdrawn: '主任会议决定' } : each));
		const second = carryOut({ ...first.next, manifest: manifest(gone) }, first.texts);
		expect(second.next.lock?.tombstones).toEqual([{ id: 'd', number: '4', reason: '主任会议决定', on: '2026-11-26' }]);
		const late = [...gone, item('ilate', [material('new')])];
		const third = carryOut({ ...second.next, manifest: manifest(late) }, second.texts);
		expect(third.planned.plan.materials.find(({ id }) => id === 'new')?.to).toBe('补1');
		const back = late.map((each) => ({ ...each, withdrawn: null }));
		const fourth = carryOut({ ...third.next, manifest: manifest(back) }, third.texts);
		expect(fourth.planned.plan.materials.find(({ id }) => id === 'd')).toMatchObject({ to: '4', state: 'distributed' });
		expect(fourth.next.lock?.tombstones).toEqual([]);
		expect(fourth.planned.plan.changes).toEqual({});
	});

	it('11: moved to the next session after distribution: the tombstone says where', () => {
		const sent = before.map((each) => ({
			...each,
			materials: each.materials.map((one) => ({ ...one, state: 'distributed' as const })),
		}));
		const first = carryOut(request(manifest(sent), []), texts('正文。'));
		const moved = sent.map((each) => (each.id === 'ib' ? { ...each, movedTo: '第二十四次会议' } : each));
		const second = carryOut({ ...first.next, manifest: manifest(moved) }, first.texts);
		expect(second.next.lock?.tombstones[0]).toMatchObject({ id: 'b', number: '2', reason: '移至第二十四次会议' });
	});

	it('an unfrozen number is freed and a returning paper gets its place again', () => {
		const first = carryOut(request(manifest(before), []), texts('正文。'));
		const second = carryOut({ ...first.next, manifest: manifest(withdrawn) }, first.texts);
		expect(second.next.lock?.tombstones).toEqual([]);
		expect(marked(second, 'e')).toBe('会议材料之四');
		const third = carryOut({ ...second.next, manifest: manifest(before) }, second.texts);
		expect([...third.texts]).toEqual([...first.texts]);
		expect(third.next.lock?.moves.map(({ id, from, to }) => `${id} ${from}→${to}`)).toContain('e 5→4');
	});

	it('a paper that was away speaks of the numbers that it knew', () => {
		const citing = new Map([
			...texts('正文。'),
			['d', '会议材料之四\n\n# 丁\n\n见会议材料之二，也见会议材料之七；第五项议程。\n'],
		]);
		const first = carryOut(request(manifest(before), []), citing);
		const second = carryOut({ ...first.next, manifest: manifest(withdrawn) }, first.texts);
		const third = carryOut(
			{
				...second.next,
				manifest: manifest([...withdrawn.slice(1), ...withdrawn.slice(0, 1), item('inew', [material('new')])]),
			},
			second.texts,
		);
		expect(third.texts.get('d')).toBe(first.texts.get('d'));
		const back = [...before.slice(1), ...before.slice(0, 1), item('inew', [material('new')])];
		const fourth = carryOut({ ...third.next, manifest: manifest(back) }, third.texts);
		expect(fourth.texts.get('d')).toContain('见会议材料之一，也见会议材料之六；第四项议程。');
		expect(fourth.next.lock?.departures).toBeUndefined();
	});

	it('a row that vanishes from the manifest, and a step back, are asked about', () => {
		const first = carryOut(request(manifest(before), []), texts('正文。'));
		const vanished = planPacket(over({ ...first.next, manifest: manifest(before.slice(1)) }, first.texts)).plan;
		expect(vanished.blocked).toBe(true);
		expect(vanished.obstacles[0]?.zh).toContain('withdrawn');
		const printed = before.map((each) => ({
			...each,
			materials: each.materials.map((one) => ({ ...one, state: 'printed' as const })),
		}));
		const second = carryOut({ ...first.next, manifest: manifest(printed) }, first.texts);
		const back = printed.map((each) => ({
			...each,
			materials: each.materials.map((one) => ({ ...one, state: 'numbered' as const })),
		}));
		expect(
			planPacket(over({ ...second.next, manifest: manifest(back) }, second.texts)).plan.obstacles[0]?.zh,
		).toContain('状态只能向前');
	});

	it('a paper that cannot be read blocks only while it is on the agenda', () => {
		const unread = [{ id: 'd', path: 'd.md', reason: { zh: '找不到文件', en: 'no such file' } }];
		const without = new Map([...texts('正文。')].filter(([id]) => id !== 'd'));
		expect(planPacket(over({ ...request(manifest(before), []), unread }, without)).plan.blocked).toBe(true);
		expect(planPacket(over({ ...request(manifest(withdrawn), []), unread }, without)).plan.blocked).toBe(false);
	});
});
