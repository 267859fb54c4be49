import type { FontRole } from '@bianxu/model';
import type { Face } from '../src/face.ts';
import { FONT_ROLES, type FontSet, type RoleFace } from '../src/fonts.ts';

/** Advances of a face drawn like the fonts of the standard: Han an em, digits half, letters a little more. */
function advanceOf(codePoint: number, missing: ReadonlySet<string>): number {
	if (missing.has(String.fromCodePoint(codePoint))) return -1;
	if (codePoint < 0x20) return -1;
	if (codePoint < 0x3000 && codePoint >= 0x2010) return 1000;
	if (codePoint === 0xb7) return 1000;
	if (codePoint < 0x2000)
		return codePoint === 0x2e || codePoint === 0x2c ? 250 : codePoint >= 0x41 && codePoint <= 0x5a ? 700 : 500;
	return 1000;
}

/** A face without outlines, for tests of layout: it cannot be embedded. */
export function plainFace(name: string, missing = ''): Face {
	const lacks = new Set(missing);
	return {
		name,
		family: name,
		path: `${name}.ttf`,
		origin: 'office',
		cff: false,
		bounds: [0, -120, 1000, 880],
		advanceOf: (codePoint) => advanceOf(codePoint, lacks),
		subset: () => {
			throw new Error('a plain face has no outlines');
		},
	};
}

const NAMES: Readonly<Record<Exclude<FontRole, 'latin'>, string>> = {
	xiaobiaosong: '小标宋',
	fangsong: '仿宋',
	kaiti: '楷体',
	heiti: '黑体',
	songti: '宋体',
};

/** A font set whose faces are named after their roles; `missing` are characters that 仿宋 lacks. */
export function plainFonts(missing = ''): FontSet {
	const faces = new Map(
		Object.entries(NAMES).map(([role, name]) => [role, plainFace(name, role === 'fangsong' ? missing : '')]),
	);
	const roles = Object.fromEntries(
		FONT_ROLES.map((role): [FontRole, RoleFace] => [
			role,
			{ role, wanted: role, face: faces.get(role) ?? null, substitute: false },
		]),
	) as unknown as FontSet['roles'];
	return {
		roles,
		faces: new Map([...faces.values()].map((face) => [face.name, face])),
		fallback: [...faces.values()].filter((face) => face.name === '宋体'),
	};
}
