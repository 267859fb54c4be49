/** Groups of names of one and the same face (domain.md §5.5). 仿宋_GB2312 and 仿宋 are different faces and not grouped. */
const SAME_FACE: readonly (readonly string[])[] = [
	['宋体', 'simsun', '中易宋体'],
	['新宋体', 'nsimsun'],
	['黑体', 'simhei', '中易黑体'],
	['楷体', 'kaiti', 'simkai'],
	['楷体_gb2312', 'kaiti_gb2312'],
	['仿宋', 'fangsong', 'simfang'],
	['仿宋_gb2312', 'fangsong_gb2312'],
	['等线', 'dengxian'],
	['微软雅黑', 'microsoftyahei'],
	['华文中宋', 'stzhongsong'],
	['华文仿宋', 'stfangsong'],
	['华文楷体', 'stkaiti'],
	['华文宋体', 'stsong', 'songtisc'],
	['华文黑体', 'stheiti', 'heitisc'],
	['msmincho', 'ｍｓ明朝', 'ms明朝'],
	['方正小标宋简体', 'fzxiaobiaosong-b05s', 'fzxbsjw--gb1-0', 'fzxbsjw-gb1-0'],
	['方正小标宋_gbk', 'fzxiaobiaosong-b05', 'fzxbsk--gbk1-0', 'fzxbsk-gbk1-0'],
	['方正仿宋_gbk', 'fzfsk--gbk1-0', 'fzfangsong-z02'],
	['方正仿宋简体', 'fzfsjw--gb1-0', 'fzfangsong-z02s'],
	['方正楷体_gbk', 'fzktk--gbk1-0', 'fzkai-z03'],
	['方正楷体简体', 'fzktjw--gb1-0', 'fzkai-z03s'],
	['方正黑体_gbk', 'fzhtk--gbk1-0', 'fzhei-b01'],
	['方正黑体简体', 'fzhtjw--gb1-0', 'fzhei-b01s', '方正黑体'],
	['方正书宋_gbk', 'fzssk--gbk1-0', 'fzshusong-z01'],
	['方正书宋简体', 'fzssjw--gb1-0', 'fzshusong-z01s'],
	['timesnewroman', 'timesnewromanpsmt'],
];

const FACE = new Map(SAME_FACE.flatMap((group) => group.map((name) => [name, group[0] ?? name] as const)));

/** Keys already made: a document asks the same few families again and again. */
const keys = new Map<string, string>();

/**
 * Key under which two names of one face are equal: NFKC, lower case, blanks, a leading '@' and a subset prefix
 * `ABCDEF+` removed, first of a list with ';', aliases folded. '' stays ''.
 */
export function faceKey(family: string): string {
	const known = keys.get(family);
	if (known !== undefined) return known;
	// Files name a few dozen families; only one made to do harm could name more and more.
	if (keys.size >= 1000) keys.clear();
	const key = keyOf(family);
	keys.set(family, key);
	return key;
}

function keyOf(family: string): string {
	const first = family.split(';')[0] ?? '';
	const plain = first
		.normalize('NFKC')
		.replace(/^[A-Z]{6}\+/, '')
		.replace(/^@/, '')
		.replace(/\s+/g, '')
		.toLowerCase();
	return FACE.get(plain) ?? plain;
}

/** True when two family names mean the same face. */
export function sameFamily(a: string, b: string): boolean {
	return faceKey(a) === faceKey(b);
}
