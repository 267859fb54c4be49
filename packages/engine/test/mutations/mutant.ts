/** Faults as changes of a clean paper: what is changed, and where it must be found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	type Paper,
	type PaperFooter,
	type PaperNode,
	type PaperPage,
	type PaperParagraph,
	type PaperRole,
	type ParagraphLook,
	paragraph,
	readPaper,
	type RunLook,
} from '../../../../scripts/fixtures/paper.ts';
import type { Dialect, Parts } from './dialects.ts';

/** Where a fault is found: in the node of the changed paper, or anywhere (the document, a footer, a neighbour). */
export type Place = number | 'any';

export interface Mutant {
	/** Source in fixtures/source. */
	readonly source: string;
	readonly change: (paper: Paper) => { readonly paper: Paper; readonly place: Place };
	readonly edit?: (parts: Parts) => Parts;
	/** Dialects in which the fault cannot be written: a typed mark where numbers are automatic. */
	readonly without?: readonly Dialect[];
	readonly level?: 'county' | 'prefecture' | 'province';
}

const sources = join(import.meta.dirname, '../../../../fixtures/source');
const read = new Map<string, Paper>();

/** The clean paper of a source. */
export function paperOf(source: string): Paper {
	const known = read.get(source) ?? readPaper(readFileSync(join(sources, `${source}.txt`), 'utf8'));
	read.set(source, known);
	return known;
}

type Where = PaperRole | readonly PaperRole[];

function isOf(node: PaperNode, where: Where): node is PaperParagraph {
	return node.kind === 'paragraph' && (typeof where === 'string' ? node.role === where : where.includes(node.role));
}

/** Index of the nth node of the roles whose text fits; -1 is the last. Throws when there is none: a slip of the table. */
function indexOf(paper: Paper, where: Where, nth: number, fits: (text: string) => boolean): number {
	const found = paper.nodes.flatMap((node, index) => (isOf(node, where) && fits(node.text) ? [index] : []));
	const index = found.at(nth);
	if (index === undefined) throw new Error(`no node ${nth} of ${String(where)}`);
	return index;
}

function withNode(paper: Paper, index: number, change: (node: PaperParagraph) => PaperParagraph): Paper {
	const nodes = paper.nodes.map((node, at) => (at === index && node.kind === 'paragraph' ? change(node) : node));
	return { ...paper, nodes };
}

const holds = (pattern: RegExp | string) => (text: string) =>
	typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);

/** Replaces the first match in the nth node of the roles that has one. */
export function text(
	source: string,
	where: Where,
	nth: number,
	pattern: RegExp | string,
	write: string,
	rest: Pick<Mutant, 'without' | 'level'> & { readonly place?: 'any' } = {},
): Mutant {
	return {
		source,
		...rest,
		change: (paper) => {
			const index = indexOf(paper, where, nth, holds(pattern));
			const changed = withNode(paper, index, (node) => {
				const at = typeof pattern === 'string' ? node.text.indexOf(pattern) : node.text.search(pattern);
				const next = node.text.replace(pattern, write);
				const shift = at < node.runIn ? next.length - node.text.length : 0;
				return { ...node, text: next, runIn: Math.max(0, node.runIn + shift) };
			});
			return { paper: changed, place: rest.place ?? index };
		},
	};
}

/** Gives the nth node of the roles another type. */
export function run(source: string, where: Where, nth: number, look: RunLook, fits: RegExp = /./): Mutant {
	return {
		source,
		change: (paper) => {
			const index = indexOf(paper, where, nth, holds(fits));
			return { paper: withNode(paper, index, (node) => ({ ...node, run: { ...node.run, ...look } })), place: index };
		},
	};
}

/** Sets the nth node of the roles in another way. */
export function set(source: string, where: Where, nth: number, look: ParagraphLook, fits: RegExp = /./): Mutant {
	return {
		source,
		change: (paper) => {
			const index = indexOf(paper, where, nth, holds(fits));
			return { paper: withNode(paper, index, (node) => ({ ...node, look: { ...node.look, ...look } })), place: index };
		},
	};
}

/** Another role for the nth node: set as that role is. */
export function role(source: string, where: Where, nth: number, as: PaperRole, fits: RegExp = /./): Mutant {
	return {
		source,
		change: (paper) => {
			const index = indexOf(paper, where, nth, holds(fits));
			return { paper: withNode(paper, index, (node) => ({ ...node, role: as })), place: index };
		},
	};
}

