import { type Bilingual, type Source } from '@bianxu/model';
import { according } from '../text/sources.ts';

export function noSecretaryGeneral(expected: string, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `${by.zh}，县、自治县、不设区的市、市辖区的人大常委会由主任、副主任、委员组成，不设秘书长；称谓应为「${expected}」`,
		en: `${by.en}: the standing committee of a county, a city without districts or a district has no secretary-general; write 「${expected}」`,
	};
}
