import { describe, expect, test } from 'vitest';
import type { ApplyOptions, CatalogueChanges, CatalogueLayer } from '../src/index.ts';
import {
  applyLayers,
  countyLayer,
  effectiveDomains,
  itemRef,
  loadStandard,
  noChanges,
  readCatalogueChanges,
} from '../src/index.ts';

const standard = loadStandard();

function read(value: unknown): CatalogueChanges {
  const { changes, problems } = readCatalogueChanges(value);
  expect(problems).toEqual([]);
  return changes;
}

function codes(value: unknown, structure?: string) {
  const { problems } = applyLayers(
    standard,
    [countyLayer(read(value))],
    structure ? { structure } : {},
  );
  return problems.map(({ code, path }) => [code, path]);
}

const rideHailing = {
  domain: 'transport',
  id: 'ride-hailing',
  level1: '公共服务',
  level2: '网约车',
};

describe("a county's catalogue.yaml", () => {
  test('may be empty', () => {
    expect(readCatalogueChanges(null)).toEqual({ changes: noChanges, problems: [] });
    expect(applyLayers(standard, []).items).toEqual(
      applyLayers(standard, [countyLayer(noChanges)]).items,
    );
  });

  test('names topics beside the domains of its structure, with rows of their own', () => {
    const city: CatalogueLayer = {
      ...{ from: '示例市', origin: 'upper' },
      changes: read({
        topics: ['charity', 'transport'],
        add: [{ domain: 'charity', id: 'use', level1: '慈善组织', level2: '捐赠款物使用' }],
      }),
    };
    const applied = applyLayers(standard, [city, countyLayer(noChanges)], { structure: 'luan-30' });
    expect(applied.problems).toEqual([]);
    const domains = effectiveDomains(standard, 'luan-30', applied);
    expect(domains.filter(({ domain }) => !domain.topic)).toHaveLength(30);
    const topics = domains.filter(({ domain }) => domain.topic);
    expect(topics.map(({ domain, items }) => [domain.name, items.length > 0])).toEqual([
      ['慈善', true],
      ['交通运输', true],
    ]);
  });

  test('names a topic that exists, is no domain of the structure, and once', () => {
    const told = (topics: string[], options: ApplyOptions = { structure: 'luan-30' }) =>
      applyLayers(standard, [countyLayer(read({ topics }))], options).problems.map(
        ({ code, path, message }) => `${code} ${path} ${message}`,
      );
    expect(told(['charities'])).toEqual([
      'unknown-domain topics[0] 没有标识为“charities”的专题或领域。',
    ]);
    expect(told(['charity', 'budget', 'charity'])).toEqual([
      'topic-taken topics[1] “budget”已经是领域结构“luan-30”中的领域：请从 topics 中删去。',
      'topic-taken topics[2] 专题“charity”已经列入（本文件或上级的目录）：请只留一处。',
    ]);
    // Whoever is in the county has its topics, and names none.
    expect(told(['charity'], { structure: 'luan-30', topics: ['charity'] })).toEqual([
      'topic-taken topics[0] 专题只写在县区或上级的 catalogue.yaml 中，不写在这里。',
    ]);
    const add = [{ domain: 'charity', id: 'use', level1: '慈善组织' }];
    expect(codes({ add }, 'luan-30')).toEqual([['domain-not-in-structure', 'add[0].domain']]);
  });

  test('adds an item, whose 公开时限 may be plain text and channels plain ids', () => {
    const timing = '信息形成或者变更之日起20个工作日内';
    const add = [{ ...rideHailing, timing, channels: ['government-website'], method: 'proactive' }];
    const { items, problems } = applyLayers(standard, [countyLayer(read({ add }))]);
    expect(problems).toEqual([]);
    expect(items.find((item) => itemRef(item) === 'transport/ride-hailing')).toEqual({
      ...rideHailing,
      origin: 'county',
      from: '本县区',
      confirmed: true,
      timing: {
        text: timing,
        deadlines: [{ kind: 'after', event: 'formed-or-changed', amount: 20, unit: 'working-day' }],
      },
      channels: [{ channel: 'government-website' }],
      method: { kind: 'proactive' },
    });
  });

  test('changes fields, says which, and fills what was incomplete', () => {
    const change = [
      { item: 'work-safety/hazard-control', subject: '县应急管理局', levels: ['county'] },
    ];
    const { items } = applyLayers(standard, [countyLayer(read({ change }))]);
    const item = items.find((each) => itemRef(each) === 'work-safety/hazard-control');
    expect(item).toMatchObject({
      subject: '县应急管理局',
      levels: ['county'],
      changed: ['subject', 'levels'],
      confirmed: false,
      incomplete: ['level1'],
    });
    expect(item).not.toHaveProperty('sample-subject');
  });

  test('drops an item and keeps the reason', () => {
    const drop = [{ item: 'ecology/hazardous-waste-licence', reason: '由市级办理' }];
    const { items, dropped } = applyLayers(standard, [countyLayer(read({ drop }))]);
    expect(items).toHaveLength(applyLayers(standard, []).items.length - 1);
    expect(dropped).toEqual([
      { item: 'ecology/hazardous-waste-licence', reason: '由市级办理', from: '本县区' },
    ]);
  });

  test('leaves the standard itself untouched', () => {
    const before = JSON.stringify(standard);
    const drop = [{ item: 'budget/government-budget', reason: '试' }];
    applyLayers(standard, [countyLayer(read({ add: [rideHailing], drop }))]);
    expect(JSON.stringify(standard)).toBe(before);
  });
});

