/** Findings of one rule on one of its examples, whatever the rule's scope: for tests over the whole book. */
import { resolveTemplate } from '@bianxu/config';
import type { RejectFinding, Rule, RuleExample } from '@bianxu/model';
import { readMarkdown } from '@bianxu/parser';
import { recognise } from '@bianxu/structure';
import { comparePrint } from '@bianxu/proof';
import { runDocumentRules } from '../src/run.ts';
import { runLayoutRules, runPrintRules } from '../src/run-pages.ts';
import { type ExampleDocument, exampleDocument } from './build-example.ts';
import { contextOf, exampleDate } from './example-doc.ts';
import { exampleFrames } from './example-layout.ts';
import { judgePacket } from './example-packet.ts';
import { examplePage } from './example-print.ts';

/** What a finding requires and what it met. */
export type Judged = Pick<RejectFinding, 'rule' | 'expected' | 'actual'>;

/** The document of an example, as written or as read from its Markdown. */
export function documentOf(example: RuleExample): ExampleDocument {
	if (example.markdown === undefined) return exampleDocument(example);
	const read = readMarkdown(new TextEncoder().encode(example.markdown));
	if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
	return { doc: read.doc, outline: recognise(read.doc, { template: example.template ?? 'auto' }) };
}

/** Findings of the whole book on the example of a document rule; of the rule alone in the other scopes. */
export function judgeExample(rule: Rule, example: RuleExample): readonly Judged[] {
	switch (rule.scope) {
		case 'document': {
			const document = documentOf(example);
			return runDocumentRules(contextOf(example, document)).diagnostics;
		}
		case 'layout': {
			const document = documentOf(example);
			const template = resolveTemplate('base');
			const frames = exampleFrames(example);
			return runLayoutRules({ ...document, template, date: exampleDate, frames, standIns: [] }, [rule]);
		}
		case 'packet':
			return judgePacket(rule, [
				{ id: 'm1', ...documentOf(example) },
				{ id: 'm2', ...documentOf(example) },
			]);
		case 'print': {
			const template = resolveTemplate('base');
			const { print } = example;
			if (print === undefined) return [];
			const frames = print.pages.map(examplePage);
			const own = runPrintRules({ frames, fonts: [], about: print.about ?? {}, template }, [rule]).findings;
			return [...own, ...comparePrint({ frames, fonts: [] }, template, print.source?.map(examplePage) ?? null)];
		}
	}
}
