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

/**
 * By when: so many calendar days after the period has ended (15: the 15th of the month after), or for a
 * year the day of the next one (`01-31`).
 */
export const dueBySchema = z.union([
  z.int().min(1).max(366),
  z
    .string()
    .regex(
      /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
      '须为期后天数（如 15），或次年的月-日（如 01-31）',
    ),
]);

export type DueBy = z.infer<typeof dueBySchema>;
