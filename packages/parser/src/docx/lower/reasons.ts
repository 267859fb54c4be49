import type { Bilingual } from '@bianxu/model';

/** Why a change cannot be said in a .docx. Chinese first: a clerk reads them. */
export const reasons = {
	place: {
		zh: '此处在文件中找不到对应位置，请在 Word 或 WPS 中手工修改',
		en: 'This place was not found in the file; change it by hand in Word or WPS',
	},
	protectedText: {
		zh: '此处是域、符号、公式、锁定内容或他人的修订，不自动修改，请在 Word 或 WPS 中处理',
		en: "This is a field, symbol, equation, locked content or somebody's tracked change, which is not changed automatically; deal with it in Word or WPS",
	},
	trackedFormat: {
		zh: '此处带有他人的格式修订，请先在 Word 或 WPS 中接受或拒绝修订',
		en: "This carries somebody's tracked format change; accept or reject it first in Word or WPS",
	},
	character: {
		zh: '新文字含有文件不能保存的字符',
		en: 'The new text holds a character that the file cannot store',
	},
	twin: {
		zh: '文本框在文件中存有两份，内容不一致，请在 Word 或 WPS 中修改',
		en: 'The text box is stored twice in the file and the copies differ; change it in Word or WPS',
	},
	overlap: { zh: '与另一处修改重叠，请再运行一次', en: 'Overlaps another change; run again' },
	names: {
		zh: '文件的 XML 写法特殊（无命名空间前缀），不自动修改；请用 Word 或 WPS 另存后再试',
		en: 'The XML of this part is written without a namespace prefix and is not changed; save it again with Word or WPS',
	},
	sectionBreak: {
		zh: '该段带有分节符，删除会改变页面设置，请在 Word 或 WPS 中处理',
		en: 'The paragraph carries a section break; removing it would change the page set-up',
	},
	lastInCell: {
		zh: '单元格、文本框或页脚必须留有一个段落，不能删除',
		en: 'A cell, text box or footer must keep one paragraph; it cannot be removed',
	},
	betweenTables: {
		zh: '该段隔开两个表格或位于表格之后，删除会使表格相连，请手工处理',
		en: 'The paragraph separates two tables or ends the text after one; it cannot be removed',
	},
	holdsObjects: {
		zh: '该段带有图片、文本框、域、注释、批注或修订，不自动删除，请手工处理',
		en: 'The paragraph holds images, text boxes, fields, notes, comments or tracked changes and is not removed automatically',
	},
	anchoredBox: {
		zh: '该段带有文本框，其后不能自动插入段落，请手工处理',
		en: 'The paragraph anchors a text box; a paragraph cannot be inserted after it automatically',
	},
	joined: {
		zh: '该段由修订合并而成，请先在 Word 或 WPS 中接受或拒绝修订',
		en: 'The paragraph was joined by a tracked change; accept or reject it first',
	},
	footerText: {
		zh: '页脚除页码外还有文字、图片或表格，不自动改写，请在 Word 或 WPS 中设置页码',
		en: 'A footer holds more than a page number (text, image or table) and is not rewritten; set the page numbers in Word or WPS',
	},
	untrackedFooter: {
		zh: '页脚的页码在文本框、图形或内容控件里，修订痕迹表示不了；修订稿不改页码，请另用 --fix 或在 Word、WPS 中设置',
		en: 'The page number of a footer stands in a text box, shape or content control, which tracked changes cannot say; the tracked copy leaves it, use --fix or set it by hand',
	},
	package: {
		zh: '文件的关系表或内容类型表不能改写',
		en: 'The relationships or content types of the package cannot be changed',
	},
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Reason = (typeof reasons)[keyof typeof reasons];
