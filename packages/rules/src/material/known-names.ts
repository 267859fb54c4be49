/** Names that a paper states as names of people. */

import { squeeze } from '../text/passages.ts';
import type { Material } from './front.ts';
import { clausesOf, namesOf } from './personnel.ts';

/** The reporter and those appointed or removed, without blanks and duplicates, in order. */
export function knownNames(context: Material): readonly string[] {
	const names = [context.outline.reporter.person, ...clausesOf(context).flatMap((clause) => namesOf(clause))];
	return [...new Set(names.map(squeeze).filter((name) => name.length >= 2))];
}
