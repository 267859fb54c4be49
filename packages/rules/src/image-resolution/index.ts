import type { PrintContext, PrintFinding, Rule } from '@bianxu/model';
import { bianxu } from '../text/sources.ts';
import { description, coarse, title } from './messages.ts';

const LEAST = 200;
/** Points; smaller pictures are icons and rules. */
const SMALL = (10 / 25.4) * 72;

function check({ frames, params }: PrintContext): { readonly findings: readonly PrintFinding[] } {
	const least = typeof params['dpi'] === 'number' ? params['dpi'] : LEAST;
	const pages = frames.flatMap((frame) => {
		const found = frame.items.flatMap((item) => {
			if (item.kind !== 'image' || item.pixels === undefined || item.width < SMALL || item.height < SMALL) return [];
			const [across, down] = item.pixels;
			return across * down < 16 ? [] : [Math.round(72 * Math.sqrt((across * down) / (item.width * item.height)))];
		});
		const dpi = Math.min(...found);
		return found.length === 0 || dpi >= least ? [] : [{ page: frame.index + 1, dpi }];
	});
	const [first] = pages;
	if (first === undefined) return { findings: [] };
	// A scanned paper is one fault on all its pages.
	const dpi = Math.min(...pages.map((each) => each.dpi));
	const message = coarse(
		pages.map(({ page }) => page),
		dpi,
		least,
	);
	return { findings: [{ page: first.page, message, expected: `${least}点/英寸`, actual: `${dpi}点/英寸` }] };
}

export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'image-resolution',
		number: 139,
		group: 'table',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	params: { dpi: LEAST },
	check,
};
