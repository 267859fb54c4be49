import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Inflate and deflate as World gives them on Node. */
export const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number): Uint8Array => inflateRawSync(data, { maxOutputLength: maxOutput }),
	deflateRaw: (data: Uint8Array): Uint8Array => deflateRawSync(data),
};
