/** What packet rules read of one paper: its file mark, and the session that its front block names. */

import {
	type Manifest,
	type ManifestItem,
	type ManifestMaterial,
	type PacketMember,
	type Paragraph,
	type Role,
} from '@bianxu/model';
import { type FileMark, parseFileMark, scanSessions, type SessionMention } from '@bianxu/numbering';
import { normalised } from '../text/passages.ts';
import { linesOf, statesAdoption } from './front.ts';

/** A material of the manifest with its item; withdrawn items and materials are no part of the session. */
export interface Listed {
	readonly item: ManifestItem;
	readonly material: ManifestMaterial;
	readonly order: number;
}

/** Materials that stand on the agenda, in its order. */
export function listedMaterials(manifest: Manifest): readonly Listed[] {
	return manifest.items
		.filter(({ withdrawn, movedTo }) => withdrawn === null && movedTo === null)
		.flatMap((item) => item.materials.map((material) => ({ item, material })))
		.filter(({ material }) => material.state !== 'withdrawn')
		.map((listed, order) => ({ ...listed, order }));
}

/** The material that a member is, by its id. */
export function listedOf(manifest: Manifest, member: PacketMember): Listed | undefined {
	return listedMaterials(manifest).find(({ material }) => material.id === member.id);
}

export interface MarkSpot {
	readonly mark: FileMark;
	readonly line: Paragraph;
}

/** The file mark of a paper; null when no line that plays the role bears a number. */
export function markOf(member: PacketMember, form: string): MarkSpot | null {
	for (const line of linesOf(member, 'file-mark')) {
		const mark = parseFileMark(line.text, form);
		if (mark !== null) return { mark, line };
	}
	return null;
}

/** A text put together from lines without blanks; `at` gives the block and offset of each of its characters. */
export interface Joined {
	readonly text: string;
	readonly at: readonly { readonly block: number; readonly offset: number }[];
}

/** The lines that play a role as one text, so that a name broken over two lines is read whole. */
export function joinedLines(member: PacketMember, role: Role): Joined {
	const at: { readonly block: number; readonly offset: number }[] = [];
	let text = '';
	for (const line of linesOf(member, role)) {
		for (let offset = 0; offset < line.text.length; offset++) {
			const character = line.text.charAt(offset);
			if (/\s/.test(character)) continue;
			text += character;
			at.push({ block: line.block, offset });
		}
	}
	return { text, at };
}

/** Place of a stretch of joined text; a stretch over two lines is cut at the end of the first. */
export function placeOf(
	joined: Joined,
	start: number,
	end: number,
): { readonly block: number; readonly start: number; readonly end: number } | null {
	const first = joined.at[start];
	if (first === undefined) return null;
	let last = start;
	while (last + 1 < end && joined.at[last + 1]?.block === first.block) last += 1;
	return { block: first.block, start: first.offset, end: (joined.at[last]?.offset ?? first.offset) + 1 };
}

export interface NamedSession {
	readonly joined: Joined;
	readonly mention: SessionMention;
	readonly role: Role;
}

/** Titles that begin with the session they belong to; other titles may speak of an earlier session. */
const sessionTitle = /(?:议程|日程|程序|主持词|主持稿|须知|名单|注意事项)(?:（[^（）]*）)?$/;

/**
 * Sessions by which a paper says to which meeting it goes: in the file mark, in the caption of a delivered paper, at the
 * head of the title of an agenda and the like. Meetings of the chairpersons and of the congress are other meetings.
 */
export function ownSessions(member: PacketMember): readonly NamedSession[] {
	const roles: readonly Role[] = ['file-mark', 'title', 'caption'];
	return roles.flatMap((role) => {
		const joined = joinedLines(member, role);
		if (role === 'caption' && statesAdoption(joined.text)) return [];
		const first = scanSessions(joined.text)[0];
		if (
			first === undefined ||
			first.kind !== 'meeting' ||
			first.organ !== 'standing-committee' ||
			first.meeting === null
		) {
			return [];
		}
		if (role === 'title' && (first.start > 0 || !sessionTitle.test(normalised(joined.text)))) return [];
		return [{ joined, mention: first, role }];
	});
}
