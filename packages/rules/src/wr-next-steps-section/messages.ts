/** What the rule says of itself; its finding is that of every missing part (material/words.ts). */
import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '写明下一步工作', en: 'The report states next steps' };

export const description: Bilingual = {
	zh: '工作报告写明下一步打算，检查、审计报告写明意见建议；标题或者正文里有方案列出的任何一个词即认为有。预算调整、审查结果、修改情况、代表资格等报告不查。',
	en: 'Work reports state next steps, inspections and audits their suggestions; any of the words of the profile in a heading or in the text counts. Reports on budgets to be adopted, examinations, revisions and credentials are not looked at.',
};
