import type { Day, PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { listedOf, ownSessions, placeOf } from '../material/packet.ts';
import { replaceFix } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { otherDay } from './messages.ts';

const date = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/;

/** 2026-11-26 as 2026年11月26日. */
function written(day: Day): string {
	const [year = '', month = '', number = ''] = day.split('-');
	return `${year}年${Number(month)}月${Number(number)}日`;
}

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const findings: PacketFinding[] = [];
	for (const member of members) {
		const named = ownSessions(member).find(({ role }) => role === 'caption');
		// A caption of another session is packet-session-same's.
		if (named === undefined || named.mention.meeting?.value !== manifest.session.meeting) continue;
		const match = date.exec(named.joined.text);
		if (match === null) continue;
		const day = listedOf(manifest, member)?.item.day ?? null;
		const days = (day === null ? manifest.session.days : [day]).map(written);
		const actual = `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
		const place = placeOf(named.joined, match.index, match.index + match[0].length);
		if (place === null || days.length === 0 || days.includes(actual)) continue;
		const [only] = days;
		const fixable = days.length === 1 && only !== undefined && place.end - place.start === match[0].length;
		findings.push({
			member: member.id,
			...place,
			message: otherDay(match[0], days),
			expected: days.join('、'),
			actual: match[0],
			...(fixable ? { fix: replaceFix(place.block, place.start, place.end, only, 'ask') } : {}),
		});
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-date-same',
		number: 155,
		group: 'packet',
		title: { zh: '题注日期与会议日期一致', en: 'Dates of captions agree with the session' },
		description: {
			zh: '题注「×年×月×日在……会议上」的日期是该议题所在的那一天；packet.yaml 没有写议题日期的，是会议日期之一。「通过」的题注和成文日期不查。',
			en: 'The day in a caption is the one on which its item stands, or one of the session’s days when packet.yaml gives the item none. Notes of adoption and dates of signature are not looked at.',
		},
		severity: 'error',
		fix: 'ask',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
