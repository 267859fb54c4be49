import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameBytes } from '../src/safe-write.ts';

/** The bytes at an odd place of a buffer, as parts of a larger file lie. */
function shifted(bytes: Uint8Array, by: number): Uint8Array {
	const buffer = new Uint8Array(bytes.length + by);
	buffer.set(bytes, by);
	return buffer.subarray(by);
}

test('the same bytes are the same wherever they lie, and one other byte is seen at any place', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: 41 }),
			fc.integer({ min: 0, max: 5 }),
			fc.integer({ min: 0, max: 5 }),
			fc.nat(),
			(bytes, one, other, at) => {
				expect(sameBytes(shifted(bytes, one), shifted(bytes, other))).toBe(true);
				if (bytes.length > 0) expect(sameBytes(bytes, shifted(bytes, 1).subarray(0, -1))).toBe(false);
				if (bytes.length === 0) return;
				const changed = shifted(bytes, other);
				const place = at % bytes.length;
				changed[place] = (changed[place] ?? 0) ^ 1;
				expect(sameBytes(shifted(bytes, one), changed)).toBe(false);
			},
		),
	);
});
