import type { RejectFinding, Template } from '@bianxu/model';
import { finding, gb, pagesText } from './finding.ts';
import { millimetres, type PageView, POINTS_PER_MM, type PrintedNumber, typeAreaOf } from './page.ts';
import { isVerso, type Shift } from './shift.ts';

/** Accepted deviation of a page number's place (mm). */
const PLACE_MM = 2;
/** Middle of a 一字线 above its baseline, in em. */
const DASH_MIDDLE = 0.4;
const CLAUSE = gb('7.5');

interface Numbered {
	readonly view: PageView;
	readonly page: number;
	readonly number: PrintedNumber;
}

/** Baseline of a page number in its place: 一字线 7 mm under the type area. Points from the top of the paper. */
export function numberBaseline(template: Template): number {
	const { offset, size } = template.page.pageNumber;
	return typeAreaOf(template).bottom + offset.value * POINTS_PER_MM + DASH_MIDDLE * size.value;
}

/**
 * Page numbers by 7.5: present, form, side, distance. `sequence` asks for their order too; without it the caller has
 * compared the pages themselves. `shift` null: the print is scaled, and no place on it means anything.
 */
export function numberFindings(
	views: readonly PageView[],
	template: Template,
	shift: Shift | null,
	sequence: boolean,
): readonly RejectFinding[] {
	const numbered = views.flatMap((view): readonly Numbered[] =>
		view.number === null ? [] : [{ view, page: view.frame.index + 1, number: view.number }],
	);
	return [
		...presence(views, numbered, template),
		...form(numbered, template),
		...(shift === null ? [] : [...position(numbered, template, shift), ...distance(numbered, template, shift)]),
		...onBlank(numbered, template),
		...(sequence ? order(views, template) : []),
	];
}

function hasContent({ lines, hasImage, header, footer }: PageView): boolean {
	return lines.length > 0 || hasImage || header.length > 0 || footer.length > 0;
}

/** Pages without a number after the first that has one; contents pages before it and pages after a blank one need none. */
function presence(
	views: readonly PageView[],
	numbered: readonly Numbered[],
	template: Template,
): readonly RejectFinding[] {
	const form = template.page.pageNumber.form.value;
	const written = views.filter(hasContent);
	if (numbered.length === 0) {
		if (written.length < 2 || written.every((view) => view.lines.length === 0)) return [];
		return finding(
			template,
			'page-number-present',
			'error',
			CLAUSE,
			{
				zh: `全件没有页码，规定每面编页码，形式为「${form.replace('{n}', '1')}」`,
				en: `no page has a number; the standard requires one on each, in the form "${form.replace('{n}', '1')}"`,
			},
			{ expected: form.replace('{n}', '1'), actual: '无' },
		);
	}
	const first = numbered[0]?.view.frame.index ?? 0;
	const missing = views.filter((view, index) => {
		const before = views[index - 1];
		return (
			view.frame.index > first &&
			view.number === null &&
			view.lines.length > 0 &&
			before !== undefined &&
			hasContent(before)
		);
	});
	if (missing.length === 0) return [];
	const pages = missing.map((view) => view.frame.index + 1);
	const shown = pagesText(pages);
	return finding(
		template,
		'page-number-present',
		'error',
		CLAUSE,
		{ zh: `${shown.zh}没有页码，规定每面编页码`, en: `${shown.en}: no page number; the standard requires one` },
		{ page: pages[0] ?? null, expected: form, actual: '无' },
	);
}

function form(numbered: readonly Numbered[], template: Template): readonly RejectFinding[] {
	const wrong = numbered.filter(({ number }) => !/^[—―─]\d+[—―─]$/u.test(number.text));
	const first = wrong[0];
	if (first === undefined) return [];
	const shown = pagesText(wrong.map(({ page }) => page));
	const required = template.page.pageNumber.form.value.replace('{n}', String(first.number.value));
	return finding(
		template,
		'page-number-dash',
		'warning',
		CLAUSE,
		{
			zh: `${shown.zh}页码写作「${first.number.text}」，规定数字左右各放一条一字线`,
			en: `${shown.en}: the page number reads "${first.number.text}"; the standard requires a one-em dash on either side`,
		},
		{ page: first.page, expected: required, actual: first.number.text },
	);
}

