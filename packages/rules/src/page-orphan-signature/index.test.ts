import { testLayoutRule } from '../../test/example-layout.ts';
import { rule } from './index.ts';

testLayoutRule(rule);