/** Leaves out the nth node of the role. */
export function dropNth(source: string, where: Where, nth: number): Mutant {
	return {
		source,
		change: (paper) => {
			const index = indexOf(paper, where, nth, () => true);
			return { paper: { ...paper, nodes: paper.nodes.filter((_, at) => at !== index) }, place: 'any' };
		},
	};
}

/** Leaves out nodes: those of the roles whose text fits. */
export function drop(source: string, where: Where, fits: RegExp = /./, rest: Pick<Mutant, 'level'> = {}): Mutant {
	return {
		source,
		...rest,
		change: (paper) => {
			const nodes = paper.nodes.filter((node) => !(isOf(node, where) && fits.test(node.text)));
			if (nodes.length === paper.nodes.length)
				throw new Error(`nothing to leave out: ${String(where)} ${String(fits)}`);
			return { paper: { ...paper, nodes }, place: 'any' };
		},
	};
}

const HAN = '一二三四五六七八九十';

/** A heading with the number before its own: the series stays whole when one is left out. */
function oneLess(node: PaperParagraph): PaperParagraph {
	const text = node.text.replace(/^（?([一二三四五六七八九十])/, (mark, digit: string) =>
		mark.replace(digit, HAN[HAN.indexOf(digit) - 1] ?? digit),
	);
	return { ...node, text };
}

/** Leaves out a part: from the heading that fits to the one before the next of its level, or to the closing. */
export function dropPart(source: string, fits: RegExp): Mutant {
	return {
		source,
		change: (paper) => {
			const from = indexOf(paper, ['h1', 'h2'], 0, holds(fits));
			const head = paper.nodes[from];
			const level = head?.kind === 'paragraph' ? head.role : 'h1';
			const length = paper.nodes
				.slice(from + 1)
				.findIndex(
					(node) => node.kind === 'paragraph' && (node.role === level || node.role === 'h1' || node.role === 'closing'),
				);
			const rest = paper.nodes.slice(from + 1 + length);
			const until =
				level === 'h1' ? rest.length : rest.findIndex((node) => node.kind === 'paragraph' && node.role === 'h1');
			const closed = rest.map((node, at) =>
				at < (until < 0 ? rest.length : until) && isOf(node, level) ? oneLess(node) : node,
			);
			const nodes = [...paper.nodes.slice(0, from), ...closed];
			return { paper: { ...paper, nodes }, place: 'any' };
		},
	};
}

/** Puts paragraphs behind the nth node of the roles; the first of them is the place. */
export function insert(
	source: string,
	where: Where,
	nth: number,
	added: readonly (readonly [PaperRole, string])[],
	rest: Pick<Mutant, 'without'> & { readonly place?: 'any' } = {},
): Mutant {
	return {
		source,
		...rest,
		change: (paper) => {
			const index = indexOf(paper, where, nth, () => true) + 1;
			const nodes = [
				...paper.nodes.slice(0, index),
				...added.map(([as, words]) => paragraph(as, words)),
				...paper.nodes.slice(index),
			];
			return { paper: { ...paper, nodes }, place: rest.place ?? index };
		},
	};
}

/** Several changes as one fault; the place is that of the last one that has one. */
export function both(...mutants: readonly Mutant[]): Mutant {
	const [first] = mutants;
	if (first === undefined) throw new Error('a fault has a change');
	return {
		...first,
		without: mutants.flatMap(({ without }) => without ?? []),
		edit: (all) => mutants.reduce((before, { edit }) => edit?.(before) ?? before, all),
		change: (paper) =>
			mutants.reduce<{ readonly paper: Paper; readonly place: Place }>(
				(before, { change }) => {
					const after = change(before.paper);
					return { paper: after.paper, place: after.place === 'any' ? before.place : after.place };
				},
				{ paper, place: 'any' },
			),
	};
}

export function page(source: string, change: Partial<PaperPage>): Mutant {
	return { source, change: (paper) => ({ paper: { ...paper, page: { ...paper.page, ...change } }, place: 'any' }) };
}

export function footer(source: string, change: Partial<PaperFooter>): Mutant {
	return { source, change: (paper) => ({ paper: { ...paper, footer: { ...paper.footer, ...change } }, place: 'any' }) };
}

