/** New counties, and moving what is there: changes to content as plans, written all or nothing. */
export { applyPlan } from './edit/apply.ts';
export type { NewEntry } from './edit/begin.ts';
export { planEntry } from './edit/begin.ts';
export type { ContentPlan } from './edit/plan.ts';
export type { Relocation } from './edit/relocate.ts';
export { planRelocation } from './edit/relocate.ts';
export type { Withdrawal } from './edit/withdraw.ts';
export { planWithdrawal } from './edit/withdraw.ts';
export { GrowFaults } from './fault.ts';
export { generatedFiles, refresh } from './generated.ts';
export { appFiles } from './new/app.ts';
export { createCounty } from './new/create.ts';
export type { NewCountyOptions, NewCountyPlan } from './new/plan.ts';
export { planCounty, townCounts } from './new/plan.ts';
