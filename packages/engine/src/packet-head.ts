/** Heads of the papers that go with a packet. */

import type { SessionFacts, SlipHead } from '@bianxu/model';
import type { LoadedPacket } from './packet-files.ts';

/** Title of the session for heads of slips. */
export function slipHead(loaded: LoadedPacket, date: string): SlipHead {
	const { session } = loaded.manifest;
	return {
		organ: session.place,
		session: ordinals(session),
		date,
		seal: (loaded.seal ?? '').slice(0, 12),
	};
}

/** 滨江市第十七届人民代表大会常务委员会第二十三次会议 */
export function sessionName(facts: SessionFacts): string {
	return `${facts.place}${ordinals(facts)}`;
}

function ordinals({ term, meeting }: SessionFacts): string {
	return `第${hanOrdinal(term)}届人民代表大会常务委员会第${hanOrdinal(meeting)}次会议`;
}

function hanOrdinal(value: number): string {
	const digits = '零一二三四五六七八九';
	const hundreds = Math.floor(value / 100);
	const tens = Math.floor((value % 100) / 10);
	const ones = value % 10;
	const head = hundreds === 0 ? '' : `${digits[hundreds]}百`;
	const middle =
		tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
	return head + middle + (ones === 0 && value >= 10 ? '' : (digits[ones] ?? ''));
}
