import type { PrintFont, RejectFinding, Template } from '@bianxu/model';
import { finding, gb, pagesText } from './finding.ts';
import { millimetres, type PageView, POINTS_PER_MM, typeAreaOf } from './page.ts';
import { extentOf, isVerso, mirrorOf, type Shift } from './shift.ts';

/** Measuring adds this to the tolerance of the standard (mm): programs round glyph positions, bearings differ. */
const SLACK_MM = 0.5;

/** Pages that are not A4 within the tolerance (5.1); one finding for each size met. A landscape page is A4 turned. */
export function sizeFindings(views: readonly PageView[], template: Template): readonly RejectFinding[] {
	const { width, height, tolerance } = template.page;
	const fits = (a: number, b: number): boolean =>
		Math.abs(a / POINTS_PER_MM - width.value) <= tolerance.value + 0.05 &&
		Math.abs(b / POINTS_PER_MM - height.value) <= tolerance.value + 0.05;
	const bySize = new Map<string, number[]>();
	for (const { frame } of views) {
		if (fits(frame.width, frame.height) || fits(frame.height, frame.width)) continue;
		const size = `${millimetres(frame.width)} × ${millimetres(frame.height)}`;
		bySize.set(size, [...(bySize.get(size) ?? []), frame.index + 1]);
	}
	return [...bySize].flatMap(([size, pages]) => {
		const shown = pagesText(pages);
		return finding(
			template,
			'page-size-a4',
			'error',
			gb('5.1'),
			{
				zh: `${shown.zh}幅面为 ${size} 毫米，规定用 A4（${width.value} × ${height.value} 毫米），请改纸张后重印`,
				en: `${shown.en}: the paper is ${size} mm, the standard requires A4 (${width.value} × ${height.value} mm)`,
			},
			{
				page: pages[0] ?? null,
				expected: `${width.value} × ${height.value} 毫米`,
				actual: `${size} 毫米`,
			},
		);
	});
}

/** Fonts that the file does not carry: the printing house would put others in their place. */
export function fontFindings(fonts: readonly PrintFont[], template: Template): readonly RejectFinding[] {
	return fonts
		.filter((font) => !font.embedded)
		.flatMap(({ name }) => {
			const shown = name === '' ? '（无名字体）' : name;
			return finding(
				template,
				'font-embedded-in-pdf',
				'error',
				{ level: 'project', doc: '编序', clause: '' },
				{
					zh: `字体「${shown}」没有嵌入印件，换一台机器印出来会变成别的字体；请在导出 PDF 时选“嵌入全部字体”后重新生成`,
					en: `the font "${shown}" is not embedded, so another machine prints another face; export the PDF again with all fonts embedded`,
				},
				{ expected: '全部字体嵌入', actual: `${shown} 未嵌入` },
			);
		});
}

/**
 * Pages of pictures or outlines without any text: nobody can compare them, and no verdict should rest on them. `expected`:
 * our own pages of the source; more such pages than it has stand for pages of text, and the print cannot be accepted.
 */
export function unreadableFindings(
	views: readonly PageView[],
	expected: readonly PageView[] | null,
	template: Template,
): readonly RejectFinding[] {
	const scanned = views.filter(
		(view) => isTextless(view) && (view.hasImage || (view.number === null && !view.frame.blank)),
	);
	const own = expected?.filter((view) => isTextless(view) && view.hasImage).length ?? scanned.length;
	const written = views.some((view) => !isTextless(view));
	const pages = scanned.map((view) => view.frame.index + 1);
	if (pages.length === 0) return [];
	const shown = pagesText(pages);
	return finding(
		template,
		'print-text-unreadable',
		written && scanned.length <= own ? 'warning' : 'error',
		{ level: 'project', doc: '编序', clause: '' },
		{
			zh: `${shown.zh}只有图形、没有可读的文字（可能是扫描件或文字已转曲），未能核验；请交由文字文档直接导出的 PDF`,
			en: `${shown.en}: pictures or outlines without text (a scan?) could not be checked; hand in a PDF exported from the document`,
		},
		{ page: pages[0] ?? null, expected: '可读的文字', actual: '图形' },
	);
}