type Side = 'left' | 'centre' | 'right';
const SIDE_NAMES = { left: '居左', centre: '居中', right: '居右' } as const;

function sideOf({ view, number }: Numbered): Side {
	const middle = (number.left + number.right) / 2 - view.frame.width / 2;
	if (Math.abs(middle) < 20 * POINTS_PER_MM) return 'centre';
	return middle > 0 ? 'right' : 'left';
}

/** Odd numbers on the right, even ones on the left, one cell in (7.5). */
function position(numbered: readonly Numbered[], template: Template, shift: Shift): readonly RejectFinding[] {
	const upright = numbered.filter(({ view }) => view.frame.width <= view.frame.height);
	const wrong = upright.filter((entry) => sideOf(entry) !== (entry.number.value % 2 === 1 ? 'right' : 'left'));
	const first = wrong[0];
	if (first !== undefined) {
		const shown = pagesText(wrong.map(({ page }) => page));
		const actual = SIDE_NAMES[sideOf(first)];
		return finding(
			template,
			'page-number-position',
			'error',
			CLAUSE,
			{
				zh: `${shown.zh}页码${actual}，规定单页码居右空一字，双页码居左空一字`,
				en: `${shown.en}: the page number stands ${sideOf(first)}; the standard requires odd numbers on the right and even ones on the left, one character in`,
			},
			{ page: first.page, expected: '单页码居右空一字，双页码居左空一字', actual },
		);
	}
	const area = typeAreaOf(template);
	const em = template.page.pageNumber.size.value;
	const off = upright.filter((entry) => {
		const { number, view } = entry;
		const odd = number.value % 2 === 1;
		const by = odd ? number.right - shift.dx - (area.right - em) : number.left - shift.dx - (area.left + em);
		// Mirrored margins move the text of versos by 2 mm, and its page number with it.
		const spare = isVerso(view) ? 2 : 0;
		return by > PLACE_MM * POINTS_PER_MM + 1 || by < -(PLACE_MM + spare) * POINTS_PER_MM - 1;
	});
	const farthest = off[0];
	if (farthest === undefined) return [];
	const shown = pagesText(off.map(({ page }) => page));
	const odd = farthest.number.value % 2 === 1;
	const { number } = farthest;
	const inside = odd ? area.right - (number.right - shift.dx) : number.left - shift.dx - area.left;
	const actual = `距版心${odd ? '右' : '左'}边 ${millimetres(inside)} 毫米`;
	return finding(
		template,
		'page-number-position',
		'warning',
		CLAUSE,
		{
			zh: `${shown.zh}页码${actual}，规定空一字（约 ${millimetres(em)} 毫米）`,
			en: `${shown.en}: the page number stands ${millimetres(inside)} mm from the ${odd ? 'right' : 'left'} edge of the type area; the standard requires one character (${millimetres(em)} mm)`,
		},
		{ page: farthest.page, expected: `空一字（约 ${millimetres(em)} 毫米）`, actual },
	);
}

function distance(numbered: readonly Numbered[], template: Template, shift: Shift): readonly RejectFinding[] {
	const { offset } = template.page.pageNumber;
	const { bottom } = typeAreaOf(template);
	const measured = numbered
		.filter(({ view }) => view.frame.width <= view.frame.height)
		.map((entry) => {
			const dash = entry.number.y - shift.dy - DASH_MIDDLE * entry.number.size;
			return { page: entry.page, mm: (dash - bottom) / POINTS_PER_MM };
		});
	const off = measured.filter(({ mm }) => Math.abs(mm - offset.value) > PLACE_MM + 0.05);
	const first = off[0];
	if (first === undefined) return [];
	const shown = pagesText(off.map(({ page }) => page));
	const actual = `${first.mm.toFixed(1)} 毫米`;
	return finding(
		template,
		'page-number-offset',
		'warning',
		CLAUSE,
		{
			zh: `${shown.zh}页码一字线在版心下边缘以下 ${actual}，规定 ${offset.value} 毫米`,
			en: `${shown.en}: the dash of the page number stands ${first.mm.toFixed(1)} mm under the type area; the standard requires ${offset.value} mm`,
		},
		{ page: first.page, expected: `${offset.value} 毫米`, actual },
	);
}

