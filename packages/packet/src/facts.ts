/**
 * Facts of the session in the texts: days with their weekdays, ordinals, places, persons. Bound to what the lock says the
 * texts have, written as the manifest says now. Historical mentions (other years, other sessions, quotations) stay.
 */

import type { Bilingual, PlannedFact, SessionFacts } from '@bianxu/model';
import {
	type DayMention,
	formatNumber,
	scanDays,
	scanSessions,
	type SessionMention,
	scanZones,
	weekdayNumeral,
	weekdayOf,
	writeDatePart,
	type Zone,
	zoneAt,
} from '@bianxu/numbering';
import type { TextPiece } from './bind.ts';
import { isShut, sentenceOf } from './place-of-text.ts';
import type { PacketPaper, PaperParagraph, PlanRequest } from './request.ts';
import type { Scene } from './scene.ts';
import { isSession, note } from './spot.ts';

/** A fact with the edits that its new reading stands for. */
export interface JudgedFact {
	readonly fact: PlannedFact;
	readonly pieces: readonly TextPiece[];
}

/** What the texts have and what they are to have. */
interface Moved {
	readonly old: SessionFacts;
	readonly next: SessionFacts;
	/** New day by old day; null: the session has no such day any more. Only days that change. */
	readonly days: ReadonlyMap<string, string | null>;
	/** New words by old words for places of meeting. */
	readonly venue: readonly [string, string] | null;
	readonly persons: readonly MovedPerson[];
}

interface MovedPerson {
	readonly old: string;
	readonly next: string | null;
	/** Material whose reporter changes; null for an attendee. */
	readonly of: string | null;
	/** Somebody with this name stays in another place of the manifest, so that a mention may mean either. */
	readonly shared: boolean;
}

/** What the manifest says otherwise than the texts have it; null when nothing. */
function movedOf(request: PlanRequest, scene: Scene, old: SessionFacts): Moved | null {
	const next = request.manifest.session;
	const days = new Map<string, string | null>();
	for (const [at, day] of old.days.entries()) {
		const to = next.days[at] ?? null;
		if (to !== day && next.days.length > 0) days.set(day, to);
	}
	const venue = old.venue !== undefined && next.venue !== undefined && old.venue !== next.venue;
	const moved: Moved = {
		old,
		next,
		days,
		venue: venue ? [old.venue, next.venue] : null,
		persons: movedPersons(request, scene, old),
	};
	const same =
		days.size === 0 &&
		moved.venue === null &&
		moved.persons.length === 0 &&
		old.term === next.term &&
		old.meeting === next.meeting &&
		old.place === next.place;
	return same ? null : moved;
}

function movedPersons({ lock, manifest }: PlanRequest, scene: Scene, old: SessionFacts): readonly MovedPerson[] {
	const before = new Map(lock?.materials.map(({ id, person }) => [id, person ?? '']));
	const found: Omit<MovedPerson, 'shared'>[] = [];
	const staying: string[] = [];
	for (const { material, active } of scene.materials) {
		const was = before.get(material.id) ?? '';
		if (!active) continue;
		staying.push(material.person);
		if (was !== '' && material.person !== '' && was !== material.person)
			found.push({ old: was, next: material.person, of: material.id });
	}
	const attendees = manifest.session.attendees ?? {};
	staying.push(...Object.values(attendees));
	for (const [post, name] of Object.entries(old.attendees ?? {})) {
		const now = Object.hasOwn(attendees, post) ? (attendees[post] ?? null) : null;
		if (name !== '' && now !== name) found.push({ old: name, next: now === '' ? null : now, of: null });
	}
	const once = new Map(found.map((each) => [`${each.old}→${each.next ?? ''}→${each.of ?? ''}`, each]));
	return [...once.values()].map((each) => ({
		...each,
		shared:
			staying.includes(each.old) ||
			[...once.values()].some((other) => other.old === each.old && other.next !== each.next),
	}));
}

