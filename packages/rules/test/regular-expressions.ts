/** Reads the regular expressions out of TypeScript sources, and writes texts that are hard for each of them. */

/** An expression as it stands in a source. */
export interface Literal {
	readonly source: string;
	readonly flags: string;
	readonly line: number;
}

/** Regular expression literals of a TypeScript text; comments, strings and templates are passed over. */
export function literalsOf(text: string): readonly Literal[] {
	const found: Literal[] = [];
	let line = 1;
	/** Last unit that is no blank: tells a division from an expression. */
	let before = '(';
	for (let at = 0; at < text.length; at++) {
		const unit = text.charAt(at);
		if (unit === '\n') line += 1;
		if (/\s/.test(unit)) continue;
		if (unit === '/' && text[at + 1] === '/') {
			at = text.indexOf('\n', at) - 1;
			if (at < 0) break;
			continue;
		}
		if (unit === '/' && text[at + 1] === '*') {
			const end = text.indexOf('*/', at) + 1;
			line += text.slice(at, end).split('\n').length - 1;
			at = end;
			continue;
		}
		if (unit === "'" || unit === '"' || unit === '`') {
			let end = at + 1;
			// Expressions inside a template are rare and short; they are passed over with it.
			while (end < text.length && text[end] !== unit) end += text[end] === '\\' ? 2 : 1;
			line += text.slice(at, end).split('\n').length - 1;
			at = end;
			before = 'a';
			continue;
		}
		const keyword = /(?:return|typeof|case|yield|of|in)$/.test(text.slice(Math.max(0, at - 8), at).trimEnd());
		if (unit === '/' && (keyword || '(,=:[!&|?{};>+'.includes(before))) {
			const end = endOfLiteral(text, at);
			const flags = /^[a-z]*/.exec(text.slice(end + 1, end + 9))?.[0] ?? '';
			found.push({ source: text.slice(at + 1, end), flags, line });
			at = end + flags.length;
			before = 'a';
			continue;
		}
		before = unit;
	}
	return found;
}

function endOfLiteral(text: string, start: number): number {
	let inClass = false;
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '[') inClass = true;
		else if (text[at] === ']') inClass = false;
		else if (text[at] === '/' && !inClass) return at;
	}
	return text.length;
}

/** Units that stand for those a class may mean. */
const SAMPLES = [
	...' \t\u00a0\u3000\n"\'()[]{}<>*+-_.,:;!?#%&=@/\\|~^$019aAxXzZ一二十百千万人大市会第年月日号、，。；：！？（）《》“”【】〔〕—…·×①%％',
];

function sampleOf(atom: string, flags: string): readonly string[] {
	try {
		const expression = new RegExp(`^(?:${atom})$`, flags.replace(/[gy]/g, ''));
		return SAMPLES.filter((unit) => expression.test(unit)).slice(0, 2);
	} catch {
		return [];
	}
}

interface Part {
	/** A text that the part matches, as far as can be told. */
	readonly text: string;
	/** Texts that it may take again and again. */
	readonly pumps: readonly string[];
}

/** The atoms of an expression in order, groups opened: what each matches, and what it can be pumped with. */
function partsOf(source: string, flags: string): readonly Part[] {
	const parts: Part[] = [];
	/** Index into `parts` where each open group begins. */
	const groups: number[] = [];
	for (let at = 0; at < source.length; ) {
		let from = parts.length;
		let atom = '';
		const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at, at + 40))?.[0];
		if (head !== undefined) {
			groups.push(parts.length);
			at += head.length;
			continue;
		}
		if (source[at] === ')') {
			from = groups.pop() ?? 0;
			at += 1;
		} else if (source[at] === '[') {
			let end = at + 1;
			while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
			atom = source.slice(at, end + 1);
			at = end + 1;
		} else {
			atom =
				/^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\.|[^\\])/su.exec(source.slice(at))?.[0] ??
				source.charAt(at);
			at += atom.length;
			if (atom === '|' || atom === '^' || atom === '$' || atom === '\\b' || atom === '\\B') continue;
		}
		const again = /^(?:[*+]|\{\d+,\})/.exec(source.slice(at, at + 12)) !== null;
		const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at, at + 16))?.[0] ?? '';
		at += quantifier.length;
		if (atom === '') {
			const inner = parts.slice(from);
			if (again)
				parts.push({
					text: '',
					pumps: [inner.map(({ text }) => text).join(''), ...inner.map(({ text }) => text)].slice(0, 6),
				});
			continue;
		}
		const samples = sampleOf(atom, flags);
		parts.push({ text: samples[0] ?? '', pumps: again ? samples : [] });
	}
	return parts;
}

/** Families of texts, by length, that make a matcher start or step back again and again: a pump behind what leads to it. */
export function attacksOn({
	source,
	flags,
}: Pick<Literal, 'source' | 'flags'>): readonly ((length: number) => string)[] {
	const parts = partsOf(source, flags);
	const attacks: ((length: number) => string)[] = [];
	let lead = '';
	for (const { text, pumps } of parts) {
		for (const pump of new Set(pumps)) {
			if (pump === '') continue;
			const start = lead.slice(-40);
			attacks.push((length) => `${pump.repeat(Math.ceil(length / pump.length))}\u0001`);
			if (start !== '') {
				attacks.push((length) => `${start}${pump.repeat(Math.ceil(length / pump.length))}\u0001`);
				attacks.push((length) => `${(start + pump).repeat(Math.ceil(length / (start + pump).length))}\u0001`);
			}
		}
		lead += text;
	}
	return attacks;
}
