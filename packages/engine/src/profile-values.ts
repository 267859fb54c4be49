import { type ShownValue, shownValues } from '@bianxu/config';
import type { TemplateId } from '@bianxu/model';
import { rules } from '@bianxu/rules';
import { joinPath } from './path.ts';
import type { Session } from './session.ts';
import { type Options, settingsFor, templateOptions } from './settings.ts';

/** What holds for one type of material in a folder, each value with its origin. */
export interface ProfileValues {
	readonly profile: string;
	readonly template: TemplateId;
	readonly level: string;
	readonly mode: string;
	readonly values: readonly ShownValue[];
}

/** Values that hold for files of a folder: base, type, profile, bianxu.yaml, and the rules' own defaults (origin `rule`). */
export async function profileValues(session: Session, options: Options, folder: string): Promise<ProfileValues> {
	const settings = await settingsFor(session, joinPath(folder, '.'), options);
	const template = settings.template === 'auto' ? 'base' : settings.template;
	const values = shownValues(template, templateOptions(settings));
	const stated = new Set(values.map(({ key }) => key));
	const own = rules
		.filter(({ meta }) => meta.templates === undefined || meta.templates.includes(template))
		.flatMap(({ meta, params }): ShownValue[] => [
			{ key: `rules.${meta.id}.severity`, value: meta.severity, source: meta.source, origin: 'rule' },
			...Object.entries(params ?? {}).map(([name, value]) => ({
				key: `rules.${meta.id}.params.${name}`,
				value,
				source: meta.source,
				origin: 'rule',
			})),
		])
		.filter(({ key }) => !stated.has(key));
	return {
		profile: settings.profile,
		template,
		level: settings.level,
		mode: settings.mode,
		values: [...values, ...own],
	};
}
