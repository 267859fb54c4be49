/** Objects of a PDF file and their serialisation (ISO 32000-1 7.3, 7.5): text in, bytes out, nothing else. */

/** Number of an indirect object. */
export type ObjectNumber = number;

interface StreamObject {
	/** Entries of the dictionary without Length. */
	readonly entries: string;
	readonly data: Uint8Array;
}

/** A file that grows object by object. Bodies are PDF syntax in Latin-1. */
export interface PdfFile {
	readonly add: (body: string) => ObjectNumber;
	/** A number for an object that is set later, because others refer to it before it is known. */
	readonly reserve: () => ObjectNumber;
	readonly set: (number: ObjectNumber, body: string) => void;
	/** A stream, deflated. `entries` are further dictionary entries; `dense` as for `deflate`. */
	readonly stream: (data: Uint8Array, entries?: string, dense?: boolean) => ObjectNumber;
	/** A stream whose data are packed already; `entries` name the filter. */
	readonly packedStream: (data: Uint8Array, entries: string) => ObjectNumber;
	readonly finish: (trailer: {
		readonly root: ObjectNumber;
		readonly info: ObjectNumber;
		/** 32 hex digits. */
		readonly id: string;
	}) => Uint8Array;
}

export interface PdfForm {
	/** '1.7', or '1.4' for PDF/A-1, which knows neither object streams nor cross-reference streams. */
	readonly version: '1.7' | '1.4';
	/** Zlib stream (RFC 1950). */
	readonly deflate: (data: Uint8Array, dense?: boolean) => Uint8Array;
}

/** Objects per object stream. */
const STREAM_SIZE = 400;

/** Opens an empty file. */
export function createPdf({ version, deflate }: PdfForm): PdfFile {
	const objects: (string | StreamObject | null)[] = [];
	const put = (object: string | StreamObject | null): ObjectNumber => {
		objects.push(object);
		return objects.length;
	};
	return {
		add: put,
		reserve: () => put(null),
		set: (number, body) => {
			objects[number - 1] = body;
		},
		stream: (data, entries = '', dense = false) =>
			put({ entries: `${entries}/Filter/FlateDecode`, data: deflate(data, dense) }),
		packedStream: (data, entries) => put({ entries, data }),
		finish: (trailer) =>
			version === '1.4' ? plainFile(objects, version, trailer) : packedFile(objects, version, deflate, trailer),
	};
}

type Trailer = Parameters<PdfFile['finish']>[0];

function trailerEntries({ root, info, id }: Trailer, size: number): string {
	return `/Size ${size}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`;
}

