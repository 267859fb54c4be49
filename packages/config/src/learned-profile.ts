/** A profile written from what the office's own files do: YAML with comments, for people to review. */

import { faceKey, type FontRole, type Role } from '@bianxu/model';
import { fontRoles, roles } from './layer-words.ts';
import { defaultProfile, resolveTemplate } from './resolve-template.ts';
import { quoted } from './yaml-text.ts';

/** Values of one key with the number of files that have it, most first. Families stand under `roles.R.family`, in mm the page. */
export interface Observation {
	readonly key: string;
	readonly votes: readonly { readonly value: string | number | boolean; readonly count: number }[];
}

/** A value counts when this share of the files that show it agree. */
const AGREED = 2 / 3;
/** Margins within this many mm of the required ones are the same page. */
const SAME_PAGE = 1;

const ORDINARY: readonly unknown[] = [false, 'left', 'justify', 0];

interface Verdict {
	readonly value: string | number | boolean;
	/** 「12份中11份」. */
	readonly share: string;
	readonly agreed: boolean;
	readonly others: string;
}

/** Text of the profile. It extends the default profile and states only what differs; what agrees is listed as a comment. */
export function profileText(
	observations: readonly Observation[],
	about: { readonly id: string; readonly files: number },
): string {
	const seen = new Map(observations.map((each) => [each.key, verdictOf(each)]));
	const template = resolveTemplate('base');
	const families = new Map<FontRole, { readonly family: string; readonly share: string }>();
	const roleLines: string[] = [];
	for (const role of roles) {
		const { lines, face } = roleText(role, seen, template.roles[role]?.font?.value ?? null, families);
		if (face !== null) families.set(face.role, face);
		roleLines.push(...lines);
	}
	const lines = [
		`# 由 bianxu profile learn 从 ${about.files} 份文件归纳，供审阅；每个值后面注明多少份文件一致。`,
		`# 与 ${defaultProfile} 相同的写成注释；意见不一的没有采用。确认后删去不要的行，即可用 --profile 或写进 bianxu.yaml。`,
		`id: ${quoted(about.id)}`,
		`name: ${quoted(`${about.id}（由现有材料归纳）`)}`,
		`extends: ${defaultProfile}`,
		'',
		'# 依据：归纳所得只是现行做法。有正式通知的，把 level 改为 office-notice、doc 改为通知的名称和文号。',
		'sources:',
		'  own: { level: practice, doc: 本机关现行材料 }',
		...section('page', pageText(seen)),
		...section('fonts', fontText(families, seen)),
		...section('roles', roleLines),
		'',
	];
	return lines.join('\n');
}

/** A section whose lines are all comments has no value of its own: its name is then a comment too. */
function section(name: string, lines: readonly string[]): readonly string[] {
	if (lines.length === 0) return [];
	return ['', lines.every((line) => line.trimStart().startsWith('#')) ? `# ${name}:` : `${name}:`, ...lines];
}

function verdictOf({ votes }: Observation): Verdict {
	const total = votes.reduce((sum, { count }) => sum + count, 0);
	const [first] = votes;
	const most = first?.count ?? 0;
	return {
		value: first?.value ?? '',
		share: `${total} 份中 ${most} 份`,
		agreed: most >= total * AGREED,
		others: votes.map(({ value, count }) => `${String(value)}（${count}）`).join('、'),
	};
}

function shownValue(value: string | number | boolean): string {
	return typeof value === 'string' ? quoted(value) : String(value);
}

/** One line, live when the value differs from the required one, else a comment. */
function lineOf(indent: string, key: string, found: Verdict | undefined, required: unknown): readonly string[] {
	if (found === undefined) return [];
	if (!found.agreed) return [`${indent}# ${key}：意见不一，没有采用：${oneLine(found.others)}`];
	const text = `${key}: { value: ${shownValue(found.value)}, source: own }`;
	return found.value === required
		? [`${indent}# ${key}: ${oneLine(shownValue(found.value))}（${found.share}一致，与 ${defaultProfile} 相同）`]
		: [`${indent}${text} # ${found.share}一致`];
}

function oneLine(text: string): string {
	return text.replaceAll(/[\r\n\u0085\u2028\u2029]/g, ' ');
}

