export { type DocumentRequest, newDocument } from './new-document.ts';
