/** Fixed layout of the lock file: one entry a line. */

/** A value in YAML's flow style; JSON scalars are YAML scalars. */
export function flow(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		const word = (key: string): string => (/^[A-Za-z]\w*$/.test(key) ? key : JSON.stringify(key));
		const pairs = Object.entries(value).flatMap(([key, each]) =>
			each === undefined ? [] : [`${word(key)}: ${flow(each)}`],
		);
		return `{ ${pairs.join(', ')} }`;
	}
	return JSON.stringify(value);
}

/** A key with one line per value; [] when there are none. */
export function block(key: string, values: readonly unknown[], indent = ''): string {
	if (values.length === 0) return `${indent}${key}: []\n`;
	return `${indent}${key}:\n${values.map((value) => `${indent}  - ${flow(value)}\n`).join('')}`;
}
