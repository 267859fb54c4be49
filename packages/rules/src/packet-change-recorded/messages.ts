import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '议程变动有据可查', en: 'A late change of the agenda is on record' };

export const description: Bilingual = {
	zh: '会议材料付印、印发以后增加议题，须经主任会议决定，在一览表（schedule）里记下这一步和完成日期；撤下议题的，withdrawn 写明由什么决定，不只写 true。',
	en: 'An item added after papers were printed has the decision of the chairpersons and its date in the schedule; a withdrawn one names the decision.',
};

/** An item that came after the papers had gone out. */
export const added: Bilingual = {
	zh: '会议材料印发以后增加了这个议题，一览表（schedule）里没有记下主任会议的决定和日期；通行做法是会前变更议程须经主任会议决定，请补记',
	en: 'This item was added after papers had gone out, and the schedule has no decision of the chairpersons with its date; put it on record',
};

/** An item taken off without a decision. */
export const withdrawn: Bilingual = {
	zh: '这个议题撤下了，withdrawn 只写了 true，没有写明由什么决定；请写明，例如 withdrawn: 主任会议决定',
	en: 'This item was withdrawn without naming the decision; write for instance withdrawn: 主任会议决定',
};
