import type { LegalDeadline } from '@columns/standard';
import { getColumn } from './column.ts';

/** A deadline of the work as a whole, by its id in the standard. */
export function deadlineOf(id: string): LegalDeadline {
  const found = getColumn().deadlines.find((deadline) => deadline.id === id);
  if (!found) throw new Error(`No deadline “${id}” (packages/standard/data/deadlines.yaml).`);
  return found;
}

const UNITS = { 'working-day': '个工作日', 'calendar-day': '日' } as const;

/** 20 个工作日, 3 月 31 日前. */
export function amountText({ rule }: LegalDeadline): string {
  if (rule.kind === 'fixed-date') return `${rule.month}月${rule.day}日前`;
  if (!('amount' in rule) || !('unit' in rule)) return '';
  const unit = UNITS[rule.unit as keyof typeof UNITS] ?? '';
  return `${rule.amount}${unit}`;
}
