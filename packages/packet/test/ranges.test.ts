import { describe, expect, it } from 'vitest';
import { planPacket } from '../src/index.ts';
import { carryOut, over, type Texts } from './carry-out.ts';
import { item, manifest, material, request } from './packet.ts';
import { checkSequence, type Sequence } from './sequence.ts';

const range = (...targets: readonly number[]) => ({ targets, shape: 'range' as const });

describe('a range keeps its members whatever happens to them', () => {
	const named: Readonly<Record<string, Sequence>> = {
		'the paper that holds it and a member leave, and the paper comes back alone': {
			sizes: [1, 1, 1, 1],
			wishes: [[], [], [range(0, 2)]],
			ordinals: [],
			steps: [
				{ kind: 'move', at: 6, to: 13 },
				{ kind: 'withdraw', at: 5 },
				{ kind: 'withdraw', at: 2 },
				{ kind: 'restore', at: 1 },
				{ kind: 'insert', at: 0, papers: 1 },
			],
			scheme: 'frozen',
		},
		'members leave and newcomers take their numbers before it comes back': {
			sizes: [2, 1, 1],
			wishes: [[range(0, 3)], [range(0, 3)], [range(0, 3)], [range(0, 3)]],
			ordinals: [],
			steps: [
				{ kind: 'withdraw', at: 0 },
				{ kind: 'withdraw', at: 1 },
				{ kind: 'insert', at: 0, papers: 1 },
				{ kind: 'insert', at: 1, papers: 2 },
				{ kind: 'restore', at: 2 },
			],
			scheme: 'continuous',
		},
		'an item moves out of its middle and another comes in, by item': {
			sizes: [2, 3],
			wishes: [[range(3, 0)], [range(3, 0)], [range(3, 0)], [range(3, 0)], [range(3, 0)]],
			ordinals: [],
			steps: [
				{ kind: 'restore', at: 0 },
				{ kind: 'move', at: 3, to: 0 },
				{ kind: 'insert', at: 0, papers: 1 },
			],
			scheme: 'item',
		},
	};
	it.each(Object.entries(named))('%s', (_, sequence) => checkSequence(sequence));
});

describe('what the lock keeps of a range', () => {
	const letters = [...'abcdef'];
	const numerals = [...'一二三四五六'];
	const before = letters.map((id) => item(`i${id}`, [material(id)]));
	const texts = (text: string): Texts =>
		new Map([
			...letters.map((id, at): [string, string] => [
				id,
				`会议材料之${numerals[at]}\n\n# 关于${id}的报告\n\n${id === 'a' ? text : '正文。'}\n`,
			]),
			['new', '# 关于新增事项的议案\n\n正文。\n'],
		]);
	const first = carryOut(request(manifest(before), []), texts('见会议材料之二、之四至之六。'));

	it('its members term by term, so that a list with a range in it stays one', () => {
		expect(first.next.lock?.held).toEqual([
			{ in: 'a', block: 2, start: 1, text: '会议材料之二、之四至之六', target: 'b;d,e,f' },
		]);
		const moved = [...before.slice(0, 1), item('inew', [material('new')]), ...before.slice(1)];
		const second = carryOut({ ...first.next, manifest: manifest(moved) }, first.texts);
		expect(second.texts.get('a')).toContain('见会议材料之三、之五至之七。');
		expect(second.next.lock?.held?.[0]?.target).toBe('b;d,e,f');
	});

	it('a newcomer in between is asked for at every plan until somebody decides; the decision holds', () => {
		const moved = [...before.slice(0, 4), item('inew', [material('new')]), ...before.slice(4)];
		const second = carryOut({ ...first.next, manifest: manifest(moved) }, first.texts);
		expect(second.texts.get('a')).toContain('见会议材料之二、之四至之六。');
		expect(second.next.lock?.held?.[0]).toMatchObject({ target: 'b;d,e,f', open: true });
		const again = planPacket(over(second.next, second.texts)).plan;
		expect(again.references[0]).toMatchObject({ status: 'check', to: '二、四至七', target: 'b,d,e,f' });
		const accepts = [{ id: 'a', block: 2, start: 1, text: null, by: '王某' }];
		const third = carryOut({ ...second.next, accepts }, second.texts);
		expect(third.texts.get('a')).toContain('见会议材料之二、之四至之七。');
		expect(third.next.lock?.held?.[0]?.target).toBe('b;d,e,f,new');
		const gone = moved.map((each) => (each.id === 'inew' ? { ...each, withdrawn: true as const } : each));
		const fourth = planPacket(over({ ...third.next, manifest: manifest(gone) }, third.texts)).plan;
		expect(fourth.references[0]).toMatchObject({ status: 'dangling', to: '二、四至六' });
	});

	it('a text that somebody rewrote is bound by its own numbers again', () => {
		const edited = new Map(first.texts).set('a', '会议材料之一\n\n# 关于a的报告\n\n见会议材料之二至之三。\n');
		const { references } = planPacket(over(first.next, edited)).plan;
		expect(references[0]).toMatchObject({ status: 'valid', target: 'b,c' });
	});
});
