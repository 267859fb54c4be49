import type { Bilingual, Change, Finding, RuleResult } from '@bianxu/model';

/** What most rules answer to most documents. */
export const nothingFound: RuleResult = { findings: [] };

/** Fewer than this are listed one by one even when the whole document has them. */
const MANY = 6;

/** A finding that may be told once for many places. `same` says which findings are the same fault. */
export interface GatherableFinding extends Finding {
	readonly same: string;
}

/**
 * Tells a fault of the whole document once: when more than half of the `judged` places have the same fault, one finding
 * at the first of them says how many there are and fixes all. Otherwise each stays at its place.
 */
export function gather(findings: readonly GatherableFinding[], judged: number): readonly Finding[] {
	if (findings.length === 0) return findings;
	const groups = new Map<string, GatherableFinding[]>();
	for (const finding of findings) {
		const group = groups.get(finding.same);
		if (group === undefined) groups.set(finding.same, [finding]);
		else group.push(finding);
	}
	return [...groups.values()].flatMap((group) =>
		group.length >= MANY && group.length * 2 > judged ? [together(group)] : group.map(plain),
	);
}

/** One finding for all of the group, at the first place. */
export function together(group: readonly GatherableFinding[]): Finding {
	const [first] = group;
	if (first === undefined) throw new RangeError('a group of findings has members');
	if (group.length === 1) return plain(first);
	const changes: readonly Change[] = group.flatMap((finding) => finding.fix?.changes ?? []);
	return {
		...plain(first),
		message: counted(first.message, group.length),
		...(first.fix === undefined ? {} : { fix: { ...first.fix, changes } }),
	};
}

function plain(finding: GatherableFinding): Finding {
	const { same: _, ...rest } = finding;
	return rest;
}

function counted(message: Bilingual, count: number): Bilingual {
	return {
		zh: `${message.zh}（全文共 ${count} 处，一并列出）`,
		en: `${message.en} (${count} places in all, told once)`,
	};
}
