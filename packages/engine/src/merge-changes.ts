import type { Change, RunFormatChange } from '@bianxu/model';

/**
 * Joins changes of the same thing, so that each run, paragraph and section is spliced once: page changes by section,
 * paragraph formats by block, run formats cut at each other's borders (later ones win).
 */
export function mergeChanges(changes: readonly Change[]): readonly Change[] {
	const merged: Change[] = [];
	const pages = new Map<number, Extract<Change, { kind: 'format-page' }>>();
	const paragraphs = new Map<number, Extract<Change, { kind: 'format-paragraph' }>>();
	const runs = new Map<number, Extract<Change, { kind: 'format-run' }>[]>();
	let pageNumbers = false;
	for (const change of changes) {
		switch (change.kind) {
			case 'format-page':
				pages.set(change.section, { ...change, page: { ...pages.get(change.section)?.page, ...change.page } });
				break;
			case 'format-paragraph':
				paragraphs.set(change.block, {
					...change,
					format: { ...paragraphs.get(change.block)?.format, ...change.format },
				});
				break;
			case 'format-run':
				runs.set(change.block, [...(runs.get(change.block) ?? []), change]);
				break;
			case 'page-numbers':
				if (!pageNumbers) merged.push(change);
				pageNumbers = true;
				break;
			default:
				merged.push(change);
		}
	}
	return [...merged, ...pages.values(), ...paragraphs.values(), ...[...runs.values()].flatMap(cutRuns)];
}

function cutRuns(changes: readonly Extract<Change, { kind: 'format-run' }>[]): readonly Change[] {
	const borders = [...new Set(changes.flatMap((change) => [change.start, change.end]))].sort((a, b) => a - b);
	const pieces: Extract<Change, { kind: 'format-run' }>[] = [];
	for (let i = 0; i + 1 < borders.length; i++) {
		const start = borders[i] ?? 0;
		const end = borders[i + 1] ?? 0;
		const covering = changes.filter((change) => change.start <= start && end <= change.end);
		const first = covering[0];
		if (first === undefined) continue;
		const format: RunFormatChange = Object.assign({}, ...covering.map((change) => change.format));
		const last = pieces.at(-1);
		if (last !== undefined && last.end === start && JSON.stringify(last.format) === JSON.stringify(format))
			pieces[pieces.length - 1] = { ...last, end };
		else pieces.push({ kind: 'format-run', block: first.block, start, end, format });
	}
	return pieces;
}
