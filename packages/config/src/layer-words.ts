/** The words that templates and profiles may use: what their reader checks by and their JSON Schema lists. */

import type { Alignment, AuthorityLevel, CongressLevel, FontRole, Role, Severity, TemplateId } from '@bianxu/model';

export const templateIds: readonly TemplateId[] = ['work-report', 'duty-report', 'appointment', 'base'];
export const congressLevels: readonly CongressLevel[] = ['province', 'prefecture', 'county'];
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'off'];

export const authorityLevels: readonly AuthorityLevel[] = [
	'law',
	'national-standard',
	'office-notice',
	'practice',
	'project',
];
export const fontRoles: readonly FontRole[] = ['xiaobiaosong', 'fangsong', 'kaiti', 'heiti', 'songti', 'latin'];
export const alignments: readonly Alignment[] = ['left', 'center', 'right', 'justify', 'distribute'];
export const roles: readonly Role[] = [
	'file-mark',
	'organ-line',
	'title',
	'caption',
	'author',
	'salutation',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'body',
	'dash-item',
	'closing',
	'attachment-note',
	'signature',
	'date',
	'note',
	'attachment-label',
	'attachment-title',
	'name-entry',
	'table-cell',
	'table-caption',
	'figure-caption',
	'unit-note',
	'imprint',
	'toc',
	'page-furniture',
	'note-text',
];
export const pageNumbers = [
	'width',
	'height',
	'top',
	'left',
	'textWidth',
	'textHeight',
	'tolerance',
	'lines',
	'cells',
	'charSpace',
];
export const styleNumbers = ['size', 'firstLineChars', 'leftChars', 'rightChars', 'linesBefore', 'linesAfter'];
export const valueKeys = ['page', 'fonts', 'roles', 'rules', 'salutations', 'closings', 'titleWords', 'parts'];
