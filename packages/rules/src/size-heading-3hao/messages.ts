import { sizeFixTitle, wrongSizeText } from '../font-words.ts';
import type { SizeWords } from '../role-size.ts';

export const words: SizeWords = { fixTitle: sizeFixTitle, wrong: wrongSizeText };
