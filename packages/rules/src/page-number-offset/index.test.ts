import { testPrintRule } from '../../test/example-print.ts';
import { rule } from './index.ts';

testPrintRule(rule);
