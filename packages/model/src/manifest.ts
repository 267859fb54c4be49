import type { CongressLevel } from './template.ts';

/** A day as YYYY-MM-DD. */
export type Day = string;

export type NumberingScheme = 'continuous' | 'item' | 'frozen';
export type MaterialState = 'draft' | 'numbered' | 'printed' | 'distributed' | 'withdrawn';
export type MaterialKind =
	| 'report'
	| 'duty'
	| 'appointment'
	| 'bill'
	| 'draft'
	| 'explanation'
	| 'opinion'
	| 'attachment'
	| 'list'
	| 'minutes'
	| 'other';
export type UnnumberedKind = 'agenda' | 'schedule' | 'contents' | 'host-script' | 'attendees' | 'voting' | 'notice';
export type Series = 'main' | 'written' | 'reference' | 'supplement';
export type Binding = 'loose' | 'stapled' | 'saddle';

export interface SessionFacts {
	readonly place: string;
	readonly level: CongressLevel;
	readonly organ: string;
	readonly term: number;
	readonly meeting: number;
	readonly days: readonly Day[];
	/** Where it is held (会议地点), '' or absent when the manifest does not say. */
	readonly venue?: string;
	/** Who attends by post (列席人员): 市发展改革委主任 → 王某某. */
	readonly attendees?: Readonly<Record<string, string>>;
}

export interface NumberingPolicy {
	readonly scheme: NumberingScheme;
	/** Any text with {n} (Han) or {arabic}. */
	readonly form: string;
	readonly freezeAt: MaterialState;
	readonly pages: 'material' | 'packet';
}

export interface ManifestMaterial {
	readonly id: string;
	readonly file: string;
	readonly title: string;
	readonly kind: MaterialKind;
	readonly department: string;
	readonly person: string;
	readonly state: MaterialState;
	readonly copies: number | null;
	readonly binding: Binding;
	readonly series: Series;
	/** Id of the material this one is an attachment of. */
	readonly of: string | null;
	readonly supplements: string | null;
	readonly replaces: string | null;
}

export interface ManifestItem {
	readonly id: string;
	readonly title: string;
	readonly day: Day | null;
	/** Decision by which the item was withdrawn; true when none is named. */
	readonly withdrawn: string | true | null;
	readonly movedTo: string | null;
	/** false: not for the public (不公开); absent: open. */
	readonly public?: false;
	readonly materials: readonly ManifestMaterial[];
}

export interface UnnumberedPaper {
	readonly id: string;
	readonly file: string;
	readonly kind: UnnumberedKind;
}

/** Step of the 筹备工作一览表. */
export interface ScheduleEntry {
	readonly item: string;
	readonly lead: string;
	readonly unit: string;
	readonly person: string;
	readonly steps: string;
	readonly due: Day | null;
	readonly done: Day | null;
}

/** Who signs, in order; the roles of `parallel` that stand side by side sign in any order (会签). */
export interface ReviewPolicy {
	readonly roles: readonly string[];
	readonly parallel: readonly string[];
}

/** packet.yaml, read and checked. Order of items and materials is the order on the agenda. */
export interface Manifest {
	readonly session: SessionFacts;
	readonly profile: string;
	readonly numbering: NumberingPolicy;
	readonly items: readonly ManifestItem[];
	readonly unnumbered: readonly UnnumberedPaper[];
	readonly schedule: readonly ScheduleEntry[];
	/** Absent: 拟稿人, 部门负责人, 分管领导. */
	readonly review?: ReviewPolicy;
}
