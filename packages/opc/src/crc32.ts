// Slicing by 4: four tables, four bytes a step; about three times the plain table on V8.
const tables = makeTables();

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
	const t0 = new Int32Array(256);
	const t1 = new Int32Array(256);
	const t2 = new Int32Array(256);
	const t3 = new Int32Array(256);
	for (let n = 0; n < 256; n++) {
		let c = n;
		for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
		t0[n] = c;
	}
	for (let n = 0; n < 256; n++) {
		const a = t0[n] as number;
		const b = (t0[a & 255] as number) ^ (a >>> 8);
		const c = (t0[b & 255] as number) ^ (b >>> 8);
		t1[n] = b;
		t2[n] = c;
		t3[n] = (t0[c & 255] as number) ^ (c >>> 8);
	}
	return [t0, t1, t2, t3];
}

/** CRC-32 of zip and PNG (APPNOTE 4.4.7), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
	const [t0, t1, t2, t3] = tables;
	let crc = -1;
	let i = 0;
	const whole = bytes.length - (bytes.length % 4);
	while (i < whole) {
		crc ^=
			(bytes[i] as number) |
			((bytes[i + 1] as number) << 8) |
			((bytes[i + 2] as number) << 16) |
			((bytes[i + 3] as number) << 24);
		crc =
			(t3[crc & 255] as number) ^
			(t2[(crc >>> 8) & 255] as number) ^
			(t1[(crc >>> 16) & 255] as number) ^
			(t0[crc >>> 24] as number);
		i += 4;
	}
	while (i < bytes.length) {
		crc = (t0[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
		i++;
	}
	return (crc ^ -1) >>> 0;
}
