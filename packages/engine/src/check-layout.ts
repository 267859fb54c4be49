import type { Unchecked } from '@bianxu/model';
import { letPass, runLayoutRules } from '@bianxu/rules';
import type { Checked, Refused } from './check.ts';
import { knownIn } from './let-pass.ts';
import { ownPages } from './print.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/**
 * A checked document with the findings of the layout rules: the material is set as `print` sets it, and its pages are
 * judged. What cannot be set is said in `unchecked`. Rejects with the World's error only (fonts that cannot be read).
 */
export async function withLayout<T extends Checked | Refused>(
	session: Session,
	checked: T,
	settings: Settings,
): Promise<T> {
	if (checked.document === null) return checked;
	const { document, outline, template, result } = checked;
	const { frames, refusals, fallbacks } = await ownPages(session, checked);
	const found = runLayoutRules({
		doc: document.doc,
		outline,
		template,
		date: settings.date,
		frames,
		standIns: fallbacks,
	});
	const unset = refusals.map(
		(refusal): Unchecked => ({
			code: 'layout-unset',
			message: {
				zh: `没有排版，版面规则未检查：${refusal.message.zh}`,
				en: `Not set, so its pages were not looked at: ${refusal.message.en}`,
			},
			...(refusal.block === undefined ? {} : { block: refusal.block }),
		}),
	);
	const { sidecar } = settings;
	const known = knownIn(session, settings.known);
	const passed = letPass({ doc: document.doc, template, diagnostics: found, sidecar, known, judgeAllowances: false });
	const suppressed = [...(result.suppressed ?? []), ...passed.suppressed];
	const diagnostics = [...result.diagnostics, ...passed.diagnostics].sort(
		(a, b) => a.place.block - b.place.block || a.place.start - b.place.start,
	);
	const unchecked = [...result.unchecked, ...unset];
	return {
		...checked,
		result: { ...result, diagnostics, ...(suppressed.length === 0 ? {} : { suppressed }), unchecked },
	};
}
