export { type Layer, type LayerValues, readLayer, type SalutationForm } from './layer.ts';
export { readLock, writeLock } from './lock.ts';
export { readManifest } from './manifest.ts';
export { type ProjectConfig, readConfig } from './project-config.ts';
export {
	defaultProfile,
	profileNames,
	resolveTemplate,
	type TemplateOptions,
	templateNames,
} from './resolve-template.ts';
