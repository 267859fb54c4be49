/** Layout rules on pages as our printer sets them: clean materials have no finding, a break in the wrong place has one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Diagnostic } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { type Checked, checkBytes } from '../src/check.ts';
import { withLayout } from '../src/check-layout.ts';
import { createSession } from '../src/session.ts';
import { settingsFor } from '../src/settings.ts';

const root = join(import.meta.dirname, '../../..');
const clean = join(root, 'fixtures/packet/clean');
const pack = join(root, '.fonts');
const hasFonts = existsSync(join(pack, 'NotoSerifSC-Regular.ttf'));

describe.skipIf(!hasFonts)('layout rules on our own pages (needs the fonts of the set-up)', () => {
	const session = createSession(nodeWorld([{ path: pack, origin: 'pack' }]));
	const RULES = /^(?:page-first-has-body|page-orphan-signature|font-missing-glyph|heading-keep-with-next|linebreak-)/;

	async function judge(name: string, mutate: (checked: Checked) => readonly Change[] = () => []): Promise<Checked> {
		const path = join(clean, name);
		const settings = await settingsFor(session, path, { date: '2026-11-26' });
		const before = checkBytes(session, path, new Uint8Array(readFileSync(path)), settings);
		if (before.document === null) throw new Error('refused');
		const changes = mutate(before);
		const { bytes, unsayable } = before.document.rewrite(changes);
		expect(unsayable).toEqual([]);
		const after = await withLayout(session, checkBytes(session, path, bytes, settings), settings);
		if (after.document === null) throw new Error('refused');
		return after;
	}
	const serious = ({ result }: Checked): readonly Diagnostic[] =>
		result.diagnostics.filter(({ severity, rule }) => severity !== 'info' && RULES.test(rule));
	const blockOf = ({ outline }: Checked, ...roles: readonly string[]): number =>
		outline.claims.find(({ role }) => roles.includes(role))?.block ?? -1;
	const breakBefore = (block: number): readonly Change[] => [
		{ kind: 'format-paragraph', block, format: { pageBreakBefore: true } },
	];

	it('finds nothing in the clean packet', async () => {
		for (const name of readdirSync(clean).filter((file) => /\.(?:docx|md)$/.test(file))) {
			const checked = await judge(name);
			expect(
				serious(checked).map(({ rule, message }) => `${rule}: ${message.zh}`),
				name,
			).toEqual([]);
			expect(
				checked.result.unchecked.filter(({ code }) => code === 'layout-unset'),
				name,
			).toEqual([]);
		}
	});

	it('finds a heading that a page break cuts from its text', async () => {
		let heading = -1;
		const checked = await judge('学前教育专项报告.docx', (before) => {
			heading = before.outline.headings[1]?.block ?? -1;
			return breakBefore(heading + 1);
		});
		expect(serious(checked).map(({ rule, place }) => [rule, place.block])).toEqual([
			['heading-keep-with-next', heading],
		]);
	});

	it('finds text that does not begin on page 1', async () => {
		const checked = await judge('学前教育专项报告.docx', (before) => breakBefore(blockOf(before, 'body')));
		expect(serious(checked).map(({ rule }) => rule)).toEqual(['page-first-has-body']);
	});

	it('finds a signature alone on its page', async () => {
		const checked = await judge('任免职务议案.docx', (before) => breakBefore(blockOf(before, 'signature')));
		expect(serious(checked).map(({ rule }) => rule)).toEqual(['page-orphan-signature']);
	});

	it('names a character that no face has, and what was not looked at because of it', async () => {
		const checked = await judge('学前教育专项报告.docx', (before) => {
			const block = blockOf(before, 'body');
			return [{ kind: 'replace-text', block, start: 0, end: 0, text: '\u{2FA1D}' }];
		});
		expect(serious(checked).map(({ rule }) => rule)).toEqual(['font-missing-glyph']);
		expect(checked.result.unchecked.map(({ code }) => code)).toContain('layout-unset');
	});
});
