import {
	annotateBytes,
	type Checked,
	checkBytes,
	createSession,
	fixBytes,
	type Refused,
	report,
	type Settings,
	settingsFor,
} from '@bianxu/engine';
import type { Diagnostic, FileResult, Problem, Unchecked } from '@bianxu/model';
import { browserWorld } from './browser-world.ts';
import type { Reply, Request, ShownFile, ShownFinding } from './protocol.ts';

/** Characters shown on either side of a faulty stretch. */
const AROUND = 14;
/** Longest required or actual value that is shown whole, in code points. */
const VALUE = 160;
/** Paragraphs named by a note that was met several times. */
const NAMED = 5;

const files = new Map<string, Uint8Array>();
const session = createSession(browserWorld(files));

self.addEventListener('message', (event: MessageEvent<Request>) => {
	void answer(event.data).then((reply) => self.postMessage(reply));
});

/** Serves one request. What the engine throws is a fault of the program, never of the document: it is said as such. */
async function answer(request: Request): Promise<Reply> {
	try {
		return await serve(request);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return failed(request, `程序内部出错，文件没有改动（${report.escapeTerminal(reason)}）`);
	}
}

async function serve(request: Request): Promise<Reply> {
	const { id, verb, name, bytes, choice } = request;
	const path = `/${name}`;
	files.clear();
	files.set(path, bytes);
	const settings = await settingsFor(session, path, choice);
	switch (verb) {
		case 'check':
			return { id, verb, file: shownFile(checkBytes(session, path, bytes, settings)) };
		case 'fix':
			return correct(request, path, settings);
		case 'annotate': {
			const annotated = annotateBytes(session, path, bytes, settings, 'zh');
			if (annotated.bytes !== null) return { id, verb, bytes: annotated.bytes, comments: annotated.comments };
			const reason = annotated.result.refused ?? annotated.result.problems.at(-1);
			return failed(request, reason?.message.zh ?? '没有生成批注稿');
		}
		case 'list': {
			const { after, failure } = fixBytes(session, path, bytes, settings, 'safe');
			const reason = failure ?? after.result.refused;
			if (reason !== null) return failed(request, reason.message.zh);
			return { id, verb, html: report.correctionListHtml({ ...after.result, path: name }, 'zh') };
		}
	}
}

function correct(request: Request, path: string, settings: Settings): Reply {
	const { bytes, fixed, after, failure } = fixBytes(session, path, request.bytes, settings, 'safe');
	const reason = failure ?? after.result.refused;
	if (reason !== null) return failed(request, reason.message.zh);
	return { id: request.id, verb: 'fix', bytes, fixed, left: after.result.diagnostics.length };
}

function failed({ id }: Request, message: string): Reply {
	return { id, verb: 'failed', message };
}

function shownFile({ document, result }: Checked | Refused): ShownFile {
	const { errors, warnings, infos } = report.summaryOf([result]);
	return {
		refused: result.refused === null ? null : report.escapeTerminal(result.refused.message.zh),
		template: result.template,
		errors,
		warnings,
		infos,
		annotatable: document !== null && document.doc.kind !== 'markdown',
		findings: shownFindings(result),
		problems: notesOf(result.problems),
		unchecked: notesOf(result.unchecked),
	};
}

function shownFindings(result: FileResult): readonly ShownFinding[] {
	return report.inTextOrder(result.diagnostics).map((diagnostic, index) => ({
		number: index + 1,
		severity: diagnostic.severity,
		place: report.escapeTerminal(report.placeText(diagnostic.place, 'zh')),
		excerpt: excerptOf(diagnostic),
		message: report.escapeTerminal(diagnostic.message.zh),
		required: valueOf(diagnostic.expected),
		actual: valueOf(diagnostic.actual),
		source: report.escapeTerminal(report.sourceText(diagnostic.source, 'zh')),
		rule: diagnostic.rule,
		fix: diagnostic.fix?.safety ?? 'none',
	}));
}

/** A stretch inside a paragraph is shown; a whole paragraph is already named by its place. */
function excerptOf({ place }: Diagnostic): ShownFinding['excerpt'] {
	const partial = place.end > place.start && !(place.start === 0 && place.end >= place.text.length);
	if (!partial) return null;
	const { before, hit, after } = report.surroundings(place.text, place.start, place.end, AROUND);
	const { escapeTerminal } = report;
	return { before: escapeTerminal(before), hit: escapeTerminal(hit), after: escapeTerminal(after) };
}

function valueOf(value: string | null): string | null {
	if (value === null) return null;
	if (value === '') return '（无）';
	const points = Array.from(value.slice(0, VALUE * 2 + 2));
	const cut = points.length > VALUE || value.length > VALUE * 2 + 2;
	return report.escapeTerminal(cut ? `${points.slice(0, VALUE).join('')}…` : value);
}

/** One line a message, with the paragraphs (counted from 1) it was met in. */
function notesOf(notes: readonly (Problem | Unchecked)[]): readonly string[] {
	const blocks = new Map<string, number[]>();
	for (const { message, block } of notes) {
		const met = blocks.get(message.zh) ?? [];
		if (block !== undefined) met.push(block + 1);
		blocks.set(message.zh, met);
	}
	return [...blocks].map(([message, met]) => {
		const named = met.slice(0, NAMED).join('、');
		const where = met.length === 0 ? '' : `（第${named}段${met.length > NAMED ? `等${met.length}处` : ''}）`;
		return report.escapeTerminal(message) + where;
	});
}
