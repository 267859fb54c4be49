import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '首页显示正文', en: 'The first page shows body text' };

export const description: Bilingual = {
	zh: '标题、题注、署名、称谓之后，首页至少要排下一行正文。标题过长、附加的行过多，会把正文挤到第二页；按版面排好后检查（lint --layout）。',
	en: 'Below title, caption, reporter and salutation the first page has room for at least one line of the text. Looked at on the pages as set (lint --layout).',
};

export const pushed: Bilingual = {
	zh: '首页没有正文：标题、题注等占满了第一页，正文从后一页才开始，GB/T 9704-2012 7.3.3 规定首页必须显示正文；请压缩标题或者减少标题前后的空行',
	en: 'Page 1 has no body text: title and front lines fill it, while GB/T 9704-2012 7.3.3 requires text on the first page; shorten the title or the lines around it',
};
