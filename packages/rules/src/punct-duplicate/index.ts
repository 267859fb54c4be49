import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { description, doubled, title } from './messages.ts';

const doubles = /[。，、；：,;]{2,6}/g;

/** What the run should be: the strongest stop in it. */
function kept(run: string): string {
	for (const mark of ['。', '；', '：', '，', '、', ';', ',']) if (run.includes(mark)) return mark;
	return run.charAt(0);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-duplicate',
		number: 120,
		group: 'punctuation',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', doubles, (match, passage) => {
			const run = match[0];
			if (/^。{3,}$/u.test(run)) return null;
			// A formula that the text does not show may stand between the two.
			if ((context.doc.paragraphs[passage.block]?.objects.length ?? 0) > 0) return null;
			if (/^[,;]+$/.test(run) && !/[\p{Script=Han}”》）]/u.test(passage.text[match.index - 1] ?? '')) return null;
			const end = match.index + run.length;
			return replacement(passage, match.index, end, kept(run), doubled(run, kept(run)), 'safe');
		}),
	}),
};
