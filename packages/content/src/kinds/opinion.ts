import { z } from 'zod';
import { line, publicLine } from '../fields.ts';

const OPINION_TAKEN = ['采纳', '部分采纳', '不采纳'] as const;

/** What somebody said, made fit for all to read, and what became of it. */
export const opinion = z.strictObject({
  opinion: publicLine().meta({ title: '意见', description: '概括内容，不写提出人' }),
  taken: z.enum(OPINION_TAKEN).meta({ title: '采纳情况' }),
  reason: line().optional().meta({ title: '理由' }),
});

export type Opinion = z.infer<typeof opinion>;
