import type { Files } from '@columns/content/fixture';
import { readFiles } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/index.ts';
import { check } from '../src/index.ts';

/** What a rule that warns says of small counties: nothing of some, one thing of each of the others. */
export interface RuleCase {
  readonly keeps: readonly Files[];
  /** `where` is `<file>:<line> <field>`, without the county's folder. */
  readonly breaks: readonly (readonly [files: Files, where: string, message: string])[];
}

/** A rule's findings of a county in the middle of 2023. */
export function found(rule: string, files: Files): Finding[] {
  const reading = readFiles(files);
  expect(reading.problems).toEqual([]);
  return check(reading, { asOf: '2023-06-30' }).filter((finding) => finding.rule === rule);
}

/** Every case of every rule, as tests. */
export function testCases(cases: Readonly<Record<string, RuleCase>>): void {
  describe.each(Object.entries(cases))('%s', (rule, { keeps, breaks }) => {
    it('is kept by those that keep it', () => {
      for (const files of keeps) expect(found(rule, files)).toEqual([]);
    });

    it.each(breaks)('%#: says where and what, as a warning', (files, where, message) => {
      const [finding, ...rest] = found(rule, files);
      expect(rest).toEqual([]);
      const { file: at = '', line, field = '' } = finding ?? {};
      expect(`${at.replace('shili/', '')}:${line} ${field}`).toBe(where);
      expect(finding).toMatchObject({ level: 'warning', message });
      expect(finding?.mend).toMatch(/\p{Script=Han}{4}/u);
    });
  });
}
