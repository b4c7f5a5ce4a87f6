import type { Facts, StoryUnit } from '../facts.ts';

/** What one 科目 of a unit comes to in another year than that of the facts. */
export type Year = (amount: number, unit: StoryUnit | undefined) => number;

/** The budget of the year as it stands. */
export const budgetOf: Year = (amount) => amount;

/** 上年预算: a little under this year's, in tens. */
export const lastBudgetOf: Year = (amount) => Math.round((amount * 0.96) / 10) * 10;

/** 上年决算: what was spent of last year's budget; each unit by a share of its own. */
export const accountOf: Year = (amount, unit) => {
  const spent = unit === undefined ? 0.94 : 0.93 + ((unit.name.length * 7 + amount) % 9) / 100;
  return Math.round(lastBudgetOf(amount, unit) * spent);
};

/** 支出 by 科目 in the order of the units: what all units spend, and what is no unit's. */
export function spending(facts: Facts, year: Year = budgetOf): Map<string, number> {
  const by = new Map<string, number>();
  const add = (subject: string, amount: number) => by.set(subject, (by.get(subject) ?? 0) + amount);
  for (const unit of facts.units)
    for (const [subject, amount] of Object.entries(unit.budget ?? {}))
      add(subject, year(amount, unit));
  for (const [subject, amount] of Object.entries(facts.unallocated ?? {}))
    add(subject, year(amount, undefined));
  return by;
}

/** What a unit spends in all. */
export function unitSpending(unit: StoryUnit, year: Year = budgetOf): number {
  return Object.values(unit.budget ?? {}).reduce((sum, amount) => sum + year(amount, unit), 0);
}
