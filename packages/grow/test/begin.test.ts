import { draftOfItem } from '@columns/content/draft';
import { describe, expect, test } from 'vitest';
import { template } from '../src/forms/template.ts';
import { applyPlan, planEntry } from '../src/index.ts';
import { faultsOf, gateOf, Repository, standard } from './fixture.ts';

const COUNTY = {
  'content/xian/county.yaml':
    'id: xian\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\n',
  'content/xian/departments.yaml':
    '- {id: civil-affairs, name: 县民政局}\n- {id: education, name: 县教育和体育局}\n',
};
const RULES = template('policy').replace('# example: true', 'example: true');
const DAY = '2026-07-01';

function begin(repository: Repository, item: string, more: object = {}) {
  const root = `${repository.root}/content`;
  const plan = planEntry(root, 'xian', { item, day: DAY, ...more }, standard);
  applyPlan(root, plan);
  return plan;
}

describe('a new entry', () => {
  test('of any item of the catalogue passes the gate as it is begun', () => {
    // What an explanation names.
    const files: Record<string, string> = {
      'content/xian/_policy/2026/example-rules-2026.md': RULES,
    };
    let count = 0;
    for (const { domain, items } of standard.catalogue)
      for (const item of items) {
        const of = { domain: { id: domain, name: domain }, item, day: DAY, demo: true };
        const draft = draftOfItem(of);
        const path = `content/xian/${domain}/${item.id}/2026/entry-${count++}`;
        files[`${path}.md`] = template(draft.kind, draft);
        if (draft.columns)
          files[`${path}.csv`] = `${draft.columns.map((name) => `"${name}"`).join(',')}\n`;
      }
    const repository = new Repository({ ...COUNTY, ...files });
    const known = new Set(
      standard.structures.find(({ id }) => id === 'national-26')?.domains.map((one) => one.id),
    );
    const found = gateOf(repository, 'xian').filter((told) => known.has(told.split('/')[1] ?? ''));
    expect(found).toEqual([]);
  });

  test('has the unit, the day and the elements, and an id with the year behind', () => {
    const repository = new Repository(COUNTY);
    const { told } = begin(repository, '社会救助/最低生活保障/办事指南');
    const file =
      'content/xian/social-assistance/minimum-living-guide/2026/zuidi-shenghuo-baozhang-banshi-zhinan-2026.md';
    expect(told[0]).toBe(`${file}：办事指南`);
    const text = repository.read(file);
    expect(text).toContain('title: 最低生活保障办事指南');
    expect(text).toContain('unit: civil-affairs');
    expect(text).toContain('published: 2026-07-01');
    expect(text).toContain('#　公开时限：制定或获取信息之日起10个工作日内');
    expect(text).toMatch(/^amount: \[（文字）\]/m);
  });

  test('of a directory has a table that Excel opens, with the elements as its columns', () => {
    const repository = new Repository(COUNTY);
    begin(repository, 'compulsory-education/school-directory', { id: 'schools' });
    const place = 'content/xian/compulsory-education/school-directory/2026/schools';
    expect(repository.read(`${place}.csv`)).toBe(
      '\ufeff学校名称,学校地址,办学层次,办学类型,办公电话\n',
    );
    expect(gateOf(repository, 'xian')).toEqual([]);
  });

  test('of the same item gets a number where its id is taken', () => {
    const repository = new Repository(COUNTY);
    begin(repository, '社会救助/临时救助/办事指南');
    begin(repository, '社会救助/临时救助/办事指南');
    expect(Object.keys(repository.files()).filter((path) => path.endsWith('-2.md'))).toEqual([
      'content/xian/social-assistance/temporary-aid-guide/2026/linshi-jiuzhu-banshi-zhinan-2026-2.md',
    ]);
  });

  test('is refused with all that is wrong, and with what there is to choose from', () => {
    const repository = new Repository(COUNTY);
    const faults = faultsOf(() =>
      begin(repository, '社会救助/办事指南', {
        kind: 'telegram',
        id: 'A b',
        unit: '县某局',
        day: '2026-02-30',
      }),
    );
    expect(faults).toHaveLength(5);
    expect(faults[0]).toContain('“社会救助/办事指南”有 3 个事项同名');
    expect(faults[0]).toContain(
      '社会救助/临时救助/办事指南（social-assistance/temporary-aid-guide）',
    );
    expect(faultsOf(() => begin(repository, '没有/这个'))[0]).toContain('可用的领域：');
    expect(faultsOf(() => begin(repository, '社会救助/这个'))[0]).toContain('可用的事项：');
  });
});
