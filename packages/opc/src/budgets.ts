import type { Bilingual } from '@bianxu/model';

/**
 * Every limit on what a package may cost, in one place. A number is chosen well above what real documents need
 * (largest of 91 real files: 291 entries, 1.85 MB) and low enough that a hostile file stays cheap.
 */
export interface Budgets {
	/** Bytes of the whole archive. */
	readonly fileBytes: number;
	/** Entries in the central directory. */
	readonly entries: number;
	/** Inflated bytes of one part. */
	readonly partBytes: number;
	/** Inflated bytes of all parts together, as the directory declares them (the actual ones must equal them). */
	readonly totalBytes: number;
	/** Bytes of one entry name. */
	readonly nameBytes: number;
	/** Nested elements in one XML part. */
	readonly xmlDepth: number;
	/** Elements in one XML part. */
	readonly xmlElements: number;
	/** Attributes of one element. */
	readonly xmlAttributes: number;
	/** UTF-16 units of one attribute value. */
	readonly xmlAttributeLength: number;
	/** UTF-16 units of one element or attribute name. */
	readonly xmlNameLength: number;
	/** UTF-16 units of one stretch of text. */
	readonly xmlTextLength: number;
	/** Relationships in one relationship part. */
	readonly relationships: number;
}

const MiB = 1024 * 1024;

/** The limits used when the caller names no others. */
export const defaultBudgets: Budgets = {
	fileBytes: 64 * MiB,
	entries: 4096,
	partBytes: 64 * MiB,
	totalBytes: 256 * MiB,
	nameBytes: 1024,
	xmlDepth: 256,
	xmlElements: 3_000_000,
	xmlAttributes: 512,
	xmlAttributeLength: 16 * 1024,
	xmlNameLength: 1024,
	xmlTextLength: 10 * MiB,
	relationships: 20_000,
};

const budgetNames: Record<keyof Budgets, Bilingual> = {
	fileBytes: { zh: '文件大小（字节）', en: 'file size (bytes)' },
	entries: { zh: '压缩包内条目数', en: 'archive entries' },
	partBytes: { zh: '单个部件展开后大小（字节）', en: 'inflated size of one part (bytes)' },
	totalBytes: { zh: '全部部件展开后大小（字节）', en: 'inflated size of all parts (bytes)' },
	nameBytes: { zh: '条目名长度（字节）', en: 'entry name length (bytes)' },
	xmlDepth: { zh: 'XML 嵌套层数', en: 'XML nesting depth' },
	xmlElements: { zh: '单个部件的 XML 元素数', en: 'XML elements in one part' },
	xmlAttributes: { zh: '单个元素的属性数', en: 'attributes of one element' },
	xmlAttributeLength: { zh: '属性值长度', en: 'attribute value length' },
	xmlNameLength: { zh: 'XML 名称长度', en: 'XML name length' },
	xmlTextLength: { zh: '单段文本长度', en: 'length of one text' },
	relationships: { zh: '单个部件的关系数', en: 'relationships of one part' },
};

/** The name of a limit in Chinese and English, for messages. */
export function budgetName(budget: keyof Budgets): Bilingual {
	return budgetNames[budget];
}
