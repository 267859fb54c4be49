/** Constant of the checksum of a whole file (head, checksumAdjustment). */
const WHOLE = 0xb1b0afba;

/** A font file of tables in the order of their tags, each on a multiple of four, checksums set (ISO/IEC 14496-22 4.3). */
export function sfntFile(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const tags = [...tables.keys()].sort();
	const header = 12 + 16 * tags.length;
	const size = tags.reduce((sum, tag) => sum + (((tables.get(tag)?.length ?? 0) + 3) & ~3), header);
	const file = new Uint8Array(size);
	const view = new DataView(file.buffer);
	const log = Math.floor(Math.log2(tags.length));
	view.setUint32(0, flavor);
	view.setUint16(4, tags.length);
	view.setUint16(6, 16 << log);
	view.setUint16(8, log);
	view.setUint16(10, 16 * tags.length - (16 << log));
	let at = header;
	let head = 0;
	tags.forEach((tag, index) => {
		const table = tables.get(tag) ?? new Uint8Array(0);
		const entry = 12 + 16 * index;
		for (let i = 0; i < 4; i++) view.setUint8(entry + i, tag.charCodeAt(i));
		file.set(table, at);
		// The checksum of the whole is counted with this field empty.
		if (tag === 'head') view.setUint32(at + 8, 0);
		const padded = (table.length + 3) & ~3;
		view.setUint32(entry + 4, checksum(view, at, padded));
		view.setUint32(entry + 8, at);
		view.setUint32(entry + 12, table.length);
		if (tag === 'head') head = at;
		at += padded;
	});
	view.setUint32(head + 8, (WHOLE - checksum(view, 0, size)) >>> 0);
	return file;
}

function checksum(view: DataView, start: number, length: number): number {
	let sum = 0;
	for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
	return sum;
}
