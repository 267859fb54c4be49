/** JSON Schemas in rules/schema: what editors complete and check profiles and bianxu.yaml by. */
import { configSchema, profileSchema, type SchemaRule } from '../packages/config/src/index.ts';
import { rules } from '../packages/rules/src/index.ts';

/** Every schema with its path from the repository root. */
export function schemas(): readonly { readonly path: string; readonly text: string }[] {
	const known: readonly SchemaRule[] = rules.map(({ meta, params }) => ({
		id: meta.id,
		title: meta.title,
		params: params ?? {},
	}));
	const text = (schema: unknown): string => `${JSON.stringify(schema, null, '\t')}\n`;
	return [
		{ path: 'rules/schema/profile.schema.json', text: text(profileSchema(known)) },
		{ path: 'rules/schema/bianxu.schema.json', text: text(configSchema(known)) },
	];
}
