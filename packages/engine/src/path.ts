// Paths inside the engine use '/', also on Windows, where Node accepts it as well. Nothing here touches a disk.

/** Folder part of a path; '.' when there is none, '/' for the root. */
export function directoryOf(path: string): string {
	const at = path.lastIndexOf('/');
	if (at < 0) return '.';
	return at === 0 ? '/' : path.slice(0, at);
}

/** Last part of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** Extension in lower case with its dot, '' when there is none. */
export function extensionOf(path: string): string {
	const name = nameOf(path);
	const at = name.lastIndexOf('.');
	return at <= 0 ? '' : name.slice(at).toLowerCase();
}

/** Joins a folder and a relative path; '.' as folder leaves the path alone. */
export function joinPath(folder: string, path: string): string {
	if (folder === '.' || folder === '') return path;
	return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** The folder and every folder above it, nearest first. A relative path ends at '.'; callers pass absolute ones. */
export function ancestorsOf(folder: string): readonly string[] {
	const found: string[] = [];
	let at = folder;
	for (;;) {
		found.push(at);
		const up = directoryOf(at);
		if (up === at || at === '.') return found;
		at = up;
	}
}

/** `path` relative to `folder` when it lies inside, else null. */
export function relativeTo(folder: string, path: string): string | null {
	const prefix = folder.endsWith('/') ? folder : `${folder}/`;
	return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}
