import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';

/** A domain as one plan lists it. */
export const structureDomainSchema = z.strictObject({
  id: idSchema,
  /** The plan's own name for the domain. */
  name: textSchema,
  /** 牵头单位: of the place in `leads-of`, never of another county. */
  lead: textSchema.optional(),
  /** 配合单位. */
  cooperating: z.array(textSchema).min(1).optional(),
});

export type StructureDomain = z.infer<typeof structureDomainSchema>;

/** A structure (领域结构): an ordered list of domains with local names. */
export const structureSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** The plan that fixes it, with document number or date where known. */
  source: textSchema,
  /** The county (its folder's name) whose units the leads are; absent where none are named. */
  'leads-of': idSchema.optional(),
  domains: z.array(structureDomainSchema).min(1),
});

export type Structure = z.infer<typeof structureSchema>;
