/**
 * Three faults or more for each rule on laid-out pages, in clean papers of full length. Our printer breaks no line in a wrong
 * place, so a line is broken by hand (Shift+Enter), a page by 「段前分页」, and a character is one that no face has.
 */
import { type Mutant, set, text } from './mutant.ts';

const P = '学前教育专项报告';
const J = '审计整改情况报告';
const W = '计划执行情况报告';
const D = '述职报告-李秀梅';
const Y = '任免职务议案';
const O = '计划执行情况审查意见';
const R = '学前教育调研报告';

/** A line broken at the first place that fits. */
const broken = (source: string, where: Parameters<typeof text>[1], nth: number, pattern: RegExp): Mutant =>
	text(source, where, nth, pattern, '\n');

/** The text under the nth heading of its own begins a page; the heading stays behind. */
function cutOff(source: string, nth: number): Mutant {
	return {
		source,
		change: (paper) => {
			const at = paper.nodes.flatMap((node, index) =>
				node.kind === 'paragraph' && node.role === 'h1' && node.runIn === 0 ? [index] : [],
			)[nth];
			if (at === undefined) throw new Error(`no heading ${nth} in ${source}`);
			const nodes = paper.nodes.map((node, index) =>
				index === at + 1 && node.kind === 'paragraph' ? { ...node, look: { ...node.look, newPage: true } } : node,
			);
			return { paper: { ...paper, nodes }, place: at };
		},
	};
}

/** A compatibility ideograph at the end of Unicode's second plane: no face of an office or of ours has it. */
const NOWHERE = '\u{2FA1D}';

export const layoutFaults: Readonly<Record<string, readonly Mutant[]>> = {
	'linebreak-kinsoku': [
		broken(P, 'body', 1, /(?=，)/),
		broken(J, 'body', 2, /(?=。)/),
		broken(W, 'body', 1, /(?=、)/),
		broken(D, 'h2', 0, /(?<=《|“)/),
	],
	'linebreak-number-split': [
		broken(P, 'body', 0, /(?<=\d)(?=\d)/),
		broken(J, 'body', 0, /(?<=\d)(?=\.\d)/),
		broken(W, 'h3', 0, /(?<=\d)(?=%)/),
	],
	'heading-keep-with-next': [cutOff(P, 1), cutOff(J, 0), cutOff(W, 0)],
	'page-first-has-body': [
		set(P, 'body', 0, { newPage: true }),
		set(J, 'body', 0, { newPage: true }),
		set(W, 'body', 0, { newPage: true }),
	],
	'page-orphan-signature': [
		set(Y, 'signature', 0, { newPage: true }),
		set(O, 'signature', 0, { newPage: true }),
		set(R, 'signature', 0, { newPage: true }),
	],
	'font-missing-glyph': [
		text(P, 'author', 0, '静', NOWHERE),
		text(J, 'body', 2, /\p{Script=Han}/u, NOWHERE),
		text(Y, 'body', 0, '远', NOWHERE),
	],
};
