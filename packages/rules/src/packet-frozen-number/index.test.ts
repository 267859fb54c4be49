import { exampleLock, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';

testPacketRule(rule, { lock: exampleLock('distributed') });
