import { diffChars } from 'diff';
import { escapeHtml } from './escape.ts';

/** Longest pair of values that is compared letter by letter; longer ones are shown whole, one beside the other. */
const DIFF_LIMIT = 600;

/** Screen and A4 print; no outside font, picture or script. */
const STYLE = `
body{font:16px/1.6 "Noto Serif SC","Songti SC",SimSun,serif;color:#111;max-width:60em;margin:1.5em auto;padding:0 1em}
h1{font-size:1.6em;text-align:center;margin:.3em 0}h2{font-size:1.15em;margin:1.4em 0 .4em;border-bottom:2px solid #333}
table{border-collapse:collapse;width:100%;margin:.6em 0}th,td{border:1px solid #888;padding:.3em .5em;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th{background:#eee;font-weight:600}.no{width:3em;text-align:center}td.error,td.warning,td.info,th{white-space:nowrap}.verdict{font-size:1.4em;text-align:center;padding:.4em;border:3px double #111;margin:.8em 0}
.accept{color:#06662b}.revise,.reprint,.error{color:#a40000}.warning{color:#7a4b00}.info{color:#1d4f8a}
del{background:#ffd9d9;text-decoration:line-through}ins{background:#d7f5d7;text-decoration:underline}mark{background:#ffef9e}
.session{text-align:center;margin:.2em 0 .8em}.foot{margin-top:1.2em;display:flex;flex-wrap:wrap;gap:.6em 2.5em;break-inside:avoid}.foot span{white-space:nowrap}
.large{font-size:1.6em;line-height:1.7;margin:.3em 0}.note{color:#444;font-size:.9em}.source{font-size:.85em;color:#444}.sign td{height:3.2em;width:33%}.pages{display:flex;flex-wrap:wrap;gap:1em}
figure{margin:0;border:1px solid #888;width:20em}figure img,figure svg{width:100%;display:block}figcaption{padding:.2em .5em;border-top:1px solid #888}
@media print{@page{size:A4;margin:18mm}body{max-width:none;margin:0;font-size:11pt}table{font-size:10pt;line-height:1.4}tr,figure{break-inside:avoid}h1,h2{break-after:avoid}}
`;

/** Places to write by hand behind each name, and for day and hour. */
export function signLine(names: readonly string[]): string {
	const places = names.map((name) => `<span>${escapeHtml(name)}：____________</span>`).join('');
	return `<p class="foot">${places}<span>　　　年　　月　　日　　时</span></p>`;
}

/** A whole page of HTML: one file, no connection allowed by policy. `body` is trusted markup, everything in it escaped. */
export function htmlPage(language: 'zh' | 'en', title: string, body: string): string {
	return [
		'<!doctype html>',
		`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		`<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
		body,
		'</body></html>',
		'',
	].join('\n');
}

/** Required and actual as markup: what the actual value has too much in <del>, what it lacks in <ins>. */
export function requiredBesideActual(
	expected: string | null,
	actual: string | null,
): { readonly required: string; readonly actual: string } {
	if (expected === null || actual === null || expected.length + actual.length > DIFF_LIMIT) {
		return { required: escapeHtml(expected ?? '—'), actual: escapeHtml(actual ?? '—') };
	}
	const parts = diffChars(actual, expected);
	const side = (skip: 'added' | 'removed', tag: 'ins' | 'del'): string =>
		parts
			.filter((part) => !part[skip])
			.map((part) =>
				part.added || part.removed ? `<${tag}>${escapeHtml(part.value)}</${tag}>` : escapeHtml(part.value),
			)
			.join('');
	return { required: side('removed', 'ins'), actual: side('added', 'del') };
}
