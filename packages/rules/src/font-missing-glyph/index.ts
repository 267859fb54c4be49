import {
	type Finding,
	type GlyphStandIn,
	type LayoutContext,
	type Role,
	type Rule,
	type RuleResult,
	sameFamily,
} from '@bianxu/model';
import { description, inName, inText, none, title } from './messages.ts';

/** Lines that are names: another face in them shows. */
const NAMES: ReadonlySet<Role> = new Set<Role>(['author', 'name-entry', 'signature']);

function check({ doc, template, standIns }: LayoutContext): RuleResult {
	const told = new Set<string>();
	const findings: Finding[] = [];
	const lent: GlyphStandIn[] = [];
	const placeOf = (block: number, character: string): Pick<Finding, 'block' | 'start' | 'end'> => {
		const start = Math.max(0, doc.paragraphs[block]?.text.indexOf(character) ?? 0);
		return { block, start, end: start + character.length };
	};
	for (const standIn of standIns) {
		const { codePoint, block, role, wanted, used } = standIn;
		const character = String.fromCodePoint(codePoint);
		const name = NAMES.has(role);
		const key = `${character} ${name} ${used === null}`;
		if (told.has(key)) continue;
		told.add(key);
		if (used === null) {
			const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
			findings.push({ ...placeOf(block, character), message: none(character, code), expected: wanted });
			continue;
		}
		// A family that the profile accepts for the role is as good as the first.
		const font = template.roles[role]?.font;
		const { accept, tolerate } = font === undefined ? { accept: [], tolerate: [] } : template.fonts[font.value];
		if ([...accept, ...tolerate].some((family) => sameFamily(family, used))) continue;
		if (!name) {
			lent.push(standIn);
			continue;
		}
		const message = inName(character, wanted, used);
		findings.push({ ...placeOf(block, character), message, expected: wanted, actual: used });
	}
	const [first] = lent;
	if (first !== undefined) {
		// In running text nobody sees it but the proofreader: told once for all characters.
		const characters = lent.map(({ codePoint }) => String.fromCodePoint(codePoint));
		const place = placeOf(first.block, characters[0] ?? '');
		findings.push({ ...place, message: inText(characters, first.wanted, first.used ?? ''), severity: 'info' });
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'layout',
	meta: {
		id: 'font-missing-glyph',
		number: 34,
		group: 'font',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: { level: 'national-standard', doc: 'GB 18030-2022', clause: '' },
		needsFormat: true,
	},
	check,
};
