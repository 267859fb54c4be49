import { rules } from '../../../rules/src/index.ts';
import { expect, it } from 'vitest';
import type { Rule } from '@bianxu/model';
import { printFaults } from '../../../proof/test/print-faults.ts';
import { formatFaults } from './formats.ts';
import { layoutFaults } from './layouts.ts';
import { packetFaults } from './packets.ts';
import { paperFaults } from './papers.ts';
import { wordFaults } from './words.ts';

/** Each scope with its mutants: papers, laid-out papers, packets, prints. */
const faults: Readonly<Record<Rule['scope'], Readonly<Record<string, readonly unknown[]>>>> = {
	document: { ...formatFaults, ...wordFaults, ...paperFaults },
	layout: layoutFaults,
	packet: packetFaults,
	print: printFaults,
};

it('has three mutants or more for every rule of the book', () => {
	const wanting = rules.flatMap(({ scope, meta }) => ((faults[scope][meta.id]?.length ?? 0) < 3 ? [meta.id] : []));
	expect(wanting).toEqual([]);
});

it('has mutants of rules only', () => {
	const known = new Set(rules.map(({ scope, meta }) => `${scope} ${meta.id}`));
	const named = Object.entries(faults).flatMap(([scope, table]) => Object.keys(table).map((id) => `${scope} ${id}`));
	expect(named.filter((each) => !known.has(each))).toEqual([]);
});
