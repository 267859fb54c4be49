import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '议题和材料齐全', en: 'Every item of the agenda has its papers' };

export const description: Bilingual = {
	zh: 'packet.yaml 里每个议题至少有一份材料（撤下、移走的除外），听取报告的议题有报告；议程（草案）里应当有每个议题的题目。',
	en: 'Every item has at least one material, an item that hears a report has a report, and the agenda paper names every item.',
};

export function noMaterial(item: string): Bilingual {
	return { zh: `议题“${item}”还没有材料。`, en: `The item “${item}” has no material.` };
}

export function noReport(item: string): Bilingual {
	return {
		zh: `议题“${item}”要听取报告，材料里没有报告。`,
		en: `The item “${item}” hears a report, and there is none among its materials.`,
	};
}

export function notOnAgenda(item: string): Bilingual {
	return {
		zh: `议程里没有议题“${item}”（题目与 packet.yaml 不一致也会这样）。请核对。`,
		en: `The agenda does not name the item “${item}”, or names it in other words than packet.yaml.`,
	};
}
