import { resolveTemplate } from '@bianxu/config';
import type { Doc, Finding, Manifest, PacketFinding, Rule, RuleMeta, Source, Template } from '@bianxu/model';
import { readMarkdown } from '@bianxu/parser';
import { describe, expect, it } from 'vitest';
import { runDocumentRules, runPacketRules } from '../src/run.ts';
import { exampleDocument } from './build-example.ts';

const standard: Source = { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3' };
const practice: Source = { level: 'practice', doc: '通行做法', clause: '' };

function meta(id: string, fields: Partial<RuleMeta> = {}): RuleMeta {
	const text = { zh: '例', en: 'example' };
	return {
		id,
		number: 0,
		group: 'page',
		title: text,
		description: text,
		severity: 'error',
		fix: 'none',
		source: standard,
		needsFormat: false,
		...fields,
	};
}

function finding(block: number, start: number, end: number, fields: Partial<Finding> = {}): Finding {
	return { block, start, end, message: { zh: '不对', en: 'wrong' }, ...fields };
}

function documentRule(id: string, findings: readonly Finding[], fields: Partial<RuleMeta> = {}): Rule {
	return { scope: 'document', meta: meta(id, fields), check: () => ({ findings }) };
}

const template = resolveTemplate('base');
const document = exampleDocument({
	kind: 'good',
	title: '',
	paragraphs: [{ text: '第一段。' }, { text: '第二段。' }],
	template: 'base',
});
const input = { ...document, template, date: '2026-11-26' };

function withSetting(id: string, setting: Template['rules'][string]): Template {
	return { ...template, rules: { ...template.rules, [id]: setting } };
}

describe('runDocumentRules', () => {
	it('sorts by block, start and rule', () => {
		const book = [
			documentRule('b', [finding(1, 2, 3), finding(0, 1, 2)]),
			documentRule('a', [finding(1, 2, 3), finding(1, 0, 1)]),
		];
		const { diagnostics } = runDocumentRules(input, book);
		expect(diagnostics.map(({ rule, place }) => `${place.block}:${place.start} ${rule}`)).toEqual([
			'0:1 b',
			'1:0 a',
			'1:2 a',
			'1:2 b',
		]);
	});

	it('takes severity and source from the template, and runs nothing that is off', () => {
		const book = [documentRule('a', [finding(0, 0, 1)])];
		const run = (setting: Template['rules'][string]) =>
			runDocumentRules({ ...input, template: withSetting('a', setting) }, book).diagnostics;
		expect(run({})[0]).toMatchObject({ severity: 'error', source: standard });
		expect(run({ severity: 'info', source: practice })[0]).toMatchObject({ severity: 'info', source: practice });
		expect(run({ severity: 'off' })).toEqual([]);
	});

	it('never fails a paper for a value that rests on practice alone', () => {
		const severity = (own: Source, value: Source) =>
			runDocumentRules(input, [documentRule('a', [finding(0, 0, 1, { source: value })], { source: own })])
				.diagnostics[0]?.severity;
		expect(severity(standard, practice)).toBe('warning');
		expect(severity(standard, standard)).toBe('error');
		// The office itself made the rule an error, knowing that it is practice.
		expect(severity(practice, practice)).toBe('error');
	});

	it('hands rules their parameters, the template’s over their own', () => {
		let seen: unknown;
		const rule: Rule = {
			scope: 'document',
			meta: meta('a'),
			params: { max: 3, min: 1 },
			check: ({ params }) => {
				seen = params;
				return { findings: [] };
			},
		};
		runDocumentRules({ ...input, template: withSetting('a', { params: { max: 5 } }) }, [rule]);
		expect(seen).toEqual({ max: 5, min: 1 });
	});

	it('leaves rules of other templates out', () => {
		const book = [documentRule('a', [finding(0, 0, 1)], { templates: ['duty-report'] })];
		expect(runDocumentRules(input, book).diagnostics).toEqual([]);
	});

	it('shows the paragraph’s text, and none for the document as a whole', () => {
		const { diagnostics } = runDocumentRules(input, [documentRule('a', [finding(0, 0, 0), finding(1, 0, 2)])]);
		expect(diagnostics.map(({ place }) => place)).toEqual([
			{ block: 0, text: '', start: 0, end: 0 },
			{ block: 1, text: '第二段。', start: 0, end: 2 },
		]);
	});

	it('refuses a finding outside the document as a fault of the rule, and swallows no exception', () => {
		expect(() => runDocumentRules(input, [documentRule('a', [finding(99, 0, 1)])])).toThrow(RangeError);
		const broken: Rule = {
			scope: 'document',
			meta: meta('a'),
			check: () => {
				throw new Error('broken');
			},
		};
		expect(() => runDocumentRules(input, [broken])).toThrow('broken');
	});
});

describe('on Markdown', () => {
	const markdown = '# 关于预算执行情况的报告\n\n第一段文字，第二句。\n\n- 条目一\n- 条目二有错\n';
	const read = readMarkdown(new TextEncoder().encode(markdown));
	if (read.refusal !== undefined) throw new Error('refused');
	const lineStarts = [0, ...[...markdown.matchAll(/\n/g)].map((match) => match.index + 1)];
	const doc: Doc = { ...read.doc, lineStarts };
	const outline = {
		...document.outline,
		claims: doc.paragraphs.map(({ block }) => ({ block, role: 'body' as const, evidence: [], confidence: 1 })),
	};

	it('names the rules on format as unchecked', () => {
		const { diagnostics, unchecked } = runDocumentRules({ ...input, doc, outline }, [
			documentRule('needs-format', [finding(0, 0, 1)], { needsFormat: true }),
			documentRule('a', []),
		]);
		expect(diagnostics).toEqual([]);
		expect(unchecked).toHaveLength(1);
		expect(unchecked[0]?.message.zh).toContain('needs-format');
		expect(unchecked[0]?.message.zh).not.toContain('a、');
	});

	it.each(['第二句', '有错'])('gives line and column of 「%s」, 1-based', (words) => {
		const paragraph = doc.paragraphs.find(({ text }) => text.includes(words));
		const at = paragraph?.text.indexOf(words) ?? -1;
		const found = finding(paragraph?.block ?? 0, at, at + words.length);
		const { diagnostics } = runDocumentRules({ ...input, doc, outline }, [documentRule('a', [found])]);
		const { line = 0, column = 0 } = diagnostics[0]?.place ?? {};
		expect(markdown.split('\n')[line - 1]?.slice(column - 1, column - 1 + words.length)).toBe(words);
	});
});

describe('runPacketRules', () => {
	it('sorts findings by member', () => {
		const found: readonly PacketFinding[] = [
			{ ...finding(1, 0, 1), member: 'm2' },
			{ ...finding(0, 1, 2), member: 'm2' },
			{ ...finding(0, 0, 1), member: 'm1' },
		];
		const rule: Rule = {
			scope: 'packet',
			meta: meta('p', { group: 'packet' }),
			check: () => ({ findings: found }),
		};
		const manifest = { items: [], unnumbered: [], schedule: [] } as unknown as Manifest;
		const members = ['m1', 'm2'].map((id) => ({ id, path: `${id}.docx`, ...document }));
		const { byMember } = runPacketRules({ manifest, members, template }, [rule]);
		expect([...byMember.keys()].sort()).toEqual(['m1', 'm2']);
		expect(byMember.get('m2')?.map(({ place }) => place.block)).toEqual([0, 1]);
		expect(() => runPacketRules({ manifest, members: [], template }, [rule])).toThrow(RangeError);
	});
});
