export { agendaOf, type Planned, planPacket } from './plan.ts';
export { recordPlan } from './record.ts';
export { sheetsOf } from './reprint.ts';
export { type Accept, type PacketPaper, parseAccept, type PlanRequest, type UnreadPaper } from './request.ts';
export { titleFit } from './title.ts';
