import { resolveTemplate } from '@bianxu/config';
import type { TemplateId } from '@bianxu/model';
import { type Annotation, annotateDocx, readDocx } from '@bianxu/parser';
import type { Session } from './session.ts';
import { type Options, settingsFor, templateOptions } from './settings.ts';

/** A reference text to be written: its type and format, and the place that settings are looked up from. */
export interface NewRequest {
	readonly template: TemplateId;
	readonly format: 'docx' | 'md';
	readonly path: string;
	readonly options: Options;
}

/** Bytes of a reference text (参考文本) that lints clean, with guidance as comments that are to be deleted. */
export async function newFile(session: Session, request: NewRequest): Promise<Uint8Array> {
	const settings = await settingsFor(session, request.path, request.options);
	const template = resolveTemplate(request.template, templateOptions(settings));
	const { guidanceOf, newDocument } = await import('@bianxu/writer');
	const { inflateRaw, deflateRaw } = session.world;
	const asked = { template, format: request.format, date: settings.date };
	const bytes = await newDocument(asked, { inflateRaw, deflateRaw });
	return request.format === 'md' ? bytes : withComments(session, bytes, guidanceOf(asked), settings.date);
}

/** The guidance as Word comments, each at the next paragraph with its text. */
function withComments(
	session: Session,
	bytes: Uint8Array,
	guidance: ReturnType<typeof import('@bianxu/writer').guidanceOf>,
	date: string,
): Uint8Array {
	const { deflateRaw } = session.world;
	const read = readDocx(bytes, session.world);
	if (read.refusal !== undefined) throw new Error(`the reference text does not read back: ${read.refusal.code}`);
	let from = 0;
	const notes = guidance.flatMap(({ paragraph, comment }): Annotation[] => {
		const found = read.doc.paragraphs.find(({ block, text }) => block >= from && text === paragraph);
		if (found === undefined) return [];
		from = found.block;
		return [{ block: found.block, start: 0, end: found.text.length, text: comment }];
	});
	return annotateDocx(read.doc, read.source, notes, { author: '编序', date: `${date}T00:00:00Z` }).write({
		deflateRaw,
	});
}
