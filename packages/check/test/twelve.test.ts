import type { Files } from '@columns/content/fixture';
import { COUNTY, entry, notice, policy, readFiles, register } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import { check, reportText } from '../src/index.ts';

const SCHOOLS = 'shili/compulsory-education/school-directory/2023';

/** Twelve files, each broken in its own way, among others that are not. */
const FILES: Files = {
  'shili/county.yaml': COUNTY,
  'shili/departments.yaml': '- {id: education, name: 县教育局}\n',
  'shili/_policy/2023/good.md': policy(['unit: education']),
  'shili/_notice/2023/good.md': notice(['title: 同一文件名']),
  'shili/_interpretation/2023/reference.md': entry(
    ['title: 解读', 'kind: interpretation', 'form: 文字', 'interprets: [goood]'],
    '文',
  ),
  'shili/budgets/_general/2023/domain.md': notice(),
  'shili/budget/goverment-budget/2023/item.md': notice(),
  'shili/_notice/2023/date.md': notice(['published: 2023-02-30']),
  [`${SCHOOLS}/column.md`]: register(),
  [`${SCHOOLS}/column.csv`]: '学校名称,学校地址,办学层次,办学类型\n一小,城关镇,小学,公办\n',
  'shili/_notice/2023/encoding.md': Uint8Array.from([0xff, 0xff, 0xff]),
  'shili/_notice/2023/html.md': notice([], '正文<hr>\n'),
  'shili/_notice/2023/import.mdx': notice([], 'import x from "fs"\n'),
  'shili/_notice/2023/colon.md': notice(['unit：education']),
  'shili/_notice/2023/unit.md': notice(['unit: educatoin']),
  'shili/_notice/2023/link.md': notice([], '[表](javascript:alert(1))\n'),
};

describe('twelve broken files', () => {
  const findings = () => check(readFiles(FILES), { asOf: '2023-12-31' });

  it('are all named in one reading, each once, where it is broken', () => {
    const N = 'shili/_notice/2023';
    expect(
      findings().map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
    ).toEqual([
      'shili/_interpretation/2023/reference.md:5:14 shape/unknown-reference',
      `${N}/colon.md:5:1 shape/yaml-syntax`,
      `${N}/date.md:5:12 shape/impossible-date`,
      `${N}/encoding.md:1:1 shape/encoding`,
      `${N}/html.md:10:3 safety/html-outside-dialect`,
      `${N}/import.mdx:10:1 safety/mdx-import`,
      `${N}/link.md:10:1 safety/link-scheme`,
      `${N}/unit.md:5:7 shape/unknown-unit`,
      'shili/_policy/2023/good.md:1:1 shape/duplicate-id',
      'shili/budget/goverment-budget/2023/item.md:1:1 shape/unknown-item',
      'shili/budgets/_general/2023/domain.md:1:1 shape/unknown-domain',
      `${SCHOOLS}/column.csv:1:1 shape/csv-column-missing`,
    ]);
  });

  it('are told in Chinese, with the value found and how to mend it', () => {
    for (const { rule, value, message, mend, level } of findings()) {
      expect([rule, level]).toEqual([rule, 'error']);
      expect([rule, value]).toEqual([rule, expect.stringMatching(/./)]);
      expect([rule, message]).toEqual([rule, expect.stringContaining(value ?? '')]);
      expect([rule, mend]).toEqual([rule, expect.stringMatching(/\p{Script=Han}{4}/u)]);
    }
  });

  it('read like this', () => {
    expect(reportText(findings(), { heading: '示例县' })).toMatchSnapshot();
  });
});
