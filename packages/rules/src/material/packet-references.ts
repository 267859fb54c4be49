/** References from one paper of a packet to others: what they name, and which numbers and titles there are. */

import type { Manifest, PacketContext, PacketMember } from '@bianxu/model';
import { labelOf, type Mention, mentionsOf, nounOfForm, type NumberSpan } from '@bianxu/numbering';
import { listedMaterials, markOf } from './packet.ts';

/** A mention with its paragraph. */
export interface PlacedMention {
	readonly block: number;
	readonly text: string;
	readonly mention: Mention;
}

/** Mentions of this packet in a paper: no quotations, no other sessions, no numerals that can be read in two ways. */
export function ownMentions(member: PacketMember, manifest: Manifest): readonly PlacedMention[] {
	const noun = nounOfForm(manifest.numbering.form);
	const nouns = noun === null ? [] : [noun];
	return member.doc.paragraphs.flatMap((paragraph): PlacedMention[] => {
		const role = member.outline.claims[paragraph.block]?.role;
		if (role === 'file-mark' || role === 'toc' || paragraph.headerFooter !== null) return [];
		return mentionsOf(paragraph, { nouns }).flatMap((mention): PlacedMention[] => {
			if (mention.protection !== null || mention.doubt !== null) return [];
			const { session } = mention;
			if (session !== null && (session.kind !== 'meeting' || session.meeting?.value !== manifest.session.meeting))
				return [];
			return [{ block: paragraph.block, text: paragraph.text, mention }];
		});
	});
}

/** Every number that a mention writes, ends of ranges included. */
export function numbersOf(mention: Mention): readonly NumberSpan[] {
	return mention.terms.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
}

/** Numbers that the papers bear, and whether every listed paper bears one. */
export interface BorneNumbers {
	readonly byLabel: ReadonlyMap<string, PacketMember>;
	readonly whole: boolean;
	/** Whether numbers must run from 1 without gaps: a continuous series of which nothing is printed yet. */
	readonly running: boolean;
	/** How many materials the agenda lists. */
	readonly listed: number;
}

/** Reads the numbers off the file marks: that is what a reader finds, whatever the manifest will make of them. */
export function borneNumbers({ manifest, members }: PacketContext): BorneNumbers {
	const byLabel = new Map<string, PacketMember>();
	const byId = new Map(members.map((member) => [member.id, member]));
	const listed = listedMaterials(manifest);
	let whole = true;
	for (const { material } of listed) {
		const member = byId.get(material.id);
		const spot = member === undefined ? null : markOf(member, manifest.numbering.form);
		if (member === undefined || spot === null) whole = false;
		else byLabel.set(spot.mark.label, member);
	}
	const settled = listed.some(({ material }) => material.state !== 'draft' && material.state !== 'numbered');
	return {
		byLabel,
		whole,
		running: manifest.numbering.scheme === 'continuous' && !settled,
		listed: listed.length,
	};
}

/** The label that a number in a text stands for. */
export function labelOfSpan(span: NumberSpan, mention: Mention): string {
	return labelOf({ series: mention.series, parts: span.parts });
}

/** A title as compared: no blanks, brackets and quotation marks, no 草案. */
export function plainTitle(title: string): string {
	return title.replace(/[\s《》〈〉“”‘’"'「」（）()、，,。：:]/gu, '').replace(/草案/gu, '');
}
