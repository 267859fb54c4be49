import type { Frame, RejectFinding, Template } from '@bianxu/model';
import { compareGlyphs } from './compare-glyphs.ts';
import { comparePages } from './compare-pages.ts';
import {
	fontFindings,
	furnitureFindings,
	sizeFindings,
	typeAreaFindings,
	unreadableFindings,
} from './compare-template.ts';
import { viewPage } from './page.ts';
import { numberBaseline, numberFindings } from './page-numbers.ts';
import type { Print } from './read-print.ts';
import { shiftFindings, shiftFromTemplate } from './shift.ts';

/**
 * Compares a submitted print with what the template requires (GB/T 9704-2012) and, where `expected` has the pages of our
 * own print of the same source, with those: pages, order, text, place, faces. Findings in the order of severity, then of
 * pages; those of the whole print first. Our own print yields none.
 */
export function comparePrint(
	print: Print,
	template: Template,
	expected: readonly Frame[] | null,
): readonly RejectFinding[] {
	const baseline = numberBaseline(template);
	const first = print.frames.map((frame) => viewPage(frame, template));
	const { dy } = shiftFromTemplate(first, template, baseline);
	// Where a shift down or up was found, what is text and what is header is asked again with it.
	const views = dy === 0 ? first : print.frames.map((frame) => viewPage(frame, template, dy));
	const ours = expected?.map((frame) => viewPage(frame, template)) ?? null;
	const pages = ours === null ? null : comparePages(views, ours, template);
	const glyphs = ours === null || pages === null ? null : compareGlyphs(views, ours, pages.pairs, template);
	const shift = glyphs?.shift ?? shiftFromTemplate(views, template, baseline);
	// A scaled print has nothing in its place; that it is scaled is said once.
	const scaled = glyphs?.scaled ?? false;
	const findings = [
		...unreadableFindings(views, ours, template),
		...sizeFindings(views, template),
		...fontFindings(print.fonts, template),
		...(scaled ? [] : [...shiftFindings(shift, template), ...typeAreaFindings(views, template, shift)]),
		...furnitureFindings(views, template),
		// Pages compared with the source say what a gap in the numbers would only hint at.
		...numberFindings(views, template, scaled ? null : shift, pages === null || pages.pairs.length === 0),
		...(pages?.findings ?? []),
		...(glyphs?.findings ?? []),
	];
	const rank = { error: 0, warning: 1, info: 2 } as const;
	return findings
		.map((finding, order) => ({ finding, order }))
		.sort(
			(a, b) =>
				rank[a.finding.severity] - rank[b.finding.severity] ||
				(a.finding.page ?? 0) - (b.finding.page ?? 0) ||
				a.order - b.order,
		)
		.map(({ finding }) => finding);
}
