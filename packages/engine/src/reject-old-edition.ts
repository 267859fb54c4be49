/** A print that bears a number which its paper no longer has: the old edition, and the renumbering that made it one. */

import type { Frame, ManifestMaterial, RejectFinding, Source } from '@bianxu/model';
import { facesOf, formerHolders, splitPrint } from '@bianxu/packet';
import { loadPacket } from './packet-files.ts';
import type { Session } from './session.ts';

const source: Source = { level: 'project', doc: '编序', clause: '改号记录' };

const plain = (text: string): string => text.replaceAll(/\s/gu, '');

function firstText(frames: readonly Frame[]): string {
	return plain((frames[0]?.items ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join(''));
}

/**
 * Findings on old numbered editions in a print, with the findings that remain: what only says that the number on page 1
 * is another one is left out, because the edition says it. `material`: the paper that the print is known to be.
 */
export async function withOldEditions(
	session: Session,
	packet: string,
	frames: readonly Frame[],
	material: string | null,
	findings: readonly RejectFinding[],
): Promise<readonly RejectFinding[]> {
	const loaded = await loadPacket(session, packet);
	if ('refused' in loaded || loaded.lock === null) return findings;
	const { lock, manifest } = loaded;
	const { form } = manifest.numbering;
	const materials = manifest.items.flatMap((item) => item.materials);
	const found: RejectFinding[] = [];
	const settled = new Set<RejectFinding>();
	let first = 0;
	for (const part of splitPrint(frames, form)) {
		const at = part.frames[0]?.index ?? first;
		first = at + part.frames.length;
		const { label } = part;
		const own = paperOf(part.frames, material, materials);
		if (label === null || own === null) continue;
		const now = lock.materials.find(({ id }) => id === own.id)?.number ?? null;
		const former = formerHolders(lock, label).find(({ id }) => id === own.id);
		if (former === undefined || now === label) continue;
		const inside = findings.filter(({ page }) => page !== null && page > at && page <= at + part.frames.length);
		// 之六 against 之八 is what the edition is about.
		for (const each of inside) if (each.page === at + 1 && speaksOfNumber(each, form)) settled.add(each);
		const wrong = new Set([
			1,
			...inside.flatMap((each) => (settled.has(each) || each.severity !== 'error' ? [] : [(each.page ?? 0) - at])),
		]);
		const sheets = facesOf(part.frames.length, { binding: 'loose', duplex: true })
			.map((faces) => faces.filter((page) => page !== null))
			.filter((pages) => pages.some((page) => wrong.has(page)));
		const named = sheets.map((pages) => (pages.length === 1 ? `${pages[0]}` : pages.join('—'))).join('、');
		const rest = wrong.size === 1 ? '其余各页与现行件相符' : '其余各页见下列各条';
		found.push({
			rule: 'print-old-edition',
			severity: 'error',
			page: at + 1,
			line: null,
			expected: now === null ? '（已撤下）' : now,
			actual: label,
			source,
			message: {
				zh:
					now === null
						? `旧编号版：首页编号为${label}，这份材料已在${former.on}撤下，整份收回`
						: `旧编号版：首页编号为${label}，现为${now}；印于${former.on}改号之前。应换第${named}页（共${sheets.length}张），${rest}`,
				en: `old edition: page 1 bears ${label}, the paper is ${now ?? 'withdrawn'} since the renumbering of ${former.on}; exchange pages ${named}`,
			},
			text: own.title,
		});
	}
	return [...found, ...findings.filter((each) => !settled.has(each))];
}

function paperOf(
	frames: readonly Frame[],
	material: string | null,
	materials: readonly ManifestMaterial[],
): ManifestMaterial | null {
	const known = materials.find(({ id }) => id === material);
	if (known !== undefined) return known;
	const text = firstText(frames);
	const titled = materials.filter(({ title }) => title !== '' && text.includes(plain(title)));
	return titled.length === 1 ? (titled[0] ?? null) : null;
}

/** True for a finding whose two values differ in the file mark alone. */
function speaksOfNumber({ expected, actual }: RejectFinding, form: string): boolean {
	const noun = plain(form.split(/\{n\}|\{arabic\}/)[0] ?? '');
	return [expected, actual].every((value) => value !== null && plain(value).startsWith(noun)) && noun !== '';
}
