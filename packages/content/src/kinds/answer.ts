import { z } from 'zod';
import { day, entryRef, line, publicLine } from '../fields.ts';

interface Labels {
  readonly question: string;
  readonly received: string;
  readonly answered: string;
}

/** What every public answer says: what was asked, who answers and when; the answer is the text. */
export function answerShape({ question, received, answered }: Labels) {
  return {
    question: publicLine().meta({
      title: question,
      description: '用自己的话概括，不写提问人的姓名、电话、住址',
    }),
    by: line().meta({ title: '答复单位' }),
    received: day().meta({ title: received }),
    answered: day().meta({ title: answered }),
    about: z.array(entryRef()).min(1).optional().meta({
      title: '所回应的政策或项目',
      description: '说的是哪个文件、哪个项目，写编号；那一页也显示“回应和问答”',
    }),
  };
}
