import { SaxesParser } from 'saxes';

/** A plain tree of XML, for tests that change documents by other means than ours. */
export interface Tree {
	name: string;
	attributes: Record<string, string>;
	children: (Tree | string)[];
}

/** Parses with saxes, prefixes as written; comments and instructions are left out. */
export function parseTree(text: string): Tree {
	const root: Tree = { name: '', attributes: {}, children: [] };
	const open: Tree[] = [root];
	const parser = new SaxesParser({ xmlns: false });
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element: Tree = { name, attributes: { ...attributes }, children: [] };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => void open.pop());
	const add = (data: string): void => void open.at(-1)?.children.push(data);
	parser.on('text', add);
	parser.on('cdata', add);
	parser.write(text.replace(/^\ufeff/, '')).close();
	const document = root.children.find((child): child is Tree => typeof child !== 'string');
	if (document === undefined) throw new Error('no root element');
	return document;
}

/** Writes a tree as XML. */
export function writeTree(tree: Tree | string): string {
	if (typeof tree === 'string') return escape(tree);
	const attributes = Object.entries(tree.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
	return `<${tree.name}${attributes.join('')}>${tree.children.map(writeTree).join('')}</${tree.name}>`;
}

function escape(text: string): string {
	return text.replace(/[&<>"\t\r\n]/g, (ch) => (ch === '\n' ? ch : `&#${ch.charCodeAt(0)};`));
}

/** Name without its prefix. */
export function localName(tree: Tree | string): string {
	return typeof tree === 'string' ? '' : tree.name.slice(tree.name.indexOf(':') + 1);
}
