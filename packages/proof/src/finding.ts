import type { Bilingual, FindingSeverity, RejectFinding, Source, Template } from '@bianxu/model';

/** Clause of GB/T 9704-2012. */
export function gb(clause: string): Source {
	return { level: 'national-standard', doc: 'GB/T 9704-2012', clause };
}

/** What a comparison with our own print rests on: no text of an authority, the document that was handed in. */
export const AGAINST: Source = { level: 'project', doc: '编序', clause: '与对照件比对' };

/** Parts of a finding that are not always there. */
export interface Details {
	readonly page?: number | null;
	readonly line?: number | null;
	readonly expected?: string | null;
	readonly actual?: string | null;
	readonly text?: string;
}

/** A finding at the severity measured, as far as the template allows its rule; none when the template switches it off. `source` counts where the template names none. */
export function finding(
	template: Template,
	rule: string,
	severity: FindingSeverity,
	source: Source,
	message: Bilingual,
	{ page = null, line = null, expected = null, actual = null, text = '' }: Details,
): readonly RejectFinding[] {
	const own = template.rules[rule];
	const setting = own?.severity ?? severity;
	if (setting === 'off') return [];
	// A template may make a rule milder or stricter; the measured size of a fault may make it milder still.
	const order = ['error', 'warning', 'info'] as const;
	const level = order[Math.max(order.indexOf(setting), order.indexOf(severity))] ?? severity;
	return [{ rule, severity: level, page, line, expected, actual, source: own?.source ?? source, message, text }];
}

/** 「第1、3、5页」 with at most eight pages named. */
export function pagesText(pages: readonly number[]): Bilingual {
	const named = pages.slice(0, 8);
	return {
		zh: `第${named.join('、')}页${pages.length > 8 ? `等${pages.length}页` : ''}`,
		en: `page${pages.length > 1 ? 's' : ''} ${named.join(', ')}${pages.length > 8 ? ` and ${pages.length - 8} more` : ''}`,
	};
}
