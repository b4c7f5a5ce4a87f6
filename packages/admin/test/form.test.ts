import { safeId } from '@columns/content/naming';
import { describe, expect, test } from 'vitest';
import { matching } from '../src/browser/controls/combobox.ts';
import { freeId } from '../src/browser/controls/id.ts';
import { isFilled, linesOf, numbersIn } from '../src/browser/controls/lines.ts';
import { formSlips } from '../src/browser/form/slips.ts';
import { inWords } from '../src/browser/steady.ts';
import { refusal } from '../src/browser/uploads.ts';
import { collections } from '../src/config/collections.ts';
import { itemLabel } from '../src/config/facts.ts';
import { dateInWords, typedDate } from '../src/text/dates.ts';
import { differences } from '../src/text/differences.ts';
import { BEFORE, fromFile, toFile } from '../src/text/format.ts';
import { foundBy } from '../src/text/found.ts';
import { pack, unpack } from '../src/text/parcel.ts';
import { FACTS } from './facts.ts';

describe('a date', () => {
  test.each([
    ['2026年7月1日', '2026-07-01'],
    ['2026-7-1', '2026-07-01'],
    ['2026/07/01', '2026-07-01'],
    ['2026.7.1', '2026-07-01'],
    ['20260701', '2026-07-01'],
    ['２０２６年７月１日', '2026-07-01'],
    ['２０２６－０７－０１', '2026-07-01'],
    [' 2026 年 7 月 1 日 ', '2026-07-01'],
    ['2026年7月', '2026-07'],
    ['2026年', '2026'],
    ['2026', '2026'],
    ['七月一日', '七月一日'],
    ['', ''],
  ])('typed as %s is %s', (typed, date) => {
    expect(typedDate(typed)).toBe(date);
  });

  test('reads back as it is said, for every day of two years', () => {
    for (let day = 0; day < 731; day++) {
      const date = new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
      expect(typedDate(dateInWords(date))).toBe(date);
    }
  });
});

describe('the form of a kind', () => {
  const begin = { today: '2026-07-01', unit: 'civil-affairs' };
  const forms = collections(FACTS, 'social-assistance', begin);

  test.each(forms.map((one) => [one.label, one] as const))(
    '%s asks first for what matters, and folds the rest away',
    (_, { fields }) => {
      const names = fields.filter(({ widget }) => widget !== 'hidden').map(({ name }) => name);
      const more = names.indexOf('more');
      const optional = fields
        .slice(1, more + 1)
        .filter(({ required }) => !required)
        .map(({ name }) => name);
      // What need not be filled and is shown all the same: few.
      expect(optional.length).toBeLessThanOrEqual(7);
      expect(names.slice(0, 3)).toEqual(['title', 'id', 'source']);
      expect(names.slice(more + 1)).toContain('keywords');
      for (const field of fields.slice(more + 2))
        expect([field.name, field.required && field.widget !== 'object']).toEqual([
          field.name,
          false,
        ]);
    },
  );

  test('begins with the day and the unit of the last entry', () => {
    const own = (name: string) => forms[2]?.fields.find((field) => field.name === name)?.default;
    expect([own('published'), own('unit')]).toEqual(['2026-07-01', 'civil-affairs']);
  });

  test('names each item with all that is above it, so that no two are alike', () => {
    for (const domain of FACTS.domains) {
      const labels = domain.items.map((item) => itemLabel(domain, item));
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of labels) expect(label.startsWith(`${domain.name} › `)).toBe(true);
    }
  });

  test('lists the newest first', () => {
    expect(forms[0]?.sortable_fields[0]).toEqual({ field: 'published', default_sort: 'desc' });
  });
});

test('a choice is found by any of its words, in whatever order', () => {
  const choices = [
    { label: '社会救助 › 最低生活保障 › 办事指南', value: 'a' },
    { label: '社会救助 › 临时救助 › 办事指南', value: 'b' },
  ];
  expect(matching(choices, '指南 临时').map(({ value }) => value)).toEqual(['b']);
  expect(matching(choices, '').length).toBe(2);
  expect(matching(choices, '学校')).toEqual([]);
});

test('an entry is found by its title, its number in whatever brackets, and its id', () => {
  const entry = (id: string, title: string, docNumber: string | null = null) => ({
    id,
    title,
    docNumber,
    kind: 'policy',
    published: '2026-01-01',
  });
  const entries = [
    entry('heat', '高温津贴发放办法', '安府办发〔2026〕5号'),
    entry('cold', '取暖补助办法'),
  ];
  const ids = (typed: string) => foundBy(entries, typed).map(({ id }) => id);
  expect(ids('高温')).toEqual(['heat']);
  expect(ids('办法 津贴')).toEqual(['heat']);
  expect(ids('安府办发[2026]5号')).toEqual(['heat']);
  expect(ids('安府办发【2026】５号')).toEqual(['heat']);
  expect(ids('cold')).toEqual(['cold']);
  expect(ids('  ')).toEqual([]);
});

test('an id is pinyin of the title, and one that nothing has', () => {
  const made = safeId('高温津贴');
  expect(freeId(made, new Set())).toBe('gaowen-jintie');
  expect(freeId(made, new Set(['gaowen-jintie', 'gaowen-jintie-2']))).toBe('gaowen-jintie-3');
});

