import type { Frame } from '@bianxu/model';
import type { Mark } from './page-content.ts';
import type { ObjectNumber, PdfFile } from './pdf-file.ts';

/** What a block is to somebody who has the print read aloud (14.8.4). */
export interface BlockTag {
	readonly tag: 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'P' | 'Caption' | 'Note';
	readonly cell?: {
		readonly table: number;
		readonly row: number;
		readonly column: number;
		readonly rows: number;
		readonly columns: number;
		readonly head: boolean;
	};
}

/** Tags of the blocks of each material by its id. */
export type TagSource = ReadonlyMap<string, ReadonlyMap<number, BlockTag>>;

/** The marked content of one page. */
export interface PageMarks {
	readonly page: ObjectNumber;
	readonly frame: Frame;
	readonly marks: readonly Mark[];
}

interface Element {
	readonly number: ObjectNumber;
	readonly type: string;
	readonly parent: ObjectNumber;
	readonly attributes: string;
	readonly kids: string[];
	readonly page: ObjectNumber;
}

/**
 * The structure tree: document, materials, their headings and paragraphs in reading order, tables with rows and cells.
 * A block that goes on overleaf is one element with content on both pages.
 */
export function structureTree(file: PdfFile, pages: readonly PageMarks[], tags: TagSource): ObjectNumber {
	const root = file.reserve();
	const elements: Element[] = [];
	const known = new Map<string, Element>();
	const element = (key: string, type: string, parent: Element | null, page: ObjectNumber, attributes = ''): Element => {
		const found = known.get(key);
		if (found !== undefined) return found;
		const made: Element = { number: file.reserve(), type, parent: parent?.number ?? root, attributes, kids: [], page };
		parent?.kids.push(`${made.number} 0 R`);
		elements.push(made);
		known.set(key, made);
		return made;
	};
	const parents: string[] = [];
	pages.forEach(({ page, frame, marks }, index) => {
		const document = element('', 'Document', null, page);
		const material = element(`m ${frame.material}`, 'Sect', document, page);
		const blocks = tags.get(frame.material);
		const own = marks.map(({ block, figure }, mcid) => {
			const place = `${frame.material} ${block}`;
			const tag = blocks?.get(block);
			let target: Element;
			if (figure) target = element(`f ${place} ${index} ${mcid}`, 'Figure', material, page, FIGURE);
			else if (block < 0) target = element(`t ${index}`, 'P', material, page);
			else if (tag?.cell === undefined) target = element(`b ${place}`, tag?.tag ?? 'P', material, page);
			else {
				const { table, row, column, rows, columns, head } = tag.cell;
				const outer = element(`T ${frame.material} ${table}`, 'Table', material, page);
				const line = element(`R ${frame.material} ${table} ${row}`, 'TR', outer, page);
				const spans = `${rows > 1 ? `/RowSpan ${rows}` : ''}${columns > 1 ? `/ColSpan ${columns}` : ''}`;
				const attributes = `/A<</O/Table${spans}${head ? '/Scope/Column' : ''}>>`;
				const cellKey = `C ${frame.material} ${table} ${row} ${column}`;
				const cell = element(cellKey, head ? 'TH' : 'TD', line, page, spans === '' && !head ? '' : attributes);
				target = element(`b ${place}`, 'P', cell, page);
			}
			target.kids.push(target.page === page ? String(mcid) : `<</Type/MCR/Pg ${page} 0 R/MCID ${mcid}>>`);
			return `${target.number} 0 R`;
		});
		parents.push(`${index}[${own.join(' ')}]`);
	});
	for (const { number, type, parent, attributes, kids, page } of elements) {
		file.set(number, `<</Type/StructElem/S/${type}/P ${parent} 0 R/Pg ${page} 0 R${attributes}/K[${kids.join(' ')}]>>`);
	}
	const document = known.get('')?.number ?? root;
	const tree = file.add(`<</Nums[${parents.join(' ')}]>>`);
	file.set(root, `<</Type/StructTreeRoot/K ${document} 0 R/ParentTree ${tree} 0 R/ParentTreeNextKey ${pages.length}>>`);
	return root;
}

/** 「图片」: what a picture shows is not known here, that there is one is. */
const FIGURE = '/Alt<FEFF56FE7247>';
