export { recognise } from './reading/recognise.ts';
