/** Builds packets for tests: papers as Markdown, read by the real reader. */

import type {
	Binding,
	Lock,
	Manifest,
	ManifestItem,
	ManifestMaterial,
	NumberingPolicy,
	Outline,
	Role,
	UnnumberedPaper,
} from '@bianxu/model';
import { readMarkdown } from '../../parser/src/index.ts';
import type { PacketPaper, PlanRequest } from '../src/index.ts';
import { type F1Change, type F1Material, f1Host, f1Items, f1Ordinals } from './f1.ts';

/** A material with defaults. */
export function material(id: string, more: Partial<ManifestMaterial> = {}): ManifestMaterial {
	return {
		id,
		file: `${id}.md`,
		title: '',
		kind: 'other',
		department: '',
		person: '',
		state: 'draft',
		copies: null,
		binding: 'loose',
		series: 'main',
		of: null,
		supplements: null,
		replaces: null,
		...more,
	};
}

export function item(
	id: string,
	materials: readonly ManifestMaterial[],
	more: Partial<ManifestItem> = {},
): ManifestItem {
	return { id, title: '', day: null, withdrawn: null, movedTo: null, materials, ...more };
}

export function manifest(
	items: readonly ManifestItem[],
	unnumbered: readonly UnnumberedPaper[] = [],
	numbering: Partial<NumberingPolicy> = {},
): Manifest {
	return {
		session: {
			place: '滨江市',
			level: 'prefecture',
			organ: '滨江市人民代表大会常务委员会',
			term: 17,
			meeting: 23,
			days: ['2026-11-26', '2026-11-27'],
		},
		profile: 'gbt9704-2012',
		numbering: {
			scheme: 'continuous',
			form: '会议材料之{n}',
			freezeAt: 'distributed',
			pages: 'material',
			...numbering,
		},
		items,
		unnumbered,
		schedule: [],
	};
}

/** An outline with the roles that the packet looks at: # is the title, ## a heading of level 1. */
function outlineOf(paragraphs: readonly { readonly style: string; readonly text: string }[]): Outline {
	const roles: Readonly<Record<string, Role>> = { 'heading 1': 'title', 'heading 2': 'heading-1' };
	const roleOf = (style: string, text: string): Role =>
		roles[style] ??
		(text.startsWith('——') ? 'caption' : /^\S{2,12}(?:主任|局长) \S{2,3}$/u.test(text) ? 'author' : 'body');
	return {
		template: 'base',
		templateEvidence: [],
		unknownType: true,
		genre: '',
		delivery: 'unknown',
		claims: paragraphs.map(({ style, text }, block) => ({
			block,
			role: roleOf(style, text),
			evidence: [],
			confidence: 1,
		})),
		title: paragraphs.find(({ style }) => style === 'heading 1')?.text ?? '',
		headings: [],
		listedAttachments: [],
		presentAttachments: [],
		reporter: { post: '', person: '' },
	};
}

export function paper(id: string, markdown: string): PacketPaper {
	const read = readMarkdown(new TextEncoder().encode(markdown));
	if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
	return { id, path: `${id}.md`, doc: read.doc, outline: outlineOf(read.doc.paragraphs), sha256: `hash of ${id}` };
}

export function request(
	of: Manifest,
	papers: readonly PacketPaper[],
	more: Partial<Omit<PlanRequest, 'manifest' | 'papers'>> = {},
): PlanRequest {
	return { manifest: of, papers, lock: null, unread: [], accepts: [], inputs: {}, ...more };
}

const han = (n: number): string => {
	const digits = '零一二三四五六七八九';
	const tens = Math.floor(n / 10);
	const ones = n % 10;
	return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${ones === 0 ? '' : digits[ones]}`;
};

/** Old label and the number as a text writes it, by id. */
export function f1Numbers(
	scheme: 'continuous' | 'item' | 'frozen',
): ReadonlyMap<string, { label: string; written: string }> {
	const numbers = new Map<string, { label: string; written: string }>();
	for (const [at, materials] of f1Items.entries()) {
		for (const [place, { id }] of materials.entries()) {
			if (scheme === 'item')
				numbers.set(id, { label: `${at + 1}-${place + 1}`, written: `${han(at + 1)}-${place + 1}` });
			else numbers.set(id, { label: String(numbers.size + 1), written: han(numbers.size + 1) });
		}
	}
	return numbers;
}

/** One paragraph per page behind mark and title, so that pages and blocks are known. */
function f1Paper(of: F1Material, numbers: ReturnType<typeof f1Numbers>): PacketPaper {
	const number = (id: string): string => numbers.get(id)?.written ?? '';
	const pages = Array.from({ length: of.pages }, (_, at) => {
		const cited = of.mentions
			.filter(([page]) => page === at + 1)
			.map(([, id]) => `有关情况见会议材料之${number(id)}。`);
		return `本页为第${of.id}号材料的内容。${cited.join('')}`;
	});
	return paper(of.id, [`会议材料之${number(of.id)}`, `# 关于${of.id}的报告`, ...pages].join('\n\n'));
}