describe('what is wrong in it is told as data, not thrown', () => {
  test('a wrong shape, with its place', () => {
    const { changes, problems } = readCatalogueChanges({ drop: [{ item: 'budget/x' }] });
    expect(changes).toEqual(noChanges);
    expect(problems).toEqual([
      { code: 'shape', path: 'drop[0].reason', message: expect.stringMatching(/\p{Script=Han}/u) },
    ]);
  });

  test('an unknown domain or item', () => {
    expect(codes({ add: [{ ...rideHailing, domain: 'aviation' }] })).toEqual([
      ['unknown-domain', 'add[0].domain'],
    ]);
    expect(codes({ change: [{ item: 'budget/nothing', note: '试' }] })).toEqual([
      ['unknown-item', 'change[0].item'],
    ]);
    expect(codes({ drop: [{ item: 'budget/nothing', reason: '试' }] })).toEqual([
      ['unknown-item', 'drop[0].item'],
    ]);
  });

  test('an id that is taken', () => {
    expect(codes({ add: [{ ...rideHailing, id: 'road-closures' }] })).toEqual([
      ['id-taken', 'add[0].id'],
    ]);
    expect(codes({ add: [rideHailing, rideHailing] })).toEqual([['id-taken', 'add[1].id']]);
  });

  test('a domain outside the structure', () => {
    expect(codes({ add: [rideHailing] }, 'gaoyao-26')).toEqual([
      ['domain-not-in-structure', 'add[0].domain'],
    ]);
    expect(codes({ add: [rideHailing] }, 'anyue-30')).toEqual([]);
  });

  test('the same item dropped twice, changed twice, or changed and dropped', () => {
    const item = 'budget/government-budget';
    const twice = [
      { item, reason: '甲' },
      { item, reason: '乙' },
    ];
    expect(codes({ drop: twice })).toEqual([['dropped-twice', 'drop[1].item']]);
    const change = [
      { item, note: '甲' },
      { item, note: '乙' },
    ];
    expect(codes({ change })).toEqual([['changed-twice', 'change[1].item']]);
    expect(codes({ change: [{ item, note: '甲' }], drop: [{ item, reason: '乙' }] })).toEqual([
      ['changed-and-dropped', 'drop[0].item'],
    ]);
  });

  test('a 公开时限 that nobody understands', () => {
    expect(codes({ add: [{ ...rideHailing, timing: '另行通知' }] })).toEqual([
      ['timing-not-understood', 'add[0].timing'],
    ]);
  });

  test('a replacement that leads nowhere, comes twice or goes round', () => {
    const from = '2025-01-01';
    const [a, b] = ['budget/government-budget', 'budget/government-accounts'];
    expect(codes({ replace: [{ item: a, by: 'budget/nothing', from }] })).toEqual([
      ['unknown-replacement', 'replace[0].by'],
    ]);
    expect(codes({ replace: [{ domain: 'aviation', by: 'transport', from }] })).toEqual([
      ['unknown-domain', 'replace[0].domain'],
    ]);
    const again = { item: a, by: b, from };
    expect(codes({ replace: [again, again] })).toEqual([['replaced-twice', 'replace[1]']]);
    expect(codes({ replace: [again, { item: b, by: a, from }] })).toEqual([
      ['replacement-cycle', 'replace[1]'],
    ]);
  });
});

