import { testRule } from '../../test/example-doc.ts';
import { rule } from './index.ts';

testRule(rule);