function f1Scripts(numbers: ReturnType<typeof f1Numbers>): readonly PacketPaper[] {
	const host = f1Host.map(([page, id]) => `第${page}节。请看会议材料之${numbers.get(id)?.written ?? ''}。`);
	const ordinals = f1Ordinals.map((at) => `现在进行第${han(at)}项议程。`);
	return [
		paper('host', ['# 主持词', '本次会议共九项议程，印发材料二十八份。', ...host].join('\n\n')),
		paper('agenda', ['# 议程', ...ordinals].join('\n\n')),
	];
}

function f1Changed(change: F1Change | null, binding: Binding): readonly ManifestItem[] {
	const items = f1Items.map((materials, at) =>
		item(
			`i${at + 1}`,
			materials.map(({ id, department }) =>
				material(id, { department, title: `关于${id}的报告`, copies: 60, binding }),
			),
		),
	);
	const fresh = item('i10', [material('n1'), material('n2')]);
	const withdraw = (each: ManifestItem): ManifestItem =>
		each.id === 'i5' ? { ...each, withdrawn: '主任会议决定' } : each;
	const insert = (at: number): readonly ManifestItem[] => [...items.slice(0, at), fresh, ...items.slice(at)];
	switch (change) {
		case null:
			return items;
		case 'withdraw-5-and-insert':
			return insert(2).map(withdraw);
		case 'withdraw-5':
			return items.map(withdraw);
		case 'insert-after-2':
			return insert(2);
		case 'append':
			return insert(9);
		case 'swap-3-4':
			return [...items.slice(0, 2), ...items.slice(3, 4), ...items.slice(2, 3), ...items.slice(4)];
		case 'insert-paper-in-7':
			return items.map((each) =>
				each.id === 'i7'
					? {
							...each,
							materials: [
								...each.materials.slice(0, 1),
								material('n1', { supplements: 'm18' }),
								...each.materials.slice(1),
							],
						}
					: each,
			);
		case 'move-9-to-2':
			return [...items.slice(0, 1), ...items.slice(8), ...items.slice(1, 8)];
	}
}

/** F1 as numbered and printed by `scheme`, with a change of agenda that is not yet carried out. */
export function f1Request(
	change: F1Change | null,
	scheme: 'continuous' | 'item' | 'frozen',
	more: {
		readonly binding?: Binding;
		readonly lock?: boolean;
		readonly state?: 'numbered' | 'printed' | 'distributed';
	} = {},
): PlanRequest {
	const numbers = f1Numbers(scheme);
	const materials = f1Items.flat();
	const items = f1Changed(change, more.binding ?? 'loose');
	const fresh = items.flatMap((each) => each.materials).filter(({ id }) => id.startsWith('n'));
	const papers = [
		...materials.map((each) => f1Paper(each, numbers)),
		...fresh.map(({ id }) => paper(id, `# 关于${id}的议案\n\n正文。`)),
		...f1Scripts(numbers),
	];
	const lock: Lock = {
		version: 1,
		scheme,
		items: f1Items.map((_, at) => `i${at + 1}`),
		materials: f1Items.flatMap((group, at) =>
			group.map(({ id }) => ({
				id,
				number: numbers.get(id)?.label ?? null,
				state: more.state ?? 'numbered',
				path: `${id}.md`,
				sha256: `hash of ${id}`,
				item: `i${at + 1}`,
			})),
		),
		tombstones: [],
		moves: [],
		pageMap: {
			file: 'packet.pdf',
			on: '2026-11-20',
			entries: materials.map(({ id, pages }) => ({
				id,
				pages,
				first: 0,
				hash: `hash of ${id}`,
				blocks: [[1, 1], [1, 1], ...Array.from({ length: pages }, (_, at) => [at + 1, at + 1] as const)],
			})),
		},
	};
	return request(
		manifest(
			items,
			[
				{ id: 'host', file: 'host.md', kind: 'host-script' },
				{ id: 'agenda', file: 'agenda.md', kind: 'agenda' },
			],
			{ scheme },
		),
		papers,
		{ lock: more.lock === false ? null : lock },
	);
}