function isTextless(view: PageView): boolean {
	return view.lines.length + view.header.length + view.footer.length === 0;
}

const SIDES = {
	left: { zh: '左', en: 'left' },
	right: { zh: '右', en: 'right' },
	top: { zh: '上', en: 'upper' },
	bottom: { zh: '下', en: 'lower' },
} as const;
type Side = keyof typeof SIDES;

/** Text outside the type area of 156 × 225 mm (5.2.1), after the shift of the whole print, which is told apart. */
export function typeAreaFindings(
	views: readonly PageView[],
	template: Template,
	shift: Shift,
): readonly RejectFinding[] {
	const area = typeAreaOf(template);
	const { page } = template;
	const tolerance = (page.tolerance.value + SLACK_MM) * POINTS_PER_MM;
	const passed = new Map<Side, { readonly pages: number[]; most: number }>();
	const note = (side: Side, number: number, by: number): void => {
		if (by <= tolerance) return;
		const entry = passed.get(side) ?? { pages: [], most: 0 };
		entry.pages.push(number);
		entry.most = Math.max(entry.most, by);
		passed.set(side, entry);
	};
	for (const view of views) {
		const { frame } = view;
		const extent = extentOf(view, template);
		// A landscape page holds a wide table: clause 8 turns its type area with it, and its form is not measured here.
		if (extent === null || frame.width > frame.height || view.turned) continue;
		const number = frame.index + 1;
		const dx = shift.dx + mirrorOf(view, extent.flush, area.left, shift.dx);
		const spare = isVerso(view) && extent.flush === null ? 2 * POINTS_PER_MM : 0;
		note('left', number, area.left - (extent.left - dx) - spare);
		note('right', number, extent.right - dx - area.right);
		note('top', number, area.top - (extent.top - shift.dy));
		note('bottom', number, extent.bottom - shift.dy - area.bottom);
	}
	return [...passed].flatMap(([side, { pages, most }]) => {
		const shown = pagesText(pages);
		const by = millimetres(most).toFixed(1);
		const required = `版心 ${page.textWidth.value} × ${page.textHeight.value} 毫米`;
		return finding(
			template,
			'page-type-area',
			'error',
			gb('5.2.1'),
			{
				zh: `${shown.zh}文字超出版心${SIDES[side].zh}边 ${by} 毫米，规定${required}，请调整页边距后重印`,
				en: `${shown.en}: text passes the ${SIDES[side].en} edge of the type area by ${by} mm; the standard requires ${page.textWidth.value} × ${page.textHeight.value} mm`,
			},
			{ page: pages[0] ?? null, expected: required, actual: `超出${SIDES[side].zh}边 ${by} 毫米` },
		);
	});
}

/** Running headers and words under the page: meeting materials have none by practice. */
export function furnitureFindings(views: readonly PageView[], template: Template): readonly RejectFinding[] {
	const pages = new Map<string, number[]>();
	for (const view of views) {
		if (view.frame.width > view.frame.height) continue;
		for (const line of [...view.header, ...view.footer]) {
			if (line.text.replace(/\d+/gu, '') === '') continue;
			pages.set(line.text, [...(pages.get(line.text) ?? []), view.frame.index + 1]);
		}
	}
	return [...pages].slice(0, 5).flatMap(([text, where]) => {
		const shown = pagesText(where);
		return finding(
			template,
			'page-header-empty',
			'warning',
			{ level: 'practice', doc: '人大机关通行做法', clause: '' },
			{
				zh: `${shown.zh}版心以外有文字「${text.slice(0, 30)}」；会议材料通行做法是页眉页脚除页码外不印文字`,
				en: `${shown.en}: words outside the type area ("${text.slice(0, 30)}"); by common practice a material has nothing there but the page number`,
			},
			{ page: where[0] ?? null, expected: '无', actual: text.slice(0, 60), text: text.slice(0, 60) },
		);
	});
}
