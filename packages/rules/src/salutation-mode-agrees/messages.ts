import type { Bilingual } from '@bianxu/model';

export function organInOral(actual: string, expected: string): Bilingual {
	return {
		zh: `题注写明在会议上报告，称谓却是「${actual}」；口头报告通行做法是称呼到人：「${expected}」。确属书面报告的，请删去题注`,
		en: `The caption says the report is read to the meeting, and the salutation is 「${actual}」; common practice is to address persons: 「${expected}」. Remove the caption if it is a written report`,
	};
}

export function personsInWritten(actual: string, expected: string): Bilingual {
	return {
		zh: `材料注明是书面报告，称谓却是「${actual}」；书面报告通行做法是称呼机关：「${expected}」`,
		en: `The paper is marked as written, and the salutation is 「${actual}」; common practice is to address the committee: 「${expected}」`,
	};
}
