import { type Bilingual, isBinding, type Source } from '@bianxu/model';
import { sectionName } from '../section-words.ts';

export function landscapeText(section: number, count: number, source: Source): Bilingual {
	const name = sectionName(section, count);
	const why = isBinding(source.level) ? `按 ${source.doc}，` : '';
	return {
		zh: `${name.zh}是横向页面，但里面没有表格或者图；${why}只有横排的表格才用横向，请改为纵向`,
		en: `${name.en} is landscape without a table or picture; only wide tables turn the page (${source.doc}): make it portrait`,
	};
}
