import { describe, expect, it } from 'vitest';
import type { Files } from './fixture.ts';
import { entry, notice, readFiles } from './fixture.ts';

const TOWNS = `- id: dongshan
  name: 东山镇
  villages:
    - 红星村
    - {id: qianjin, name: 前进村, telephone: 0000-0000001}
`;
const county = (lines: readonly string[], towns = TOWNS): Files => ({
  'shili/towns.yaml': towns,
  'shili/_notice/2023/a.md': notice(lines),
});
const told = (files: Files) =>
  readFiles(files).problems.map(({ code, field, value }) => `${code} ${field}=${value}`);

describe('villages', () => {
  it('are known by name, or with an id and more', () => {
    const { column, problems } = readFiles(county(['town: dongshan', 'village: 红星村']));
    expect(problems).toEqual([]);
    expect(column?.towns[0]?.villages).toEqual([
      { name: '红星村' },
      { id: 'qianjin', name: '前进村', telephone: '0000-0000001' },
    ]);
  });

  it('that entries name are on the list of their town', () => {
    expect(told(county(['town: dongshan', 'village: 前近村']))).toEqual([
      'shape/unknown-unit village=前近村',
    ]);
    expect(told(county(['village: 前进村']))).toEqual([
      'shape/contradiction village=写了村（社区）前进村，没有写所在的乡镇（街道）',
    ]);
  });

  it('have ids of their own', () => {
    const twice = `${TOWNS}    - {id: qianjin, name: 后进村}\n`;
    expect(told(county([], twice))).toEqual([
      'shape/contradiction 0.villages.2.id=村（社区）编号 qianjin 已用于前进村',
    ]);
  });
});

describe('figures of an entry that has a matter', () => {
  const figures = (body: string, lines = ['matter: aid']) =>
    readFiles(county(lines)) &&
    readFiles({ 'shili/_notice/2023/a.md': notice(lines, body) }).column?.entries[0]?.figures?.map(
      ({ label, value, line }) => `${line} ${label}=${value}`,
    );

  it('are read from lists, tables and sentences, with their lines', () => {
    expect(
      figures(
        '- **办理时限**：20个工作日\n- 咨询电话：0000-0000002\n\n| 发放标准 | 每人每月 50 元 |\n\n从今年起，城市低保标准提高到每人每月720元，监督电话0000-0000003。\n',
      ),
    ).toEqual([
      '11 办理时限=20个工作日',
      '12 咨询电话=0000-0000002',
      '14 发放标准=每人每月 50 元',
      '16 城市低保标准=每人每月720元',
      '16 监督电话=0000-0000003',
    ]);
  });

  it('are neither years nor numbers of documents', () => {
    expect(figures('2023年5月29日印发，共12条，文号〔2023〕15号。\n')).toBeUndefined();
  });

  it('are not gathered where no other level tells the same', () => {
    expect(figures('咨询电话：0000-0000002\n', [])).toBeUndefined();
  });

  it('are also what a guide holds as fields', () => {
    const guide = entry(
      [
        'title: 低保',
        'kind: guide',
        'matter: aid',
        'who: 居民',
        'basis: [条例]',
        'conditions: [困难]',
        'materials: [{name: 申请书, copies: 1}]',
        'flow: [{name: 申请}]',
        'limit: {promised: 20个工作日}',
        'fee: {charged: 不收费}',
        'place: 大厅',
        'telephone: 0000-0000002',
        'result: 决定',
      ],
      '',
    );
    const { column, problems } = readFiles({ 'shili/_guide/2023/a.md': guide });
    expect(problems).toEqual([]);
    expect(column?.entries[0]?.figures).toEqual([
      { label: '承诺时限', value: '20个工作日', line: 10 },
      { label: '咨询电话', value: '0000-0000002', line: 13 },
    ]);
  });
});
