import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '放过一处须写明规则和理由',
	en: 'Letting a finding pass needs a rule and a reason',
};

export const description: Bilingual = {
	zh: '确有特殊情况、不必修改的地方，可以在那里加一条批注「编序: 允许 规则名 理由」（Markdown 里写 <!-- 编序: 允许 规则名 理由 -->，写在该段之前或者段内；全文都放过的写「全文允许」），或者写在文件旁边的「文件名.bianxu.yaml」里。没有写规则名或者理由的不起作用；规则名写错的、已经没有可放过之处的，都会指出。',
	en: 'Where a finding is right as it stands, a comment 「编序: 允许 rule reason」 at that place lets it pass (in Markdown <!-- 编序: 允许 rule reason --> before or in the paragraph; 全文允许 for the whole document), or an entry in FILE.bianxu.yaml beside it. Without a rule or a reason it has no effect; a rule that does not exist, and an allowance that lets nothing pass, are reported.',
};

export const noRule: Bilingual = {
	zh: '这条说明没有写明允许哪一条规则，不起作用；写法：「编序: 允许 规则名 理由」',
	en: 'This allowance names no rule and has no effect; write 「编序: 允许 rule reason」',
};

export function noReason(rule: string): Bilingual {
	return {
		zh: `允许 ${rule} 没有写理由，不起作用；请在规则名后面写明理由`,
		en: `The allowance of ${rule} gives no reason and has no effect; write the reason behind the rule`,
	};
}

export function unknownRule(rule: string): Bilingual {
	return {
		zh: `没有规则 ${rule}，这条说明不起作用；全部规则见 bianxu rules`,
		en: `There is no rule ${rule}, so this allowance has no effect; bianxu rules lists them`,
	};
}

export function unused(rule: string): Bilingual {
	return {
		zh: `${rule} 在这里没有可放过的问题，这条说明可以删去`,
		en: `${rule} finds nothing here: this allowance can go`,
	};
}
