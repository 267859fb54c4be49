import { describe, expect, it } from 'vitest';
import { scanSessions } from '../src/index.ts';

describe('names of sessions', () => {
	it.each([
		['2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上', '滨江市', 17, 23, 'meeting'],
		['——2019年7月29日在市五届人大常委会第十一次会议上', '市', 5, 11, 'meeting'],
		['市五届人大常委会第31次主任会议', '市', 5, 31, 'chairpersons-meeting'],
		['宁波市十六届人大常委会第十二次会议文件', '宁波市', 16, 12, 'meeting'],
		['根据第十一次会议的决定', undefined, undefined, 11, 'meeting'],
	])('%s', (text, place, term, meeting, kind) => {
		const [session, ...rest] = scanSessions(text);
		expect(rest).toEqual([]);
		expect([session?.place?.text, session?.term?.value, session?.meeting?.value, session?.kind]).toEqual([
			place,
			term,
			meeting,
			kind,
		]);
	});

	it('knows relative names and keeps ranges', () => {
		const text = '上次会议材料之三，本次会议不再印发。';
		expect(scanSessions(text).map(({ relative, start, end }) => [relative, text.slice(start, end)])).toEqual([
			['previous', '上次会议'],
			['this', '本次会议'],
		]);
	});

	it('does not take 多次会议 or 第三次分配 for a session', () => {
		expect(scanSessions('召开多次会议，研究第三次分配，三次会议讨论')).toEqual([]);
	});
});