/** Replaces text of a part of the package. */
export function part(source: string, name: string, pattern: RegExp | string, write: string): Mutant {
	return {
		source,
		change: (paper) => ({ paper, place: 'any' }),
		edit: (parts) => {
			const xml = parts.get(name) ?? '';
			if (!holds(pattern)(xml)) throw new Error(`${name} has no ${String(pattern)}`);
			return new Map([...parts].map(([key, each]) => [key, key === name ? each.replace(pattern, write) : each]));
		},
	};
}

/** Several replacements in parts of the package as one fault. */
export function parts(
	source: string,
	changes: readonly (readonly [name: string, pattern: RegExp | string, write: string])[],
	rest: Pick<Mutant, 'without'> = {},
): Mutant {
	const each = changes.map(
		([name, pattern, write]) => part(source, name, pattern, write).edit ?? ((own: Parts) => own),
	);
	return {
		source,
		...rest,
		change: (paper) => ({ paper, place: 'any' }),
		edit: (all) => each.reduce((before, edit) => edit(before), all),
	};
}

/** A Word comment on the paragraph that holds the words. */
export function commented(source: string, words: string, comment: string): Mutant {
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
	const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
	const written = parts(source, [
		['[Content_Types].xml', '</Types>', `<Override PartName="/word/comments.xml" ContentType="${type}"/></Types>`],
		[
			'word/_rels/document.xml.rels',
			'</Relationships>',
			`<Relationship Id="rId90" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
		],
		['word/document.xml', new RegExp(`${words}(?:(?!</w:p>).)*`, 's'), '$&<w:r><w:commentReference w:id="0"/></w:r>'],
	]);
	return {
		...written,
		edit: (all) =>
			new Map([
				...(written.edit?.(all) ?? all),
				[
					'word/comments.xml',
					`<w:comments xmlns:w="${main}"><w:comment w:id="0" w:author="校对人" w:date="2026-11-20T09:30:00Z"><w:p><w:r><w:t>${comment}</w:t></w:r></w:p></w:comment></w:comments>`,
				],
			]),
	};
}

/** Ends a section behind the paragraph that holds the words: an empty paragraph with the section's set-up. */
export function sectionAfter(
	source: string,
	ends: readonly (readonly [words: string, set: string])[],
	last = '',
): Mutant {
	const portrait = '<w:pgSz w:w="11906" w:h="16838"/>';
	const footers = '<w:footerReference w:type="even" r:id="rId7"/><w:footerReference w:type="default" r:id="rId6"/>';
	const margins =
		'<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1418" w:gutter="0"/>';
	const grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>';
	return {
		source,
		change: (paper) => ({ paper, place: 'any' }),
		edit: (all) => {
			const name = 'word/document.xml';
			let xml = all.get(name) ?? '';
			for (const [words, size] of ends) {
				const at = xml.indexOf('</w:p>', xml.indexOf(words));
				if (xml.indexOf(words) < 0 || at < 0) throw new Error(`no ${words}`);
				const sect = `<w:sectPr>${footers}${size === '' ? portrait : size}${margins}<w:cols w:space="425"/>${grid}</w:sectPr>`;
				xml = `${xml.slice(0, at)}</w:p><w:p><w:pPr>${sect}</w:pPr></w:p>${xml.slice(at + 6)}`;
			}
			xml = xml.replace(
				'<w:cols w:space="425"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr></w:body>',
				`${last}<w:cols w:space="425"/>${grid}</w:sectPr></w:body>`,
			);
			return new Map([...all].map(([key, each]) => [key, key === name ? xml : each]));
		},
	};
}

/** Changes the cells of the nth table. */
export function table(
	source: string,
	nth: number,
	change: (
		rows: readonly (readonly string[])[],
		widths: readonly number[],
	) => {
		readonly rows?: readonly (readonly string[])[];
		readonly widths?: readonly number[];
	},
): Mutant {
	return {
		source,
		change: (paper) => {
			const at = paper.nodes.flatMap((node, index) => (node.kind === 'table' ? [index] : []))[nth];
			const nodes = paper.nodes.map((node, index) =>
				node.kind === 'table' && index === at ? { ...node, ...change(node.rows, node.widths) } : node,
			);
			return { paper: { ...paper, nodes }, place: 'any' };
		},
	};
}

/** Block of a node in the written file: a paragraph is one, a table one for each cell. */
export function blockOf(paper: Paper, index: number): number {
	return paper.nodes
		.slice(0, index)
		.reduce((sum, node) => sum + (node.kind === 'table' ? node.rows.reduce((all, row) => all + row.length, 0) : 1), 0);
}
