export { type Layer, type LayerValues, readLayer, type SalutationForm } from './layer.ts';
export {
	defaultProfile,
	profileNames,
	resolveTemplate,
	type TemplateOptions,
	templateNames,
} from './resolve-template.ts';
