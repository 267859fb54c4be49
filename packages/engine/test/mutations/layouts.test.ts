import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeLayout } from './judge.ts';
import { layoutFaults } from './layouts.ts';

const hasFonts = existsSync(join(import.meta.dirname, '../../../../.fonts/NotoSerifSC-Regular.ttf'));

describe.skipIf(!hasFonts).each(Object.entries(layoutFaults))('%s (needs the fonts of the set-up)', (rule, mutants) => {
	it.each(mutants.map((mutant, index) => ({ mutant, index, source: mutant.source })))(
		'mutant $index of $source is found on its page, alike in its dialects',
		async ({ mutant, index }) => {
			const [first, ...others] = await judgeLayout(rule, mutant, index);
			for (const other of others) expect(other.rules, other.dialect).toEqual(first?.rules);
		},
	);
});
