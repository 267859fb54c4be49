import { rules } from '../../../rules/src/index.ts';
import { expect, it } from 'vitest';
import { formatFaults } from './formats.ts';
import { packetFaults } from './packets.ts';
import { paperFaults } from './papers.ts';
import { wordFaults } from './words.ts';

it('has three mutants or more for every rule of the catalogue on a document', () => {
	const table = { ...formatFaults, ...wordFaults, ...paperFaults };
	const wanting = rules.flatMap(({ scope, meta }) =>
		scope === 'document' && meta.number > 0 && (table[meta.id]?.length ?? 0) < 3 ? [meta.id] : [],
	);
	expect(wanting).toEqual([]);
	for (const id of Object.keys(table))
		expect(
			rules.some(({ meta }) => meta.id === id),
			id,
		).toBe(true);
});

it('has three mutants or more for the rules on a packet that the clean packet has papers for', () => {
	// The clean packet has no contents, and its schedule names items in words of its own: examples beside the rules stand for them.
	const without = ['packet-agenda-schedule-agree', 'packet-toc-agrees'];
	const wanting = rules.flatMap(({ scope, meta }) =>
		scope === 'packet' && meta.number > 0 && !without.includes(meta.id) && (packetFaults[meta.id]?.length ?? 0) < 3
			? [meta.id]
			: [],
	);
	expect(wanting).toEqual([]);
});
