import type { Bilingual } from '@bianxu/model';

export function noCaption(example: string): Bilingual {
	return {
		zh: `口头报告通行做法是在标题下写题注，说明在哪一天、哪次会议上报告，例如「${example}」；没有找到，请补上（书面报告请在标题下注明「（书面）」）`,
		en: `For a report read to the meeting common practice is a note under the title with day and session, such as 「${example}」; none was found: add it, or mark the paper as 「（书面）」`,
	};
}
