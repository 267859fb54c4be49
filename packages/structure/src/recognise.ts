/**
 * The recogniser: small readers in the order in which a person reads. The first claim for a paragraph stays; whatever nobody
 * claims is body. Total: every paragraph of any Doc gets exactly one role.
 */

import type { AttachmentEntry, Doc, Outline, RoleClaim, TemplateId } from '@bianxu/model';
import { attachmentHead, attachmentNote, isAttachmentLabel, labelledTitle } from './attachments.ts';
import { closingBlock, isImprint } from './closing-block.ts';
import { placedClaim, typedContents } from './containers.ts';
import { frontBlock } from './front-block.ts';
import { genreOf, isOrganSalutation, isPersonSalutation, readAuthor } from './front-forms.ts';
import { dashItem, headingClaim, headingTree, markOf } from './headings.ts';
import { because, claim, codesOf, lastCode, type Line, lineOf } from './line.ts';
import { nameEntry } from './name-list.ts';
import { tableLine } from './tables.ts';
import { deliveryOf, templateOf } from './type.ts';
import { postEnding } from './words.ts';

interface Part {
	readonly lines: readonly Line[];
	/** Genre that decides whether numbered paragraphs are items: the paper's, or the attachment's own. */
	readonly genre: string;
}

/** With what a line begins that is no running text, whatever it goes on with. */
const LOOSE_HEAD = /^(?:第[一二三四五六七八九十百\d]|附件|审核|校对|打印|拟稿|注[：:])/;
/** Ends of a sentence, a clause or an opening: a heading without a number has none. */
const TEXT_ENDS = codesOf('。；，、：:！？,.;');

/**
 * A line that is no running text though it has no mark of its own: a tag of a template, a chapter, a label or a heading
 * without a number, told by its type. What it is to be is not known, so rules on format stay silent; null for all others.
 */
