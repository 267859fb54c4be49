import { nounOfForm } from '@bianxu/numbering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	needsWholeTexts,
	type PacketPaper,
	packReading,
	planPacket,
	planReading,
	type PlanRequest,
	recordPlan,
	unpackReading,
} from '../src/index.ts';
import { carryOut, over, type Texts } from './carry-out.ts';
import { f1Request, item, manifest, material, paper, request } from './packet.ts';
import { changed, decide, type Sequence, sentence, sequence } from './sequence.ts';

/** A paper as it comes back from what was kept of it. */
function kept(whole: PacketPaper, form: string): PacketPaper {
	const noun = nounOfForm(form);
	const reading = planReading(whole, noun === null ? [] : [noun]);
	const text = JSON.stringify(packReading(reading));
	return { id: whole.id, path: whole.path, sha256: whole.sha256, ...unpackReading(JSON.parse(text)) };
}

/** A plan over kept readings is the plan over the papers, and so is what is recorded of it. */
function compare(full: PlanRequest): void {
	const { form } = full.manifest.numbering;
	const light = { ...full, papers: full.papers.map((each) => kept(each, form)) };
	const [before, after] = [planPacket(full), planPacket(light)];
	expect(after.plan).toEqual(before.plan);
	const hashes = new Map(full.papers.map(({ id }) => [id, `hash of ${id}`]));
	expect(recordPlan(light, after, hashes, '2026-11-26')).toEqual(recordPlan(full, before, hashes, '2026-11-26'));
}

function walk({ sizes, wishes, steps, scheme }: Sequence): void {
	const count = sizes.reduce((sum, size) => sum + size, 0);
	let serial = 0;
	let items = sizes.map((size, at) =>
		item(
			`i${at}`,
			Array.from({ length: size }, () => material(`p${serial++}`)),
		),
	);
	let texts: Texts = new Map(
		Array.from({ length: count }, (_, at): [string, string] => [
			`p${at}`,
			`# 关于p${at}的报告\n\n${(wishes[at] ?? []).map((each) => sentence(each, count)).join('\n\n')}\n\n## 一、做法\n\n正文。\n`,
		]),
	);
	let wanted: Omit<PlanRequest, 'papers'> = request(manifest(items, [], { scheme: 'continuous' }), []);
	for (const [at, step] of [null, ...steps].entries()) {
		if (step !== null) items = [...changed(items, step, at)];
		const fresh = items.flatMap(({ materials }) => materials).filter(({ id }) => !texts.has(id));
		texts = new Map([...texts, ...fresh.map(({ id }): [string, string] => [id, `# 关于${id}的议案\n\n正文。\n`])]);
		wanted = { ...wanted, manifest: manifest(items, [], { scheme: at === 0 ? 'continuous' : scheme }) };
		const full = over(wanted, texts);
		if (!needsWholeTexts(full.manifest, full.lock)) compare(full);
		({ texts, next: wanted } = carryOut({ ...wanted, accepts: decide(full) }, texts));
	}
}

describe('what is kept of a paper for its plans', () => {
	it('makes the same plan as the paper', () => {
		fc.assert(fc.property(sequence, walk), { numRuns: process.env['BIANXU_FULL'] === '1' ? 1000 : 25 });
		compare(f1Request('withdraw-5-and-insert', 'continuous'));
		compare(f1Request('move-9-to-2', 'frozen', { state: 'distributed' }));
	});

	it('is a part of it: paragraphs that cite nothing leave no word behind', () => {
		const whole = paper(
			'm1',
			'会议材料之一\n\n# 关于甲的报告\n\n全年收入稳步增长。\n\n见会议材料之三。\n\n支出结构不断优化。\n',
		);
		const text = JSON.stringify(packReading(planReading(whole, [])));
		expect(text).toContain('见会议材料之三');
		expect(text).not.toContain('稳步增长');
		expect(text).not.toContain('不断优化');
	});

	it('is not enough where facts of the session change, or papers come back', () => {
		const full = f1Request(null, 'continuous');
		const lock = full.lock;
		if (lock === null) throw new Error('no lock');
		const { session } = full.manifest;
		expect(needsWholeTexts(full.manifest, null)).toBe(false);
		expect(needsWholeTexts(full.manifest, { ...lock, session })).toBe(false);
		expect(
			needsWholeTexts({ ...full.manifest, session: { ...session, days: ['2026-12-01'] } }, { ...lock, session }),
		).toBe(true);
		expect(
			needsWholeTexts(full.manifest, { ...lock, session, departures: [{ ids: ['m1'], numbers: [], items: [] }] }),
		).toBe(true);
		const [first, ...rest] = lock.materials;
		if (first === undefined) throw new Error('no material');
		expect(
			needsWholeTexts(full.manifest, { ...lock, session, materials: [{ ...first, person: '李某' }, ...rest] }),
		).toBe(true);
	});
});
