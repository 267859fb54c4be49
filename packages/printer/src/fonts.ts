import { faceKey, type FontRole, type FontSource, type Template } from '@bianxu/model';
import { type Face, openFace } from './face.ts';
import { type FaceNames, readFaceNames } from './face-names.ts';
import { isWoff2, sfntOfWoff2 } from './woff2.ts';

/** Which face a role is set in. */
export interface RoleFace {
	readonly role: FontRole;
	/** Family that the template asks for first. */
	readonly wanted: string;
	/** null: no usable face, or (for `latin`) the face of the surrounding text, which the standard allows. */
	readonly face: Face | null;
	/** True when the face is not one that the template accepts or tolerates: never silent. */
	readonly substitute: boolean;
}

/** Faces by role, and the order in which a glyph that a face lacks is looked for. */
export interface FontSet {
	readonly roles: Readonly<Record<FontRole, RoleFace>>;
	/** Every open face by its PostScript name. */
	readonly faces: ReadonlyMap<string, Face>;
	readonly fallback: readonly Face[];
}

export const FONT_ROLES: readonly FontRole[] = ['xiaobiaosong', 'fangsong', 'kaiti', 'heiti', 'songti', 'latin'];

/**
 * Free families that stand in for a role, nearest first, and the weight class that comes nearest. Names as the files
 * have them (FandolFang calls its family 「FandolFang R」).
 */
const SUBSTITUTES: Readonly<Record<FontRole, { readonly families: readonly string[]; readonly weight: number }>> = {
	xiaobiaosong: {
		families: [
			'Noto Serif SC',
			'Source Han Serif SC',
			'思源宋体',
			'Noto Serif CJK SC',
			'STZhongsong',
			'FandolSong B',
			'FandolSong R',
		],
		weight: 700,
	},
	fangsong: {
		families: ['Zhuque Fangsong (technical preview)', '朱雀仿宋', 'FandolFang R', 'FandolFang', 'STFangsong'],
		weight: 400,
	},
	kaiti: {
		families: ['LXGW WenKai', '霞鹜文楷', 'FandolKai R', 'FandolKai', 'STKaiti', 'AR PL KaitiM GB'],
		weight: 400,
	},
	heiti: {
		families: [
			'Noto Sans SC Medium',
			'Noto Sans SC',
			'Source Han Sans SC',
			'思源黑体',
			'Noto Sans CJK SC',
			'STHeiti',
			'FandolHei R',
			'WenQuanYi Zen Hei',
		],
		weight: 500,
	},
	songti: {
		families: [
			'Noto Serif SC',
			'Source Han Serif SC',
			'思源宋体',
			'Noto Serif CJK SC',
			'STSong',
			'FandolSong R',
			'AR PL SungtiL GB',
		],
		weight: 400,
	},
	latin: { families: [], weight: 400 },
};

/** Roles whose face may serve another role when nothing nearer is there. */
const LAST_RESORT: Readonly<Record<FontRole, readonly FontRole[]>> = {
	xiaobiaosong: ['songti', 'heiti', 'fangsong', 'kaiti'],
	fangsong: ['songti', 'kaiti', 'heiti', 'xiaobiaosong'],
	kaiti: ['fangsong', 'songti', 'heiti', 'xiaobiaosong'],
	heiti: ['songti', 'xiaobiaosong', 'fangsong', 'kaiti'],
	songti: ['xiaobiaosong', 'fangsong', 'heiti', 'kaiti'],
	latin: [],
};

/** Families with the rare characters of names that text faces lack (GB 18030 level 3); opened where they are installed. */
const RARE_CHARACTERS: readonly string[] = [
	'SimSun-ExtB',
	'SimSun-ExtG',
	'宋体-方正超大字符集',
	'Plangothic P1',
	'Plangothic P2',
	'HanaMinA',
	'HanaMinB',
	'BabelStone Han',
];

interface Candidate {
	readonly source: FontSource;
	readonly names: FaceNames;
	readonly keys: ReadonlySet<string>;
}

const ORIGINS: readonly FontSource['origin'][] = ['office', 'system', 'pack'];

/**
 * Chooses and opens a face for each font role of the template: families that it accepts, then tolerated ones, from the
 * office's folder, the system, the font pack; then a free substitute, which the result marks as one. Only chosen files
 * are read whole; files that cannot be read are passed over. `unbrotli` unpacks WOFF2 files; without it they are passed
 * over as well.
 */
