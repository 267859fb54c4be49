/** A text as a YAML scalar that may stand in a flow collection: quoted as JSON where it could be taken for anything else. */
export function quoted(text: string): string {
	const plain = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9_.（）-]*$/u.test(text);
	return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
		? text
		: JSON.stringify(text).replaceAll(
				/[\u0085\u2028\u2029]/g,
				(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
			);
}
