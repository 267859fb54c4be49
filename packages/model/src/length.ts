/** Lengths inside the product are integer twips (1/20 pt); reports show mm, pt or 字 as the clause does. */
export type Twips = number;

/** Twips in one millimetre (1440 / 25.4). */
export const TWIPS_PER_MM = 1440 / 25.4;

/** Points to twips, rounded to the nearest integer. */
export function twipsOfPoints(points: number): Twips {
	return Math.round(points * 20);
}

/** Twips to points, exact. */
export function pointsOfTwips(twips: Twips): number {
	return twips / 20;
}

/** Millimetres to twips, rounded. */
export function twipsOfMillimetres(mm: number): Twips {
	return Math.round(mm * TWIPS_PER_MM);
}

/** Twips to millimetres, rounded to 0.1 mm as people write them. */
export function millimetresOfTwips(twips: Twips): number {
	return Math.round((twips / TWIPS_PER_MM) * 10) / 10;
}

/** Named sizes of Chinese type (号) in half-points, the unit of `w:sz` (reference: domain.md §1.1). */
export const NAMED_SIZES: readonly { readonly name: string; readonly halfPoints: number }[] = [
	{ name: '初号', halfPoints: 84 },
	{ name: '小初', halfPoints: 72 },
	{ name: '一号', halfPoints: 52 },
	{ name: '小一', halfPoints: 48 },
	{ name: '二号', halfPoints: 44 },
	{ name: '小二', halfPoints: 36 },
	{ name: '三号', halfPoints: 32 },
	{ name: '小三', halfPoints: 30 },
	{ name: '四号', halfPoints: 28 },
	{ name: '小四', halfPoints: 24 },
	{ name: '五号', halfPoints: 21 },
	{ name: '小五', halfPoints: 18 },
	{ name: '六号', halfPoints: 15 },
	{ name: '小六', halfPoints: 13 },
	{ name: '七号', halfPoints: 11 },
	{ name: '八号', halfPoints: 10 },
];

/** 「三号（16磅）」 or 「17磅」 for a size in points. */
export function sizeName(points: number): string {
	const named = NAMED_SIZES.find((size) => size.halfPoints === Math.round(points * 2));
	return named === undefined ? `${points}磅` : `${named.name}（${points}磅）`;
}
