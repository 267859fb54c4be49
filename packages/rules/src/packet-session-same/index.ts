import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { formatNumber } from '@bianxu/numbering';
import { type NamedSession, ownSessions, placeOf } from '../material/packet.ts';
import { replaceFix } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { otherSession } from './messages.ts';

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { session } = manifest;
	const findings: PacketFinding[] = [];
	for (const member of members) {
		for (const named of ownSessions(member)) {
			const { place, term, meeting } = named.mention;
			const add = (part: 'place' | 'term' | 'meeting', at: Span, expected: string): void => {
				const found = difference(member.id, named, part, at, expected);
				if (found !== null) findings.push(found);
			};
			// 「市」 alone is the short form; a province before the city is allowed.
			if (place !== null && place.text.length > 1 && session.place !== '' && !place.text.endsWith(session.place)) {
				add('place', place, session.place);
			}
			if (term !== null && term.value !== session.term) add('term', term, formatNumber(session.term, term.script));
			if (meeting !== null && meeting.value !== session.meeting) {
				add('meeting', meeting, formatNumber(session.meeting, meeting.script));
			}
		}
	}
	return { findings };
}

interface Span {
	readonly start: number;
	readonly end: number;
}

function difference(
	member: string,
	{ joined }: NamedSession,
	part: 'place' | 'term' | 'meeting',
	{ start, end }: Span,
	expected: string,
): PacketFinding | null {
	const place = placeOf(joined, start, end);
	if (place === null) return null;
	const actual = joined.text.slice(start, end);
	const whole = place.end - place.start === end - start;
	return {
		member,
		...place,
		message: otherSession(part, actual, expected),
		expected,
		actual,
		...(whole ? { fix: replaceFix(place.block, place.start, place.end, expected, 'ask') } : {}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-session-same',
		number: 154,
		group: 'packet',
		title: { zh: '全部材料是同一次会议', en: 'All papers name the same session' },
		description: {
			zh: '会议文件标识、题注和议程、日程等标题里的地名、届、次，与 packet.yaml 写的会议一致。「通过」的题注、主任会议、正文和报告标题里说到的以前的会议不查。',
			en: 'Place, term and number in file marks, captions, and titles of agendas and the like agree with the session of packet.yaml. Notes of adoption, meetings of the chairpersons, and earlier sessions named in texts and titles of reports are not looked at.',
		},
		severity: 'error',
		fix: 'ask',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
