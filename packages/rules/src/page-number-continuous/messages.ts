import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function restarted(section: number, start: number, source: Source): Bilingual {
	return {
		zh: `第 ${section + 1} 节的页码从 ${start} 重新开始，${authority(source).zh}附件与正文一起装订时页码连续编排；请在「设置页码格式」选「续前节」`,
		en: `Section ${section + 1} begins again with page ${start}; ${authority(source).en} attachments bound with the paper to continue its numbers: choose “continue from previous section”`,
	};
}
