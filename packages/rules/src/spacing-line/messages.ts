import { type Bilingual, isBinding, type Source } from '@bianxu/model';

export function fixTitle(points: number): Bilingual {
	return { zh: `行距改为固定值 ${points} 磅`, en: `Set exact spacing of ${points} pt` };
}

export function wrongSpacing(lines: number, actual: string, expected: string, source: Source): Bilingual {
	const why = isBinding(source.level)
		? `${source.doc} ${source.clause} 规定一般每面排 ${lines} 行`
		: `通行做法是每面排 ${lines} 行`;
	return {
		zh: `行距是${actual}，${why}；请把行距设为${expected}`,
		en: `The line spacing is ${inEnglish(actual)}; a page usually holds ${lines} lines (${source.doc} ${source.clause}): set ${inEnglish(expected)}`,
	};
}

function inEnglish(spacing: string): string {
	return spacing
		.replace('固定值', 'exactly ')
		.replace('最小值', 'at least ')
		.replace('单倍行距', 'single')
		.replace('倍行距', ' lines')
		.replace('磅', ' pt');
}
