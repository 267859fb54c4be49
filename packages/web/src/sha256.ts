/**
 * SHA-256 (FIPS 180-4) in plain TypeScript. The browser has only an asynchronous one, and not on every `file://` page;
 * `World.sha256` is arithmetic and therefore synchronous.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const K = fractions(64, Math.cbrt);
/** First 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4, 5.3.3). */
const START = fractions(8, Math.sqrt);

const BLOCK = 64;

/** SHA-256 of `data`, lower-case hex. */
export function sha256(data: Uint8Array): string {
	const state = START.slice();
	const words = new Uint32Array(64);
	const whole = data.length - (data.length % BLOCK);
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	for (let offset = 0; offset < whole; offset += BLOCK) absorb(state, words, view, offset);
	const tail = paddedTail(data.subarray(whole), data.length);
	const tailView = new DataView(tail.buffer);
	for (let offset = 0; offset < tail.length; offset += BLOCK) absorb(state, words, tailView, offset);
	return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** What is left after whole blocks, the bit 1, zeros, and the length in bits (FIPS 180-4, 5.1.1). */
function paddedTail(rest: Uint8Array, length: number): Uint8Array {
	const tail = new Uint8Array(rest.length + 9 <= BLOCK ? BLOCK : 2 * BLOCK);
	tail.set(rest);
	tail[rest.length] = 0x80;
	const view = new DataView(tail.buffer);
	view.setUint32(tail.length - 8, Math.floor(length / 0x2000_0000));
	view.setUint32(tail.length - 4, (length << 3) >>> 0);
	return tail;
}

/** One block of 64 bytes (FIPS 180-4, 6.2.2). `words` is room that is used again. */
function absorb(state: Uint32Array, words: Uint32Array, view: DataView, offset: number): void {
	const w = (index: number): number => words[index] ?? 0;
	for (let t = 0; t < 16; t++) words[t] = view.getUint32(offset + 4 * t);
	for (let t = 16; t < 64; t++) {
		const x = w(t - 15);
		const y = w(t - 2);
		const small0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
		const small1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
		words[t] = w(t - 16) + small0 + w(t - 7) + small1;
	}
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let t = 0; t < 64; t++) {
		const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
		const first = (h + big1 + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + w(t)) | 0;
		const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
		const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + first) | 0;
		d = c;
		c = b;
		b = a;
		a = (first + second) | 0;
	}
	[a, b, c, d, e, f, g, h].forEach((word, index) => {
		state[index] = (state[index] ?? 0) + word;
	});
}

function turn(word: number, bits: number): number {
	return (word >>> bits) | (word << (32 - bits));
}

function fractions(count: number, root: (prime: number) => number): Uint32Array {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) if (!hasDivisor(n)) found.push(n);
	return Uint32Array.from(found, (prime) => Math.floor((root(prime) % 1) * 0x1_0000_0000));
}

function hasDivisor(n: number): boolean {
	for (let d = 2; d * d <= n; d++) if (n % d === 0) return true;
	return false;
}