describe('what is inherited', () => {
  const city = (value: unknown): CatalogueLayer => ({
    from: '示例市',
    origin: 'upper',
    changes: read(value),
  });
  const own = (value: unknown) => countyLayer(read(value), '示例县');
  const find = (layers: readonly CatalogueLayer[], ref: string) =>
    applyLayers(standard, layers).items.find((item) => itemRef(item) === ref);

  test('a city changes a row once and all below have it, and are told whose it is', () => {
    const change = [{ item: 'work-safety/hazard-control', subject: '市级主管部门' }];
    expect(find([city({ change })], 'work-safety/hazard-control')).toMatchObject({
      subject: '市级主管部门',
      changed: ['subject'],
      changedBy: ['示例市'],
    });
  });

  test('a county may change what its city has changed or added; both are named', () => {
    const layers = [
      city({ add: [rideHailing] }),
      own({ change: [{ item: 'transport/ride-hailing', every: 'month', by: 15 }] }),
    ];
    expect(find(layers, 'transport/ride-hailing')).toMatchObject({
      ...{ origin: 'upper', from: '示例市', every: 'month', by: 15 },
      ...{ changed: ['every', 'by'], changedBy: ['示例县'] },
    });
    expect(applyLayers(standard, layers).problems).toEqual([]);
  });

  test('what a city drops is gone below, with reason and by whom; the county may add it again', () => {
    const ref = 'ecology/hazardous-waste-licence';
    const drop = [{ item: ref, reason: '由市级办理' }];
    const applied = applyLayers(standard, [city({ drop })]);
    expect(applied.items.map(itemRef)).not.toContain(ref);
    expect(applied.dropped).toEqual([{ item: ref, reason: '由市级办理', from: '示例市' }]);
    const add = [{ domain: 'ecology', id: 'hazardous-waste-licence', level1: '危险废物经营许可' }];
    expect(find([city({ drop }), own({ add })], ref)).toMatchObject({ from: '示例县' });
  });

  test('a problem says in which of the layers it is', () => {
    const drop = [{ item: 'budget/no-such', reason: '一' }];
    const { problems } = applyLayers(standard, [city({ drop }), own({ drop })]);
    expect(problems.map(({ code, layer }) => [code, layer])).toEqual([
      ['unknown-item', 0],
      ['unknown-item', 1],
    ]);
  });

  test('an added item that has the name of another of its domain is told, whatever its signs', () => {
    const twin = { domain: 'work-safety', id: 'twin', level1: '管理', level2: '隐患 管理' };
    const name = find([], 'work-safety/hazard-control');
    const add = [{ ...twin, level2: `${name?.level2 ?? name?.level1}、` }];
    expect(codes({ add })).toEqual([['repeats-item', 'add[0].level2']]);
  });

  test('an added item that only another place calls by that name is an item of the standard', () => {
    const row = { id: 'home-birth', level1: '出生', level2: '新生儿国内出生户口登记' };
    const { problems } = applyLayers(standard, [
      countyLayer(read({ add: [{ domain: 'household-registration', ...row }] })),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['repeats-item']);
    expect(problems[0]?.message).toContain(
      '“household-registration/birth”是一回事（标准叫“出生登记”）',
    );
  });

  test.each([
    [{ by: 15 }, 'add[0].by'],
    [{ as: '权责清单' }, 'add[0].as'],
    [{ every: 'month', by: '01-31' }, 'add[0].by'],
  ])('a day without a period, or of another one, is told: %o', (due, path) => {
    expect(codes({ add: [{ ...rideHailing, ...due }] })).toEqual([['due-without-period', path]]);
  });
});
