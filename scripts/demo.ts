/**
 * `pnpm demo`: the main job on the packet in `fixtures/`, through the built command as an office would run it. Lints the
 * faulty drafts, corrects them, plans and applies the change of the last evening (one item withdrawn, a late one put in),
 * prints the packet, and sends one file and one bad print back. Everything it makes stands in `demo-out/`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const out = join(root, 'demo-out');
const packet = join(root, 'fixtures/packet');
const program = join(root, 'packages/cli/dist/bianxu.mjs');

/** Day of the session: the demo gives the same files whatever day it is. */
const DAY = '2026-11-25';

interface Ran {
	readonly status: number;
	readonly stdout: string;
}

/** Runs the command; exit codes other than the allowed ones end the demo with what it said. */
function bianxu(args: readonly string[], allowed: readonly number[], cwd = out): Ran {
	const run = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
	const status = run.status ?? 2;
	if (!allowed.includes(status)) {
		process.stderr.write(`bianxu ${args.join(' ')}\n${run.stdout}\n${run.stderr}\n`);
		throw new Error(`bianxu ${args[0]} ended with ${status}`);
	}
	return { status, stdout: run.stdout };
}

function runScript(script: string): void {
	const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
	const run = spawnSync(process.execPath, [tsx, join(root, 'scripts', script)], { cwd: root, stdio: 'inherit' });
	if (run.status !== 0) process.exit(run.status ?? 1);
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

function papersIn(folder: string): readonly string[] {
	return readdirSync(folder).filter((name) => /\.(?:docx|md)$/.test(name));
}

interface LintJson {
	readonly summary: {
		readonly errors: number;
		readonly warnings: number;
		readonly infos: number;
		readonly fixed: number;
	};
}

interface PlanJson {
	readonly counts: Readonly<Record<string, number | null>>;
}

const made: [name: string, what: string][] = [];

/** Notes a result for the closing table; it must be there. */
function madeThis(path: string, what: string): void {
	if (!existsSync(path)) throw new Error(`not made: ${path}`);
	made.push([relative(root, path), what]);
}

runScript('set-up-fonts.ts');
runScript('build.ts');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const begin = performance.now();

say('\n一、检查各单位报来的材料（bianxu lint）');
const drafts = join(out, '一-报送稿');
cpSync(join(packet, 'faulty'), drafts, { recursive: true, filter: (path) => !path.endsWith('faults.json') });
const before = (JSON.parse(bianxu(['lint', '--format', 'json', '一-报送稿'], [1]).stdout) as LintJson).summary;
const text = bianxu(['lint', '一-报送稿'], [1]).stdout;
writeFileSync(join(out, '一-检查结果.txt'), text);
writeFileSync(join(out, '一-检查报告.html'), bianxu(['lint', '--format', 'html', '一-报送稿'], [1]).stdout);
const summaryAt = text.lastIndexOf('\n单位');
say(summaryAt < 0 ? text.split('\n').slice(-2).join('\n') : text.slice(summaryAt + 1).trimEnd());
madeThis(join(out, '一-检查报告.html'), `${before.errors}处错误、${before.warnings}处警告、${before.infos}处提示`);

say('\n二、能改的改好（bianxu lint --fix），另存一份批注稿');
const fixedRun = bianxu(['lint', '--fix', '--format', 'json', '-o', '二-修正稿', '一-报送稿'], [0, 1]);
const after = (JSON.parse(fixedRun.stdout) as LintJson).summary;
say(`修正 ${after.fixed} 处；还须人工处理：错误 ${after.errors}、警告 ${after.warnings}。`);
bianxu(['lint', '--annotate', '-o', '二-批注稿', join('一-报送稿', '计划执行情况报告.docx')], [1]);
madeThis(join(out, '二-修正稿'), `自动修正 ${after.fixed} 处，余 ${after.errors} 处错误须人工改`);
madeThis(join(out, '二-批注稿/计划执行情况报告.批注.docx'), 'Word 批注，原文不动');

say('\n三、会前一晚：撤一项、增一项（bianxu packet plan）');
const office = join(out, '三-成套材料');
cpSync(join(packet, 'clean'), office, { recursive: true });
bianxu(['packet', 'apply', '--packet', 'packet.yaml', '--date', DAY], [0], office);
cpSync(join(packet, 'evening'), office, { recursive: true, filter: (path) => !path.endsWith('expected.json') });
const plan = bianxu(['packet', 'plan', '--date', DAY], [0, 1], office);
writeFileSync(join(out, '三-改号对照表.txt'), plan.stdout);
const { counts } = JSON.parse(
	bianxu(['packet', 'plan', '--format', 'json', '--date', DAY], [0, 1], office).stdout,
) as PlanJson;
say(plan.stdout.split('\n')[0] ?? '');
madeThis(
	join(out, '三-改号对照表.txt'),
	`${counts['renumbered']}份改号、${counts['referencesRewritten']}处引用改写、${counts['dangling']}处悬空`,
);

say('\n四、执行到一套新的（bianxu packet apply -o），原件不动');
const renumbered = join(out, '四-改号后');
say(
	bianxu(['packet', 'apply', '-o', renumbered, '--date', DAY], [0], office).stdout.trimEnd().split('\n').slice(-1)[0] ??
		'',
);
madeThis(renumbered, `${papersIn(renumbered).length}份材料和文件，号与引用已改到位`);

say('\n五、付印（bianxu print）');
const pdf = join(out, '五-会议材料.pdf');
const printed = bianxu(['print', 'packet.yaml', '-o', pdf, '--date', DAY], [0], renumbered);
say(printed.stdout.trimEnd());
madeThis(pdf, `${Math.round(statSync(pdf).size / 1024)} KB，目录、书签、空白背面、页码齐备`);

say('\n六、把关（bianxu reject）');
const returned = bianxu(['reject', join('一-报送稿', '述职报告-王振海.docx'), '-o', '六-退稿报告.html'], [1]);
say(returned.stdout.split('\n').slice(0, 2).join('\n'));
madeThis(join(out, '六-退稿报告.html'), '发回修改，要求与实际并列');
const checkedPrint = bianxu(
	['reject', pdf, '--against', join(renumbered, 'packet.yaml'), '-o', '六-印件核验.html'],
	[0],
);
say(checkedPrint.stdout.split('\n')[0] ?? '');
madeThis(join(out, '六-印件核验.html'), '自家印件，准予付印');

const seconds = ((performance.now() - begin) / 1000).toFixed(1);
say(`\n做成的文件（用时 ${seconds} 秒，全部在本机完成）：`);
const width = Math.max(...made.map(([name]) => [...name].reduce((sum, c) => sum + (c > '\u00ff' ? 2 : 1), 0)));
for (const [name, what] of made) {
	const wide = [...name].reduce((sum, c) => sum + (c > '\u00ff' ? 2 : 1), 0);
	say(`  ${name}${' '.repeat(width - wide + 2)}${what}`);
}
