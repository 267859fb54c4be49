/**
 * Lays the free fonts that printing falls back to into `.fonts/` at the repository root (docs/dependencies.md, Fonts):
 * Noto Serif SC and Noto Sans SC from the npm packages of `packages/font-pack`, and on Debian FandolFang (仿宋) and
 * LXGW WenKai (楷) from Debian packages, unpacked and not installed. What cannot be had is named and the set-up goes on:
 * printing then uses a substitute and says so. Nothing is done when everything is there.
 */
import { spawnSync } from 'node:child_process';
import {
	closeSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.fonts');

/** A font file from an npm package of the font pack. */
interface NpmFont {
	readonly file: string;
	readonly module: string;
	readonly path: string;
	readonly role: string;
}

/** A font file from a Debian package. */
interface DebianFont {
	readonly file: string;
	readonly package: string;
	/** Path inside the package, without the leading slash. */
	readonly path: string;
	readonly role: string;
}

const NPM_FONTS: readonly NpmFont[] = [
	{
		file: 'NotoSerifSC-Regular.ttf',
		module: '@expo-google-fonts/noto-serif-sc',
		path: '400Regular/NotoSerifSC_400Regular.ttf',
		role: '宋体',
	},
	{
		file: 'NotoSerifSC-Bold.ttf',
		module: '@expo-google-fonts/noto-serif-sc',
		path: '700Bold/NotoSerifSC_700Bold.ttf',
		role: '小标宋',
	},
	{
		file: 'NotoSansSC-Medium.ttf',
		module: '@expo-google-fonts/noto-sans-sc',
		path: '500Medium/NotoSansSC_500Medium.ttf',
		role: '黑体',
	},
];

const DEBIAN_FONTS: readonly DebianFont[] = [
	{
		file: 'FandolFang-Regular.otf',
		package: 'texlive-lang-chinese',
		path: 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf',
		role: '仿宋',
	},
	{
		file: 'LXGWWenKai-Regular.ttf',
		package: 'fonts-lxgw-wenkai',
		path: 'usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf',
		role: '楷体',
	},
];

/** True when the file is there and begins like a font; a download that broke off does not. */
function isFont(path: string): boolean {
	if (!existsSync(path) || statSync(path).size < 100_000) return false;
	const head = Buffer.alloc(4);
	const handle = openSync(path, 'r');
	try {
		readSync(handle, head, 0, 4, 0);
	} finally {
		closeSync(handle);
	}
	return head.toString('latin1') === 'OTTO' || head.readUInt32BE(0) === 0x00010000;
}

/** Copies beside and renames, so that a broken-off copy is never taken for a font. */
function place(from: string, file: string): boolean {
	if (!isFont(from)) return false;
	const beside = join(folder, `.${file}.part`);
	copyFileSync(from, beside);
	renameSync(beside, join(folder, file));
	return true;
}

function fromNpm(font: NpmFont): boolean {
	try {
		const require = createRequire(join(root, 'packages/font-pack/package.json'));
		return place(join(dirname(require.resolve(`${font.module}/package.json`)), font.path), font.file);
	} catch {
		return false;
	}
}

function run(command: string, args: readonly string[], cwd: string): boolean {
	return spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 240_000 }).status === 0;
}

function hasCommand(command: string): boolean {
	return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Downloads one Debian package and takes the needed files out of it. */
function fromDebian(name: string, fonts: readonly DebianFont[]): void {
	const work = mkdtempSync(join(tmpdir(), 'bianxu-fonts-'));
	const download = ['-q', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30', 'download', name];
	try {
		// A fresh machine may have no package lists yet; only root can fetch them.
		const got =
			run('apt-get', download, work) || (run('apt-get', ['-q', 'update'], work) && run('apt-get', download, work));
		const archive = got ? readdirSync(work).find((entry) => entry.endsWith('.deb')) : undefined;
		if (archive === undefined) return;
		const paths = fonts.map((font) => `./${font.path}`);
		const script = 'dpkg-deb --fsys-tarfile "$1" | tar -x -f - "${@:2}"';
		if (!run('bash', ['-c', script, 'unpack', archive, ...paths], work)) return;
		for (const font of fonts) place(join(work, font.path), font.file);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** Sets up what is missing; the names of the roles that stay without their font. */
export function setUpFonts(): readonly string[] {
	mkdirSync(folder, { recursive: true });
	const absent = (font: { readonly file: string }): boolean => !isFont(join(folder, font.file));
	for (const font of NPM_FONTS.filter(absent)) fromNpm(font);
	// An installed package, or a folder that a machine keeps for this, spares the download.
	const cache = process.env['BIANXU_FONT_CACHE'];
	for (const font of DEBIAN_FONTS.filter(absent)) {
		if (cache !== undefined && cache !== '' && place(join(cache, font.file), font.file)) continue;
		place(join('/', font.path), font.file);
	}
	const wanted = DEBIAN_FONTS.filter(absent);
	if (wanted.length > 0 && process.platform === 'linux' && hasCommand('apt-get') && hasCommand('dpkg-deb')) {
		for (const name of new Set(wanted.map((font) => font.package))) {
			process.stderr.write(`字体：从 Debian 软件包 ${name} 取字体 / fetching fonts from the Debian package ${name}\n`);
			fromDebian(
				name,
				wanted.filter((font) => font.package === name),
			);
		}
	}
	return [...NPM_FONTS, ...DEBIAN_FONTS].filter(absent).map((font) => `${font.role}（${font.file}）`);
}

if (process.argv[1] === import.meta.filename) {
	const missing = setUpFonts();
	if (missing.length > 0) {
		process.stderr.write(
			`字体：缺 ${missing.join('、')}，印件将以其他字体代用并注明 / missing fonts; prints will name their substitutes\n`,
		);
	}
}
