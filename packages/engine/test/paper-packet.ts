/** F1 (packets.md §7) as real Markdown papers on a disk, with the pages that it asks for. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type F1Change, type F1Material, f1Items } from '../../packet/test/f1.ts';

const digits = '零一二三四五六七八九';
const han = (n: number): string => {
	const tens = Math.floor(n / 10);
	const ones = n % 10;
	return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${ones === 0 ? '' : digits[ones]}`;
};

/** Numbers of F1 by id. */
const f1Number: ReadonlyMap<string, number> = new Map(f1Items.flat().map(({ id }, at) => [id, at + 1]));

const lineOf = (id: string, at: number): string => `${id}材料第${han(at + 1)}条情况如上所述。`;

/** A paper of exactly `pages` pages by our printer: 22 lines a page, one line a paragraph. */
export function f1Text({ id, pages, mentions }: F1Material, numbers: ReadonlyMap<string, number> = f1Number): string {
	const count = 22 * (pages - 1) + 5;
	const lines = Array.from({ length: count }, (_, at) => lineOf(id, at));
	for (const [page, target] of mentions) {
		// Two mentions may stand on one page.
		let at = Math.min(count - 1, 22 * (page - 1) + 2);
		while (lines[at]?.includes('见')) at++;
		lines[at] = `有关情况见会议材料之${han(numbers.get(target) ?? 0)}。`;
	}
	return `会议材料之${han(numbers.get(id) ?? 0)}\n\n# 关于${id}的报告\n\n${lines.join('\n\n')}\n`;
}

const row = ({ id, department }: Pick<F1Material, 'id' | 'department'>, binding: string, more = ''): string =>
	`{ id: ${id}, file: ${id}.md, title: 关于${id}的报告, kind: other, department: ${department}, copies: 60, binding: ${binding}${more} }`;

/** packet.yaml of F1 after a change of the agenda. */
export function f1Manifest(
	change: F1Change | null,
	more: { readonly scheme?: string; readonly binding?: string } = {},
): string {
	const { scheme = 'continuous', binding = 'loose' } = more;
	const items = f1Items.map((materials, at) => {
		const withdrawn =
			at === 4 && (change === 'withdraw-5' || change === 'withdraw-5-and-insert') ? 'withdrawn: 主任会议决定, ' : '';
		const rows = materials.map((each) => row(each, binding));
		if (at === 6 && change === 'insert-paper-in-7')
			rows.splice(1, 0, row({ id: 'n1', department: '财政局' }, binding, ', supplements: m18'));
		return `  - { id: i${at + 1}, title: 第${han(at + 1)}件事, ${withdrawn}materials: [${rows.join(', ')}] }\n`;
	});
	const fresh = ['n1', 'n2'].map((id) => row({ id, department: '人代委' }, binding));
	const added = `  - { id: i10, title: 人事任免, materials: [${fresh.join(', ')}] }\n`;
	if (change === 'withdraw-5-and-insert' || change === 'insert-after-2') items.splice(2, 0, added);
	if (change === 'append') items.push(added);
	if (change === 'swap-3-4') items.splice(2, 2, items[3] ?? '', items[2] ?? '');
	if (change === 'move-9-to-2') items.splice(1, 0, ...items.splice(8, 1));
	return [
		'session: { place: 滨江市, level: prefecture, term: 17, meeting: 23, days: [2026-11-26, 2026-11-27] }\n',
		`numbering: { scheme: ${scheme}, form: 会议材料之{n}, freezeAt: distributed }\n`,
		`items:\n${items.join('')}`,
		'unnumbered: [{ id: host, file: 主持词.md, kind: host-script }]\n',
	].join('');
}

export interface Folder {
	readonly path: string;
	readonly write: (name: string, content: string | Uint8Array) => void;
	readonly remove: () => void;
}

/** An empty folder on the disk. */
export function newFolder(): Folder {
	const path = mkdtempSync(join(tmpdir(), 'bianxu-paper-'));
	return {
		path,
		write: (name, content) => writeFileSync(join(path, name), content),
		remove: () => rmSync(path, { recursive: true, force: true }),
	};
}

/** F1 on the disk, with the two papers that a change may bring. */
export function f1Folder(materials: readonly F1Material[] = f1Items.flat()): Folder {
	const folder = newFolder();
	for (const each of materials) folder.write(`${each.id}.md`, f1Text(each));
	for (const id of ['n1', 'n2']) folder.write(`${id}.md`, `# 关于${id}的议案\n\n正文。\n`);
	folder.write(
		'主持词.md',
		'# 主持词\n\n本次会议印发材料二十八份。\n\n请看会议材料之二十。\n\n请看会议材料之十二。\n\n请看会议材料之二十五和会议材料之二十八。\n',
	);
	folder.write('packet.yaml', f1Manifest(null));
	return folder;
}
