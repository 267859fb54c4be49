import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../src/settings.ts';

const root = join(import.meta.dirname, '../../..');

/** Folders of papers that the tests of printing take: ours, and those that we did not write where they are present. */
export const PRINTED_FOLDERS = [
	'fixtures/packet/clean',
	'fixtures/packet/faulty',
	'../shared/corpus/docx',
	'../shared/corpus/hostile/own',
].map((name) => ({ name, path: join(root, name), present: existsSync(join(root, name)) }));

/** Every day takes each fourth file of the large folders; the long run takes all. */
export const STEP = process.env['BIANXU_FULL'] === undefined ? 4 : 1;

/** Settings of a paper that belongs to no packet and no office. */
export const PLAIN_SETTINGS: Settings = {
	template: 'base',
	profile: 'gbt9704-2012',
	layers: null,
	level: 'prefecture',
	mode: 'auto',
	place: '',
	date: '2026-11-26',
	rules: {},
	baseline: null,
	sidecar: [],
	known: [],
	problems: [],
};
