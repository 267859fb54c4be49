export { type Planned, planPacket } from './plan.ts';
export { recordPlan } from './record.ts';
export { type Accept, type PacketPaper, parseAccept, type PlanRequest, type UnreadPaper } from './request.ts';
