import { defineConfig } from 'vitest/config';

const report = process.env['BIANXU_TEST_REPORT'];

export default defineConfig({
	test: {
		include: ['packages/*/test/**/*.test.ts', 'packages/rules/src/**/*.test.ts'],
		setupFiles: ['vitest.setup.ts'],
		// Tests hold no state between files: loading the packages once a worker instead of once a file saves five minutes.
		isolate: false,
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// Two cores: more workers only fight for them.
		maxWorkers: 2,
		reporters: report === undefined ? ['default'] : ['default', 'json'],
		...(report === undefined ? {} : { outputFile: { json: report } }),
	},
});
