import type { Bilingual, DocumentContext, Finding, FontRole, Role, Source, Template } from '@bianxu/model';
import { familyStretches, hasRun, type Stretch } from './effective-format.ts';
import { enumeratedItems } from './enumerated-items.ts';
import { gather, type GatherableFinding, together } from './gather.ts';
import { someRun } from './role-looks.ts';
import { familyVerdict, preferredFamily, type RoleStretch, roleStretches } from './role-style.ts';

/** What a message on a font needs to know. */
export interface FontFault {
	readonly role: Role;
	readonly wanted: FontRole;
	/** Family that the fix writes. */
	readonly family: string;
	readonly actual: string;
	readonly source: Source;
}

/** Words of a rule on the font of roles. */
export interface FontWords {
	readonly fixTitle: (fault: FontFault) => Bilingual;
	readonly wrong: (fault: FontFault) => Bilingual;
	readonly tolerated: (fault: FontFault) => Bilingual;
}

/**
 * Findings on the East Asian font of the roles: one per paragraph for families that are not accepted, one per document
 * and family, as info, for tolerated ones. Undetermined fonts are font-theme-resolved's; `elsewhere` names stretches of which
 * another rule tells.
 */
export function checkRoleFont(
	context: DocumentContext,
	roles: readonly Role[],
	words: FontWords,
	elsewhere: (stretch: RoleStretch, part: Stretch<string>) => boolean = () => false,
): readonly Finding[] {
	const { template } = context;
	if (
		!someRun(
			context,
			roles,
			({ eastAsia }, { font }) => font !== undefined && isSuspect(template, font.value, eastAsia),
		)
	)
		return [];
	const wrong: GatherableFinding[] = [];
	const tolerated = new Map<string, GatherableFinding[]>();
	const items = enumeratedItems(context.doc, context.outline);
	const judged = roleStretches(context, roles).filter(
		({ role, paragraph, style }) =>
			style.font !== undefined && !(role.startsWith('heading-') && items.has(paragraph.block)),
	);
	for (const stretch of judged) {
		const font = stretch.style.font;
		if (font === undefined) continue;
		const { paragraph, start, end } = stretch;
		if (!hasRun(paragraph, start, end, ({ eastAsia }) => isSuspect(template, font.value, eastAsia))) continue;
		const families = familyStretches(paragraph, start, end).filter(
			(part) =>
				part.value !== '' &&
				!elsewhere(stretch, part) &&
				!isStandIn(stretch, part) &&
				!isLeadSentence(template, stretch, part),
		);
		for (const verdict of ['reject', 'tolerate'] as const) {
			const parts = families.filter((part) => familyVerdict(template, font.value, part.value) === verdict);
			const [first] = parts;
			if (first === undefined) continue;
			const fault: FontFault = {
				role: stretch.role,
				wanted: font.value,
				family: preferredFamily(template, font.value),
				actual: [...new Set(parts.map((part) => part.value))].join('、'),
				source: font.source,
			};
			const finding = findingOf(
				stretch,
				parts,
				fault,
				verdict === 'reject' ? words.wrong(fault) : words.tolerated(fault),
				words.fixTitle(fault),
			);
			if (verdict === 'reject') wrong.push({ ...finding, same: `${stretch.role} ${fault.actual}` });
			else {
				const key = `${font.value} ${fault.actual}`;
				tolerated.set(key, [...(tolerated.get(key) ?? []), { ...finding, severity: 'info', same: key }]);
			}
		}
	}
	return [...gather(wrong, judged.length), ...[...tolerated.values()].map((group) => withoutFix(together(group)))];
}

function isSuspect(template: Template, role: FontRole, family: string): boolean {
	return family !== '' && familyVerdict(template, role, family) !== 'accept';
}

/** A rare character borrowed from another font, because the text's own has no glyph for it, is no fault of its setting. */
function isStandIn(stretch: RoleStretch, part: Stretch<string>): boolean {
	if (part.count > 2) return false;
	const text = stretch.paragraph.text.slice(part.start, part.end);
	return [...text].some((character) => {
		const codePoint = character.codePointAt(0) ?? 0;
		return (
			codePoint > 0xffff || (codePoint >= 0x3400 && codePoint <= 0x4dbf) || (codePoint > 0x9fa5 && codePoint <= 0x9fff)
		);
	});
}

/**
 * A point's own sentence in Kaiti or Heiti (「一是加强领导。」 at the head of a paragraph or within it) is a widespread way to
 * mark it; it is left alone.
 */
function isLeadSentence(template: Template, stretch: RoleStretch, part: Stretch<string>): boolean {
	if (stretch.role !== 'body') return false;
	if (
		familyVerdict(template, 'kaiti', part.value) === 'reject' &&
		familyVerdict(template, 'heiti', part.value) === 'reject'
	) {
		return false;
	}
	const text = stretch.paragraph.text.slice(part.start);
	const stop = /[。：；，]/.exec(text.slice(4));
	return POINT.test(text.trimStart()) && stop !== null && part.end - part.start <= stop.index + 5;
}

const POINT =
	/^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+[，、]|首先|其次|再次|最后|——|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])/;

function findingOf(
	stretch: RoleStretch,
	parts: readonly Stretch<string>[],
	fault: FontFault,
	message: Bilingual,
	title: Bilingual,
): Finding {
	const block = stretch.paragraph.block;
	return {
		block,
		start: parts[0]?.start ?? stretch.start,
		end: parts.at(-1)?.end ?? stretch.end,
		message,
		expected: fault.family,
		actual: fault.actual,
		source: fault.source,
		fix: {
			title,
			safety: 'safe',
			changes: parts.map((part) => ({
				kind: 'format-run',
				block,
				start: part.start,
				end: part.end,
				format: { eastAsia: fault.family },
			})),
		},
	};
}

/** A tolerated family is left alone: the remark is for the reader, not for --fix. */
function withoutFix(finding: Finding): Finding {
	const { fix: _, ...rest } = finding;
	return rest;
}
