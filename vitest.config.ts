import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['packages/*/test/**/*.test.ts', 'packages/rules/src/**/*.test.ts', 'scripts/**/*.test.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// Two cores: more workers only fight for them.
		maxWorkers: 2,
	},
});
