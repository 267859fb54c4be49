/** Names of people that a paper states as such: the reporter, and those appointed or removed. */

import type { Doc, Outline } from '@bianxu/model';
import { passages, squeeze } from './passages.ts';

/** One appointment or removal as written. Offsets are of the passage's text. */
export interface Decree {
	readonly block: number;
	readonly verb: string;
	/** Start of the verb; where it stands in a heading above, the start of the names. */
	readonly start: number;
	readonly end: number;
	readonly names: readonly string[];
	readonly namesStart: number;
	readonly namesEnd: number;
	readonly removal: boolean;
	/** Posts as written, the organ with the first. */
	readonly posts: string;
	readonly postsStart: number;
	/** 职务 behind the posts. */
	readonly office: boolean;
	/** The verb stands in a heading above (一、决定任命). */
	readonly inherited: boolean;
}

const appoint = /(决定任命|批准任命|任命)([\p{Script=Han}·　、 ]{2,120}?)为([^，,；;。：:]+?)(职务)?(?=[，,；;。]|$)/gu;
const remove =
	/(决定免去|批准免去|免去|决定撤销|撤销)([\p{Script=Han}·　、 ]{1,120}?)的([^，,；;。：:]+?)(职务)?(?=[，,；;。]|$)/gu;
const headingVerb =
	/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)?(决定任命|批准任命|任命|决定免去|批准免去|免去|免职|任职)[:：]?$/;
const bareAppoint = /^[ \u3000]*([\p{Script=Han}·　、 ]{2,60}?)为([^，,；;。：:]+?)(职务)?(?=[，,；;。]|$)/u;
const bareRemove = /^[ \u3000]*([\p{Script=Han}·　、 ]{2,60}?)的([^，,；;。：:]+?)(职务)?(?=[，,；;。]|$)/u;

/** Names in 郭方、张晓宏; 同志 is dropped. Null when a piece is no name. */
export function splitNames(text: string): readonly string[] {
	return text
		.split('、')
		.map((name) => squeeze(name).replace(/(?:等)?同志$/u, ''))
		.filter((name) => name !== '');
}

function looksLikeNames(names: readonly string[]): boolean {
	return (
		names.length > 0 &&
		names.every(
			(name) =>
				/^[\p{Script=Han}·]{2,4}$|^[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,12}$/u.test(name) &&
				!/^(?:其|有关|相关|部分)/u.test(name),
		)
	);
}

/** Every appointment and removal stated in lists and decisions, in order. Quotations and titles are left out. */
export function decrees(context: { readonly doc: Doc; readonly outline: Outline }): readonly Decree[] {
	const found: Decree[] = [];
	let inherited = '';
	for (const { block, text, own, role } of passages(context)) {
		if (role === 'title' || role === 'organ-line' || role === 'salutation' || role === 'caption') continue;
		const label = context.doc.paragraphs[block]?.label?.text ?? '';
		const head = headingVerb.exec(squeeze(label + text));
		if (head !== null) {
			inherited = (head[1] ?? '').replace('免职', '免去').replace('任职', '任命');
			continue;
		}
		if (role.startsWith('heading-') || role.startsWith('attachment-')) inherited = '';
		const before = found.length;
		for (const [expression, removal] of [
			[appoint, false],
			[remove, true],
		] as const) {
			for (const match of own.matchAll(expression)) {
				const [whole, verb = '', names = '', posts = '', office] = match;
				if (!removal && own[match.index - 1] === '免') continue;
				const namesStart = match.index + verb.length;
				const persons = splitNames(names);
				const again = removal && squeeze(names) === '其';
				if (!again && !looksLikeNames(persons)) continue;
				const postsStart = namesStart + names.length + 1;
				found.push({
					block,
					verb,
					start: match.index,
					end: match.index + whole.length,
					names: again ? [] : persons,
					namesStart,
					namesEnd: namesStart + names.length,
					removal,
					posts,
					postsStart,
					office: office !== undefined,
					inherited: false,
				});
			}
		}
		if (inherited === '' || found.length > before) continue;
		const removal = inherited.endsWith('免去');
		const match = (removal ? bareRemove : bareAppoint).exec(own);
		const names = match?.[1] ?? '';
		if (match === null || !looksLikeNames(splitNames(names))) continue;
		const namesStart = text.search(/[^ \u3000]/u);
		const namesEnd = match[0].indexOf(names) + names.length;
		found.push({
			block,
			verb: inherited,
			start: namesStart,
			end: match[0].length,
			names: splitNames(names),
			namesStart,
			namesEnd,
			removal,
			posts: match[2] ?? '',
			postsStart: namesEnd + 1,
			office: match[3] !== undefined,
			inherited: true,
		});
	}
	return found;
}

/** Names that the paper states as names, without duplicates. */
export function knownNames(context: { readonly doc: Doc; readonly outline: Outline }): readonly string[] {
	const names = [context.outline.reporter.person, ...decrees(context).flatMap((decree) => decree.names)];
	return [...new Set(names.map(squeeze).filter((name) => name.length >= 2))];
}
