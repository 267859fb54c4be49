import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attacksOn, type Literal, literalsOf } from './regular-expressions.ts';
import { examplesOf } from '../src/examples.ts';

const PACKAGES = join(import.meta.dirname, '../..');

function sourcesBelow(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return sourcesBelow(path);
		return entry.name.endsWith('.ts') && !/\.test\.ts$|examples\.ts$/.test(entry.name) ? [path] : [];
	});
}

/** CPU milliseconds of one search of an expression in a text; the least of `times`. */
function cost(expression: RegExp, text: string, times: number): number {
	let least = Number.POSITIVE_INFINITY;
	for (let time = 0; time < times; time++) {
		expression.lastIndex = 0;
		const begin = process.cpuUsage();
		text.replace(expression, '');
		const { user, system } = process.cpuUsage(begin);
		least = Math.min(least, (user + system) / 1000);
	}
	return least;
}

/** Small steps first: an exponential search must be met while it still ends. */
const LENGTHS = [16, 18, 20, 22, 24, 26, 28, 32, 36, 42, 50, 64, 90, 140, 400, 3000, 12_000] as const;
/** A linear search over the longest text takes about 1 ms, a quadratic one some hundreds. */
const SLOW = 20;

/** The first attack that an expression is slow on, or null. */
export function weakness({ source, flags }: Pick<Literal, 'source' | 'flags'>): string | null {
	const expression = new RegExp(source, flags);
	for (const attack of attacksOn({ source, flags })) {
		for (const length of LENGTHS) {
			const text = attack(length);
			if (cost(expression, text, 1) < SLOW) continue;
			if (cost(expression, text, 2) >= SLOW) return `${JSON.stringify(text.slice(0, 30))}… of ${length}`;
		}
	}
	return null;
}

describe('regular expressions', () => {
	it.each([
		[/(?:a+)+b/, 'exponential'],
		[/[\w.]+@/, 'starts again at each unit'],
		[/\s+$/, 'starts again at each unit'],
		[/“[^”]*”$/, 'starts again behind each mark'],
	])('the test sees that %s is slow: %s', (expression) => {
		expect(weakness(expression)).not.toBeNull();
	});

	it.each([[/(?<!\s)\s+$/], [/^\s*[^。]{1,40}。/], [/(?<!a)a+b?c/g]])('and that %s is not', (expression) => {
		expect(weakness(expression)).toBeNull();
	});

	it('reads expressions out of sources', () => {
		const text = "const a = b / c / d; // /x/\nconst e = [/a\\/[/]b/gu, '/s/'];\nreturn /x/.test(`/y/`);";
		expect(literalsOf(text).map(({ source, flags }) => `${source} ${flags}`)).toEqual(['a\\/[/]b gu', 'x ']);
	});

	const folders = readdirSync(PACKAGES).map((name) => join(PACKAGES, name, 'src'));
	it('none of ours takes more than linear time on texts made against it', { timeout: 120_000 }, () => {
		const weak: string[] = [];
		let looked = 0;
		for (const folder of folders) {
			let sources: readonly string[] = [];
			try {
				sources = sourcesBelow(folder);
			} catch {
				continue; // A package without code.
			}
			for (const path of sources)
				for (const literal of literalsOf(readFileSync(path, 'utf8'))) {
					looked += 1;
					const found = weakness(literal);
					if (found !== null)
						weak.push(
							`${path.slice(PACKAGES.length + 1)}:${literal.line} /${literal.source.slice(0, 80)}/ on ${found}`,
						);
				}
		}
		expect(looked).toBeGreaterThan(500);
		expect(weak).toEqual([]);
	});
});

/** Files on the stack, without the lines: looking those up in source maps takes a second each. */
function callers(): string {
	const own = Error.prepareStackTrace;
	Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName() ?? '').join('\n');
	const files = String(new Error('where').stack);
	Error.prepareStackTrace = own;
	return files;
}

/** Expressions that our code builds from text, with the file that built each: they show only when it runs. */
describe('regular expressions built from text', () => {
	const built = new Map<string, Pick<Literal, 'source' | 'flags'> & { readonly file: string }>();
	const known = new Map<string, number>();
	const plain = globalThis.RegExp;

	beforeAll(async () => {
		globalThis.RegExp = new Proxy(plain, {
			construct(target, given: [string | RegExp, string?]) {
				const made = new target(...given);
				const key = `${made.source} ${made.flags}`;
				const times = (known.get(key) ?? 0) + 1;
				known.set(key, times);
				// Two files at most build the same one: the rule, and the search over joined texts.
				if (times > 2) return made;
				const file = /packages\/([a-z-]+\/src\/[\w./-]+\.ts)/.exec(callers())?.[1];
				if (file !== undefined) built.set(`${file} ${key}`, { source: made.source, flags: made.flags, file });
				return made;
			},
		});
		// Other files of this worker have loaded the packages before: their expressions are to be built once more.
		vi.resetModules();
		// The rule book on all its examples, on a packet and on laid-out pages: whatever is built is built on the way.
		const { rules } = await import('../src/index.ts');
		const { judgeExample } = await import('./judge-example.ts');
		for (const rule of rules) for (const example of examplesOf(rule)) judgeExample(rule, example);
	}, 240_000);
	afterAll(() => {
		globalThis.RegExp = plain;
	});

	it('are met where the sources build one', () => {
		const builders = readdirSync(PACKAGES)
			.map((name) => join(PACKAGES, name, 'src'))
			.filter(existsSync)
			.flatMap(sourcesBelow)
			.filter((path) => /\bnew RegExp\(/.test(readFileSync(path, 'utf8')))
			.map((path) => path.slice(PACKAGES.length + 1));
		const met = new Set([...built.values()].map(({ file }) => file));
		expect(builders.filter((file) => !met.has(file))).toEqual([]);
		expect(built.size).toBeGreaterThan(50);
	});

	it('take no more than linear time either', { timeout: 120_000 }, () => {
		globalThis.RegExp = plain;
		const weak = [...built.values()].flatMap(({ source, flags, file }) => {
			const found = weakness({ source, flags });
			return found === null ? [] : [`${file} /${source.slice(0, 80)}/${flags} on ${found}`];
		});
		expect(weak).toEqual([]);
	});
});
