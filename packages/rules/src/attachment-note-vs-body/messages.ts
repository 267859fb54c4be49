import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(title: string): Bilingual {
	return { zh: `附件说明改为「${title}」`, en: `Write 「${title}」 in the list` };
}

export function titleDiffers(name: string, listed: string, present: string, source: Source): Bilingual {
	return {
		zh: `附件说明写的是「${listed}」，${name}的标题是「${present}」，${authority(source).zh}两处一致；请核对后统一`,
		en: `The list says 「${listed}」 and the title on ${name} is 「${present}」; ${authority(source).en} them to agree`,
	};
}

export function numberDiffers(listed: number | null, present: number | null, source: Source): Bilingual {
	const shown = (number: number | null): string => (number === null ? '没有序号' : `附件${number}`);
	return {
		zh: `附件说明里是${shown(listed)}，附件上${present === null ? '' : '是'}${shown(present)}，${authority(source).zh}顺序号一致；请核对`,
		en: `The list says ${listed ?? 'no number'}, the attachment ${present ?? 'no number'}; ${authority(source).en} them to agree`,
	};
}

export function notListed(name: string, none: boolean, source: Source): Bilingual {
	return {
		zh: none
			? `后面有${name}，正文下面没有附件说明，${authority(source).zh}附件说明与附件一致；请补上附件说明`
			: `后面有${name}，附件说明里没有列，${authority(source).zh}两处一致；请核对`,
		en: none
			? `${name} follows and there is no list of attachments; ${authority(source).en} both: add it`
			: `${name} follows and is not listed; ${authority(source).en} list and attachments to agree`,
	};
}

export function missingHere(name: string, source: Source): Bilingual {
	return {
		zh: `附件说明里列了${name}，文件里没有找到，${authority(source).zh}两处一致；另行装订的请忽略`,
		en: `${name} is listed and not in the file; ${authority(source).en} list and attachments to agree. Ignore this when it is bound apart`,
	};
}
