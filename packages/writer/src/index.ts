export { type DocumentRequest, guidanceOf, newDocument } from './new-document.ts';
export { writeSheet } from './write-sheet.ts';