describe('what must be right before an entry is stored', () => {
  const place = {
    isNew: true,
    path: 'content/a/_notice/2026/x.md',
    hasItem: true,
    taken: (id: string) => (id === 'taken' ? '《别的》（2026年1月1日）' : undefined),
  };
  const good = { id: 'x', item: '_general', published: '2026-07-01' };
  const names = (data: object, more = {}) =>
    formSlips(data as never, { ...place, ...more }).map(({ name }) => name);

  test('is its id, its item and its year', () => {
    expect(names(good)).toEqual([]);
    expect(names({})).toEqual(['id', 'item', 'published']);
    expect(names({ ...good, id: 'School' })).toEqual(['id']);
    expect(names({ ...good, published: '去年' })).toEqual(['published']);
  });

  test('an id that another entry has is told with its title', () => {
    const [slip] = formSlips({ ...good, id: 'taken' }, place);
    expect(slip?.message).toContain('《别的》');
  });

  test('the year of a stored entry stays that of its address', () => {
    const stored = { isNew: false };
    expect(names({ ...good, published: '2026-01-02' }, stored)).toEqual([]);
    const [slip] = formSlips({ ...good, published: '2025-07-01' }, { ...place, ...stored });
    expect(slip).toMatchObject({ name: 'published' });
    expect(slip?.mend).toContain('2026 年');
  });

  test('an interpretation beside it needs a title, an id of its own and a text', () => {
    const beside = (given: object) => names({ ...good, interpretation: [given] });
    expect(beside({ title: '解读', id: 'y', body: '说明' })).toEqual([]);
    expect(beside({})).toEqual(['interpretation', 'interpretation', 'interpretation']);
    expect(beside({ title: '解读', id: 'x', body: '说明' })).toEqual(['interpretation']);
  });
});

describe('two people at one entry', () => {
  const file = (title: string, source: string, body: string) =>
    `---\ntitle: ${title}\nkind: notice\nform: 通知\npublished: 2026-07-01\nattribute:\n  type: 主动\nsource: ${source}\n---\n\n${body}\n`;
  const base = pack({ path: 'content/a/_notice/2026/x.md', main: file('旧', '甲', '正文。') });
  const mine = (change: object) => ({ ...fromFile(base), ...change });
  const theirs = (title: string, source: string, body: string) =>
    pack({ path: 'content/a/_notice/2026/x.md', main: file(title, source, body) });

  test('who change different fields lose nothing', () => {
    const found = differences(base, mine({ title: '新' }), theirs('旧', '乙', '正文。'));
    expect(found.both).toEqual([]);
    expect(found.theirs).toMatchObject([{ name: 'source', label: '来源', theirs: '乙' }]);
  });

  test('who change the same field see both', () => {
    const found = differences(base, mine({ body: '我的。' }), theirs('旧', '甲', '他的。'));
    expect(found.both).toMatchObject([
      { name: 'body', label: '正文', mine: '我的。', theirs: '他的。' },
    ]);
    expect(found.theirs).toEqual([]);
  });

  test('who make the same change agree', () => {
    const found = differences(base, mine({ title: '新' }), theirs('新', '甲', '正文。'));
    expect(found).toEqual({ both: [], theirs: [] });
  });

  test('also where one of them only emptied a field', () => {
    const found = differences(base, mine({ source: '' }), theirs('旧', '乙', '正文。'));
    expect(found.both).toMatchObject([{ name: 'source', mine: '', theirs: '乙' }]);
  });

  test('a table is compared as a whole', () => {
    const own = (csv: string) =>
      pack({ path: 'x', main: '---\ntitle: 表\nkind: register\n---\n', csv });
    const now = { ...fromFile(own('名称\n甲\n')), rows: { columns: ['名称'], rows: [['乙']] } };
    expect(differences(own('名称\n甲\n'), now, own('名称\n丙\n')).both).toMatchObject([
      { name: 'rows', label: '数据表' },
    ]);
  });
});

test('an annual report without disputes has an empty table of them, and no error', () => {
  const text = unpack(
    toFile({ kind: 'annual-report', title: '年报', published: '2026-01-31' }),
  ).main;
  expect(text).toContain('disputes: {}\n');
  expect(text).not.toContain(BEFORE);
});

test('lines and words are parted as people write them', () => {
  expect(linesOf('第一条\n\n 第二条 ', /\n/)).toEqual(['第一条', '第二条']);
  expect(linesOf('津贴、高温，补助', /[\n、，]/)).toEqual(['津贴', '高温', '补助']);
  expect(numbersIn('1，2、3\t４ 5,6\n7')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

test('a field as it began may be folded away, one with something in it may not', () => {
  expect(isFilled('attribute', { type: '主动' })).toBe(false);
  expect(isFilled('attribute', { type: '不予' })).toBe(true);
  expect(isFilled('attribute', { type: '主动', grounds: '第一条' })).toBe(true);
  expect(isFilled('validity', [])).toBe(false);
  expect(isFilled('example', false)).toBe(false);
  expect(isFilled('keywords', ['甲'])).toBe(true);
});

test('a file that is too big or empty is refused before it is read', () => {
  const file = (size: number) => ({ name: '扫描件.pdf', size }) as File;
  expect(refusal(file(0))).toContain('空的');
  expect(refusal(file(20 * 2 ** 20))).toBeUndefined();
  expect(refusal(file(40 * 2 ** 20))).toContain('40.0 MB，超过上限 20 MB');
});

test('a save that fails says in Chinese what to do', () => {
  for (const error of [
    new Error('Unknown error'),
    Object.assign(new Error('Bad credentials'), { status: 401 }),
    Object.assign(new Error('conflict'), { status: 409 }),
  ])
    expect(inWords(error)).toMatch(/草稿|再点一次/);
});
