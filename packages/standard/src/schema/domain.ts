import { z } from 'zod';
import { daySchema, idSchema, textSchema } from './common.ts';

/**
 * The themes by which data portals sort (EU Publications Office, authority table `data-theme`, the vocabulary that
 * DCAT-AP 3.0.1 asks for in `dcat:theme`), with their names in Chinese.
 */
export const dataThemes = {
  AGRI: '农业、渔业、林业和食品',
  ECON: '经济和金融',
  EDUC: '教育、文化和体育',
  ENER: '能源',
  ENVI: '环境',
  GOVE: '政府和公共部门',
  HEAL: '健康',
  INTR: '国际问题',
  JUST: '司法、法律和公共安全',
  REGI: '区域和城市',
  SOCI: '人口和社会',
  TECH: '科学和技术',
  TRAN: '交通运输',
} as const;

export type DataTheme = keyof typeof dataThemes;

/** A domain (领域). */
export const domainSchema = z.strictObject({
  id: idSchema,
  /** The national name, or the most general one. */
  name: textSchema,
  /** Other names in use, for reading tables of other places. */
  aliases: z.array(textSchema).min(1).optional(),
  /** The name of a drawing in the theme: one word. */
  icon: idSchema,
  /** The theme of its data sets; `GOVE` where none is said. */
  theme: z.enum(Object.keys(dataThemes) as DataTheme[]).optional(),
  /** One line that tells citizens what they find here. */
  description: textSchema,
  /** From a date on another domain stands in its place. */
  replaced: z.strictObject({ by: idSchema, from: daySchema }).optional(),
});

export type Domain = z.infer<typeof domainSchema>;

export const domainsFileSchema = z.strictObject({ domains: z.array(domainSchema).min(1) });
