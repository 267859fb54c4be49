import {
	type Doc,
	type Frame,
	type Language,
	type Outline,
	type OutlineNode,
	type PageCapacity,
	type Paragraph,
	type ParagraphFormat,
	type Problem,
	pageCapacity,
	pointsOfTwips,
	type RunFormat,
	type Section,
} from '@bianxu/model';
import { noteJson } from './lint-json.ts';

/**
 * `dump --stage doc` (contract): lengths in points, `firstLine` negative when hanging, `line` a multiple when `lineRule`
 * is auto. `charSpace` of the grid is in points too (w:charSpace / 4096); `lines` and `cells` of the grid say how many lines
 * a page and characters a line hold, and why, null where the font decides.
 */
export function dumpJson(doc: Doc, language: Language): string {
	return JSON.stringify({
		version: 1,
		kind: doc.kind,
		paragraphs: doc.paragraphs.map(paragraphJson),
		sections: doc.sections.map((section, index) => sectionJson(section, pageCapacity(doc, index), language)),
		problems: doc.problems.map((problem) => noteJson(problem, language)),
		unchecked: doc.unchecked.map((entry) => noteJson(entry, language)),
	});
}

/** `dump` of a file that was refused: the shape of the stage with nothing in it, and the reason among its problems. */
export function dumpRefusedJson(stage: 'doc' | 'outline' | 'frames', problem: Problem, language: Language): string {
	const problems = [noteJson(problem, language)];
	switch (stage) {
		case 'doc':
			return JSON.stringify({ version: 1, kind: null, paragraphs: [], sections: [], problems, unchecked: [] });
		case 'outline':
			return JSON.stringify({ version: 1, template: null, roles: [], headings: [], problems });
		case 'frames':
			return JSON.stringify({ version: 1, pages: [], problems });
	}
}

function paragraphJson(paragraph: Paragraph): unknown {
	return {
		block: paragraph.block,
		where: paragraph.where,
		text: paragraph.text,
		label: paragraph.label?.text ?? null,
		format: paragraphFormatJson(paragraph.format),
		runs: paragraph.runs.map((run) => runJson(paragraph.text.slice(run.start, run.end), run.format)),
	};
}

function paragraphFormatJson(format: ParagraphFormat): unknown {
	return {
		alignment: format.alignment,
		firstLine: pointsOfTwips(format.firstLine),
		left: pointsOfTwips(format.left),
		right: pointsOfTwips(format.right),
		before: pointsOfTwips(format.before),
		after: pointsOfTwips(format.after),
		line: format.lineRule === 'auto' ? format.line / 240 : pointsOfTwips(format.line),
		lineRule: format.lineRule,
	};
}

function runJson(text: string, format: RunFormat): unknown {
	const { eastAsia, ascii, size, bold, italic, underline, color } = format;
	return { text, eastAsia, ascii, size, bold, italic, underline, color };
}

function sectionJson(section: Section, { lines, cells }: PageCapacity, language: Language): unknown {
	return {
		width: pointsOfTwips(section.width),
		height: pointsOfTwips(section.height),
		top: pointsOfTwips(section.top),
		right: pointsOfTwips(section.right),
		bottom: pointsOfTwips(section.bottom),
		left: pointsOfTwips(section.left),
		orientation: section.orientation,
		grid: {
			type: section.grid.type,
			linePitch: pointsOfTwips(section.grid.linePitch),
			charSpace: section.grid.charSpace / 4096,
			lines: { count: lines.count, why: lines.why[language] },
			cells: { count: cells.count, why: cells.why[language] },
		},
	};
}

/** `dump --stage outline`: what the recogniser takes each paragraph for, and why. */
export function dumpOutlineJson(outline: Outline, language: Language): string {
	return JSON.stringify({
		version: 1,
		template: outline.template,
		unknownType: outline.unknownType,
		templateEvidence: outline.templateEvidence.map((evidence) => evidence[language]),
		genre: outline.genre,
		delivery: outline.delivery,
		title: outline.title,
		reporter: { post: outline.reporter.post, person: outline.reporter.person },
		roles: outline.claims.map((claim) => ({
			block: claim.block,
			role: claim.role,
			confidence: claim.confidence,
			evidence: claim.evidence.map((evidence) => evidence[language]),
			...(claim.mark === undefined ? {} : { mark: claim.mark }),
			...(claim.runInEnd === undefined ? {} : { runInEnd: claim.runInEnd }),
		})),
		headings: outline.headings.map(headingJson),
		listedAttachments: outline.listedAttachments,
		presentAttachments: outline.presentAttachments,
	});
}

/** Headings are at most five levels deep, so the recursion is bounded by the model. */
function headingJson(node: OutlineNode): unknown {
	return {
		block: node.block,
		level: node.level,
		mark: node.mark.canonical,
		text: node.text,
		lastBlock: node.lastBlock,
		children: node.children.map(headingJson),
	};
}

/** `dump --stage frames`: the laid-out pages; lengths in points from the upper left corner. */
export function dumpFramesJson(frames: readonly Frame[]): string {
	return JSON.stringify({ version: 1, pages: frames });
}
