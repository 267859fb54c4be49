export { type DocumentRequest, newDocument } from './new-document.ts';
export { writeSheet } from './write-sheet.ts';
