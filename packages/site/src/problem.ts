import { shown } from '@columns/check/visible';

/** What can be wrong with the columns that are to be put together. */
export type ProblemCode =
  | 'no-columns'
  | 'no-build'
  | 'bad-site-file'
  | 'no-home-page'
  | 'bad-base'
  | 'reserved-base'
  | 'duplicate-county'
  | 'duplicate-base'
  | 'base-in-base'
  | 'file-in-other-base'
  | 'reserved-file'
  | 'unusable-file'
  | 'bad-prefix'
  | 'bad-site'
  | 'foreign-output'
  | 'no-frame'
  | 'not-as-written'
  | 'write-failed';

/** One thing that is wrong: where, what, and what to do about it; the texts are Chinese. */
export interface Problem {
  code: ProblemCode;
  /** A file, folder or setting, as the reader knows it: `apps/anyue/dist/site.json`, `BASE`. */
  where: string;
  message: string;
  mend: string;
}

function line(problem: Problem): string {
  const { where, message, mend } = shown(problem);
  return `  ${where}：${message}\n    怎么办：${mend}`;
}

/** All problems of one run, in one message: nobody should mend one only to meet the next. */
export class SiteError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    const head = `站点没有拼装，共 ${problems.length} 个问题（原有的站点没有改动）：`;
    super([head, ...problems.map(line)].join('\n'), options);
    this.name = 'SiteError';
    this.problems = problems;
  }
}

const REASONS: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '文件大小超过系统允许',
  EACCES: '没有权限',
  EPERM: '没有权限，或文件正被其他程序占用',
  EBUSY: '文件正被其他程序占用',
};

/** Why something could not be written, in Chinese, with the system's own words. */
export function writeReason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return `写入失败：${REASONS[code] ?? '出现意外'}（${message}）`;
}
