import { describe, expect, test } from 'vitest';
import type { CatalogueChanges } from '../src/index.ts';
import {
  applyCatalogueChanges,
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
  const { problems } = applyCatalogueChanges(standard, read(value), structure ? { structure } : {});
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
    expect(applyCatalogueChanges(standard, noChanges).items).toHaveLength(309);
  });

  test('adds an item, whose 公开时限 may be plain text and channels plain ids', () => {
    const timing = '信息形成或者变更之日起20个工作日内';
    const add = [{ ...rideHailing, timing, channels: ['government-website'], method: 'proactive' }];
    const { items, problems } = applyCatalogueChanges(standard, read({ add }));
    expect(problems).toEqual([]);
    expect(items.find((item) => itemRef(item) === 'transport/ride-hailing')).toEqual({
      ...rideHailing,
      origin: 'county',
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
    const { items } = applyCatalogueChanges(standard, read({ change }));
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
    const { items, dropped } = applyCatalogueChanges(standard, read({ drop }));
    expect(items).toHaveLength(308);
    expect(dropped).toEqual([{ item: 'ecology/hazardous-waste-licence', reason: '由市级办理' }]);
  });

  test('leaves the standard itself untouched', () => {
    const before = JSON.stringify(standard);
    const drop = [{ item: 'budget/government-budget', reason: '试' }];
    applyCatalogueChanges(standard, read({ add: [rideHailing], drop }));
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
