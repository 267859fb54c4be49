import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '连接号：时间用一字线，数值用浪纹线',
	en: 'Connectors: em dash for times, swung dash for ranges',
};

export const description: Bilingual = {
	zh: '起止时间用一字线“—”（2021年—2025年、1—9月），数值范围用浪纹线“～”（10%～20%、3～5人），不用半角连字符“-”和半角“~”。电话、编号、标准号、附件3-1这样的短横线不在此列。',
	en: 'Spans of time take an em dash (2021年—2025年), ranges of values a full-width swung dash (10%～20%), not a hyphen or a half-width tilde. Telephone numbers, codes and nested numbers keep their hyphens.',
};

export function wrongConnector(actual: string, expected: string, time: boolean): Bilingual {
	return {
		zh: `${time ? '起止时间' : '数值范围'}的连接号应为“${expected}”，现为“${actual}”。`,
		en: `${time ? 'A span of time' : 'A range of values'} takes “${expected}”, not “${actual}”.`,
	};
}
