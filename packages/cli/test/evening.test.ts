/** docs/evening.md, command by command, with the built program on the packet of the fixtures. */

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bianxu, PROGRAM, ROOT } from './program.ts';

const page = readFileSync(join(ROOT, 'docs/evening.md'), 'utf8');
const fonts = join(ROOT, '.fonts/NotoSerifSC-Regular.ttf');

/** The commands of a block of the page. */
function commands(name: string): readonly (readonly string[])[] {
	const block = new RegExp(`\`\`\`sh ${name}\\n([^\`]*)\`\`\``).exec(page)?.[1] ?? '';
	return block
		.split('\n')
		.filter((line) => line.startsWith('bianxu '))
		.map((line) => line.split(' ').slice(1));
}

describe.skipIf(!existsSync(PROGRAM) || !existsSync(fonts))(
	'a secretary’s evening (needs the built program and the fonts)',
	() => {
		let folder = '';
		const run = (args: readonly string[]) => bianxu(args, { cwd: folder });
		beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), 'bianxu-evening-'));
			cpSync(join(ROOT, 'fixtures/packet/clean'), folder, { recursive: true });
		});
		afterAll(() => rmSync(folder, { recursive: true, force: true }));

		it('every command of the page is there, with its options, and there are at most six', () => {
			expect(commands('evening').length).toBeGreaterThan(0);
			expect(commands('evening').length).toBeLessThanOrEqual(6);
			const helps = new Map<string, string>();
			for (const args of [...commands('before'), ...commands('evening')]) {
				const names = args[0] === 'packet' ? args.slice(0, 2) : args.slice(0, 1);
				const help = helps.get(names.join(' ')) ?? run([...names, '--help']).stdout;
				helps.set(names.join(' '), help);
				for (const option of args.filter((each) => each.startsWith('-')))
					expect(help, names.join(' ')).toContain(option);
			}
		});

		it.skipIf(process.env['BIANXU_FULL'] !== '1')(
			'from the signed packet to the list of sheets (BIANXU_FULL=1)',
			() => {
				for (const args of commands('before')) {
					const ran = run(args);
					expect([args.join(' '), ran.status, ran.stderr]).toEqual([args.join(' '), 0, '']);
				}
				expect(run(['packet', 'status']).stdout).toMatch(/^今晚可以付印。/u);
				// A person changes the agenda and brings the new paper.
				cpSync(join(ROOT, 'fixtures/packet/evening'), folder, { recursive: true });
				const evening = commands('evening');
				expect(evening.length).toBeGreaterThan(0);
				expect(evening.length).toBeLessThanOrEqual(6);
				const said = new Map<string, string>();
				const times: string[] = [];
				for (const args of evening) {
					const ran = run(args);
					said.set(args[1] ?? '', ran.stdout);
					times.push(`${args[1]} ${ran.seconds.toFixed(1)} s`);
					// Only status may say that something is wanting: the new paper is not signed yet.
					expect([args.join(' '), ran.status]).toEqual([args.join(' '), args[1] === 'status' ? 1 : 0]);
					expect(ran.seconds, times.join(', ')).toBeLessThan(60);
				}
				expect(said.get('plan')).toMatch(/\d+份改号、\d+处引用改写.*重印\d+张/u);
				expect(said.get('apply')).toMatch(/份已签材料只改了编号，签审继续有效/u);
				expect(said.get('status')).toMatch(/^今晚还不能付印：.*1份没有签完。/u);
				expect(said.get('reprint')).toMatch(/^重印\d+张／套，合计\d+张，涉及\d+份材料、\d+个部门/u);
				const sheets = (text: string | undefined): number => Number(/重印(\d+)张/u.exec(text ?? '')?.[1]);
				// The plan knew the sheets before anything was written.
				expect(sheets(said.get('plan'))).toBe(sheets(said.get('reprint')));
				for (const name of [
					'改号对照表.html',
					'催办单.html',
					'换页/更新页.pdf',
					'换页/付印单.pdf',
					'换页/抽换单.html',
					'换页/收回清单.html',
					'换页/现行页清单.html',
				])
					expect([name, existsSync(join(folder, name))]).toEqual([name, true]);
				expect(readFileSync(join(folder, '催办单.html'), 'utf8')).toContain('待拟稿人签审');
				// What was exchanged is recorded, what stayed is not: nothing is left to print.
				const recorded = Number(/已登记付印：(\d+)份材料/u.exec(said.get('record-print') ?? '')?.[1]);
				expect(recorded).toBeGreaterThan(3);
				// Two withdrawn papers are out and to be collected; no sheet is to be printed.
				expect(run(['packet', 'reprint']).stdout).toMatch(/^重印0张／套，涉及2份材料/u);
				expect(run(['packet', 'record-print', '--changed']).stdout).toContain('没有要登记的');
			},
		);
	},
);
