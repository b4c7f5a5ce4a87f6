import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import type { Joined } from '../src/index.ts';
import { KINDS } from '../src/index.ts';
import type { Files } from './fixture.ts';
import { entry, readFiles, register } from './fixture.ts';

const { joins, pairs } = loadStandard();

const POWERS = '职权编码,职权名称,职权类型,实施依据,行使主体,责任事项,监督电话\n';
const power = (code: string) => `${code},某权,行政许可,某法,某局,受理,0800\n`;
const FEES =
  '项目名称,收费类别,执收单位,设立依据,征收方式,收费对象,收费标准,减免条件和幅度,职权编码\n';
const fee = (codes: string) => `某费,行政事业性收费,某局,某法,直接,个人,10元,,"${codes}"\n`;
const list = (id: string, form: string, csv: string, lines: readonly string[] = []): Files => ({
  [`shili/_register/2023/${id}.md`]: register([`form: ${form}`, ...lines]),
  [`shili/_register/2023/${id}.csv`]: csv,
});
const guide = (code: string, lines: readonly string[] = []): Files => ({
  'shili/_guide/2023/guide.md': entry(
    [
      ...['title: 指南', 'kind: guide', `power: "${code}"`, 'who: 个人', 'basis: [某法]'],
      ...['conditions: [成年]', 'materials: [{name: 表, copies: 1}]', 'flow: [{name: 受理}]'],
      ...['limit: {promised: 当场}', 'fee: {charged: 不收费}', 'place: 大厅'],
      ...['telephone: 0800-1234567', 'result: 证', ...lines],
    ],
    '',
  ),
});

function joined(files: Files): Readonly<Record<string, readonly Joined[]>> {
  const { column, problems } = readFiles(files);
  expect(problems).toEqual([]);
  return column?.joined ?? {};
}
/** `A→guide,fees#2` for each key of an entry. */
const told = (own: readonly Joined[] | undefined) =>
  (own ?? []).map(({ key, rows = [], places }) => {
    const others = places.map(({ link, unit, row, count }) => {
      const at = row === undefined ? '' : `#${row}`;
      return `${link?.id ?? unit?.name}${at}${count === undefined ? '' : `×${count}`}`;
    });
    return `${key}[${rows}]→${others.join(',')}`;
  });

describe('a key that several lists share', () => {
  const files = {
    ...list('powers', '权责清单', POWERS + power('A') + power('B')),
    ...list('fees', '收费清单', FEES + fee('X、B') + fee('B')),
    ...guide('A'),
  };

  it('is shown from both sides, with the rows it stands in', () => {
    const found = joined(files);
    expect(told(found['powers'])).toEqual(['A[1]→guide', 'B[2]→fees#1×2']);
    expect(told(found['guide'])).toEqual(['A[]→powers#1']);
  });

  it('may stand beside another in one cell, where the data allow it', () => {
    expect(told(joined(files)['fees'])).toEqual(['B[1,2]→powers#2']);
  });

  it('costs nothing where nobody shares it', () => {
    expect(joined(list('powers', '权责清单', POWERS + power('A')))).toEqual({});
  });

  it('is not carried by what was withdrawn, nor by a list that another has replaced', () => {
    const gone = guide('A', ['withdrawn: {date: 2023-06-01, reason: 有误}']);
    expect(joined({ ...files, ...gone })).not.toHaveProperty('guide');
    const newer = list('newer', '权责清单', POWERS + power('A'), [
      'published: 2023-07-01',
      'replaces: powers',
    ]);
    expect(Object.keys(joined({ ...files, ...newer })).sort()).toEqual(['guide', 'newer']);
  });

  it('names a unit by its own name', () => {
    const found = joined({
      'shili/departments.yaml': '- {id: finance, name: 县财政局}\n',
      ...list(
        'budgets',
        '部门预算',
        '单位,收入预算（万元）,支出预算（万元）,财政批复日期,公开日期\n县财政局,1,1,2023-02-01,2023-02-10\n',
      ),
    });
    expect(told(found['unit:finance'])).toEqual(['县财政局[]→budgets#1']);
    expect(told(found['budgets'])).toEqual(['县财政局[1]→县财政局']);
  });

  it('grows no faster than its rows where a thousand have it', () => {
    const many = list(
      'fees',
      '收费清单',
      FEES + Array.from({ length: 2000 }, (_, i) => `${i}${fee('A')}`).join(''),
    );
    const found = joined({ ...list('powers', '权责清单', POWERS + power('A')), ...many });
    expect(found['fees']).toHaveLength(1);
    expect(told(found['powers'])).toEqual(['A[1]→fees#1×2000']);
  });
});

describe('joins and pairs', () => {
  it('name kinds and fields that are there', () => {
    const fields = (kind: string) => Object.keys(KINDS[kind as 'guide'].schema.shape);
    for (const { carriers } of joins)
      for (const { kind, field } of carriers)
        if (kind !== undefined) expect(fields(kind)).toContain(field?.split('.')[0]);
    for (const { first, next, by, each } of pairs) {
      for (const { kinds = [], day = 'published', where = {}, any = [] } of [first, next])
        for (const kind of kinds)
          for (const field of [...(each ? [each] : [day]), ...Object.keys(where), ...any])
            expect(fields(kind)).toContain(field.split('.')[0]);
      for (const way of by)
        if (way !== 'same' && !way.startsWith('join:'))
          for (const kind of next.kinds ?? ['notice']) expect(fields(kind)).toContain(way);
    }
  });
});

