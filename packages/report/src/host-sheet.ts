/**
 * 主持词差异单: what is read aloud, before and after, in type for a lectern. A wrong number read out is the accident that
 * everyone hears, so every changed or doubtful sentence stands here whole.
 */

import type { Language, Plan, PlannedFact, PlannedReference, SheetBlock, SheetSpan, SlipHead } from '@bianxu/model';
import { sessionLine } from './plan-sheet.ts';
import { wordingOf } from './plan-words.ts';
import { STATUS, say } from './words.ts';

interface Sentence {
	readonly block: number;
	readonly contextStart: number;
	readonly places: readonly (PlannedReference | PlannedFact)[];
}

/** Blocks for every host script of the packet that changes or has something open; null where there is none. */
export function hostSheet(plan: Plan, language: Language, head: SlipHead): readonly SheetBlock[] | null {
	const zh = language === 'zh';
	const blocks = plan.unnumbered
		.filter(({ kind }) => kind === 'host-script')
		.flatMap(({ id, file }): readonly SheetBlock[] => {
			const sentences = sentencesOf(plan, id);
			if (sentences.length === 0) return [];
			return [
				{ kind: 'heading', text: file },
				...sentences.flatMap((sentence) => sentenceBlocks(plan, id, sentence, language)),
			];
		});
	if (blocks.length === 0) return null;
	const lead = zh
		? '只列有改动和须核对的句子，按主持词的顺序。'
		: 'Sentences that change or must be checked, in the order of the script.';
	return [
		{ kind: 'title', text: zh ? '主持词差异单' : 'Changes in the host script' },
		sessionLine(head),
		{ kind: 'lead', spans: [lead] },
		...blocks,
		{ kind: 'sign', names: zh ? ['核对人', '主持人'] : ['checked by', 'host'] },
	];
}

function isOpen(place: PlannedReference | PlannedFact): boolean {
	if ('accepted' in place && place.accepted !== undefined) return false;
	return place.status !== 'valid' && place.status !== 'ignored';
}

/** Sentences with a change or something open; places of one sentence stand together. */
function sentencesOf(plan: Plan, id: string): readonly Sentence[] {
	const all = [...plan.references, ...plan.facts].filter((place) => place.in === id);
	const wanted = all.filter((place) => isOpen(place) || wordingOf(plan, place).changed);
	const found = new Map<string, { block: number; contextStart: number; places: (PlannedReference | PlannedFact)[] }>();
	for (const place of wanted) {
		const key = `${place.block}:${place.contextStart}`;
		const sentence = found.get(key) ?? { block: place.block, contextStart: place.contextStart, places: [] };
		sentence.places.push(place);
		found.set(key, sentence);
	}
	return [...found.values()].sort((a, b) => a.block - b.block || a.contextStart - b.contextStart);
}

function sentenceBlocks(
	plan: Plan,
	id: string,
	{ block, places }: Sentence,
	language: Language,
): readonly SheetBlock[] {
	const zh = language === 'zh';
	const longest = places.reduce((best, place) => (place.context.length > best.context.length ? place : best));
	const { before, after, changed } = wordingOf(plan, { ...longest, in: id, block });
	const open = places.filter(isOpen);
	const label = (text: string): SheetSpan => ({ text, mark: 'strong' });
	const blocks: SheetBlock[] = [
		{ kind: 'note', spans: [zh ? `第${block + 1}段` : `paragraph ${block + 1}`] },
		{ kind: 'large', spans: [label(zh ? '原：' : 'was: '), ...before] },
	];
	if (changed) blocks.push({ kind: 'large', spans: [label(zh ? '念：' : 'read: '), ...after] });
	for (const { status, note, from } of open) {
		const words = `${say(language, STATUS[status])}「${from}」${note === null ? '' : `：${note[language]}`}`;
		blocks.push({ kind: 'large', spans: [{ text: words, mark: 'alert' }] });
	}
	return blocks;
}
