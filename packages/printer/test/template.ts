import type { Template } from '@bianxu/model';
import { defaultProfile, resolveTemplate } from '../../config/src/index.ts';

/** The work-report template as the default profile resolves it. */
export const template: Template = resolveTemplate('work-report', {
	profile: defaultProfile,
	level: 'prefecture',
	mode: 'auto',
	place: '滨江市',
	overrides: {},
});
