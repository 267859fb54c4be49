import type { FileResult, Language, Suppressed } from '@bianxu/model';
import { placeText } from './place-text.ts';

/** Findings of a file that somebody let pass, those of the baseline apart: they are only counted. */
export function letPassOf(result: Pick<FileResult, 'suppressed'>): {
	readonly signed: readonly Suppressed[];
	readonly known: number;
} {
	const signed = (result.suppressed ?? []).filter(({ via }) => via !== 'baseline');
	return { signed, known: (result.suppressed?.length ?? 0) - signed.length };
}

/** 「放过 punct-dash 第3段「…」：引文原样（王某某，2026-11-20）」. Not escaped. */
export function letPassText({ diagnostic, reason, by, on }: Suppressed, language: Language): string {
	const zh = language === 'zh';
	const who = [by, on].filter((part) => part !== '').join(zh ? '，' : ', ');
	const signed = who === '' ? '' : zh ? `（${who}）` : ` (${who})`;
	const place = placeText(diagnostic.place, language);
	return zh
		? `放过：${diagnostic.rule} ${place}，理由：${reason}${signed}`
		: `let pass: ${diagnostic.rule} ${place}, reason: ${reason}${signed}`;
}

/** How many findings the baseline knows, in a sentence; '' for none. */
export function knownText(known: number, language: Language): string {
	if (known === 0) return '';
	return language === 'zh'
		? `基线内的已知问题 ${known} 处，未列出`
		: `${known} known ${known === 1 ? 'finding' : 'findings'} of the baseline not listed`;
}
