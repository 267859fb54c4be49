import { internalName } from './namespaces.ts';
import { notWellFormed } from './xml-error.ts';
import { isNameStart, isNameUnit } from './xml-names.ts';

/** Bound to the prefix `xml` in every document (Namespaces in XML 1.0, 3). */
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Interned names of one document and what they mean under the namespace declarations in force. */
export class NameTable {
	readonly expanded: string[] = [];
	private readonly text: string;
	private slots: Int32Array;
	private tabled = 0;
	private readonly crowded = new Map<string, number>();
	private readonly hashes: number[] = [];
	private readonly from: number[] = [];
	private readonly lengths: number[] = [];
	readonly prefixes: string[] = [];
	readonly locals: string[] = [];
	/** Whether the name, as an attribute's, is a namespace declaration. */
	readonly declares: boolean[] = [];
	private readonly idOfExpanded = new Map<string, number>();
	private readonly uris = new Map<string, string[]>([
		['xml', [XML_NAMESPACE]],
		['', ['']],
	]);
	private readonly elementStamp: number[] = [];
	private readonly elementId: number[] = [];
	private readonly attributeStamp: number[] = [];
	private readonly attributeId: number[] = [];
	scope = 0;
	/** Where the name read last ends. */
	end = 0;
	private scopes = 0;

	constructor(text: string) {
		this.text = text;
		this.slots = new Int32Array(text.length < 4096 ? 128 : 1024).fill(-1);
	}

	/** Number of the qualified name that begins at `from` with a unit that may begin one; `end` is then where it ends. */
	read(from: number): number {
		const { text } = this;
		let hash = 0;
		let at = from;
		let unit = text.charCodeAt(at);
		do {
			hash = (Math.imul(hash, 31) + unit) | 0;
			unit = text.charCodeAt(++at);
		} while (isNameUnit(unit));
		this.end = at;
		return this.intern(from, at, hash);
	}

	private intern(from: number, to: number, hash: number): number {
		const { text, slots } = this;
		const length = to - from;
		const mask = slots.length - 1;
		let slot = hash & mask;
		for (let probes = 0; probes < 32; probes++) {
			const id = slots[slot] as number;
			if (id < 0) return this.add(from, to, hash, slot);
			if (this.hashes[id] === hash && this.lengths[id] === length) {
				const first = this.from[id] as number;
				let i = 0;
				while (i < length && text.charCodeAt(first + i) === text.charCodeAt(from + i)) i++;
				if (i === length) return id;
			}
			slot = (slot + 1) & mask;
		}
		// So many collisions are an attack on this hash; the engine's own hash of strings is seeded.
		const name = text.slice(from, to);
		let id = this.crowded.get(name);
		if (id === undefined) {
			id = this.add(from, to, hash, -1);
			this.crowded.set(name, id);
		}
		return id;
	}

	private add(from: number, to: number, hash: number, slot: number): number {
		const id = this.hashes.length;
		const name = this.text.slice(from, to);
		const colon = name.indexOf(':');
		const local = name.slice(colon + 1);
		if (colon === 0 || local === '' || local.includes(':') || !isNameStart(local.charCodeAt(0))) {
			notWellFormed(from, '名称中的冒号用法不对', 'misplaced colon in a name');
		}
		this.hashes.push(hash);
		this.from.push(from);
		this.lengths.push(to - from);
		const prefix = colon < 0 ? '' : name.slice(0, colon);
		this.prefixes.push(prefix);
		this.locals.push(local);
		this.declares.push(prefix === 'xmlns' || name === 'xmlns');
		this.elementStamp.push(-1);
		this.elementId.push(-1);
		this.attributeStamp.push(-1);
		this.attributeId.push(-1);
		if (slot >= 0) {
			this.slots[slot] = id;
			this.tabled++;
			if (this.tabled * 2 > this.slots.length) this.grow();
		}
		return id;
	}

	private grow(): void {
		const slots = new Int32Array(this.slots.length * 2).fill(-1);
		const mask = slots.length - 1;
		for (const id of this.slots) {
			if (id < 0) continue;
			let slot = (this.hashes[id] as number) & mask;
			while (slots[slot] !== -1) slot = (slot + 1) & mask;
			slots[slot] = id;
		}
		this.slots = slots;
	}

	declare(prefix: string, uri: string): void {
		const stack = this.uris.get(prefix);
		if (stack === undefined) this.uris.set(prefix, [uri]);
		else stack.push(uri);
	}

	undeclare(prefix: string): void {
		this.uris.get(prefix)?.pop();
	}

	enterScope(): number {
		this.scope = ++this.scopes;
		return this.scope;
	}

	element(id: number, at: number): number {
		if (this.elementStamp[id] === this.scope) return this.elementId[id] as number;
		const name = internalName(this.uriOf(this.prefixes[id] as string, at), this.locals[id] as string);
		this.elementStamp[id] = this.scope;
		const expanded = this.expand(name);
		this.elementId[id] = expanded;
		return expanded;
	}

	attribute(id: number, at: number): number {
		if (this.attributeStamp[id] === this.scope) return this.attributeId[id] as number;
		const prefix = this.prefixes[id] as string;
		const local = this.locals[id] as string;
		// Unprefixed attributes have no namespace; declarations keep their spelling so that they can be looked up.
		let name = local;
		if (prefix === 'xmlns') name = `xmlns:${local}`;
		else if (prefix !== '') name = internalName(this.uriOf(prefix, at), local);
		this.attributeStamp[id] = this.scope;
		const expanded = this.expand(name);
		this.attributeId[id] = expanded;
		return expanded;
	}

	private uriOf(prefix: string, at: number): string {
		const uri = this.uris.get(prefix)?.at(-1);
		if (uri === undefined) notWellFormed(at, '前缀没有声明命名空间', 'undeclared namespace prefix');
		return uri;
	}

	private expand(name: string): number {
		let id = this.idOfExpanded.get(name);
		if (id === undefined) {
			id = this.expanded.length;
			this.expanded.push(name);
			this.idOfExpanded.set(name, id);
		}
		return id;
	}
}
