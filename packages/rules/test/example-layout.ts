/** Runs the examples of a layout rule as tests: each paragraph's `printed` lines become a page of ours. */
import { resolveTemplate } from '@bianxu/config';
import type { Diagnostic, Frame, GlyphStandIn, Rule, RuleExample, TextItem } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { runLayoutRules } from '../src/run-pages.ts';
import { exampleDocument } from './build-example.ts';
import { exampleDate } from './example-doc.ts';
import { examplesOf } from '../src/examples.ts';

/** Pages of an example: lines of a page one under the other, 28.95 pt apart, from the upper edge of the type area. */
export function exampleFrames(example: RuleExample): readonly Frame[] {
	const { outline } = exampleDocument(example);
	const items: TextItem[][] = [];
	let page = 1;
	for (const [block, paragraph] of (example.paragraphs ?? []).entries()) {
		let offset = 0;
		for (const line of paragraph.printed ?? [{ page, text: paragraph.text }]) {
			page = line.page;
			while (items.length < page) items.push([]);
			const own = items[page - 1] ?? [];
			const role = outline.claims[block]?.role ?? 'body';
			const advances = [...line.text].map(() => 15.793);
			const y = 105 + (own.length + 1) * 28.95;
			own.push({ kind: 'text', x: 79.4, y, size: 16, font: '仿宋', text: line.text, advances, role, block, offset });
			offset += line.text.length;
		}
	}
	return items.map((own, index) => ({
		width: 595.3,
		height: 841.9,
		index,
		number: index + 1,
		blank: false,
		material: '',
		items: own,
	}));
}

function judge(rule: Rule, example: RuleExample): readonly Diagnostic[] {
	const { doc, outline } = exampleDocument(example);
	const template = resolveTemplate(example.template ?? outline.template);
	const standIns = (example.standIns ?? []).map(
		({ character, block, used }): GlyphStandIn => ({
			codePoint: character.codePointAt(0) ?? 0,
			block,
			role: outline.claims[block]?.role ?? 'body',
			wanted: '楷体_GB2312',
			used,
		}),
	);
	return runLayoutRules({ doc, outline, template, date: exampleDate, frames: exampleFrames(example), standIns }, [
		rule,
	]);
}

/** Declares the tests of one layout rule. */
export function testLayoutRule(rule: Rule): void {
	describe(rule.meta.id, () => {
		it('gives examples of both kinds', () => {
			expect(rule.scope).toBe('layout');
			expect(rule.meta.fix).toBe('none');
			expect(examplesOf(rule).filter(({ kind }) => kind === 'good').length).toBeGreaterThanOrEqual(1);
			expect(examplesOf(rule).filter(({ kind }) => kind === 'bad').length).toBeGreaterThanOrEqual(2);
		});

		it('says nothing when there are no pages', () => {
			const { doc, outline } = exampleDocument({ kind: 'good', title: '', paragraphs: [{ text: '一、工作' }] });
			const input = { doc, outline, template: resolveTemplate('base'), date: exampleDate, frames: [], standIns: [] };
			expect(runLayoutRules(input, [rule])).toEqual([]);
		});

		for (const example of examplesOf(rule)) {
			it(`${example.kind}: ${example.title}`, () => {
				const found = judge(rule, example);
				if (example.kind === 'good') {
					expect(found.map(({ message }) => message.zh)).toEqual([]);
					return;
				}
				expect(found).toHaveLength(1);
				const { doc } = exampleDocument(example);
				for (const { message, source, place } of found) {
					expect(`${message.zh}${message.en}`).not.toMatch(/undefined|null|NaN|\[object/);
					if (source.level === 'practice' || source.level === 'project') expect(message.zh).not.toContain('规定');
					expect(place.end).toBeGreaterThan(place.start);
					expect(place.end).toBeLessThanOrEqual(doc.paragraphs[place.block]?.text.length ?? 0);
				}
			});
		}
	});
}
