import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { formatFaults } from './formats.ts';

describe.each(Object.entries(formatFaults))('%s', (rule, mutants) => {
	it.each(mutants.map((mutant, index) => ({ mutant, index, source: mutant.source })))(
		'mutant $index of $source is found alike in its dialects, and mended',
		({ mutant, index }) => {
			const [first, ...others] = judge(rule, mutant, index);
			for (const other of others) expect(other.rules, other.dialect).toEqual(first?.rules);
		},
	);
});
