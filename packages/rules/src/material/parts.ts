/** Parts that a type of material must have (template.parts): found by their words in headings and running text. */

import type { Finding, PartRequirement } from '@bianxu/model';
import { flattenHeadings } from '@bianxu/model';
import { attachmentsFrom } from '../role-style.ts';
import { mainProse, squeeze } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { bareTitle, type Material, otherAddressee } from './front.ts';
import { missingPart } from './words.ts';

/** The part of the template, or undefined when the profile does not require it. */
function requiredPart(context: Material, id: string): PartRequirement | undefined {
	const part = context.template.parts.find((each) => each.id === id);
	return part?.required === true && part.words.length > 0 ? part : undefined;
}

/** True when a heading or the running text before the attachments has one of the part's words. */
export function hasPart(context: Material, part: PartRequirement): boolean {
	const last = attachmentsFrom(context.outline);
	const headings = flattenHeadings(context.outline.headings)
		.filter(({ block }) => block < last)
		.map(({ text }) => text);
	const texts = [...headings, ...mainProse(context).map(({ text }) => text)].map(squeeze);
	return part.words.some((word) => texts.some((text) => text.includes(word)));
}

/** One finding on the whole paper when the required part is missing; nothing when the paper has no running text at all. */
export function missingPartFindings(context: Material, id: string): readonly Finding[] {
	const part = requiredPart(context, id);
	if (part === undefined || mainProse(context).length === 0 || hasPart(context, part)) return [];
	return [documentFinding(missingPart(part), { expected: part.name, source: part.source })];
}

/**
 * True for a report on work done: special reports, inspections, audits. Reports on a plan to be adopted, on an examination
 * or a revision, and on credentials, have parts of their own.
 */
export function reportsWork(context: Material): boolean {
	if (otherAddressee(context)) return false;
	const title = bareTitle(context.outline);
	if (/审查|审议结果|修改情况|资格|(?:调整|安排)方案|决算|选举|表决|筹备|起草|办法|条例[^》]*(?:草案|修改)/.test(title))
		return false;
	return /工作|情况|检查|调研|审计/.test(title);
}
