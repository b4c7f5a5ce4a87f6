/** A county's plain facts, and the texts, tables and figures that are derived from them. */
export { main } from './command.ts';
export type { Facts } from './facts.ts';
export { readFacts, STORY_COUNTIES } from './facts.ts';
export type { PlannedFiles } from './plan.ts';
export { plannedFiles } from './plan.ts';
export { share } from './share.ts';
export type { Outcome } from './write.ts';
export { writeFiles } from './write.ts';
