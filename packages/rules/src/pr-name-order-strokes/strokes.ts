/** Numbers of strokes of common surnames, counted as the mainland standard forms are written (通用规范汉字表, GF 3003-1999). */
const byStrokes: readonly (readonly [number, string])[] = [
	[2, '丁卜刁'],
	[3, '于马万卫'],
	[4, '王方尹尤孔毛牛邓文韦'],
	[5, '冯叶田史龙白石卢左包甘宁艾古'],
	[6, '刘朱许孙吕任江汤向庄齐毕安关成纪华伍米'],
	[7, '李吴陈张何宋沈杨汪邱邹严陆杜余苏邵岑花'],
	[8, '林周罗金孟易武郑范苗岳庞季欧屈明尚'],
	[9, '赵胡施姚钟段侯姜俞洪项祝柳柏贺郝骆娄费'],
	[10, '徐高郭唐袁夏贾钱秦顾陶倪耿聂莫'],
	[11, '黄曹梁萧康崔章常梅盛龚'],
	[12, '彭韩曾董程蒋谢傅鲁葛温喻'],
	[13, '雷廉路詹虞蓝窦'],
	[14, '蔡谭熊廖裴翟管'],
	[15, '潘黎樊颜滕'],
	[16, '薛霍穆燕冀'],
	[17, '戴魏'],
	[18, '瞿'],
];

const table: ReadonlyMap<string, number> = new Map(
	byStrokes.flatMap(([strokes, surnames]) => [...surnames].map((surname) => [surname, strokes] as const)),
);

/** Strokes of the first character of a name; null for a surname outside the table. */
export function surnameStrokes(name: string): number | null {
	return table.get([...name][0] ?? '') ?? null;
}
