import type { Language } from '@bianxu/model';
import { type Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { printable } from './output.ts';

/** A day YYYY-MM-DD that exists. */
function day(text: string): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const date = match === null ? Number.NaN : Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(date) || new Date(date).toISOString().slice(0, 10) !== text)
		throw new InvalidArgumentError('日期须写作 YYYY-MM-DD / a date is YYYY-MM-DD');
	return text;
}

/** A whole number, 0 or more. */
export function count(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('须为非负整数 / a whole number');
	return Number(text);
}

/** Gathers an option that may be given several times. */
export function several(text: string, before: readonly string[]): readonly string[] {
	return [...before, text];
}

/** A length in mm. */
export function length(text: string): number {
	if (!/^\d{1,2}(?:\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError('须为毫米数，如 0.1 / millimetres');
	return Number(text);
}

/** Most copies that one file holds. */
const MOST_COPIES = 2000;

/** A range of copy numbers: `1-60`, or one number. */
export function range(text: string): readonly [number, number] {
	const match = /^(\d{1,6})(?:[-—](\d{1,6}))?$/.exec(text);
	const from = Number(match?.[1] ?? 0);
	const to = Number(match?.[2] ?? from);
	if (from < 1 || to < from || to - from >= MOST_COPIES)
		throw new InvalidArgumentError(`须为 1-60 这样的范围，一次不超过 ${MOST_COPIES} 份 / a range such as 1-60`);
	return [from, to];
}

/** Adds the options of the contract that every command takes. */
export function common(command: Command, formats: readonly string[]): Command {
	return command
		.addOption(new Option('--format <format>', '输出格式 output format').choices([...formats]).default(formats[0]))
		.addOption(new Option('--lang <language>', '语言 language').choices(['zh', 'en']).default('zh'))
		.option('--profile <name>', '规格配置 profile')
		.addOption(
			new Option('--level <level>', '人大层级 level of the congress').choices(['province', 'prefecture', 'county']),
		)
		.addOption(new Option('--mode <mode>', '口头或书面 delivery').choices(['oral', 'written', 'auto']))
		.option('--date <day>', '日期 YYYY-MM-DD', day)
		.option('--quiet', '只显示结果 results only');
}

/** Language of usage errors and help: commander has not read `--lang` when it stops. */
export function languageOf(words: readonly string[]): Language {
	const at = words.indexOf('--lang');
	return words[at + 1] === 'en' && at >= 0 ? 'en' : words.includes('--lang=en') ? 'en' : 'zh';
}

/** Help in the language: headings, defaults, choices. Descriptions hold both languages. */
export function speak(command: Command, language: Language): Command {
	// What commander would say in English only is said by `usageLine`.
	command.configureOutput({ outputError: () => undefined });
	if (language === 'en') return command;
	const titles: Readonly<Record<string, string>> = {
		'Usage:': '用法：',
		'Arguments:': '参数：',
		'Options:': '选项：',
		'Commands:': '命令：',
	};
	return command.helpCommand('help [命令]', '看一个命令的用法 help').configureHelp({
		styleTitle: (title) => titles[title] ?? title,
		optionDescription: ({ description, defaultValue, argChoices }) => {
			const notes = [
				...(argChoices === undefined ? [] : [`可选：${argChoices.join('、')}`]),
				...(typeof defaultValue === 'string' ? [`缺省：${defaultValue}`] : []),
			];
			return notes.length === 0 ? description : `${description}（${notes.join('；')}）`;
		},
	});
}

interface Words {
	readonly pattern: RegExp;
	readonly zh: (found: RegExpExecArray) => string;
}

/** What commander says, in Chinese. */
const WORDS: readonly Words[] = [
	{ pattern: /unknown option '(.*)'/, zh: ([, name]) => `不认识的选项 ${name}` },
	{ pattern: /unknown command '(.*)'/, zh: ([, name]) => `没有命令 ${name}` },
	{ pattern: /missing required argument '(.*)'/, zh: ([, name]) => `缺少参数 <${name}>` },
	{ pattern: /option '(.*)' argument missing/, zh: ([, name]) => `选项 ${name} 后面缺少内容` },
	{ pattern: /required option '(.*)' not specified/, zh: ([, name]) => `缺少选项 ${name}` },
	{ pattern: /too many arguments/, zh: () => '参数多了' },
	{
		pattern: /option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
		zh: ([, name, value, choices]) => `选项 ${name} 不能是 ${value}，可用：${(choices ?? '').split(', ').join('、')}`,
	},
	{
		pattern: /option '(.*)' argument '(.*)' is invalid\.\s*(.*)/,
		zh: ([, name, value, reason]) => `选项 ${name} 不能是 ${value}：${(reason ?? '').split(' / ')[0] ?? ''}`,
	},
];

/** One line for a usage error in the language, with the word that was meant and where to read on. */
export function usageLine(error: CommanderError, language: Language): string {
	const message = error.message.replace(/^error: /, '');
	const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
	if (language === 'en') {
		const own = message.replace(/(?<![^ ])[^ ]* ?[\p{Script=Han}][^/]{0,200} \/ /u, '').replaceAll('\n', ' ');
		return printable(`${own} (see --help)`);
	}
	for (const { pattern, zh } of WORDS) {
		const found = pattern.exec(message);
		if (found === null) continue;
		return printable(`${zh(found)}${meant === undefined ? '' : `，是不是 ${meant}？`}（用 --help 查看用法）`);
	}
	return printable(`${message}（用 --help 查看用法）`);
}