/** Facts in all papers that are read, in packet order. */
export function judgeFacts(request: PlanRequest, scene: Scene, readIds: readonly string[]): readonly JudgedFact[] {
	const session = request.lock?.session;
	const usual = session === undefined ? null : movedOf(request, scene, session);
	const unnumbered = new Set(request.manifest.unnumbered.map(({ id }) => id));
	return readIds.flatMap((id) => {
		const paper = scene.papers.get(id);
		const then = scene.returning.get(id)?.session ?? null;
		// A paper that was away speaks of the session as it was when it left, also of another one.
		const moved = then === null ? usual : movedOf(request, scene, then);
		if (paper === undefined || moved === null) return [];
		const skipped = new Set(scene.marks.get(id)?.map(({ block }) => block));
		return paper.doc.paragraphs.flatMap((paragraph) =>
			paragraph.text === '' || skipped.has(paragraph.block)
				? []
				: judgeParagraph({ moved, paper, paragraph, free: unnumbered.has(id) }),
		);
	});
}

interface Here {
	readonly moved: Moved;
	readonly paper: PacketPaper;
	readonly paragraph: PaperParagraph;
	/** An unnumbered paper: all of it speaks of this session. */
	readonly free: boolean;
}

interface Found {
	readonly kind: PlannedFact['kind'];
	readonly start: number;
	readonly end: number;
	readonly pieces: readonly TextPiece[];
	readonly to: string | null;
	readonly status: PlannedFact['status'];
	readonly note: Bilingual | null;
}

function judgeParagraph(here: Here): readonly JudgedFact[] {
	const { moved, paper, paragraph } = here;
	const { text } = paragraph;
	const zones = scanZones(text);
	const sessions = scanSessions(text);
	const found = [
		...sessions.flatMap((session) => judgeSession(here, session) ?? []),
		...(moved.days.size === 0 ? [] : judgeDays(here, sessions)),
		...judgeWords(here),
	].sort((a, b) => a.start - b.start);
	return found.map((each): JudgedFact => {
		const quoted = quotedNote(zones, each.start);
		const shut = each.status === 'valid' && quoted === null && isShut(paragraph, each.pieces);
		// The titles of agenda, schedule and script name this session; that of a report is its author's.
		const titled = each.status === 'valid' && !here.free && paper.outline.claims[paragraph.block]?.role === 'title';
		const status = quoted !== null ? 'ignored' : shut || titled ? 'check' : each.status;
		return {
			fact: {
				in: paper.id,
				block: paragraph.block,
				start: each.start,
				end: each.end,
				kind: each.kind,
				from: text.slice(each.start, each.end),
				to: quoted !== null ? null : each.to,
				status,
				...sentenceOf(text, each.start, each.end, here.free),
				note:
					quoted ??
					(shut
						? note('此处有未接受的修订或域，不自动改', 'inside a tracked change or a field')
						: titled
							? note('标题不自动改，请核对', 'titles are never changed by themselves')
							: each.note),
			},
			pieces: status === 'valid' ? each.pieces : [],
		};
	});
}

function quotedNote(zones: readonly Zone[], at: number): Bilingual | null {
	return zoneAt(zones, at)?.kind === 'quotation' ? note('引号内的原文不改', 'inside a quotation') : null;
}

/** Paragraphs of a material that say when and where it is delivered: 题注 and headers. */
function speaksOfSession({ paper, paragraph, free }: Here): boolean {
	const role = paper.outline.claims[paragraph.block]?.role;
	return free || role === 'caption' || role === 'author' || paragraph.where === 'header';
}

