import { isRefusal, openPackage } from '@bianxu/opc';
import { host } from '../../../opc/test/host.ts';
import { storedZip } from '../../../opc/test/stored-zip.ts';
import { localName, parseTree, type Tree, writeTree } from '../../../opc/test/xml-tree.ts';

export type Resolution = 'accept' | 'reject';

const isElement = (node: Tree | string): node is Tree => typeof node !== 'string';
const childOf = (tree: Tree | undefined, name: string): Tree | undefined =>
	tree?.children.filter(isElement).find((child) => localName(child) === name);

/**
 * A package with all tracked changes accepted or rejected, as ECMA-376 17.13.5 describes them. Written for the tests on
 * a plain tree, so that it shares nothing with the code that writes or reads tracked changes.
 */
export function resolveRevisions(bytes: Uint8Array, how: Resolution): Uint8Array {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) throw new Error(pkg.message.en);
	const files: Record<string, string> = {};
	for (const name of pkg.entries.keys()) {
		const content = pkg.read(name);
		if (isRefusal(content)) continue;
		const text = decoded(content);
		const story =
			/\.xml$/i.test(name) &&
			/<(?:[A-Za-z0-9_]+:)?(?:document|hdr|ftr|footnotes|endnotes)[\s>]/.test(text.slice(0, 5000));
		files[name.slice(1)] = story ? writeTree(resolved(parseTree(text), how)) : text;
	}
	return storedZip(files);
}

function decoded(content: Uint8Array): string {
	const utf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
	if (!utf16) return new TextDecoder().decode(content);
	const text = new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(content);
	return text.replace(/encoding\s*=\s*["'][^"']*["']/, 'encoding="UTF-8"');
}

function resolved(tree: Tree, how: Resolution): Tree {
	const keep = how === 'accept' ? ['ins', 'moveTo'] : ['del', 'moveFrom'];
	const drop = how === 'accept' ? ['del', 'moveFrom'] : ['ins', 'moveTo'];
	const children: (Tree | string)[] = [];
	for (const child of tree.children) {
		const name = localName(child);
		if (!isElement(child)) children.push(child);
		else if (keep.includes(name) && tree.name !== '') children.push(...resolved(child, how).children);
		else if (!drop.includes(name)) children.push(resolved(child, how));
	}
	let result: Tree = { ...tree, name: plainName(tree.name, how), children };
	if (['rPr', 'pPr', 'sectPr'].includes(localName(tree))) result = properties(result, how);
	return joined(result, tree, how);
}

function plainName(name: string, how: Resolution): string {
	if (how === 'accept') return name;
	return name.replace(/delText$/, 't').replace(/delInstrText$/, 'instrText');
}

/** Takes the old properties out of their change, or forgets them. */
function properties(tree: Tree, how: Resolution): Tree {
	const name = localName(tree);
	const change = childOf(tree, `${name}Change`);
	if (change === undefined) return tree;
	const rest = tree.children.filter((child) => child !== change);
	if (how === 'accept') return { ...tree, children: rest };
	const old = childOf(change, name)?.children ?? [];
	const stays = name === 'pPr' ? ['rPr', 'sectPr'] : name === 'sectPr' ? ['headerReference', 'footerReference'] : [];
	const kept = rest.filter((child) => stays.includes(localName(child)));
	return { ...tree, children: name === 'pPr' ? [...old, ...kept] : [...kept, ...old] };
}

/** Paragraphs whose mark goes become one with the paragraph behind them, which keeps its own properties. */
function joined(tree: Tree, original: Tree, how: Resolution): Tree {
	const goes = how === 'accept' ? ['del', 'moveFrom'] : ['ins', 'moveTo'];
	const marks = original.children
		.filter(isElement)
		.flatMap((child) => (localName(child) === 'p' ? [child] : []))
		.map((paragraph) => childOf(childOf(paragraph, 'pPr'), 'rPr'));
	if (!marks.some((mark) => goes.some((name) => childOf(mark, name) !== undefined))) return tree;
	const out: (Tree | string)[] = [];
	let index = 0;
	let carried: (Tree | string)[] = [];
	let last: Tree | null = null;
	const flush = (): void => {
		if (last !== null && carried.some((child) => localName(child) === 'r')) out.push({ ...last, children: carried });
		else out.push(...carried.filter((child) => localName(child) !== 'pPr' && localName(child) !== 'r'));
		carried = [];
		last = null;
	};
	for (const child of tree.children) {
		if (localName(child) !== 'p' || !isElement(child)) {
			if (localName(child) === 'tbl' || localName(child) === 'sectPr' || localName(child) === 'sdt') flush();
			out.push(child);
			continue;
		}
		const mark = marks[index++];
		const content = child.children.filter((each) => localName(each) !== 'pPr');
		const own = child.children.filter((each) => localName(each) === 'pPr');
		const section = childOf(own.find(isElement), 'sectPr') !== undefined;
		if (goes.some((name) => childOf(mark, name) !== undefined) && !section) {
			carried = [...(carried.length === 0 ? own : carried), ...content];
			last = child;
			continue;
		}
		const before = carried.filter((each) => localName(each) !== 'pPr');
		out.push({ ...child, children: [...own, ...before, ...content] });
		carried = [];
		last = null;
	}
	const end = last as Tree | null;
	const properties = end?.children.filter((child) => localName(child) === 'pPr') ?? [];
	flush();
	// The last paragraph of a cell, text box or footer cannot go (17.4.65): it stays, empty.
	if (end !== null && !out.some((child) => localName(child) === 'p') && localName(tree) !== 'body') {
		out.push({ ...end, children: properties });
	}
	return { ...tree, children: out };
}
