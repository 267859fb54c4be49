import { resolveTemplate } from '@bianxu/config';
import type { TemplateId } from '@bianxu/model';
import type { Session } from './session.ts';
import { type Options, settingsFor, templateOptions } from './settings.ts';

/** A reference text to be written: its type and format, and the place that settings are looked up from. */
export interface NewRequest {
	readonly template: TemplateId;
	readonly format: 'docx' | 'md';
	readonly path: string;
	readonly options: Options;
}

/** Bytes of a reference text (参考文本) that lints clean. */
export async function newFile(session: Session, request: NewRequest): Promise<Uint8Array> {
	const settings = await settingsFor(session, request.path, request.options);
	const template = resolveTemplate(request.template, templateOptions(settings));
	const { newDocument } = await import('@bianxu/writer');
	const { inflateRaw, deflateRaw } = session.world;
	return newDocument({ template, format: request.format, date: settings.date }, { inflateRaw, deflateRaw });
}
