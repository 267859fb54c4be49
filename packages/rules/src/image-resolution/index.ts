import type { PrintContext, PrintFinding, Rule } from '@bianxu/model';
import { bianxu } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, coarse, title } from './messages.ts';

const LEAST = 200;
/** Points; smaller pictures are icons and rules. */
const SMALL = (10 / 25.4) * 72;

function check({ frames, params }: PrintContext): { readonly findings: readonly PrintFinding[] } {
	const least = typeof params['dpi'] === 'number' ? params['dpi'] : LEAST;
	return {
		findings: frames.flatMap((frame): readonly PrintFinding[] => {
			const found = frame.items.flatMap((item) => {
				if (item.kind !== 'image' || item.pixels === undefined || item.width < SMALL || item.height < SMALL) return [];
				const [across, down] = item.pixels;
				return across * down < 16 ? [] : [Math.round(72 * Math.sqrt((across * down) / (item.width * item.height)))];
			});
			const dpi = Math.min(...found);
			if (found.length === 0 || dpi >= least) return [];
			const page = frame.index + 1;
			return [{ page, message: coarse(page, dpi, least), expected: `${least}点/英寸`, actual: `${dpi}点/英寸` }];
		}),
	};
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
	examples,
	check,
};