/** 第十七届…第二十三次会议: its numbers and its place. */
function judgeSession(here: Here, session: SessionMention): readonly Found[] | null {
	const { moved, paragraph } = here;
	const { old, next } = moved;
	if (session.meeting === null || !isSession(session, old)) return null;
	const pieces: TextPiece[] = [];
	if (old.place !== next.place && session.place !== null && session.place.text.endsWith(old.place)) {
		pieces.push({ start: session.place.end - old.place.length, end: session.place.end, text: next.place });
	}
	for (const [span, before, after] of [
		[session.term, old.term, next.term],
		[session.meeting, old.meeting, next.meeting],
	] as const) {
		if (span === null || before === after) continue;
		pieces.push({ start: span.start, end: span.end, text: formatNumber(after, span.script) });
	}
	if (pieces.length === 0) return null;
	const to = rewritten(paragraph.text, session.start, session.end, pieces);
	// A bare 第二十三次会议 in a report may be of another body.
	const sure = speaksOfSession(here) || session.organ === 'standing-committee' || session.term !== null;
	return [
		{
			kind: 'ordinal',
			start: session.start,
			end: session.end,
			pieces,
			to,
			status: sure ? 'valid' : 'check',
			note: sure ? null : note('请核对是不是本次会议', 'is it this session?'),
		},
	];
}

function rewritten(text: string, start: number, end: number, pieces: readonly TextPiece[]): string {
	let out = '';
	let at = start;
	for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
		out += text.slice(at, piece.start) + piece.text;
		at = piece.end;
	}
	return out + text.slice(at, Math.max(at, end));
}

const sentenceMarks = '。；！？\n\f';
/** Words before a month that put it into another year. */
const otherYears = /(?:去年|前年|上年|上一年|明年|次年|翌年|往年)[^，。；]{0,6}$/u;

function judgeDays(here: Here, sessions: readonly SessionMention[]): readonly Found[] {
	const { moved, paragraph, free } = here;
	const { text } = paragraph;
	const days = scanDays(text);
	return days.flatMap((day, at): readonly Found[] => {
		const old = dayBefore(moved, day, free);
		if (old === null || otherYears.test(text.slice(Math.max(0, day.start - 12), day.start))) return [];
		const sentence = sentenceBounds(text, day.start);
		const named = sessions.filter(({ start }) => start >= sentence.from && start < sentence.to);
		const other = named.some((session) => !isSession(session, moved.old) && session.kind === 'meeting');
		const own = named.some((session) => isSession(session, moved.old));
		const surely = speaksOfSession(here);
		// In the body of a report a day is the report's own, unless the sentence names the session.
		if (!surely && !own) return [];
		const to = moved.days.get(old) ?? null;
		const pieces = to === null ? [] : dayPieces(text, day, days[at - 1] ?? null, old, to, moved);
		const end = endOfDay(text, day);
		const doubt =
			to === null
				? note('会期变了，这一天没有对应的日子，请改写', 'the session has no such day any more; rewrite it')
				: other
					? note('同一句提到别的会议，请核对', 'another session is named in the sentence')
					: !surely
						? note('请核对是不是会期', 'is it a day of the session?')
						: day.monthMeant === null
							? note('只写了日，请核对', 'only the day of the month is written')
							: null;
		return [
			{
				kind: 'day',
				start: day.start,
				end,
				pieces,
				to: to === null ? null : rewritten(text, day.start, end, pieces),
				status: doubt === null ? 'valid' : 'check',
				note: doubt,
			},
		];
	});
}

/** Offset behind a day, its weekday and the bracket around that. */
function endOfDay(text: string, { end, weekday }: DayMention): number {
	if (weekday === null) return end;
	const bracketed = '（('.includes(text[end] ?? '\n') && '）)'.includes(text[weekday.end] ?? '\n');
	return weekday.end + (bracketed ? 1 : 0);
}

/** The old day of the session that a mention means, if it means one that changes. */
function dayBefore({ days, old }: Moved, day: DayMention, free: boolean): string | null {
	if (day.monthMeant === null && (!free || old.days.length === 0)) return null;
	for (const each of days.keys()) {
		const [year = 0, month = 0, date = 0] = each.split('-').map(Number);
		if (day.yearMeant !== null && day.yearMeant !== year) continue;
		if (day.monthMeant !== null && day.monthMeant !== month) continue;
		if (day.day.value === date) return each;
	}
	return null;
}

