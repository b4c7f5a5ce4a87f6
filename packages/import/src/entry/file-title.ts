import { oneLine } from '@columns/office/words';

/** A number by which files of a folder are put in order: 07部门预算表, 3.名录, 01_通知; no part of 15分钟生活圈. */
const ORDER =
  /^(?:0\d(?=\p{Script=Han})|\d{1,3}(?:[.．、_]\s*|\s*[-－—]\s*|\s+)(?=\p{Script=Han}))/u;

/** What a file is called, without its ending and the number that puts it in order. */
export function fileTitle(base: string): string {
  return oneLine(base.replace(/\.[^.]+$/, '')).replace(ORDER, '');
}