/** Collects the pieces of the file and the places of its objects. */
function createOutput(version: string): {
	readonly text: (text: string) => void;
	readonly bytes: (bytes: Uint8Array) => void;
	readonly at: () => number;
	readonly join: () => Uint8Array;
} {
	const parts: Uint8Array[] = [];
	let length = 0;
	const bytes = (part: Uint8Array): void => {
		parts.push(part);
		length += part.length;
	};
	// Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
	bytes(latin1(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`));
	return {
		text: (text) => bytes(latin1(text)),
		bytes,
		at: () => length,
		join: () => {
			const whole = new Uint8Array(length);
			let at = 0;
			for (const part of parts) {
				whole.set(part, at);
				at += part.length;
			}
			return whole;
		},
	};
}

type Output = ReturnType<typeof createOutput>;

function writeStream(output: Output, number: ObjectNumber, { entries, data }: StreamObject): void {
	output.text(`${number} 0 obj\n<<${entries}/Length ${data.length}>>\nstream\n`);
	output.bytes(data);
	output.text('\nendstream\nendobj\n');
}

/** Every object by itself, with a cross-reference table: what PDF/A-1 wants. */
function plainFile(objects: readonly (string | StreamObject | null)[], version: string, trailer: Trailer): Uint8Array {
	const output = createOutput(version);
	const places = objects.map((object, index) => {
		const at = output.at();
		if (object === null) throw new Error(`object ${index + 1} was never set`);
		if (typeof object === 'string') output.text(`${index + 1} 0 obj\n${object}\nendobj\n`);
		else writeStream(output, index + 1, object);
		return at;
	});
	const start = output.at();
	const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
	output.text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`);
	output.text(`trailer\n<<${trailerEntries(trailer, objects.length + 1)}>>\nstartxref\n${start}\n%%EOF\n`);
	return output.join();
}

/** Objects without streams packed in object streams, with a cross-reference stream (7.5.7, 7.5.8). */
function packedFile(
	objects: readonly (string | StreamObject | null)[],
	version: string,
	deflate: PdfForm['deflate'],
	trailer: Trailer,
): Uint8Array {
	const output = createOutput(version);
	const packed: number[] = [];
	objects.forEach((object, index) => {
		if (typeof object === 'string') packed.push(index);
		else if (object === null) throw new Error(`object ${index + 1} was never set`);
	});
	const streams = Math.ceil(packed.length / STREAM_SIZE);
	// The object streams and the cross-reference stream come last; entry 0 is the free one.
	const size = objects.length + streams + 2;
	const table = new Uint8Array(size * 7);
	const entry = (number: ObjectNumber, kind: 1 | 2, first: number, second: number): void => {
		const at = number * 7;
		table[at] = kind;
		for (let i = 0; i < 4; i++) table[at + 1 + i] = (first >>> (24 - 8 * i)) & 255;
		table[at + 5] = second >> 8;
		table[at + 6] = second & 255;
	};
	objects.forEach((object, index) => {
		if (object === null || typeof object === 'string') return;
		entry(index + 1, 1, output.at(), 0);
		writeStream(output, index + 1, object);
	});
	for (let s = 0; s < streams; s++) {
		const own = packed.slice(s * STREAM_SIZE, (s + 1) * STREAM_SIZE);
		const number = objects.length + s + 1;
		const head: string[] = [];
		const bodies: string[] = [];
		let at = 0;
		own.forEach((index, place) => {
			const body = objects[index];
			if (typeof body !== 'string') return;
			head.push(`${index + 1} ${at}`);
			bodies.push(body);
			at += body.length + 1;
			entry(index + 1, 2, number, place);
		});
		const directory = `${head.join(' ')}\n`;
		const data = deflate(latin1(directory + bodies.join('\n')));
		entry(number, 1, output.at(), 0);
		const entries = `/Type/ObjStm/N ${own.length}/First ${directory.length}/Filter/FlateDecode`;
		writeStream(output, number, { entries, data });
	}
	const start = output.at();
	const number = size - 1;
	entry(number, 1, start, 0);
	table[5] = 255;
	table[6] = 255;
	const entries = `/Type/XRef/W[1 4 2]${trailerEntries(trailer, size)}/Filter/FlateDecode`;
	writeStream(output, number, { entries, data: deflate(table) });
	output.text(`startxref\n${start}\n%%EOF\n`);
	return output.join();
}

/** Bytes of a text whose characters are below 256. */
export function latin1(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return bytes;
}

/** A text string: UTF-16BE with its mark, in hex (7.9.2.2). */
export function textString(text: string): string {
	let hex = 'FEFF';
	for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0');
	return `<${hex}>`;
}

/** A name object; what is no regular character is written #xx in UTF-8 (7.3.5). */
export function nameObject(name: string): string {
	let out = '/';
	for (const byte of new TextEncoder().encode(name)) {
		const character = String.fromCharCode(byte);
		out += /[A-Za-z0-9+\-_.,]/.test(character) ? character : `#${byte.toString(16).padStart(2, '0')}`;
	}
	return out;
}

/** A number with at most three decimals. */
export function real(value: number): string {
	const text = value.toFixed(3);
	return text.includes('.') ? text.replace(/\.?(?<!0)0+$/, '') : text;
}
