import { z } from 'zod';
import { LONGEST_ID, NO_DEVICE } from '../names.ts';

/** An id of ours: ASCII kebab-case, such as `school-directory`. It never changes once used. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '须为小写英文、数字和连字符组成的标识')
  .regex(NO_DEVICE, `不用 con、aux、nul 等 Windows 保留的名字，不超过 ${LONGEST_ID} 个字符`);

/** A reference to an item: `<domain id>/<item id>`. */
export const itemRefSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    '须写成“领域标识/事项标识”，如 compulsory-education/school-directory',
  );

/** A day of the calendar, `YYYY-MM-DD`, that exists. */
export const daySchema = z.iso.date();

/** A text that says something: no empty strings in the data. */
export const textSchema = z.string().trim().min(1);
