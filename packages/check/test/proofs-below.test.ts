import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '@columns/content/fixture';
import { entry, makeCounty, notice } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import { checkCounties } from '../src/index.ts';

const place = (id: string, name: string, lines: string) =>
  `id: ${id}\nname: ${name}\nstructure: national-26\ndemo: true\nbase: /${id}/\n${lines}\n`;
const COUNTIES: Files = {
  'shi/county.yaml': place('shi', '示例市', 'level: city'),
  'shili/county.yaml': place('shili', '示例县', 'level: county\nparent: shi'),
  'lin/county.yaml': place('lin', '邻县', 'level: county\nparent: shi'),
  'wai/county.yaml': place('wai', '外县', 'level: county'),
  'shili/_notice/2023/zone.md': notice(['title: 专区公告']),
  'lin/_notice/2023/gone.md': notice(['withdrawn: {date: 2023-06-01, reason: 有误}']),
  'wai/_notice/2023/there.md': notice(),
};
const FILE = 'shi/_ledger/2023/a.csv';

/** What is said of a city's list that names this as proof, where these counties are read. */
async function said(proof: string, wanted = ['lin', 'shi', 'shili', 'wai']): Promise<string[]> {
  const { contentRoot } = makeCounty({
    files: {
      ...COUNTIES,
      'shi/_ledger/2023/a.md': entry(['title: 清单', 'kind: ledger', 'updated: 2023-05-29'], ''),
      [FILE]: `序号,任务,责任单位,截止日期,状态,佐证\n1,甲,各县区,,持续推进,${proof}\n`,
    },
  });
  const root = join(contentRoot, 'root');
  mkdirSync(root);
  symlinkSync(contentRoot, join(root, 'content'));
  const known = ['lin', 'shi', 'shili', 'wai'];
  const { counties } = await checkCounties(root, { known, wanted, gate: false, strict: false });
  return counties
    .flatMap(({ findings }) => findings)
    .filter(({ file }) => file === FILE)
    .map(({ rule, line, column, message }) => `${line}:${column} ${rule} ${message}`);
}

describe('what a city names as proof of its counties', () => {
  it('is there', async () => {
    expect(await said('shili/zone、各县区/catalogue/、lin/units/')).toEqual([]);
  });

  it('is told when it is not there, with its line, where all counties are read', async () => {
    const nothing = (text: string) => [
      `2:15 shape/unknown-reference “${text}” 所指的信息或文件不存在`,
    ];
    expect(await said('shili/zoone')).toEqual(nothing('shili/zoone'));
    expect(await said('nowhere/zone')).toEqual(nothing('nowhere/zone'));
    // A county of another city proves nothing of this one.
    expect(await said('wai/there')).toEqual(nothing('wai/there'));
  });

  it('is told when it was withdrawn, or its page has nothing', async () => {
    expect(await said('lin/gone')).toEqual([
      '2:15 completeness/proof-withdrawn 佐证“lin/gone”已经撤回，不能再说明任务的完成情况',
    ]);
    expect(await said('各县区/map/')).toEqual([
      '2:15 completeness/proof-page 佐证“各县区/map/”的页面上还没有内容：邻县、示例县',
    ]);
  });

  it('is not judged where the county was not read', async () => {
    expect(await said('shili/zoone', ['shi'])).toEqual([]);
  });
});
