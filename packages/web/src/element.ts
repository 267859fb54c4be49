/**
 * An element with a class and children. Strings become text nodes, never markup: what a document says cannot become
 * part of the page. Null children are left out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	className: string,
	...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	if (className !== '') made.className = className;
	for (const child of children) if (child !== null) made.append(child);
	return made;
}

/** The element of the page with this id and kind. Throws when the page and its script do not belong together. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
	const found = document.getElementById(id);
	if (!(found instanceof kind)) throw new Error(`page has no #${id}`);
	return found;
}
