import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import { TooLarge } from './bounds.ts';
import { ChangedFile } from './checked.ts';

/** What keeps a file from being read, and the one thing to do. */
interface Reason {
  readonly why: string;
  readonly mend: string;
}

const SAVE_AGAIN = '用原来的软件打开，重新保存后再提交';

const REASONS: Readonly<Record<string, Reason>> = {
  ENOENT: { why: '读的时候它已经不在', mend: '等别的程序移动、保存完，再运行一次' },
  EACCES: { why: '没有读取的权限', mend: '在文件属性中允许读取后再运行一次' },
  EPERM: { why: '没有读取的权限', mend: '在文件属性中允许读取后再运行一次' },
  EISDIR: { why: '它是一个文件夹', mend: '文件夹的名称去掉扩展名' },
  ENAMETOOLONG: { why: '它的路径太长', mend: '把文件名或所在文件夹的名称改短' },
  ERR_FS_FILE_TOO_LARGE: { why: '它有 2 GB 以上', mend: '不用的删除；要公开的分成几个小文件' },
};

/** What is found in a file holds for the bytes that were read, and for no others. */
const CHANGING: Reason = {
  why: '检查的时候它正在改动',
  mend: '等别的程序保存完，再运行一次',
};
/** The stack or the longest text of the machine ran out: only a file made for that gets there. */
const ENDLESS: Reason = {
  why: '内容层层嵌套，或一处太长',
  mend: `把它分成几段、几条信息；看不出嵌套的，${SAVE_AGAIN}`,
};
const SPECIAL: Reason = {
  why: '它不是普通文件（是管道、设备之类）',
  mend: '删除它；要公开的内容存成普通文件',
};

/** One who opens what is no plain file may wait for ever: it is told and left alone. */
export function specialFile(file: string): Problem {
  return problemOf(file, SPECIAL);
}

/**
 * Whatever was thrown while a file was read, as a problem of that file, so that all other files are read all
 * the same. Nothing of the file itself is repeated.
 */
export function unreadable(file: string, error: unknown): Problem {
  if (error instanceof TooLarge) return error.problem;
  return problemOf(file, reasonOf(error));
}

function reasonOf(error: unknown): Reason {
  if (error instanceof RangeError) return ENDLESS;
  if (error instanceof ChangedFile) return CHANGING;
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const known =
    typeof code === 'string' && Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  if (known) return known;
  const what = typeof code === 'string' ? code : typeof name === 'string' ? name : '未知错误';
  return {
    why: `读取程序在这个文件上出错（${what}）`,
    mend: `${SAVE_AGAIN}；仍然读不了的，把这一条提示和文件交给维护人员`,
  };
}

function problemOf(file: string, { why, mend }: Reason): Problem {
  return { code: 'shape/unreadable', file, ...START, value: why, other: mend };
}
