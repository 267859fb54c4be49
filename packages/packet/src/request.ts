/** What a plan is made from. Everything is data: the engine reads the files. */

import type { Bilingual, Lock, Manifest, Outline, Paragraph, RoleClaim, Run, SourceSpan } from '@bianxu/model';
import type { Mention } from '@bianxu/numbering';

/** What a plan reads of a paragraph: any Paragraph is one. */
export interface PaperParagraph extends Pick<Paragraph, 'block' | 'where' | 'text' | 'headerFooter' | 'breaks'> {
	readonly spans: readonly Pick<SourceSpan, 'start' | 'end' | 'editable'>[];
	readonly runs: readonly Pick<Run, 'start' | 'end' | 'revision' | 'field'>[];
}

/** A mention and the block that it stands in. */
export interface PlacedMention {
	readonly block: number;
	readonly mention: Mention;
}

/** What a plan reads of a paper's text and parts: any Doc with its Outline is one. `paragraphs[i].block === i`. */
export interface PaperReading {
	readonly doc: { readonly paragraphs: readonly PaperParagraph[] };
	/** What the packet judges in it, where that is known; else it is looked for. */
	readonly mentions?: readonly PlacedMention[];
	readonly outline: Pick<Outline, 'title'> & {
		/** As many as there are paragraphs. */
		readonly claims: readonly Pick<RoleClaim, 'block' | 'role' | 'runInEnd'>[];
		readonly listedAttachments: readonly Pick<Outline['listedAttachments'][number], 'number'>[];
		readonly presentAttachments: readonly Pick<Outline['presentAttachments'][number], 'number'>[];
	};
}

/** One paper of the packet as read: a material or an unnumbered one. */
export interface PacketPaper extends PaperReading {
	readonly id: string;
	/** Path relative to the packet folder, as in the manifest. */
	readonly path: string;
	/** Content hash of the file. */
	readonly sha256: string;
}

/** A paper of the manifest that could not be read, with the reason. */
export interface UnreadPaper {
	readonly id: string;
	readonly path: string;
	readonly reason: Bilingual;
}

/** A sign-off for one place: `--accept ID@BLOCK:START[=TEXT] --by NAME`. Without a text the plan's proposal is written. */
export interface Accept {
	readonly id: string;
	readonly block: number;
	readonly start: number;
	readonly text: string | null;
	readonly by: string;
}

export interface PlanRequest {
	readonly manifest: Manifest;
	/** What the tool recorded at the last apply; null before the first. */
	readonly lock: Lock | null;
	/** Papers that could be read. Those of withdrawn items may be absent. */
	readonly papers: readonly PacketPaper[];
	readonly unread: readonly UnreadPaper[];
	readonly accepts: readonly Accept[];
	/** Content hash of every input by path relative to the packet folder. */
	readonly inputs: Readonly<Record<string, string>>;
}

/** Reads ID@BLOCK:START[=TEXT]; null when it is not of that shape. The id may not hold '@'. */
export function parseAccept(text: string, by: string): Accept | null {
	const match = /^([^@]{1,64})@(\d{1,9}):(\d{1,9})(?:=([^\n]*))?$/u.exec(text);
	if (match === null) return null;
	return { id: match[1] ?? '', block: Number(match[2]), start: Number(match[3]), text: match[4] ?? null, by };
}
