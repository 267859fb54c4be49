export {
	type KnownRules,
	type Layer,
	type LayerValues,
	parentOfLayer,
	readLayer,
	type SalutationForm,
} from './layer.ts';
export { writeManifest } from './manifest-text.ts';
export { readLock, writeLock } from './lock.ts';
export { faultKinds, faultSteps } from './lock-paper.ts';
export { checkSeal, sealLock } from './lock-seal.ts';
export { readManifest } from './manifest.ts';
export { type ProjectConfig, readConfig } from './project-config.ts';
export {
	defaultProfile,
	inheritedSources,
	loweredByLaw,
	profileChain,
	profileNames,
	resolveTemplate,
	type TemplateOptions,
	templateNames,
} from './resolve-template.ts';
export { nearest as nearestWord } from './shape.ts';
export { type Observation, profileText } from './learned-profile.ts';
export { type ShownValue, shownValues } from './show-values.ts';
export { configSchema, profileSchema, type SchemaRule } from './json-schema.ts';
export { type BaselineEntry, readBaseline, readSidecar, type SidecarEntry, writeBaseline } from './let-pass.ts';
