import type { RunFormat, RunFormatChange } from '@bianxu/model';
import type { WantedChild } from './element-edit.ts';

/** Children of w:rPr that a format change asks for. `current`: effective format, which says whether shading is in the way. */
export function wantedRunProperties(change: RunFormatChange, current: RunFormat | null): readonly WantedChild[] {
	const wanted: WantedChild[] = [];
	const fonts: Record<string, string | null> = {};
	// A theme attribute left in the element would beat the name beside it (17.3.2.26).
	if (change.latin !== undefined) {
		Object.assign(fonts, { ascii: change.latin, hAnsi: change.latin, asciiTheme: null, hAnsiTheme: null });
	}
	if (change.eastAsia !== undefined) Object.assign(fonts, { eastAsia: change.eastAsia, eastAsiaTheme: null });
	if (change.ambiguous !== undefined) fonts['hint'] = change.ambiguous === 'eastAsia' ? 'eastAsia' : 'default';
	if (Object.keys(fonts).length > 0) wanted.push({ name: 'rFonts', values: fonts, merge: true });
	const flag = (name: string, value: boolean): void => {
		wanted.push({ name, values: value ? {} : { val: '0' } });
	};
	if (change.bold !== undefined) {
		flag('b', change.bold);
		flag('bCs', change.bold);
	}
	if (change.italic !== undefined) {
		flag('i', change.italic);
		flag('iCs', change.italic);
	}
	const value = (name: string, val: string): void => {
		wanted.push({ name, values: { val } });
	};
	if (change.color !== undefined) value('color', change.color);
	if (change.letterSpacing !== undefined) value('spacing', String(Math.round(change.letterSpacing)));
	if (change.scale !== undefined) value('w', String(Math.round(change.scale)));
	if (change.size !== undefined) {
		value('sz', String(Math.round(change.size * 2)));
		value('szCs', String(Math.round(change.size * 2)));
	}
	if (change.highlight !== undefined) {
		value('highlight', change.highlight);
		// Shading shows as a highlight too, and a style may give it: only a direct w:shd that draws nothing ends it.
		if (current !== null && /^[0-9A-F]{6}$/.test(current.highlight)) {
			wanted.push({ name: 'shd', values: { val: 'clear', color: 'auto', fill: 'auto' } });
		}
	}
	if (change.underline !== undefined) value('u', change.underline);
	return wanted;
}
