import type { FindingSeverity, TemplateId } from '@bianxu/model';
import { element } from './element.ts';
import type { ShownFile, ShownFinding } from './protocol.ts';

const SEVERITY: Readonly<Record<FindingSeverity, string>> = { error: '错误', warning: '警告', info: '提示' };

const TEMPLATE: Readonly<Record<TemplateId, string>> = {
	'work-report': '工作报告',
	'duty-report': '述职报告',
	appointment: '人事任免',
	base: '通用',
};

/** What a person may ask for below a file's name. */
export interface Actions {
	readonly fix: (done: HTMLElement) => void;
	readonly annotate: (done: HTMLElement) => void;
	readonly list: (done: HTMLElement) => void;
}

/** A file that is still being checked. */
export function showPending(name: string): readonly Node[] {
	return [element('h2', '', name), element('p', 'verdict', '正在检查……')];
}

/** A file without findings to show: one sentence says why. */
export function showFault(name: string, message: string): readonly Node[] {
	return [element('h2', '', name), element('p', 'fault', `未能检查：${message}`)];
}

/** Everything about one checked file: verdict, buttons, numbered findings, what was not checked. */
export function showFile(name: string, file: ShownFile, actions: Actions): readonly Node[] {
	if (file.refused !== null) return showFault(name, file.refused);
	const kind = file.template === null ? null : element('span', 'kind', `　按「${TEMPLATE[file.template]}」检查`);
	const parts: Node[] = [element('h2', '', name, kind), verdict(file), actionBar(file, actions)];
	if (file.findings.length > 0) {
		const list = element('ol', 'findings', ...file.findings.map(showFinding));
		list.setAttribute('aria-label', `${name} 的检查结果`);
		parts.push(list);
	}
	const unchecked = file.unchecked.length === 0 ? ['没有跳过的内容；事实、数据和表述不在检查范围内'] : file.unchecked;
	if (file.problems.length > 0) parts.push(notes('读取提示', file.problems));
	parts.push(notes('没有检查的内容', unchecked));
	return parts;
}

function verdict({ errors, warnings, infos, findings }: ShownFile): HTMLElement {
	const judged =
		errors > 0
			? element('strong', 'bad', '不符合要求')
			: element('strong', 'good', findings.length === 0 ? '没有发现问题' : '符合要求');
	const safe = findings.filter((finding) => finding.fix === 'safe').length;
	const correctable = safe > 0 ? `；其中 ${safe} 处可自动改正` : '';
	return element('p', 'verdict', judged, `错误 ${errors}，警告 ${warnings}，提示 ${infos}${correctable}`);
}

function actionBar(file: ShownFile, actions: Actions): HTMLElement {
	const done = element('p', 'done');
	done.setAttribute('role', 'status');
	const correctable = file.findings.some((finding) => finding.fix === 'safe');
	const fix = button('下载改正稿', correctable, '没有可自动改正的地方', () => actions.fix(done));
	fix.classList.add('main');
	const annotate = file.annotatable
		? button('下载批注稿', file.findings.length > 0, '没有需要批注的地方', () => actions.annotate(done))
		: null;
	const list = button('打印修改清单', true, '', () => actions.list(done));
	return element('div', '', element('div', 'actions', fix, annotate, list), done);
}

function button(text: string, enabled: boolean, otherwise: string, act: () => void): HTMLButtonElement {
	const made = element('button', '', text);
	made.type = 'button';
	made.disabled = !enabled;
	if (!enabled) made.title = otherwise;
	made.addEventListener('click', act);
	return made;
}

function showFinding(finding: ShownFinding): HTMLElement {
	const { number, severity, place, excerpt, message, required, actual, source, rule, fix } = finding;
	const can =
		fix === 'safe'
			? element('span', 'can', '可自动改正')
			: fix === 'ask'
				? element('span', 'can ask', '须人工确认')
				: null;
	const body = element(
		'div',
		'',
		element('div', '', element('span', 'severity', SEVERITY[severity]), element('span', 'place', place), can),
		element('p', 'message', message),
		excerpt === null
			? null
			: element('p', 'excerpt', `原文：${excerpt.before}`, element('mark', '', excerpt.hit), excerpt.after),
		values(required, actual),
		element('p', 'source', `依据：${source}　规则 ${rule}`),
	);
	return element('li', severity, element('span', 'number', `${number}`), body);
}

function values(required: string | null, actual: string | null): HTMLElement | null {
	if (required === null && actual === null) return null;
	const pair = (name: string, kind: string, value: string | null): HTMLElement | null =>
		value === null ? null : element('div', '', element('dt', '', name), element('dd', kind, value));
	return element('dl', 'values', pair('要求', 'required', required), pair('实际', 'actual', actual));
}

function notes(title: string, lines: readonly string[]): HTMLElement {
	const items = lines.map((line) => element('li', '', line));
	return element('div', 'notes', element('h3', '', title), element('ul', '', ...items));
}
