import type { Metadata, Problem } from '@bianxu/model';
import { refuse } from './decode.ts';

/** Longer front matter is no front matter of a report. */
const FRONT_MATTER_LENGTH = 64 * 1024;

/**
 * Front matter as metadata: top-level `key: value` lines, keys as written, values as strings with quotes removed.
 * Lists and maps stay the text they are. This is no YAML reader on purpose: tags are never obeyed, and anchors or
 * aliases, which can stand for billions of values, are refused by name.
 */
export function readFrontMatter(
	value: string,
):
	| { readonly refusal: Problem }
	| { readonly refusal?: undefined; readonly metadata: Metadata; readonly problems: readonly Problem[] } {
	if (value.length > FRONT_MATTER_LENGTH) {
		return {
			metadata: {},
			problems: [
				problem('front-matter-size', '文首元数据过长，未读取', 'The front matter is too long and was not read'),
			],
		};
	}
	const entries: [string, string][] = [];
	const problems: Problem[] = [];
	for (const line of value.split(/\r\n|\n|\r/)) {
		if (/(?:^|[\s[{,:-])[&*][^\s,[\]{}&*]+(?=$|[\s,\]}])/.test(withoutQuoted(line))) {
			return refuse(
				'front-matter-alias',
				'文首元数据使用了 YAML 锚点或别名（&、*），不予读取。请直接写出内容',
				'The front matter uses YAML anchors or aliases (&, *), which are refused. Write the values out',
			);
		}
		const pair = /^([^\s:#'"[{-][^:]{0,200}?)\s{0,20}:(?:\s+(.*))?$/.exec(line);
		const last = entries.at(-1);
		if (pair !== null) entries.push([pair[1] ?? '', scalar(pair[2] ?? '')]);
		else if (/^(?:\s|- )/.test(line) && last !== undefined)
			last[1] = `${last[1]}${last[1] === '' ? '' : '\n'}${line.trim()}`;
		else if (line.trim() !== '' && !line.startsWith('#')) {
			const shown = line.length > 30 ? `${line.slice(0, 30)}…` : line;
			problems.push(
				problem(
					'front-matter-line',
					`文首元数据有一行读不懂：“${shown}”`,
					`A line of the front matter was not understood: "${shown}"`,
				),
			);
		}
		const written = entries.at(-1)?.[1] ?? '';
		if (pair !== null && written.startsWith('!')) {
			problems.push(
				problem(
					'front-matter-tag',
					'文首元数据使用了 YAML 标签（!），按文字读取',
					'The front matter uses a YAML tag (!), read as text',
				),
			);
		}
	}
	// fromEntries defines own properties, so a key `__proto__` is only a key.
	return { metadata: Object.fromEntries(entries), problems };
}

function withoutQuoted(line: string): string {
	return line.replace(/"[^"]*"|'[^']*'/g, '""');
}

function scalar(raw: string): string {
	const text = raw.trim();
	const quoted = /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1];
	if (quoted !== undefined) return quoted;
	const comment = text.search(/\s#/);
	return (comment < 0 ? text : text.slice(0, comment)).trim();
}

function problem(code: string, zh: string, en: string): Problem {
	return { code, message: { zh, en } };
}
