import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '任免议案附基本情况和任免理由',
	en: 'Personnel bills enclose résumés and reasons',
};

export const description: Bilingual = {
	zh: '提请任免的议案应当附拟任免人员的基本情况（简历），并写明任免理由。附件里、附件说明里、正文里找得到就算。',
	en: 'A bill on appointments encloses the particulars of the persons, and states the reasons, in the text or in an attachment.',
};

export const noParticulars: Bilingual = {
	zh: '没有找到拟任免人员的基本情况（简历）。任免议案应当附基本情况，请补附，并在附件说明里列出；另件印发的，请在正文写明。',
	en: 'No particulars (résumés) of the persons were found; a personnel bill encloses them and lists them as an attachment.',
};

export const noReasons: Bilingual = {
	zh: '没有找到任免理由。请在正文写明（如因工作需要、到龄退休、工作变动），或者作为附件附上。',
	en: 'No reasons for the appointments or removals were found; state them in the text or enclose them.',
};
