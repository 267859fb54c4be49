import { type Bilingual, type DocumentContext, type Finding, type Role, sizeName, type Source } from '@bianxu/model';
import { hasRun, sizeStretches } from './effective-format.ts';
import { gather, type GatherableFinding } from './gather.ts';
import { someRun } from './role-looks.ts';
import { roleStretches } from './role-style.ts';

/** What a message on a size needs to know; sizes as 「三号（16磅）」. */
export interface SizeFault {
	readonly role: Role;
	readonly expected: string;
	readonly actual: string;
	readonly source: Source;
}

/** Words of a rule on the size of roles. */
export interface SizeWords {
	readonly fixTitle: (fault: SizeFault) => Bilingual;
	readonly wrong: (fault: SizeFault) => Bilingual;
}

/** Findings on the size of the roles, one per paragraph; a size is right when it equals the template's to half a point. */
export function checkRoleSize(context: DocumentContext, roles: readonly Role[], words: SizeWords): readonly Finding[] {
	if (!someRun(context, roles, (format, { size }) => size !== undefined && isOther(format.size, size.value))) return [];
	const judged = roleStretches(context, roles).filter((stretch) => stretch.style.size !== undefined);
	const findings: GatherableFinding[] = [];
	for (const { paragraph, role, style, start, end } of judged) {
		const size = style.size;
		if (size === undefined) continue;
		if (!hasRun(paragraph, start, end, (format) => isOther(format.size, size.value))) continue;
		const parts = sizeStretches(paragraph, start, end).filter((part) => isOther(part.value, size.value));
		const [first] = parts;
		if (first === undefined) continue;
		const actual = [...new Set(parts.map((part) => sizeName(part.value)))].join('、');
		const fault: SizeFault = { role, expected: sizeName(size.value), actual, source: size.source };
		findings.push({
			block: paragraph.block,
			start: first.start,
			end: parts.at(-1)?.end ?? end,
			message: words.wrong(fault),
			expected: fault.expected,
			actual,
			source: size.source,
			fix: {
				title: words.fixTitle(fault),
				safety: 'safe',
				changes: parts.map((part) => ({
					kind: 'format-run',
					block: paragraph.block,
					start: part.start,
					end: part.end,
					format: { size: size.value },
				})),
			},
			same: `${role} ${actual}`,
		});
	}
	return gather(findings, judged.length);
}

/** True for sizes that differ by half a point. */
function isOther(size: number, wanted: number): boolean {
	return Math.round(size * 2) !== Math.round(wanted * 2);
}
