import { join } from 'node:path';
import { decode, isFile, ROOT_README, readWithin, rootProblems } from '@columns/content';
import { byPlace } from '../check.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../make-finding.ts';
import { personalInText } from '../personal/index.ts';
import { personalFound } from './entry-facts.ts';
import { eachSafely } from './unread.ts';

/** What is wrong beside the counties' folders: files that are nobody's, and personal data in the manual. */
export function rootFindings(contentRoot: string): Finding[] {
  const problems = rootProblems(contentRoot);
  const manual = isFile(join(contentRoot, ROOT_README))
    ? eachSafely(ROOT_README, () => {
        const decoded = decode(readWithin(contentRoot, ROOT_README));
        if (!('text' in decoded)) return [];
        return personalInText(decoded.text).map((hit) =>
          personalFound({ ...hit, file: ROOT_README }),
        );
      })
    : [];
  return [
    ...problems.map((problem) => finding(problem.code, problem)),
    ...manual.map(({ rule, ...problem }) => finding(rule, problem)),
  ].sort(byPlace);
}