function dayPieces(
	text: string,
	day: DayMention,
	before: DayMention | null,
	old: string,
	to: string,
	{ days }: Moved,
): readonly TextPiece[] {
	const [year = 0, month = 0, date = 0] = to.split('-').map(Number);
	const [oldYear = 0, oldMonth = 0] = old.split('-').map(Number);
	const pieces: TextPiece[] = [];
	const put = (span: DayMention['day'] | null, value: number): void => {
		if (span === null) return;
		const written = writeDatePart(value, span, text);
		if (written !== text.slice(span.start, span.end)) pieces.push({ start: span.start, end: span.end, text: written });
	};
	put(day.year, year);
	put(day.month, month);
	// 30日至1日 would read as the same month: the month is written where it no longer follows from the day before.
	const inherited = day.month === null && before !== null && day.monthMeant !== null;
	const beforeTo = inherited ? newOf(days, before, oldYear, oldMonth) : null;
	const carried = beforeTo === null ? oldMonth : Number(beforeTo.split('-')[1]);
	if (inherited && carried !== month) {
		const written = `${writeDatePart(month, day.day, text)}月${writeDatePart(date, day.day, text)}`;
		pieces.push({ start: day.day.start, end: day.day.end, text: written });
	} else put(day.day, date);
	if (day.weekday !== null) {
		const numeral = weekdayNumeral(weekdayOf(to));
		const written = text.slice(day.weekday.start, day.weekday.end);
		const sunday = written === '天' && numeral === '日';
		if (written !== numeral && !sunday) pieces.push({ start: day.weekday.start, end: day.weekday.end, text: numeral });
	}
	return pieces;
}

function newOf(
	days: Moved['days'],
	{ day, monthMeant, yearMeant }: DayMention,
	year: number,
	month: number,
): string | null {
	const pad = (value: number): string => String(value).padStart(2, '0');
	return days.get(`${yearMeant ?? year}-${pad(monthMeant ?? month)}-${pad(day.value)}`) ?? null;
}

function sentenceBounds(text: string, at: number): { readonly from: number; readonly to: number } {
	let from = at;
	while (from > 0 && at - from < 400 && !sentenceMarks.includes(text.charAt(from - 1))) from -= 1;
	let to = at;
	while (to < text.length && to - at < 400 && !sentenceMarks.includes(text.charAt(to))) to += 1;
	return { from, to };
}

/** Places and names: whole words as the manifest has them. */
function judgeWords(here: Here): readonly Found[] {
	const { moved, paper, paragraph, free } = here;
	const { text } = paragraph;
	const found: Found[] = [];
	if (moved.venue !== null && speaksOfSession(here)) {
		for (const start of occurrences(text, moved.venue[0])) found.push(word('place', start, moved.venue, null));
	}
	for (const { old, next, of, shared } of moved.persons) {
		const role = paper.outline.claims[paragraph.block]?.role;
		const own = of === paper.id && (role === 'author' || role === 'caption' || role === 'signature');
		if (!free && !own) continue;
		for (const start of occurrences(text, old)) {
			const doubt =
				next === null
					? note('已不在列席人员中，请改写', 'no longer attends; rewrite it')
					: shared && !own
						? note('同名的人在别处没有变，请核对指谁', 'the same name stays elsewhere; who is meant?')
						: null;
			found.push(word('person', start, [old, next], doubt));
		}
	}
	return found;
}

function word(
	kind: PlannedFact['kind'],
	start: number,
	[old, next]: readonly [string, string | null],
	doubt: Bilingual | null,
): Found {
	const end = start + old.length;
	return {
		kind,
		start,
		end,
		pieces: next === null ? [] : [{ start, end, text: next }],
		to: next,
		status: doubt === null ? 'valid' : 'check',
		note: doubt,
	};
}

function occurrences(text: string, wanted: string): readonly number[] {
	const found: number[] = [];
	if (wanted === '') return found;
	for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
	return found;
}
