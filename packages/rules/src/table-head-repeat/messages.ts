import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function noHead(rows: number, source: Source): Bilingual {
	return {
		zh: `这张表有 ${rows} 行，会跨页，${authority(source).zh}每页重复表头；请选中表头，在「布局」里设「重复标题行」`,
		en: `The table has ${rows} rows and runs over the page; ${authority(source).en} its head repeated: mark the head rows`,
	};
}
