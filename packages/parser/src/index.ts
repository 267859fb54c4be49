export { type DocxOptions, type DocxReading, readDocx } from './docx/read-docx.ts';
export type { DocxPart, DocxSource } from './docx/source.ts';
export { type MarkdownReading, readMarkdown } from './markdown/read-markdown.ts';
export { type LoweredMarkdown, lowerMarkdown } from './markdown/lower-markdown.ts';
export { type LoweredDocx, type LoweringOptions, lowerDocx } from './docx/lower/lower-docx.ts';
export { type AnnotatedDocx, type Annotation, annotateDocx } from './docx/annotate-docx.ts';
export { type TrackedDocx, trackDocx } from './docx/track/track-docx.ts';
export type { Revision } from './docx/track/revision-marks.ts';
export { type Depth, type StyleShare, styleDepth } from './docx/lower/style-depth.ts';
