import type { Language, Parameter, Source } from '@bianxu/model';
import { columnsOf, displayWidth } from './display-width.ts';
import { escapeTerminal } from './escape.ts';
import { sourceText } from './source-text.ts';

/** Resolved values of a profile, as the engine gives them. */
export interface ProfileReport {
	readonly profile: string;
	readonly template: string;
	readonly level: string;
	readonly mode: string;
	readonly values: readonly {
		readonly key: string;
		readonly value: Parameter;
		readonly source: Source | null;
		readonly origin: string;
	}[];
}

/** `profile show --format json`: one entry a value; `origin` is the layer that set it. */
export function profileJson({ profile, template, level, mode, values }: ProfileReport): string {
	return JSON.stringify({
		version: 1,
		profile,
		template,
		level,
		mode,
		values: values.map(({ key, value, source, origin }) => ({
			key,
			value,
			source: source === null ? null : { level: source.level, doc: source.doc, clause: source.clause },
			origin,
		})),
	});
}

/** `profile show`: a table of key, value, layer and source. */
export function profileText(profile: ProfileReport, language: Language): string {
	const zh = language === 'zh';
	const head = zh ? ['项', '值', '出处', '依据'] : ['key', 'value', 'set by', 'source'];
	const rows = profile.values.map(({ key, value, source, origin }) => [
		escapeTerminal(key),
		clipped(escapeTerminal(valueText(value))),
		escapeTerminal(origin),
		source === null ? '' : escapeTerminal(sourceText(source, language)),
	]);
	const title = zh
		? `规格配置 ${profile.profile}，模板 ${profile.template}，层级 ${profile.level}`
		: `Profile ${profile.profile}, template ${profile.template}, level ${profile.level}`;
	return [escapeTerminal(title), '', ...columnsOf([head, ...rows])].join('\n');
}

/** Columns of a value in the table; a map of names would push the columns behind it off every screen. JSON has it whole. */
const WIDEST = 56;

function clipped(text: string): string {
	if (displayWidth(text) <= WIDEST) return text;
	let shown = '';
	for (const character of text) {
		if (displayWidth(shown + character) > WIDEST - 2) break;
		shown += character;
	}
	return `${shown} …`;
}

function valueText(value: Parameter): string {
	if (typeof value !== 'object') return String(value);
	if (!Array.isArray(value)) return JSON.stringify(value);
	const shown = value.slice(0, 3).join('、');
	return value.length > 3 ? `${shown} …（${value.length}）` : `[${shown}]`;
}
