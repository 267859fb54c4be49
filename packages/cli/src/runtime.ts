import { setFlagsFromString } from 'node:v8';

/**
 * Twice the bytecode runs before a function is handed to the optimising compiler (V8's default is 132 KB). Most runs of
 * the command last under a second: what is optimised early is optimised on too little knowledge and compiled again,
 * which costs a tenth of the whole CPU time of a run over 100 reports. Long runs do not notice.
 */
setFlagsFromString('--interrupt-budget=400000');