function onBlank(numbered: readonly Numbered[], template: Template): readonly RejectFinding[] {
	const pages = numbered.filter(({ view }) => !hasContent(view)).map(({ page }) => page);
	if (pages.length === 0) return [];
	const shown = pagesText(pages);
	return finding(
		template,
		'page-number-blank',
		'warning',
		CLAUSE,
		{ zh: `${shown.zh}是空白页，不编页码`, en: `${shown.en}: a blank page carries no number` },
		{ page: pages[0] ?? null, expected: '无页码', actual: '有页码' },
	);
}

interface Step {
	readonly page: number;
	readonly value: number;
	/** Blank pages since the number before: they may have been counted. */
	readonly blanks: number;
}

/** Runs of numbers: each begins at a 1, because each material may. */
function sections(views: readonly PageView[]): readonly (readonly Step[])[] {
	const runs: Step[][] = [];
	let blanks = 0;
	for (const view of views) {
		if (view.number === null) {
			if (!hasContent(view)) blanks++;
			continue;
		}
		const step = { page: view.frame.index + 1, value: view.number.value, blanks };
		const last = runs.at(-1);
		if (last === undefined || step.value === 1) runs.push([step]);
		else last.push(step);
		blanks = 0;
	}
	return runs;
}

/** Numbers in a run go up by one: a gap is a missing page, a step back a page out of its place. */
function order(views: readonly PageView[], template: Template): readonly RejectFinding[] {
	return sections(views).flatMap((run) => {
		const values = new Set(run.map(({ value }) => value));
		const lowest = Math.min(...values);
		const highest = Math.max(...values);
		const counted = new Set(run.filter(({ blanks }) => blanks > 0).map(({ value }) => value - 1));
		const missing: number[] = [];
		for (let value = lowest; value <= highest && missing.length < 200; value++) {
			if (!values.has(value) && !counted.has(value)) missing.push(value);
		}
		const back = run.filter((step, index) => index > 0 && step.value <= (run[index - 1]?.value ?? 0));
		const findings: RejectFinding[] = [];
		const gap = missing[0];
		if (gap !== undefined) {
			const after = run.find(({ value }) => value > gap);
			findings.push(
				...finding(
					template,
					'page-number-continuous',
					'error',
					CLAUSE,
					{
						zh: `页码不连续，缺${pagesText(missing).zh.replace('第', '第 ').replace('页', ' 页')}；请核对是否漏页`,
						en: `page numbers are not continuous: ${pagesText(missing).en} is missing; check for a page left out`,
					},
					{
						page: after?.page ?? null,
						expected: `第 ${lowest} 至 ${highest} 页连续`,
						actual: `缺第 ${missing.slice(0, 8).join('、')} 页`,
					},
				),
			);
		}
		const step = back[0];
		if (step !== undefined) {
			const before = run[run.indexOf(step) - 1];
			findings.push(
				...finding(
					template,
					'page-number-continuous',
					'error',
					CLAUSE,
					{
						zh: `页码次序颠倒：第 ${before?.value} 页之后是第 ${step.value} 页；请核对装订次序`,
						en: `page numbers are out of order: page ${step.value} follows page ${before?.value}; check the order of the sheets`,
					},
					{
						page: step.page,
						expected: `${(before?.value ?? 0) + 1}`,
						actual: `${step.value}`,
					},
				),
			);
		}
		return findings;
	});
}