function looseLine(line: Line): RoleClaim | null {
	const { dense, paragraph } = line;
	const loose = (zh: string, en: string): RoleClaim => claim(line, 'unknown', 0.3, because(zh, en));
	if (LOOSE_HEAD.test(dense)) {
		if (dense.length <= 40) {
			if (/^第[一二三四五六七八九十百\d]{1,3}[章节编篇](?!第)/.test(dense) && !/[。；]$/.test(dense))
				return loose('章节标题', 'title of a chapter');
			if (/^附件[一二三四五六七八九十\d]{0,3}[（(][^（()）]{1,10}[）)]$/.test(dense))
				return loose('附件标记', 'label of an attachment');
			if (/^(?:审核|校对|打印|拟稿)[：:].{1,20}$/.test(dense)) return loose('经手人', 'who handled the paper');
		}
		if (/^注[：:]/.test(dense)) return loose('表注', 'a note to a table');
	}
	// A line to write on, or columns made with blanks: 「单位名称（公章）：        」. Their type is that of the form.
	if (paragraph.text.length - dense.length > 5) {
		if (/[：:][ \u00a0\u3000\t]{6}|\S[ \u00a0\u3000]{6,}\S/.test(paragraph.text) && !/[。；]/.test(dense))
			return loose('供填写、用空格分栏的行', 'a line to fill in, or columns made with blanks');
		if (/^[ \u00a0\u3000]{12}/.test(paragraph.text) && dense.length <= 30 && !/[。；]/.test(dense))
			return loose('用空格推到右边的短行', 'a short line pushed to the right with blanks');
	}
	if (line.text.includes('{{') && /^[^：:]{1,12}[：:]\s{0,4}\{\{/.test(line.text))
		return loose('模板的栏目', 'a field of a template');
	if (isOrganSalutation(dense)) return loose('函件的称谓', 'addresses an organ, as a letter does');
	if (dense.length > 20 || TEXT_ENDS.has(lastCode(dense)) || paragraph.label !== null) return null;
	const visible = paragraph.runs.filter((run) => paragraph.text.slice(run.start, run.end).trim() !== '');
	const set =
		visible.length > 0 &&
		visible.every(({ format }) => HEADING_FACE.test(format.eastAsia) || format.bold || format.size > 17);
	return set ? loose('没有序号，字体、字号像标题', 'no number; set like a heading') : null;
}

/** A remark below a figure or the caption of one. */
const sourceForm = /^(?:说明|来源|资料来源|数据来源|图片来源|备注)[：:]/;

/** Faces in which headings are set. */
const HEADING_FACE = /黑|标宋|SimHei|Hei/;

const PLAIN = because('没有其他特征，按正文', 'nothing else speaks; body');

/** Text of a stretch between front block and end: tables' lines, dashes, headings, entries, then body. */
function innerClaims(doc: Doc, { lines, genre }: Part, list: boolean): readonly RoleClaim[] {
	const done: RoleClaim[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at];
		if (line === undefined) continue;
		const found =
			tableLine(doc, line) ??
			dashItem(line) ??
			headingClaim(line, genre) ??
			(list ? nameEntry(line) : null) ??
			looseLine(line) ??
			claim(line, 'body', 0.8, PLAIN);
		done.push(at === 0 ? found : besideOthers(found, line, done[at - 1], lines[at - 1]));
	}
	return done;
}

/** A claim once the one above it is known: what is read of a line by itself may be wrong among its neighbours. */
function besideOthers(each: RoleClaim, line: Line, above: RoleClaim | undefined, before: Line | undefined): RoleClaim {
	if (before === undefined || above === undefined) return each;
	if (each.role === 'body' && above.role.endsWith('-caption') && sourceForm.test(line.dense))
		return claim(line, 'unknown', 0.3, because('图表的说明', 'a remark on a figure or a table'));
	if (each.mark === undefined || each.runInEnd !== undefined || !line.text.endsWith('。')) return each;
	// 「1.……；」 before 「2.……。」: the last item of a list ends as a sentence and is no more a heading than the others; nor is
	// one that goes on behind a numbered sentence too long for a heading. 「二、存在的问题。」 stays a heading with a slip.
	const sentence = above.role === 'body' || (above.runInEnd !== undefined && above.confidence < 0.5);
	const mark = sentence ? markOf(before) : null;
	const item =
		mark?.level === each.mark.level &&
		(before.text.endsWith('；') || (mark.level > 1 && mark.ordinal === each.mark.ordinal - 1));
	return item ? claim(line, 'body', 0.8, because('列举的最后一项', 'the last item of a list')) : each;
}

function joined(doc: Doc, claims: readonly RoleClaim[], ...roles: readonly RoleClaim['role'][]): string {
	let text = '';
	for (const { role, block } of claims)
		if (roles.includes(role)) text += (doc.paragraphs[block]?.text ?? '').replaceAll(/\s/g, '');
	return text;
}

/** Who reports: `authors` are claims of the front block, in which alone one stands; signers are looked for in all. */
function reporterOf(doc: Doc, front: readonly RoleClaim[], claims: readonly RoleClaim[]): Outline['reporter'] {
	const textOf = ({ block }: RoleClaim): string => (doc.paragraphs[block]?.text ?? '').trim();
	const read = (each: RoleClaim): Outline['reporter'] | null =>
		readAuthor(textOf(each).replace(/^[（(](.*)[）)]$/, '$1'));
	const named = (found: readonly Outline['reporter'][]): Outline['reporter'] | undefined =>
		found.find(({ person }) => person !== '') ?? found[0];
	const lines = front.filter(({ role }) => role === 'author');
	const authors = lines.flatMap((each) => read(each) ?? []);
	const alone = authors.find(({ post, person }) => post === '' && person !== '');
	if (alone !== undefined) {
		// The post may stand on a line of its own above the name.
		const above = lines.map(textOf).find((text) => postEnding.test(text) && readAuthor(text) === null);
		if (above !== undefined) return { post: above.replaceAll(/\s/g, ''), person: alone.person };
	}
	if (authors.length > 0) return named(authors) ?? NOBODY;
	return named(claims.filter(({ role }) => role === 'signature').flatMap((each) => read(each) ?? [])) ?? NOBODY;
}

const NOBODY: Outline['reporter'] = { post: '', person: '' };

/**
 * Says which part each paragraph of `doc` plays and what kind of paper it is (domain.md §1.5, §2). Never throws on content.
 * `template` other than 'auto' is taken as stated. `claims[i].block === i` for every paragraph.
 */
export function recognise(doc: Doc, options: { readonly template: TemplateId | 'auto' }): Outline {
	const { paragraphs } = doc;
	// The first claim stays.
	const settled: (RoleClaim | undefined)[] = [];
	const settle = (found: readonly RoleClaim[]): void => {
		for (let at = 0; at < found.length; at += 1) {
			const each = found[at];
			if (each !== undefined) settled[each.block] ??= each;
		}
	};
	const typed = typedContents(doc);
	const lines: Line[] = [];
	for (let block = 0; block < paragraphs.length; block += 1) {
		const paragraph = paragraphs[block];
		if (paragraph === undefined) continue;
		const place = placedClaim(paragraph, typed);
		settled.push(place ?? undefined);
		if (place === null) lines.push(lineOf(paragraph));
	}
	const afterBlank = ({ block }: Line): boolean => paragraphs[block - 1]?.text.trim() === '';

	const front = frontBlock(doc, lines);
	settle(front.claims);
	const title = joined(doc, front.claims, 'organ-line', 'title');
	const genre = genreOf(title);

	const labels: number[] = [];
	for (let at = front.end; at < lines.length; at += 1) {
		const line = lines[at];
		if (line === undefined) continue;
		if (isAttachmentLabel(line, lines[at + 1]) || labelledTitle(line) !== null) labels.push(at);
		if (isImprint(line.dense)) settle([claim(line, 'imprint', 0.8, IMPRINT)]);
	}
	const main = lines.slice(front.end, labels[0] ?? lines.length);
	const note = attachmentNote(main, afterBlank);
	settle(note.claims);
	const noted = new Set(note.claims.map(({ block }) => block));
	const unnoted = noted.size === 0 ? main : main.filter(({ block }) => !noted.has(block));
	settle(closingBlock(unnoted));
	// The signature stands behind the note, the closing before it.
	if (noted.size > 0) {
		const firstNote = main.findIndex(({ block }) => noted.has(block));
		settle(closingBlock(main.slice(0, firstNote)));
	}

	const present: AttachmentEntry[] = [];
	labels.forEach((from, order) => {
		const part = lines.slice(from, labels[order + 1] ?? lines.length);
		const own = part[0] === undefined ? null : labelledTitle(part[0]);
		const head = own === null ? attachmentHead(part) : { claims: [own.claim], entry: own.entry, used: 1 };
		if (head.entry !== null) present.push(head.entry);
		const kind = genreOf(head.entry?.title ?? '');
		const rest = part.slice(head.used);
		settle(head.claims);
		settle(closingBlock(rest));
		settle(innerClaims(doc, { lines: rest, genre: kind }, kind === '名单'));
	});

	const list = genre === '名单' || (title === '' && /^(?:决定|批准)?(?:任命|免去)/.test(main[0]?.dense ?? ''));
	settle(innerClaims(doc, { lines: main, genre }, list));
	const claims = settled.map((each, block) => each ?? claim({ block }, 'unknown', 0, UNREAD));

	const reporter = reporterOf(doc, front.claims, claims);
	const salutation = joined(doc, front.claims, 'salutation');
	const opening = paragraphs[claims.find(({ role }) => role === 'body')?.block ?? -1]?.text ?? '';
	const type = templateOf(options.template, title, genre, claims, opening, reporter.person);
	return {
		template: type.template,
		templateEvidence: type.evidence,
		unknownType: type.unknownType,
		genre,
		delivery: deliveryOf({
			caption: joined(doc, front.claims, 'caption'),
			salutation: salutation === '' ? 'none' : isPersonSalutation(salutation) ? 'person' : 'organ',
			title: title + joined(doc, front.claims, 'note'),
			signed: claims.some(({ role }) => role === 'date'),
			person: reporter.person !== '',
		}),
		claims,
		// A file that is an attachment itself has its attachment's title.
		title: title === '' && main.length === 0 ? (present[0]?.title ?? '') : title,
		headings: headingTree(claims, (block) => paragraphs[block]?.text ?? ''),
		listedAttachments: note.entries,
		presentAttachments: present,
		reporter,
	};
}

const IMPRINT = because('抄送、印发', 'copies and printing');
const UNREAD = because('没有读到', 'not read');
