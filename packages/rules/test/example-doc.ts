/** Runs a rule's examples as tests: each rule's index.test.ts is one call of `testRule`. */
import { resolveTemplate } from '@bianxu/config';
import {
	applyTextEdits,
	type Change,
	type Diagnostic,
	type Doc,
	type DocumentContext,
	type Rule,
	type RuleExample,
	type TextEdit,
} from '@bianxu/model';
import * as parser from '@bianxu/parser';
import { describe, expect, it } from 'vitest';
import { runDocumentRules } from '../src/run.ts';
import { applyChanges } from './apply-changes.ts';
import { exampleDocument, type ExampleDocument } from './build-example.ts';
import { examplesOf } from '../src/examples.ts';

/** Day on which every example is judged. */
export const exampleDate = '2026-11-26';

/** The context in which an example is judged, without parameters. */
export function contextOf(example: RuleExample, document: ExampleDocument): Omit<DocumentContext, 'params'> {
	const template = resolveTemplate(
		example.template ?? document.outline.template,
		example.level === undefined ? {} : { level: example.level },
	);
	return { doc: document.doc, outline: document.outline, template, date: exampleDate };
}

/** Declares the tests of one document rule. */
export function testRule(rule: Rule): void {
	describe(rule.meta.id, () => {
		it('says everything in both languages and gives examples', () => {
			for (const text of [rule.meta.title, rule.meta.description]) {
				expect(text.zh).toMatch(/\p{Script=Han}/u);
				expect(text.en).not.toMatch(/^\s*$/);
			}
			expect(examplesOf(rule).filter((example) => example.kind === 'good').length).toBeGreaterThanOrEqual(1);
			expect(examplesOf(rule).filter((example) => example.kind === 'bad').length).toBeGreaterThanOrEqual(2);
		});
		for (const example of examplesOf(rule)) {
			it(`${example.kind}: ${example.title}`, async () => {
				const document =
					example.markdown === undefined ? exampleDocument(example) : await markdownDocument(example.markdown, example);
				const found = judge(rule, example, document);
				if (example.kind === 'good') {
					expect(found.map((diagnostic) => diagnostic.message.zh)).toEqual([]);
					return;
				}
				expect(found.length).toBeGreaterThan(0);
				for (const diagnostic of found) checkDiagnostic(rule, document.doc, diagnostic);
				const changes = found.flatMap((diagnostic) => diagnostic.fix?.changes ?? []);
				if (example.fixed === undefined && changes.length === 0) return;
				const after =
					example.markdown === undefined
						? applyChanges(document, changes)
						: await rewritten(example.markdown, document.doc, changes, example);
				if (example.fixed !== undefined) expect(textOf(after.doc)).toBe(example.fixed);
				// A fix must cure what it was offered for: what remains are findings that had no fix.
				const left = judge(rule, example, after);
				expect(
					left
						.map((diagnostic) => diagnostic.message.zh)
						.slice(found.filter((diagnostic) => diagnostic.fix === undefined).length),
				).toEqual([]);
			});
		}
	});
}

function judge(rule: Rule, example: RuleExample, document: ExampleDocument): readonly Diagnostic[] {
	if (rule.scope !== 'document')
		throw new RangeError(`testRule runs document rules; ${rule.meta.id} has scope ${rule.scope}`);
	const context = contextOf(example, document);
	// A rule that a template switches off is tested all the same.
	const setting = context.template.rules[rule.meta.id];
	const severity =
		setting?.severity === 'off' || setting?.severity === undefined ? rule.meta.severity : setting.severity;
	const template = {
		...context.template,
		rules: { ...context.template.rules, [rule.meta.id]: { ...setting, severity } },
	};
	return runDocumentRules({ ...context, template }, [rule]).diagnostics;
}

function checkDiagnostic(rule: Rule, doc: Doc, diagnostic: Diagnostic): void {
	expect(diagnostic.message.zh).toMatch(/\p{Script=Han}/u);
	expect(diagnostic.message.en).not.toBe('');
	expect(`${diagnostic.message.zh}${diagnostic.message.en}`).not.toMatch(/undefined|null|NaN|\[object/);
	if (diagnostic.source.level === 'practice' || diagnostic.source.level === 'project') {
		// 「规定」 is kept for law, standards and notices.
		expect(diagnostic.message.zh).not.toContain('规定');
	}
	const { start, end, block } = diagnostic.place;
	expect(start).toBeLessThanOrEqual(end);
	expect(end).toBeLessThanOrEqual(doc.paragraphs[block]?.text.length ?? 0);
	if (rule.meta.fix === 'none') expect(diagnostic.fix).toBeUndefined();
	if (rule.meta.fix === 'safe' && diagnostic.fix !== undefined) expect(diagnostic.fix.safety).toBe('safe');
}

/** Visible text of the body, one paragraph a line. */
function textOf(doc: Doc): string {
	return doc.paragraphs
		.filter((paragraph) => paragraph.headerFooter === null)
		.map((paragraph) => paragraph.text)
		.join('\n');
}

interface MarkdownLanguage {
	readonly readMarkdown?: (bytes: Uint8Array) => {
		readonly refusal?: unknown;
		readonly doc?: Doc;
		readonly text?: string;
	};
	readonly lowerMarkdown?: (
		doc: Doc,
		text: string,
		changes: readonly Change[],
	) => { readonly edits: readonly TextEdit[] };
}

async function markdownDocument(markdown: string, example: RuleExample): Promise<ExampleDocument> {
	const { readMarkdown } = parser as MarkdownLanguage;
	if (readMarkdown === undefined) throw new Error('@bianxu/parser exports no readMarkdown yet');
	const read = readMarkdown(new TextEncoder().encode(markdown));
	if (read.doc === undefined) throw new Error('the example was refused');
	const { recognise } = await import('@bianxu/structure');
	return { doc: read.doc, outline: recognise(read.doc, { template: example.template ?? 'auto' }) };
}

async function rewritten(
	markdown: string,
	doc: Doc,
	changes: readonly Change[],
	example: RuleExample,
): Promise<ExampleDocument> {
	const { lowerMarkdown } = parser as MarkdownLanguage;
	if (lowerMarkdown === undefined) throw new Error('@bianxu/parser exports no lowerMarkdown yet');
	const { edits } = lowerMarkdown(doc, markdown, changes);
	return markdownDocument(
		applyTextEdits(
			markdown,
			edits.map((edit) => ({ start: edit.range.start, end: edit.range.end, text: edit.text })),
		),
		example,
	);
}