describe('what an entry follows', () => {
  const two = (first: readonly string[], second: readonly string[]) =>
    readFiles({
      'shili/_notice/2023/a.md': entry(
        ['title: 公示', 'kind: notice', 'form: 公示', ...first],
        '文',
      ),
      'shili/_notice/2023/b.md': entry(
        ['title: 结果', 'kind: notice', 'form: 公告', ...second],
        '文',
      ),
    });

  it('is shown on both pages', () => {
    const { column, problems } = two([], ['follows: [a]']);
    expect(problems).toEqual([]);
    expect(column?.relations['b']?.follows?.map(({ id }) => id)).toEqual(['a']);
    expect(column?.relations['a']?.followedBy?.map(({ id }) => id)).toEqual(['b']);
  });

  it.each([
    ['nothing', [], ['follows: [c]'], 'shape/unknown-reference', 'c'],
    ['itself', [], ['follows: [b]'], 'shape/contradiction', 'b 写成了承接它自己'],
    [
      'what came later',
      ['published: 2023-08-01'],
      ['follows: [a]'],
      'shape/contradiction',
      '所承接的 a 发布于 2023-08-01，晚于本信息的 2023-05-29',
    ],
    [
      'what follows it',
      ['follows: [b]'],
      ['follows: [a]'],
      'shape/contradiction',
      '互相承接，绕成一圈：a → b → a',
    ],
  ])('is told where it is %s', (_name, first, second, code, value) => {
    const { problems } = two(first, second);
    expect(problems).toMatchObject([{ code, value }]);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });
});

describe('fields that name other entries', () => {
  const answer = (kind: string, form: readonly string[]) =>
    entry(
      [
        ...[`title: ${kind}`, `kind: ${kind}`, ...form, 'question: 何时开？', 'by: 某局'],
        ...['received: 2023-05-08', 'answered: 2023-05-09', 'about: [plan]'],
      ],
      '文',
    );
  const PLAN = {
    'shili/_policy/2023/plan.md': entry(['title: 办法', 'kind: policy', 'issuer: 县政府'], '文'),
  };

  it.each<[string, Files, string, string, string]>([
    [
      'an answer and its policy',
      { 'shili/_message/2023/a.md': answer('message', ['form: 咨询']) },
      'about',
      'answers',
      'plan',
    ],
    [
      'a response and its policy',
      { 'shili/_response/2023/a.md': answer('response', []) },
      'about',
      'answers',
      'plan',
    ],
    [
      'an issue and its document',
      {
        'shili/_gazette/2023/a.md': entry(
          [
            'title: 公报',
            'kind: gazette',
            'year: 2023',
            'issue: 1',
            'contents: [{title: 办法, entry: plan}]',
          ],
          '',
        ),
      },
      'contents',
      'gazettes',
      'plan',
    ],
    [
      'a project and what is told of it',
      {
        'shili/_project/2023/a.md': entry(
          [
            ...['title: 桥', 'kind: project', 'funding: 政府投资', 'investment: 1', 'scale: 桥'],
            ...['site: 镇', 'owner: 局'],
            'records: [{stage: 批准结果, date: 2023-05-01, title: 批复, entry: plan}]',
          ],
          '',
        ),
      },
      'records',
      'projects',
      'plan',
    ],
    [
      'a review and what it judged',
      {
        'shili/_notice/2023/a.md': entry(
          ['title: 评估', 'kind: notice', 'form: 公告', 'reassesses: [secret]'],
          '文',
        ),
        'shili/_notice/2023/secret.md': entry(
          ['title: 材料', 'kind: notice', 'form: 公告', 'attribute: {type: 不予, grounds: 某条}'],
          '',
        ),
      },
      'reassesses',
      'reassessedBy',
      'secret',
    ],
  ])('draw %s from both sides', (_name, files, there, back, named) => {
    const { column, problems } = readFiles({ ...PLAN, ...files });
    expect(problems).toEqual([]);
    const { relations } = column as NonNullable<typeof column>;
    expect(relations['a']?.[there as 'about']?.map(({ id }) => id)).toEqual([named]);
    expect(relations[named]?.[back as 'answers']?.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a project', () => {
  const project = (...lines: string[]) =>
    readFiles({
      'shili/_project/2023/a.md': entry(
        [
          ...['title: 桥', 'kind: project', 'investment: 1', 'scale: 桥', 'site: 镇', 'owner: 局'],
          ...lines,
        ],
        '',
      ),
    }).problems;
  const PPP = 'ppp: {way: 公开招标, contract: 二十年, returns: 使用者付费}';

  it('tells of private capital only where it has some', () => {
    expect(project('funding: 政府和社会资本合作', PPP)).toEqual([]);
    expect(project('funding: 政府投资', PPP)).toMatchObject([
      {
        code: 'shape/contradiction',
        value: '投资类型是“政府投资”，又写了政府和社会资本合作的内容',
      },
    ]);
  });

  it('mends a fault after it was found', () => {
    const fault = (mended: string) =>
      `faults: [{found: 2023-05-10, text: 渗水, mended: ${mended}}]`;
    expect(project('funding: 政府投资', fault('2023-05-12'))).toEqual([]);
    expect(project('funding: 政府投资', fault('2023-05-02'))).toMatchObject([
      { code: 'shape/contradiction', value: '整改日期 2023-05-02 早于发现日期 2023-05-10' },
    ]);
  });
});
