import type { Bilingual } from '@bianxu/model';

export function wrongMarks(actual: string, expected: string): Bilingual {
	return {
		zh: `题注「${actual}」的标点不对；通行做法是用两个字长的破折号「——」起头，或者用全角圆括号括起，末尾不用标点：「${expected}」`,
		en: `The marks of the caption 「${actual}」 are not right; common practice is a dash 「——」 before it, or full-width brackets around it, and no end mark: 「${expected}」`,
	};
}

export function noTail(actual: string): Bilingual {
	return {
		zh: `题注写了「在」，末尾没有「上」：「${actual}」；通行做法是「在……会议上」`,
		en: `The caption has 「在」 and no 「上」 at its end: 「${actual}」; common practice is 「在……会议上」`,
	};
}
