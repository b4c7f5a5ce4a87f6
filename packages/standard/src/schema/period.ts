import { z } from 'zod';

/** How often an item is due, with its Chinese name. */
export const periodLabels = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
} as const;

export type PeriodLength = keyof typeof periodLabels;

export const periodSchema = z.enum(Object.keys(periodLabels) as PeriodLength[]);

/** A day that every year has, `12-20`. */
export const yearDaySchema = z
  .string()
  .regex(
    /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/,
    '须为每年都有的月-日（如 01-31）',
  );

/**
 * By when: so many calendar days after the period has ended (15: the 15th of the month after), or for a
 * year the day of the next one (`01-31`).
 */
export const dueBySchema = z.union([z.int().min(1).max(366), yearDaySchema], {
  error: '须为期后天数（如 15），或次年的月-日（如 01-31）',
});

export type DueBy = z.infer<typeof dueBySchema>;
