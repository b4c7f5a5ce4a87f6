import { COUNTY, notice } from '@columns/content/fixture';
import { expect, it } from 'vitest';
import { foundBy, inspectFiles, told } from './inspecting.ts';

/* Judged on 2023-06-30. */

const saying = (expires: string) => ({
  'shili/_notice/2023/a.md': notice(),
  'shili/county.yaml': `${COUNTY}security:\n  contact: [mailto:security@example.gov.cn]\n  expires: ${expires}\n`,
});
const LINE = COUNTY.split('\n').length + 2;

it.each([
  ['2023-06-29', '到 2023-06-29 为止，到 2023-06-30 已经过期，发现安全问题的人会当它作废'],
  ['2023-06-30', '到 2023-06-30 为止，从 2023-06-30 起不足 30 天'],
  ['2023-07-29', '到 2023-07-29 为止，从 2023-06-30 起不足 30 天'],
  ['2024-07-01', '写到 2024-07-01，从 2023-06-30 起超过一年，太久没有人核对'],
])('a security contact that holds until %s is told in its line', async (expires, said) => {
  const found = await foundBy('timing/security-expires', saying(expires));
  expect(found.map(told)).toEqual([
    `county.yaml:${LINE} security.expires（有效期至） 安全联系方式的有效期${said}`,
  ]);
  expect(found[0]?.mend).toContain('expires');
});

it.each(['2023-07-30', '2024-06-30'])('one until %s is not', async (expires) => {
  expect(await foundBy('timing/security-expires', saying(expires))).toEqual([]);
});

it('nothing is said of a county without one, nor where no day is known', async () => {
  const files = { 'shili/_notice/2023/a.md': notice() };
  expect(await foundBy('timing/security-expires', files)).toEqual([]);
  const { findings } = await inspectFiles(
    { 'shili/county.yaml': saying('2019-01-01')['shili/county.yaml'] },
    {},
  );
  expect(findings.filter(({ rule }) => rule === 'timing/security-expires')).toEqual([]);
});
