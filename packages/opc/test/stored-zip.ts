import { crc32 } from '../src/index.ts';

/** A zip of stored entries, for tests. */
export function storedZip(files: Record<string, string | Uint8Array>): Uint8Array {
	const chunks: Buffer[] = [];
	const records: Buffer[] = [];
	let at = 0;
	for (const [name, text] of Object.entries(files)) {
		const data = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
		const nameBytes = Buffer.from(name);
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt16LE(0x800, 2);
		shared.writeUInt32LE(crc32(data), 10);
		shared.writeUInt32LE(data.length, 14);
		shared.writeUInt32LE(data.length, 18);
		shared.writeUInt16LE(nameBytes.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, nameBytes, data]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		records.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, nameBytes]));
		chunks.push(local);
		at += local.length;
	}
	const directory = Buffer.concat(records);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(records.length, 8);
	end.writeUInt16LE(records.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(at, 16);
	return new Uint8Array(Buffer.concat([...chunks, directory, end]));
}
