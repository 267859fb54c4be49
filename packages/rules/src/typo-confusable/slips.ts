/**
 * Words that are wrong, with the right one. The two tails are characters that, standing before or behind, make the same
 * string two other words: 发|布署|名, 严|峻工|作, 习|惯彻|底. Sources: slips met in congress papers, and general errata.
 */
export interface Slip {
	readonly wrong: string;
	readonly right: string;
	/** Characters before it that make it something else. */
	readonly notBehind?: string;
	/** Characters behind it that make it something else. */
	readonly notBefore?: string;
}

function plain(pairs: Readonly<Record<string, string>>): readonly Slip[] {
	return Object.entries(pairs).map(([wrong, right]) => ({ wrong, right }));
}

const guarded: readonly Slip[] = [
	{ wrong: '检查院', right: '检察院', notBefore: '落内外墙里子' },
	{ wrong: '布署', right: '部署', notBehind: '发公颁宣分', notBefore: '名' },
	{ wrong: '部暑', right: '部署', notBefore: '期假' },
	{ wrong: '其它', right: '其他', notBefore: '们' },
	{ wrong: '按装', right: '安装', notBefore: '机配备载箱置卸' },
	{ wrong: '座标', right: '坐标', notBehind: '一二两三几每这那多十百首', notBefore: '志杆准识牌' },
	{ wrong: '水份', right: '水分', notBefore: '额' },
	{ wrong: '成份', right: '成分', notBehind: '完分做合形构组', notBefore: '额数量' },
	{ wrong: '松驰', right: '松弛', notBefore: '援骋' },
	{ wrong: '峻工', right: '竣工', notBehind: '严险冷高' },
	{ wrong: '惯彻', right: '贯彻', notBehind: '习', notBefore: '底夜' },
	{ wrong: '脉博', right: '脉搏', notBehind: '山', notBefore: '物览士大弈' },
	{ wrong: '针贬', right: '针砭', notBehind: '方', notBefore: '值低损' },
	{ wrong: '竟争', right: '竞争', notBefore: '取先得' },
	{ wrong: '气慨', right: '气概', notBefore: '然叹' },
	{ wrong: '签定', right: '签订', notBehind: '标' },
	{ wrong: '帐号', right: '账号', notBehind: '营' },
	{ wrong: '笔划', right: '笔画', notBefore: '拨转入出归清定分给到过走掉' },
	{ wrong: '质讯', right: '质询', notBehind: '优品' },
	{ wrong: '倾刻', right: '顷刻', notBefore: '意画录' },
	{ wrong: '渡假', right: '度假', notBehind: '引', notBefore: '释' },
	{ wrong: '防碍', right: '妨碍', notBehind: '消预' },
	{ wrong: '迁徒', right: '迁徙', notBefore: '步' },
	{ wrong: '坐阵', right: '坐镇', notBefore: '地' },
];

const certain = plain({
	侯选人: '候选人',
	监查委: '监察委',
	资格审察: '资格审查',
	备案审察: '备案审查',
	执法检察组: '执法检查组',
	副检查长: '副检察长',
	检查院检查长: '检察院检察长',
	帐户: '账户',
	帐目: '账目',
	台帐: '台账',
	记帐: '记账',
	对帐: '对账',
	销帐: '销账',
	挂帐: '挂账',
	欠帐: '欠账',
	即然: '既然',
	好象: '好像',
	身分证: '身份证',
	震憾: '震撼',
	幅射: '辐射',
	装璜: '装潢',
	粗旷: '粗犷',
	瞻养: '赡养',
	重迭: '重叠',
	再接再励: '再接再厉',
	一如继往: '一如既往',
	一继既往: '一如既往',
	名列前矛: '名列前茅',
	穿流不息: '川流不息',
	走头无路: '走投无路',
	默守成规: '墨守成规',
	不径而走: '不胫而走',
	声名雀起: '声名鹊起',
	迫不急待: '迫不及待',
	金榜提名: '金榜题名',
	提纲絜领: '提纲挈领',
	黄梁美梦: '黄粱美梦',
	出奇不意: '出其不意',
	甘败下风: '甘拜下风',
	轻歌慢舞: '轻歌曼舞',
	恪守本份: '恪守本分',
	份内之事: '分内之事',
	国家权利机关: '国家权力机关',
	通迅: '通讯',
	以身做则: '以身作则',
	一愁莫展: '一筹莫展',
	相辅相承: '相辅相成',
	前扑后继: '前仆后继',
	即往不咎: '既往不咎',
	竞竞业业: '兢兢业业',
	编篡: '编纂',
	修茸: '修葺',
	璀灿: '璀璨',
	鼎立相助: '鼎力相助',
	旁证博引: '旁征博引',
	沤心沥血: '呕心沥血',
	迫在眉捷: '迫在眉睫',
	融汇贯通: '融会贯通',
	精兵减政: '精兵简政',
	入不付出: '入不敷出',
	责无旁代: '责无旁贷',
	按步就班: '按部就班',
	萎糜不振: '萎靡不振',
	披星带月: '披星戴月',
	死心踏地: '死心塌地',
	趋之若骛: '趋之若鹜',
	真知卓见: '真知灼见',
	中流抵柱: '中流砥柱',
});

/** All slips, longest first, so that 检查院检查长 is found before 检查院. */
export const slips: readonly Slip[] = [...guarded, ...certain].sort(
	(left, right) => right.wrong.length - left.wrong.length,
);
