import type { CongressLevel, TemplateId } from '@bianxu/model';
import { createClient } from './client.ts';
import { byId, element } from './element.ts';
import type { Choice, Reply, ShownFile } from './protocol.ts';
import { type Actions, showFault, showFile, showPending } from './show-file.ts';

/** Text of the bundled worker; build.ts puts it before this script. */
declare const WORKER_SOURCE: string;

/** The reader's own budget (64 MiB); a larger file is not even read into memory. */
const LARGEST = 64 * 1024 * 1024;
/** Word's own notes beside an open document (~$名.docx): nothing to check. */
const OWNER_FILE = /^~\$/;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Entry {
	readonly name: string;
	readonly bytes: Uint8Array | null;
	readonly article: HTMLElement;
	shown: ShownFile | null;
	failed: boolean;
}

const client = createClient(WORKER_SOURCE);
const entries: Entry[] = [];
/** Counts changes of the choice; answers to an earlier one are dropped. */
let round = 0;

const drop = document.querySelector('.drop');
const input = byId('files', HTMLInputElement);
const templateSelect = byId('template', HTMLSelectElement);
const levelSelect = byId('level', HTMLSelectElement);
const clear = byId('clear', HTMLButtonElement);
const status = byId('status', HTMLParagraphElement);
const results = byId('results', HTMLDivElement);
const sheet = byId('sheet', HTMLDialogElement);
const sheetFrame = byId('sheet-frame', HTMLIFrameElement);

input.addEventListener('change', () => {
	const files = [...(input.files ?? [])];
	// The same file may be chosen again after a correction.
	input.value = '';
	void add(files);
});
for (const select of [templateSelect, levelSelect]) select.addEventListener('change', checkAgain);
clear.addEventListener('click', () => {
	round++;
	client.forget();
	entries.length = 0;
	results.replaceChildren();
	tell();
	input.focus();
});
// The whole page takes a drop: a file let go beside the box must not replace the page.
window.addEventListener('dragover', (event) => {
	event.preventDefault();
	drop?.classList.add('over');
});
window.addEventListener('dragleave', (event) => {
	if (event.relatedTarget === null) drop?.classList.remove('over');
});
window.addEventListener('drop', (event) => {
	event.preventDefault();
	drop?.classList.remove('over');
	void add([...(event.dataTransfer?.files ?? [])]);
});
byId('choose', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
byId('sheet-print', HTMLButtonElement).addEventListener('click', () => sheetFrame.contentWindow?.print());
byId('sheet-close', HTMLButtonElement).addEventListener('click', () => sheet.close());

async function add(files: readonly File[]): Promise<void> {
	for (const file of files) {
		if (OWNER_FILE.test(file.name)) continue;
		const article = element('article', '', ...showPending(file.name));
		results.append(article);
		const { bytes, fault } = await contentOf(file);
		const entry: Entry = { name: file.name, bytes, article, shown: null, failed: bytes === null };
		entries.push(entry);
		if (fault !== null) article.replaceChildren(...showFault(file.name, fault));
		void check(entry);
	}
	tell();
}

async function contentOf(file: File): Promise<{ readonly bytes: Uint8Array | null; readonly fault: string | null }> {
	if (file.size > LARGEST) return { bytes: null, fault: '文件超过 64 MB，会议材料不会这么大，请先压缩其中的图片' };
	try {
		return { bytes: new Uint8Array(await file.arrayBuffer()), fault: null };
	} catch {
		return { bytes: null, fault: '读不出来；如果是文件夹，请打开它再选其中的文件' };
	}
}

function checkAgain(): void {
	round++;
	client.forget();
	for (const entry of entries) void check(entry);
	tell();
}

async function check(entry: Entry): Promise<void> {
	if (entry.bytes === null) return;
	const asked = round;
	entry.shown = null;
	entry.failed = false;
	entry.article.replaceChildren(...showPending(entry.name));
	const reply = await client.ask({ verb: 'check', name: entry.name, bytes: entry.bytes, choice: choice() });
	if (asked !== round) return;
	if (reply.verb === 'check') {
		entry.shown = reply.file;
		entry.failed = reply.file.refused !== null;
		entry.article.replaceChildren(...showFile(entry.name, reply.file, actionsOf(entry, entry.bytes)));
	} else {
		entry.failed = true;
		entry.article.replaceChildren(...showFault(entry.name, reply.verb === 'failed' ? reply.message : '没有结果'));
	}
	tell();
}

function choice(): Choice {
	return { template: templateSelect.value as TemplateId | 'auto', level: levelSelect.value as CongressLevel };
}

function actionsOf({ name }: Entry, bytes: Uint8Array): Actions {
	const act = async (verb: 'fix' | 'annotate' | 'list', done: HTMLElement): Promise<void> => {
		say(done, '正在生成……', false);
		const reply = await client.ask({ verb, name, bytes, choice: choice() });
		say(done, carryOut(name, reply), reply.verb === 'failed');
	};
	return {
		fix: (done) => void act('fix', done),
		annotate: (done) => void act('annotate', done),
		list: (done) => void act('list', done),
	};
}

/** Hands the outcome to the person and says in a sentence what it is. */
function carryOut(name: string, reply: Reply): string {
	switch (reply.verb) {
		case 'fix':
			save(besideName(name, '改正'), reply.bytes);
			return reply.left > 0
				? `已改正 ${reply.fixed} 处；还有 ${reply.left} 处须人工处理，见修改清单`
				: `已改正 ${reply.fixed} 处，没有剩下的问题`;
		case 'annotate':
			save(besideName(name, '批注'), reply.bytes);
			return `已写入 ${reply.comments} 条批注，用 Word 或 WPS 打开即可看到`;
		case 'list':
			sheetFrame.srcdoc = reply.html;
			sheet.showModal();
			return '';
		case 'failed':
			return `没有生成：${reply.message}`;
		case 'check':
			return '';
	}
}

function say(done: HTMLElement, text: string, fault: boolean): void {
	done.classList.toggle('fault', fault);
	done.textContent = text;
}

/** 「名.改正.docx」 as the command names its copies. */
function besideName(name: string, mark: string): string {
	const at = name.lastIndexOf('.');
	return at <= 0 ? `${name}.${mark}` : `${name.slice(0, at)}.${mark}${name.slice(at)}`;
}

/** Offers bytes as a download; the address is let go when the browser has surely begun. */
function save(name: string, bytes: Uint8Array): void {
	const type = name.endsWith('.md') ? 'text/markdown' : DOCX;
	const address = URL.createObjectURL(new Blob([bytes.slice()], { type }));
	const link = element('a', '');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The line above the results: how far, then how many. */
function tell(): void {
	clear.hidden = entries.length === 0;
	if (entries.length === 0) {
		status.textContent = '';
		return;
	}
	const waiting = entries.filter((entry) => entry.shown === null && !entry.failed).length;
	if (waiting > 0) {
		status.textContent = `正在检查：还剩 ${waiting} 个文件`;
		return;
	}
	const sum = (pick: (file: ShownFile) => number): number =>
		entries.reduce((total, entry) => total + (entry.shown === null ? 0 : pick(entry.shown)), 0);
	const refused = entries.filter((entry) => entry.failed).length;
	const counts = `错误 ${sum((file) => file.errors)}，警告 ${sum((file) => file.warnings)}，提示 ${sum((file) => file.infos)}`;
	status.textContent = `共 ${entries.length} 个文件：${counts}${refused > 0 ? `，未能检查 ${refused}` : ''}`;
}
