import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { plainRoot, sift, unsift } from './plain-blocks.ts';
import { longOffsets, longValue, type Shortened, shorten } from './shorten.ts';

/**
 * Two departures from CommonMark with GFM, both for this field: an indent of four blanks is how a clerk begins a
 * paragraph and no code; and no rewriting after the parse (bare mail addresses), because it makes nodes without
 * positions.
 */
function forReports(this: Processor): void {
	const data: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } = this.data();
	data.micromarkExtensions?.push({ disable: { null: ['codeIndented'] } });
	data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat(3).map((extension) => {
		if (typeof extension !== 'object' || extension === null) return extension;
		return Object.fromEntries(Object.entries(extension).filter(([key]) => key !== 'transforms'));
	});
}

const makeProcessor = () =>
	unified()
		.use(remarkParse)
		.use(remarkGfm, { singleTilde: false })
		.use(remarkFrontmatter, ['yaml'])
		.use(forReports)
		.freeze();

/** Made at the first text that needs it. */
let processor: ReturnType<typeof makeProcessor> | null = null;

export type Root = ReturnType<ReturnType<typeof makeProcessor>['parse']>;
export type BlockNode = Root['children'][number];
export type TableNode = Extract<BlockNode, { type: 'table' }>;
export type ListNode = Extract<BlockNode, { type: 'list' }>;
export type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number];

/** Markdown text to its tree with positions. May throw RangeError on nesting that `tooComplex` did not foresee. */
export function parseMarkdown(text: string): Root {
	const sifted = sift(text);
	if (sifted === null) return parseShortened(text);
	if (sifted.rest === null) return plainRoot(text, sifted);
	return unsift(parseShortened(sifted.rest), sifted) ?? parseShortened(text);
}

function parseShortened(text: string): Root {
	const short = shorten(text);
	if (short === null) return parseWhole(text);
	const root = parseWhole(short.text);
	lengthen(root, short, longOffsets(short));
	return root;
}

/** The tree as remark builds it, character by character. */
export function parseWhole(text: string): Root {
	processor ??= makeProcessor();
	return processor.parse(text);
}

interface AnyNode {
	readonly type: string;
	position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
	value?: string;
	readonly children?: readonly AnyNode[];
}

/** Puts the runs that were shortened back into a tree of our own making; columns are left as remark counted them. */
function lengthen(node: AnyNode, short: Shortened, long: (at: number) => number): void {
	const { position } = node;
	if (position !== undefined) {
		if (node.value !== undefined) node.value = longValue(short, node.value, position.start.offset ?? 0);
		position.start.offset = long(position.start.offset ?? 0);
		position.end.offset = long(position.end.offset ?? 0);
	}
	for (const child of node.children ?? []) lengthen(child, short, long);
}