function pageText(seen: ReadonlyMap<string, Verdict>): readonly string[] {
	const { page } = resolveTemplate('base');
	const lines: string[] = [];
	for (const key of ['top', 'left', 'textWidth', 'textHeight'] as const) {
		const found = seen.get(`page.${key}`);
		const required = page[key].value;
		const same = typeof found?.value === 'number' && Math.abs(found.value - required) <= SAME_PAGE;
		lines.push(...lineOf('  ', key, found, same ? found?.value : required));
	}
	const pitch = seen.get('page.pitch');
	if (pitch !== undefined && typeof pitch.value === 'number') {
		const [low, high] = page.pitch.value;
		const inside = pitch.value >= low && pitch.value <= high;
		if (!pitch.agreed || inside) lines.push(...lineOf('  ', 'pitch', pitch, pitch.value));
		else
			lines.push(
				`  pitch: { value: [${pitch.value}, ${pitch.value}], source: own } # ${pitch.share}一致（缇，20 缇为 1 磅）`,
			);
	}
	const numbers = [
		...lineOf('    ', 'size', seen.get('page.pageNumber.size'), page.pageNumber.size.value),
		...formLine(seen.get('page.pageNumber.form'), page.pageNumber.form.value),
	];
	if (numbers.some((line) => !line.trimStart().startsWith('#'))) lines.push('  pageNumber:', ...numbers);
	else lines.push(...numbers.map((line) => line.replace('# ', '# pageNumber.').slice(2)));
	return lines;
}

/** A form that is not a page number in words of its own (「第{n}页」) cannot be a value. */
function formLine(found: Verdict | undefined, required: string): readonly string[] {
	if (found === undefined || typeof found.value !== 'string' || !found.value.includes('{n}')) return [];
	return lineOf('    ', 'form', found, required);
}

interface Face {
	readonly role: FontRole;
	readonly family: string;
	readonly share: string;
}

function roleText(
	role: Role,
	seen: ReadonlyMap<string, Verdict>,
	asked: FontRole | null,
	families: ReadonlyMap<FontRole, { readonly family: string }>,
): { readonly lines: readonly string[]; readonly face: Face | null } {
	const required = resolveTemplate('base').roles[role];
	const lines: string[] = [];
	let face: Face | null = null;
	const family = seen.get(`roles.${role}.family`);
	if (family !== undefined && typeof family.value === 'string' && family.agreed) {
		const of = fontRoleOf(family.value) ?? asked;
		if (of !== null) {
			lines.push(...lineOf('    ', 'font', { ...family, value: of }, asked));
			if (!families.has(of)) face = { role: of, family: family.value, share: family.share };
		}
	} else lines.push(...lineOf('    ', 'font', family, null));
	for (const key of ['size', 'bold', 'alignment', 'firstLineChars', 'linesBefore'] as const) {
		const found = seen.get(`roles.${role}.${key}`);
		const value = required?.[key]?.value;
		// Where nothing is required, an ordinary look is no wish of the office.
		if (value === undefined && found !== undefined && ORDINARY.includes(found.value)) continue;
		lines.push(...lineOf('    ', key, found, value));
	}
	if (lines.length === 0) return { lines, face };
	const live = lines.some((line) => !line.trimStart().startsWith('#'));
	return {
		lines: live ? [`  ${role}:`, ...lines] : lines.map((line) => line.replace('# ', `# ${role}.`).slice(2)),
		face,
	};
}

/** The font role that a family serves in the default profile; null for a family that it does not know. */
function fontRoleOf(family: string): FontRole | null {
	const { fonts } = resolveTemplate('base');
	const key = faceKey(family);
	const serves = (list: readonly string[]): boolean => list.some((name) => faceKey(name) === key);
	return fontRoles.find((role) => serves([...fonts[role].accept, ...fonts[role].tolerate])) ?? null;
}

function fontText(
	families: ReadonlyMap<FontRole, { readonly family: string; readonly share: string }>,
	seen: ReadonlyMap<string, Verdict>,
): readonly string[] {
	const { fonts } = resolveTemplate('base');
	const latin = seen.get('fonts.latin');
	const all = new Map(families);
	if (latin !== undefined && latin.agreed && typeof latin.value === 'string' && fontRoleOf(latin.value) !== 'fangsong')
		all.set('latin', { family: latin.value, share: latin.share });
	return fontRoles.flatMap((role) => {
		const found = all.get(role);
		if (found === undefined) return [];
		const { accept, tolerate } = fonts[role];
		const first = accept[0];
		if (first !== undefined && faceKey(first) === faceKey(found.family))
			return [`  # ${role}: ${oneLine(quoted(found.family))}（${found.share}一致，与 ${defaultProfile} 相同）`];
		const others = accept.filter((name) => faceKey(name) !== faceKey(found.family));
		const rest = tolerate.filter((name) => faceKey(name) !== faceKey(found.family));
		const list = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;
		return [
			`  ${role}: # ${found.share}用 ${oneLine(found.family)}`,
			`    accept: ${list([found.family, ...others])}`,
			`    tolerate: ${list(rest)}`,
			'    source: own',
		];
	});
}
