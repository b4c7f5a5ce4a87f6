import { z } from 'zod';
import { docNumber, entryRef, line, ordinal, year } from '../fields.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

/** 政府公报: one issue with its contents; what is also published here is linked. */
export const gazette = defineKind({
  id: 'gazette',
  name: '政府公报',
  group: 'documents',
  hint: '一期公报：期号和目录，可附 PDF',
  csv: false,
  body: 'optional',
  references: ['contents'],
  shape: {
    year: year().meta({ title: '年份' }),
    issue: ordinal().meta({ title: '期号', description: '当年的第几期' }),
    'total-issue': ordinal().optional().meta({ title: '总期号' }),
    contents: z
      .array(
        z.strictObject({
          title: line().meta({ title: '篇名' }),
          number: docNumber().optional().meta({ title: '发文字号' }),
          section: line().optional().meta({ title: '栏目', description: '如 县政府文件' }),
          entry: entryRef()
            .optional()
            .meta({ title: '本专栏中的全文', description: '信息的编号（文件名去掉扩展名）' }),
        }),
      )
      .min(1)
      .meta({ title: '目录' }),
  },
  contradictions: (data) => [...beforeItsYear(data), ...listedTwice(data)],
});

function beforeItsYear(data: {
  readonly year: number;
  readonly published: string;
}): Contradiction[] {
  if (Number(data.published.slice(0, 4)) >= data.year) return [];
  return [
    {
      path: ['year'],
      message: `${data.year} 年的公报不会在 ${data.published} 发布`,
      expected: '不晚于发布日期的年份',
    },
  ];
}

/** A document stands in an issue once. */
function listedTwice({
  contents,
}: {
  readonly contents: readonly { readonly entry?: string | undefined }[];
}): Contradiction[] {
  return contents.flatMap(({ entry }, index) => {
    const first = contents.findIndex((other) => other.entry === entry);
    if (entry === undefined || first === index) return [];
    return [
      {
        path: ['contents', index, 'entry'],
        message: `“${entry}”已经是目录的第 ${first + 1} 项`,
        expected: '每个文件在一期中只列一次',
      },
    ];
  });
}
