import { testRule } from '../../test/test-rule.ts';
import { rule } from './index.ts';

testRule(rule);
