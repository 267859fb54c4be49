// The few globals that exist in Node and in every browser and that the pure packages may use.
// They are declared by hand because `types: []` keeps Node and the DOM out (ARCHITECTURE.md, invariant "no I/O").
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input?: Uint8Array): string;
}
declare class TextEncoder {
	encode(input?: string): Uint8Array<ArrayBuffer>;
}
