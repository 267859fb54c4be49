import { testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule);