export async function loadFonts(
	sources: readonly FontSource[],
	template: Template,
	unbrotli?: (data: Uint8Array, most: number) => Uint8Array,
): Promise<FontSet> {
	const candidates = await namesOfAll(sources.map((source) => unpacked(source, unbrotli)));
	const opened = new Map<Candidate, Promise<Face | null>>();
	const open = (candidate: Candidate): Promise<Face | null> => {
		const known = opened.get(candidate);
		if (known !== undefined) return known;
		const face = openFace(candidate.source, candidate.names).catch(() => null);
		opened.set(candidate, face);
		return face;
	};
	const roles = new Map<FontRole, RoleFace>();
	for (const role of FONT_ROLES) roles.set(role, await chooseFace(role, template, candidates, open));
	for (const role of FONT_ROLES) {
		const chosen = roles.get(role);
		if (chosen === undefined || chosen.face !== null) continue;
		const other = LAST_RESORT[role]
			.map((candidate) => roles.get(candidate)?.face ?? null)
			.find((face) => face !== null);
		if (other !== undefined) roles.set(role, { ...chosen, face: other, substitute: true });
	}
	const record = Object.fromEntries(roles) as unknown as Record<FontRole, RoleFace>;
	const faces = new Map<string, Face>();
	for (const { face } of roles.values()) if (face !== null && !faces.has(face.name)) faces.set(face.name, face);
	const order: readonly FontRole[] = ['songti', 'heiti', 'kaiti', 'fangsong', 'xiaobiaosong'];
	const fallback = [...new Set(order.flatMap((role) => record[role].face ?? []))];
	for (const candidate of matches(candidates, RARE_CHARACTERS, 400)) {
		const face = await open(candidate);
		if (face === null || faces.has(face.name)) continue;
		faces.set(face.name, face);
		fallback.push(face);
	}
	return { roles: record, faces, fallback };
}

/** A WOFF2 file as the font file inside it, unpacked once; other sources as they are. */
function unpacked(source: FontSource, unbrotli?: (data: Uint8Array, most: number) => Uint8Array): FontSource {
	if (!/\.woff2$/i.test(source.path)) return source;
	let whole: Promise<Uint8Array> | null = null;
	const read = async (): Promise<Uint8Array> => {
		const bytes = await source.read();
		if (!isWoff2(bytes)) return bytes;
		if (unbrotli === undefined) throw new Error('woff2 cannot be unpacked here');
		return sfntOfWoff2(bytes, unbrotli);
	};
	return {
		path: source.path,
		origin: source.origin,
		read: () => {
			whole ??= read();
			return whole;
		},
	};
}

async function namesOfAll(sources: readonly FontSource[]): Promise<readonly Candidate[]> {
	const read = async (source: FontSource): Promise<readonly Candidate[]> => {
		const faces = await readFaceNames(source).catch(() => []);
		return faces
			.filter((names) => names.usable && !names.italic)
			.map((names) => ({ source, names, keys: new Set(names.families.map(faceKey)) }));
	};
	return (await Promise.all(sources.map(read))).flat();
}

async function chooseFace(
	role: FontRole,
	template: Template,
	candidates: readonly Candidate[],
	open: (candidate: Candidate) => Promise<Face | null>,
): Promise<RoleFace> {
	const { accept, tolerate } = template.fonts[role];
	const { families, weight } = SUBSTITUTES[role];
	const wanted = accept[0] ?? '';
	const rounds = [
		{ families: accept, substitute: false, weight: 400 },
		{ families: tolerate, substitute: false, weight: 400 },
		{ families, substitute: true, weight },
	];
	for (const round of rounds) {
		for (const candidate of matches(candidates, round.families, round.weight)) {
			const face = await open(candidate);
			if (face !== null) return { role, wanted, face, substitute: round.substitute };
		}
	}
	return { role, wanted, face: null, substitute: false };
}

/** Candidates of the families: by origin, then by the order of the families, then nearest in weight. */
function matches(candidates: readonly Candidate[], families: readonly string[], weight: number): readonly Candidate[] {
	const keys = families.map(faceKey);
	const ranked = candidates.flatMap((candidate) => {
		const family = keys.findIndex((key) => candidate.keys.has(key));
		if (family < 0) return [];
		const rank = [ORIGINS.indexOf(candidate.source.origin), family, Math.abs(candidate.names.weight - weight)] as const;
		return [{ candidate, rank }];
	});
	ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
	return ranked.map(({ candidate }) => candidate);
}
