import { knownPrefix } from './namespaces.ts';
import { inPart, isRefusal, isUntouched, type OpcPackage, scanPart } from './package.ts';
import { overBudget, printable, refusal, type Refusal } from './refusal.ts';
import { attr, children, elementName } from './xml-access.ts';

/** One relationship of a part (ECMA-376 Part 2, 9.3). */
export interface Relationship {
	readonly id: string;
	/**
	 * Last segments of the type URI under its namespace: `officeDocument`, `styles`, `image` … for both Transitional and
	 * Strict; the whole URI for types outside the office namespaces.
	 */
	readonly type: string;
	/** Part name for internal targets, null for external ones and for targets that leave the package. */
	readonly part: string | null;
	/** The target as written. Never fetched. */
	readonly target: string;
	readonly external: boolean;
}

/** What was read of each package so far; a package never changes. */
const known = new WeakMap<OpcPackage, Map<string, readonly Relationship[] | Refusal>>();

/** The relationships of a part (`/` for those of the package); [] when it has no relationship part. */
export function relationshipsOf(pkg: OpcPackage, part: string): readonly Relationship[] | Refusal {
	let byPart = known.get(pkg);
	if (byPart === undefined) {
		byPart = new Map();
		known.set(pkg, byPart);
	}
	let relationships = byPart.get(part);
	if (relationships === undefined) {
		relationships = readRelationships(pkg, part);
		byPart.set(part, relationships);
	}
	return relationships;
}

function readRelationships(pkg: OpcPackage, part: string): readonly Relationship[] | Refusal {
	const relsPart = relationshipPartOf(part);
	if (!pkg.entries.has(relsPart)) return [];
	const { before } = pkg;
	// A rewriting takes no part away: with as many as before, targets lead where they led.
	if (before !== undefined && before.entries.size === pkg.entries.size && isUntouched(pkg, relsPart))
		return relationshipsOf(before, part);
	const xml = scanPart(pkg, relsPart);
	if (isRefusal(xml)) return xml;
	if (elementName(xml, 0) !== 'pr:Relationships') {
		return inPart(relsPart, refusal('rels-root', '不是关系部件', 'not a relationship part'));
	}
	if (xml.count - 1 > pkg.budgets.relationships) {
		return overBudget('relationships', pkg.budgets, xml.count - 1, relsPart);
	}
	return children(xml, 0, 'pr:Relationship').map((element) => {
		const target = attr(xml, element, 'Target') ?? '';
		const external = attr(xml, element, 'TargetMode') === 'External';
		return {
			id: attr(xml, element, 'Id') ?? '',
			type: shortType(attr(xml, element, 'Type') ?? ''),
			part: external ? null : resolveTarget(part, target, pkg),
			target,
			external,
		};
	});
}

/** The part that holds the relationships of a part: `/word/_rels/document.xml.rels`; `/_rels/.rels` for `/`. */
export function relationshipPartOf(part: string): string {
	const slash = part.lastIndexOf('/');
	return `${part.slice(0, slash)}/_rels/${part.slice(slash + 1)}.rels`;
}

const typePrefixes: readonly string[] = [
	'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
	'http://purl.oclc.org/ooxml/officeDocument/relationships/',
	'http://schemas.openxmlformats.org/package/2006/relationships/',
];

function shortType(type: string): string {
	const prefix = typePrefixes.find((start) => type.startsWith(start));
	return prefix === undefined ? type : type.slice(prefix.length);
}

/**
 * Part name of an internal target, resolved against the source part's folder; null when it leaves the package. Case
 * follows the archive where only the case differs (OPC compares names without it).
 */
function resolveTarget(source: string, target: string, pkg: OpcPackage): string | null {
	// Some producers write the separator of their system.
	let path = (target.split('#', 1)[0] ?? '').replaceAll('\\', '/');
	if (path.includes('%')) {
		try {
			path = decodeURIComponent(path);
		} catch {
			// A stray % is kept as it is: the part is then simply not found.
		}
	}
	if (path === '' || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path) || path.startsWith('//')) return null;
	const segments = path.startsWith('/') ? [] : source.split('/').slice(1, -1);
	for (const segment of path.split('/')) {
		if (segment === '' || segment === '.') continue;
		if (segment === '..') {
			if (segments.pop() === undefined) return null;
		} else segments.push(segment);
	}
	const part = `/${segments.join('/')}`;
	if (pkg.entries.has(part)) return part;
	const folded = part.toLowerCase();
	for (const name of pkg.entries.keys()) if (name.toLowerCase() === folded) return name;
	return part;
}

/** Content types of the parts (`[Content_Types].xml`): overrides by part name, defaults by extension. */
export interface ContentTypes {
	readonly overrides: ReadonlyMap<string, string>;
	readonly defaults: ReadonlyMap<string, string>;
}

const CONTENT_TYPES = '/[Content_Types].xml';

/** Reads `[Content_Types].xml`, without which a zip is no package. */
export function contentTypesOf(pkg: OpcPackage): ContentTypes | Refusal {
	const name = [...pkg.entries.keys()].find((part) => part.toLowerCase() === CONTENT_TYPES.toLowerCase());
	if (name === undefined) {
		return refusal(
			'no-content-types',
			'不是 Word 文档：压缩包内没有 [Content_Types].xml',
			'not a Word document: the archive has no [Content_Types].xml',
		);
	}
	const xml = scanPart(pkg, name);
	if (isRefusal(xml)) return xml;
	const overrides = new Map<string, string>();
	const defaults = new Map<string, string>();
	for (const element of children(xml, 0)) {
		const type = attr(xml, element, 'ContentType') ?? '';
		const kind = elementName(xml, element);
		if (kind === 'ct:Override') overrides.set((attr(xml, element, 'PartName') ?? '').toLowerCase(), type);
		if (kind === 'ct:Default') defaults.set((attr(xml, element, 'Extension') ?? '').toLowerCase(), type);
	}
	return { overrides, defaults };
}

/** Content type of a part, '' when none is given. */
export function contentTypeOf(types: ContentTypes, part: string): string {
	const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
	return types.overrides.get(part.toLowerCase()) ?? types.defaults.get(extension) ?? '';
}

/**
 * Finds the main part through the package's `officeDocument` relationship (Part 1, 11.3.10), whatever it is called.
 * Refused: no content types, no such relationship, a target outside the package, external or missing.
 */
export function mainPartOf(pkg: OpcPackage): string | Refusal {
	const types = contentTypesOf(pkg);
	if (isRefusal(types)) return types;
	const relationships = relationshipsOf(pkg, '/');
	if (isRefusal(relationships)) return relationships;
	const main = relationships.find((relationship) => relationship.type === 'officeDocument');
	if (main === undefined) {
		return refusal(
			'no-main-part',
			'不是 Word 文档：_rels/.rels 没有指向正文部件',
			'not a Word document: _rels/.rels points to no main part',
		);
	}
	if (main.part === null) {
		return refusal(
			'main-part-outside',
			`正文部件指向文档之外：“${printable(main.target)}”，不会读取`,
			`the main part lies outside the package: "${printable(main.target)}"; it is not read`,
		);
	}
	if (!pkg.entries.has(main.part)) {
		return refusal(
			'main-part-missing',
			`正文部件不存在：“${printable(main.part)}”`,
			`the main part "${printable(main.part)}" does not exist`,
		);
	}
	return main.part;
}

/** True for a namespace URI that the reader understands (for `mc:Choice Requires`). */
export function isUnderstoodNamespace(uri: string): boolean {
	return knownPrefix(uri) !== undefined;
}
