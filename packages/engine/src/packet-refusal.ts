/** Why a verb of the packet does nothing: sentences that say what to do. */

import type { Bilingual, Problem } from '@bianxu/model';
import { ChangeFailed, unfinishedChange } from './packet-transaction.ts';
import type { Session } from './session.ts';

/** Input that cannot be worked with: said, exit 2, nothing done. */
export interface PacketRefused {
	readonly refused: readonly Problem[];
}

/** One reason as a problem. */
export const problem = (code: string, message: Bilingual): Problem => ({ code, message });

/** A refusal with one reason. */
export const refuse = (code: string, zh: string, en: string): PacketRefused => ({
	refused: [problem(code, { zh, en })],
});

/** The interrupted change of a packet folder as a problem that offers both ways out; null when there is none. */
export async function unfinishedProblem(session: Session, folder: string): Promise<Problem | null> {
	const unfinished = await unfinishedChange(session.world, folder);
	if (unfinished === null) return null;
	const when = unfinished.on === null ? '' : `（${unfinished.on}）`;
	return problem('packet-unfinished', {
		zh: `上一次改号${when}没有做完，文件可能半新半旧。请先运行 bianxu packet recover 把它做完，或 bianxu packet recover --back 全部还原`,
		en: 'the last renumbering was interrupted and the files may be mixed: run bianxu packet recover to finish it, or bianxu packet recover --back to take it back',
	});
}

const WHY: Readonly<Record<string, Bilingual>> = {
	ENOSPC: { zh: '磁盘空间不足，请清理后再试', en: 'the disk is full; free some space and try again' },
	EDQUOT: { zh: '磁盘配额已满，请清理后再试', en: 'the disk quota is used up' },
	EACCES: {
		zh: '没有写入权限，请检查文件和文件夹的权限（只读属性）',
		en: 'no permission to write; check the files and the folder',
	},
	EPERM: {
		zh: '系统不允许改这个文件，请检查只读属性或是否被占用',
		en: 'the system does not allow the change; read-only or in use?',
	},
	EBUSY: {
		zh: '文件正被其他程序占用，请关闭后再试',
		en: 'a file is in use by another program; close it and try again',
	},
	EROFS: {
		zh: '磁盘是只读的，请把整个文件夹复制到可写的磁盘再做',
		en: 'the disk is read-only; copy the folder to a writable one',
	},
	EXDEV: {
		zh: '文件夹跨了两个磁盘，请把整套材料放在同一个磁盘上',
		en: 'the folder spans two disks; keep the packet on one',
	},
	ENOTEMPTY: {
		zh: '另一个程序正在改这套材料，请等它结束再试',
		en: 'another program is changing this packet; wait until it has ended',
	},
	ENOENT: {
		zh: '有文件或文件夹在此期间不见了，也许另一个程序正在改这套材料；请等它结束，核对后重新 plan',
		en: 'a file or folder went away meanwhile; perhaps another program is changing this packet. Wait, then plan again',
	},
	EEXIST: {
		zh: '另一个程序正在改这套材料，请等它结束再试',
		en: 'another program is changing this packet; wait until it has ended',
	},
	EMFILE: { zh: '打开的文件太多，请关闭一些程序后再试', en: 'too many open files; close some programs' },
	EIO: { zh: '磁盘读写出错，请先备份，再检查磁盘', en: 'the disk reports an error; make a copy and check it' },
};

/** What went wrong in words; an unknown code is shown as it is. */
function whyOf(error: ChangeFailed): Bilingual {
	const code = (error.cause as { readonly code?: unknown } | undefined)?.code;
	if (error.changedPath !== null) {
		const path = error.changedPath;
		return {
			zh: `${path} 在此期间被改动过，请重新 plan 并核对`,
			en: `${path} was changed meanwhile; plan again and review`,
		};
	}
	if (typeof code !== 'string') return { zh: error.message, en: error.message };
	const known = Object.hasOwn(WHY, code) ? WHY[code] : undefined;
	return known === undefined
		? { zh: `${code}：${error.message}`, en: `${code}: ${error.message}` }
		: { zh: `${known.zh}（${code}）`, en: `${known.en} (${code})` };
}

/** A change that did not go through, and what the files are now. */
export function sayFailed(error: ChangeFailed): PacketRefused {
	const { zh, en } = whyOf(error);
	switch (error.files) {
		case 'untouched':
			return refuse('packet-failed', `没有做成，一份文件也没有改：${zh}`, `nothing was changed: ${en}`);
		case 'restored':
			return refuse('packet-failed', `没有做成，全部文件已还原：${zh}`, `all files were put back: ${en}`);
		case 'unfinished':
			return refuse(
				'packet-unfinished',
				`没有做完：${zh}。排除原因后运行 bianxu packet recover 做完，或 bianxu packet recover --back 全部还原`,
				`not finished: ${en}. Then run bianxu packet recover to finish it, or bianxu packet recover --back to take it back`,
			);
	}
}
