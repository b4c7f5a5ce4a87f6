import { z } from 'zod';
import { line } from '../fields.ts';
import type { Contradiction } from './kind.ts';

/** A picture of a meeting: a file that is listed, and what those hear of it who do not see it. */
export const picture = z.strictObject({
  file: line().meta({ title: '图片文件', description: '先列为附件，这里写它的文件名' }),
  text: line().meta({ title: '图片说明', description: '写图中是什么场合，不写姓名' }),
});

/** A picture that is named must be one that readers can open. */
export function notListed(data: {
  readonly pictures?: readonly { readonly file: string }[] | undefined;
  readonly attachments?: readonly { readonly file: string }[] | undefined;
}): Contradiction[] {
  const listed = new Set((data.attachments ?? []).map(({ file }) => file));
  return (data.pictures ?? []).flatMap(({ file }, index) =>
    listed.has(file)
      ? []
      : [
          {
            path: ['pictures', index, 'file'],
            message: `图片 ${file} 没有列在附件中`,
            expected: 'attachments 中的文件名',
          },
        ],
  );
}
