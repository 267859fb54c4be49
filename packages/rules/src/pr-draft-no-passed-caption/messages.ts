import type { Bilingual } from '@bianxu/model';

export const draftPassed: Bilingual = {
	zh: '标题是草案，题注却写「通过」；草案还没有表决，通行做法是不写这个题注，通过后再写，并删去标题里的「（草案）」',
	en: 'The title says draft and the note under it says adopted: a draft bears no such note; it is added, and 「（草案）」 removed, after the vote',
};

export const removeNote: Bilingual = { zh: '删去题注', en: 'Remove the note' };
