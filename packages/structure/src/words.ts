/**
 * Words of genre, type and address (reference: domain.md §2). Type words are the `titleWords` of rules/*.yaml; they are kept
 * here as data because recognition comes before a template is chosen, and this package reads no files.
 */

/** Genres, longer words before their own endings. The value is the genre word that an Outline bears. */
export const genres: readonly (readonly [ending: string, genre: string])[] = [
	['报告', '报告'],
	['汇报', '汇报'],
	['议案', '议案'],
	['说明', '说明'],
	['决定', '决定'],
	['决议', '决议'],
	['名单', '名单'],
	['意见', '意见'],
	['议程', '议程'],
	['日程', '日程'],
	['日程安排', '日程'],
	['主持词', '主持词'],
	['办法', '办法'],
	['条例', '条例'],
	['规定', '规定'],
	['规则', '规则'],
	['细则', '细则'],
	['通知', '通知'],
	['方案', '方案'],
	['要点', '要点'],
	['计划', '计划'],
	['规划', '规划'],
	['纪要', '纪要'],
	['公告', '公告'],
	['公报', '公报'],
	['请示', '请示'],
	['批复', '批复'],
	['函', '函'],
	['讲话', '讲话'],
	['发言', '发言'],
	['总结', '总结'],
	['建议', '建议'],
	['简历', '简历'],
	['须知', '须知'],
	['目录', '目录'],
	['情况', '情况'],
	['一览表', '一览表'],
	['票', '票'],
];

/** Genres whose numbered paragraphs are articles or items, not headings. */
export const itemGenres: ReadonlySet<string> = new Set([
	'决定',
	'决议',
	'议程',
	'日程',
	'办法',
	'条例',
	'规定',
	'规则',
	'细则',
	'公告',
	'须知',
	'主持词',
]);

/** titleWords of rules/duty-report.yaml, with 的 left out on both sides. */
export const dutyWords: readonly string[] = [
	'述职报告',
	'依法履职情况报告',
	'履行职责情况报告',
	'履职情况报告',
	'履职报告',
	'述职述廉报告',
	'述职评议报告',
];

/** titleWords of rules/appointment.yaml that say so in any genre. */
export const appointmentWords: readonly string[] = [
	'任免名单',
	'任命名单',
	'免职名单',
	'任免',
	'批准任命',
	'决定任命',
	'人事事项',
	'人事议案',
	'人事报告',
];

/** titleWords of rules/appointment.yaml that need a genre of appointments: 代理记账 and 辞退 occur elsewhere. */
export const appointmentActs: readonly string[] = ['任命', '免职', '免去', '辞去', '辞职', '撤职', '撤销职务', '代理'];
export const appointmentGenres: ReadonlySet<string> = new Set(['名单', '议案', '决定', '说明']);

/** Who is addressed in a salutation (domain.md §2.3): persons. */
export const addressee =
	/^(?:尊敬的)?(?:各位|全体)?(?:[\p{Script=Han}]{0,10}(?:人大|常委会))?(?:各位)?(?:委员长|副委员长|主任会议成员|主任委员|主任|副主任|秘书长|委员|代表|领导|同志|同志们|组成人员|常委会组成人员|列席人员|来宾|同仁)(?:们)?$/u;

/** Organs that a written paper is addressed to or that sign it. */
export const organEnding =
	/(?:人民代表大会常务委员会|人大常委会|常务委员会|常委会|人民代表大会|主席团|人民政府|政府|法院|检察院|委员会|工委|委|办公室|办公厅|研究室|检查组|调研组|视察组|小组|局|厅|署|院|处|部|中心|集团|公司|单位|部门|银行|代表团|协会|联合会)$/u;

/** Posts that stand before a name in an author line or behind it in a signature. */
export const postEnding =
	/(?:长|主任|副主任|委员|主任委员|副主任委员|书记|副书记|主席|副主席|组长|副组长|秘书长|副秘书长|行长|主管|负责人|召集人|厅长|局长|院长|检察长|市长|县长|区长|代表|调研员|总经理|董事长|人)$/u;
