import { doctorFacts, type Options, type Session, unfinishedAt } from '@bianxu/engine';
import { posixPath } from './files.ts';
import { complainOfUnfinished, printable, say, type Terminal } from './output.ts';
import { VERSION } from './version.ts';

const ROLE_NAMES = {
	xiaobiaosong: '小标宋',
	fangsong: '仿宋',
	kaiti: '楷体',
	heiti: '黑体',
	songti: '宋体',
	latin: '西文',
} as const;
const ORIGINS = {
	office: { zh: '本单位字体', en: 'office' },
	system: { zh: '系统字体', en: 'system' },
	pack: { zh: '随附字体', en: 'font pack' },
} as const;

/** `bianxu doctor`: version, and which face each role gets; a substitute is named as such. */
export async function doctor(session: Session, terminal: Terminal, format: string, options: Options): Promise<void> {
	complainOfUnfinished(terminal, await unfinishedAt(session, posixPath(terminal.cwd)));
	const facts = await doctorFacts(session, options, terminal.cwd);
	if (format === 'json') {
		terminal.print(JSON.stringify({ version: 1, program: VERSION, node: process.version, ...facts }));
		return;
	}
	const zh = terminal.language === 'zh';
	const lines = [`bianxu ${VERSION} · Node ${process.version}`, zh ? '字体：' : 'Fonts:'];
	for (const face of facts.faces) {
		const name = zh ? ROLE_NAMES[face.role] : face.role;
		const found =
			face.face === null
				? say(terminal, { zh: '没有可用字体', en: 'none' })
				: zh
					? `${face.face}（${ORIGINS[face.origin ?? 'system'].zh}）`
					: `${face.face} (${ORIGINS[face.origin ?? 'system'].en})`;
		const note = face.substitute
			? say(terminal, { zh: `  代用：要求 ${face.wanted}`, en: `  substitute for ${face.wanted}` })
			: '';
		lines.push(`  ${name}  ${printable(found)}${note}`);
	}
	if (facts.faces.some((face) => face.substitute || face.face === null)) {
		lines.push(
			say(terminal, {
				zh: '有字体代用：印件会标明「非正式：字体代用」。把单位的字体文件放进 ~/.bianxu/fonts，或用环境变量 BIANXU_FONTS 指定文件夹。',
				en: 'Substitutes are in use; prints say so. Put your fonts into ~/.bianxu/fonts or name a folder in BIANXU_FONTS.',
			}),
		);
	}
	terminal.print(lines.join('\n'));
}
