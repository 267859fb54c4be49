/** packet.yaml as a person would write it, for `packet init` and `packet carry`; nothing here rewrites a file of theirs. */

import type { Manifest, ManifestItem, ManifestMaterial, SessionFacts } from '@bianxu/model';

/** A scalar in YAML: bare where no reader could take it for anything else, quoted otherwise. */
function scalar(value: string | number | boolean): string {
	if (typeof value !== 'string') return String(value);
	const bare = /^[\p{Script=Han}A-Za-z（《][\p{Script=Han}\w（）《》〈〉、，。；：“”—./-]*$/u.test(value);
	const special = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i.test(value);
	return bare && !special ? value : JSON.stringify(value);
}

function pairs(entries: readonly (readonly [string, string | number | boolean | null | undefined])[]): string {
	return entries
		.flatMap(([key, value]) =>
			value === null || value === undefined || value === '' ? [] : [`${key}: ${scalar(value)}`],
		)
		.join(', ');
}

function sessionText({ place, level, organ, term, meeting, days, venue, attendees }: SessionFacts): string {
	const facts = pairs([
		['place', place],
		['level', level],
		['organ', organ],
		['term', term],
		['meeting', meeting],
	]);
	const posts = Object.entries(attendees ?? {}).map(([post, name]) => `${JSON.stringify(post)}: ${scalar(name)}`);
	return [
		`${facts}, days: [${days.join(', ')}]`,
		venue === undefined ? '' : `venue: ${scalar(venue)}`,
		posts.length === 0 ? '' : `attendees: { ${posts.join(', ')} }`,
	]
		.filter((part) => part !== '')
		.join(', ');
}

function materialText(material: ManifestMaterial): string {
	const { id, file, title, kind, department, person, state, copies, binding, series } = material;
	const { of, supplements, replaces } = material;
	return `      - { ${pairs([
		['id', id],
		['file', file],
		['title', title],
		['kind', kind],
		['department', department],
		['person', person],
		['state', state === 'draft' ? null : state],
		['copies', copies],
		['binding', binding === 'loose' ? null : binding],
		['of', of],
		['series', series === 'main' ? null : series],
		['supplements', supplements],
		['replaces', replaces],
	])} }\n`;
}

function itemText({ id, title, day, withdrawn, movedTo, public: open, materials }: ManifestItem): string {
	const lines = [`  - id: ${scalar(id)}\n`];
	if (title !== '') lines.push(`    title: ${scalar(title)}\n`);
	if (day !== null) lines.push(`    day: ${day}\n`);
	if (withdrawn !== null) lines.push(`    withdrawn: ${scalar(withdrawn)}\n`);
	if (movedTo !== null) lines.push(`    movedTo: ${scalar(movedTo)}\n`);
	if (open === false) lines.push('    public: false\n');
	lines.push(materials.length === 0 ? '    materials: []\n' : '    materials:\n', ...materials.map(materialText));
	return lines.join('');
}

/** Text of a manifest; `readManifest` gives back the same, the schedule apart. `remarks` are lines of comment at its head. */
export function writeManifest(manifest: Manifest, remarks: readonly string[] = []): string {
	const { session, profile, numbering, items, unnumbered } = manifest;
	const papers = unnumbered.map(
		({ id, file, kind }) =>
			`  - { ${pairs([
				['id', id],
				['file', file],
				['kind', kind],
			])} }\n`,
	);
	return [
		...remarks.map((line) => `# ${line.replace(/\s+/g, ' ')}\n`),
		`session: { ${sessionText(session)} }\n`,
		`profile: ${scalar(profile)}\n`,
		`numbering: { scheme: ${numbering.scheme}, form: ${JSON.stringify(numbering.form)}, freezeAt: ${numbering.freezeAt}, pages: ${numbering.pages} }\n`,
		items.length === 0 ? 'items: []\n' : 'items:\n',
		...items.map(itemText),
		papers.length === 0 ? 'unnumbered: []\n' : 'unnumbered:\n',
		...papers,
	].join('');
}
