import { notWellFormed } from './xml-error.ts';

/** True for a code point that XML 1.0 allows in a document (production 2). */
export function isXmlCharacter(code: number): boolean {
	return (
		(code >= 0x20 && code <= 0xd7ff) ||
		code === 9 ||
		code === 10 ||
		code === 13 ||
		(code >= 0xe000 && code <= 0xfffd) ||
		(code >= 0x10000 && code <= 0x10ffff)
	);
}

/** True for XML white space (production 3). */
export function isXmlSpace(unit: number): boolean {
	return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

/** A reference at `at` (`&…;`): its code point and the offset after it. Stops the scan when it is not a valid one. */
export function readReference(text: string, at: number): { readonly code: number; readonly end: number } {
	const end = referenceEnd(text, at);
	const body = text.slice(at + 1, end - 1);
	const named = predefined.get(body);
	if (named !== undefined) return { code: named, end };
	if (!/^#(?:[0-9]{1,8}|x[0-9A-Fa-f]{1,8})$/.test(body)) {
		// Without a document type no other entity can be declared, and document types are refused.
		notWellFormed(at, '引用了未声明的实体', 'reference to an entity that is not declared');
	}
	const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
	if (!isXmlCharacter(code)) notWellFormed(at, '引用了 XML 不允许的字符', 'reference to a character that XML forbids');
	return { code, end };
}

const predefined: ReadonlyMap<string, number> = new Map([
	['amp', 38],
	['lt', 60],
	['gt', 62],
	['quot', 34],
	['apos', 39],
]);

// A valid reference has at most 11 units (leading zeros aside); looking further would make `&&&&…` quadratic.
function referenceEnd(text: string, at: number): number {
	for (let i = at + 1; i < at + 16 && i < text.length; i++) if (text.charCodeAt(i) === 59) return i + 1;
	return notWellFormed(at, '“&”没有写成引用', '"&" that begins no reference');
}

/**
 * Checks one unit at or above U+D800 at `at`: lone surrogates, U+FFFE and U+FFFF stop the scan.
 * @returns the number of units the character takes.
 */
export function checkHighUnit(text: string, at: number, unit: number): number {
	if (unit < 0xe000) {
		const next = text.charCodeAt(at + 1);
		if (unit >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) notWellFormed(at, '半个代理对', 'lone surrogate');
		return 2;
	}
	if (unit >= 0xfffe) notWellFormed(at, 'XML 不允许的字符', 'a character that XML forbids');
	return 1;
}
