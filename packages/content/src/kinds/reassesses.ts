import { z } from 'zod';
import { entryRef } from '../fields.ts';

/** Which withheld entries a yearly review judged again: told by a notice or in a document. */
export const reassesses = () =>
  z.array(entryRef()).min(1).optional().meta({
    title: '本次评估的不予公开信息',
    description: '年度评估的结果写这一项：评估了哪些信息，写编号',
  });
