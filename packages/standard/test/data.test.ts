import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allItems, findDeadline, findItem, itemRef, loadStandard } from '../src/index.ts';
import { tableFields } from '../src/schema/item.ts';

const standard = loadStandard();
const items = standard.catalogue.flatMap((file) => file.items);
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

describe('the standard as a whole', () => {
  test('has 35 domains, 14 topics, 309 catalogue rows and 51 township rows', () => {
    expect(standard.catalogue).toHaveLength(35);
    expect(standard.domains).toHaveLength(49);
    expect(items).toHaveLength(309);
    expect(standard.township.items).toHaveLength(51);
  });

  test('is plain data: it survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(standard))).toEqual(standard);
  });

  test('is read once and shared, so nobody may change it', () => {
    expect(loadStandard()).toBe(standard);
    expect(Object.isFrozen(items[0]?.elements)).toBe(true);
  });

  test('every id is ASCII kebab-case and every item reference is unique', () => {
    const refs = allItems(standard).map(itemRef);
    expect(new Set(refs).size).toBe(refs.length);
    for (const item of allItems(standard)) expect(item.id).toMatch(kebab);
    for (const domain of standard.domains) expect(domain.id).toMatch(kebab);
  });
});

describe('domains', () => {
  test('each has a name, an icon of its own and a line for citizens', () => {
    const all = standard.domains.length;
    expect(new Set(standard.domains.map((domain) => domain.name)).size).toBe(all);
    expect(new Set(standard.domains.map((domain) => domain.icon)).size).toBe(all);
    for (const { description } of standard.domains) expect(description).toMatch(/^\p{Script=Han}/u);
  });

  test('33 have rows; two have none and say why', () => {
    const missing = standard.catalogue.filter((file) => !file.issued);
    expect(missing.map((file) => file.domain).sort()).toEqual(['grain-security', 'statistics']);
    for (const { items: none, notes } of missing) {
      expect(none).toEqual([]);
      expect(notes?.length).toBeGreaterThan(0);
    }
  });
});

describe('structures', () => {
  test('keep the number of domains of each plan', () => {
    const sizes = standard.structures.map(({ id, domains }) => [id, domains.length]);
    expect(Object.fromEntries(sizes)).toEqual({
      'luan-30': 30,
      'anyue-30': 30,
      'gaoyao-26': 26,
      'national-26': 26,
    });
  });

  test('use all domains that have a catalogue between them, and no topic', () => {
    const used = new Set(standard.structures.flatMap(({ domains }) => domains.map(({ id }) => id)));
    expect([...used].sort()).toEqual(standard.catalogue.map(({ domain }) => domain).sort());
  });

  test('say whose units the leads are; the national list names no units', () => {
    for (const { 'leads-of': of, domains } of standard.structures) {
      for (const { lead } of domains) expect(lead !== undefined).toBe(of !== undefined);
    }
  });

  test('Anyue drops 城乡规划 and 征地 and calls 扶贫 by its new name', () => {
    const anyue = standard.structures.find(({ id }) => id === 'anyue-30');
    const ids = anyue?.domains.map(({ id }) => id);
    expect(ids).not.toContain('urban-rural-planning');
    expect(ids).not.toContain('land-expropriation');
    expect(anyue?.domains.find(({ id }) => id === 'poverty-alleviation')?.name).toBe(
      '巩固脱贫成果',
    );
  });
});

describe('what is confirmed', () => {
  test('163 catalogue rows were read whole on a government page', () => {
    expect(items.filter((item) => item.confirmed)).toHaveLength(163);
  });

  test('a confirmed row names its pages, lacks nothing, and no sample stands for a field', () => {
    for (const item of items.filter((each) => each.confirmed)) {
      expect(item.sources?.length, itemRef(item)).toBeGreaterThan(0);
      expect(item.incomplete, itemRef(item)).toBeUndefined();
      expect(item.truncated, itemRef(item)).toBeUndefined();
      // What the page prints stands beside its sort, never instead of it.
      if (item['sample-subject']) expect(item.subject, itemRef(item)).toBeDefined();
    }
  });

  test('no row of the township example is: it is one place, read in an archive', () => {
    for (const item of standard.township.items) {
      expect(item.confirmed).toBe(false);
      expect(item.subject).toBeUndefined();
      expect(item['sample-subject']).toMatch(/^海坛片区管理局/);
    }
  });

  test('a field that is absent is listed as incomplete; only 二级事项 may simply not exist', () => {
    for (const item of [...items, ...standard.township.items]) {
      for (const field of tableFields.filter((name) => name !== 'level2')) {
        if (item[field] === undefined) expect(item.incomplete, itemRef(item)).toContain(field);
      }
    }
  });

  test('no mark of a cut, a tick or 同上 is left in the words of a row', () => {
    const leftOver = /截断|样本|同上|[■□▲√]/;
    for (const { note: _note, level2: _level2, ...item } of items) {
      expect(JSON.stringify(item), itemRef(item)).not.toMatch(leftOver);
    }
  });
});

describe('rows of odd shape', () => {
  const row = (ref: string) => findItem(standard, ref);

  test('short names become a list', () => {
    expect(row('compulsory-education/school-directory')?.elements).toEqual([
      '学校名称',
      '学校地址',
      '办学层次',
      '办学类型',
      '办公电话',
    ]);
  });

  test('the head of a group stands before each of its elements', () => {
    const elements = row('budget/government-budget')?.elements;
    expect(elements?.[0]).toBe('一般公共预算：一般公共预算收入表');
    expect(elements).toContain('政府性基金预算：政府性基金收入表');
  });

  test('prose stays whole', () => {
    expect(row('work-safety/permits')?.elements).toEqual([
      '办理行政许可和其他对外管理服务事项的依据、条件、程序',
    ]);
  });

  test('a row may have no 二级事项', () => {
    expect(row('land-expropriation/policies')?.level2).toBeUndefined();
  });

  test('a row may have several deadlines, each for its channels', () => {
    expect(row('land-expropriation/land-survey')?.timing?.deadlines).toEqual([
      {
        kind: 'after',
        event: 'land-survey-ended',
        amount: 5,
        unit: 'working-day',
        channels: ['notice-board'],
      },
      {
        kind: 'after',
        event: 'land-approval-received',
        amount: 10,
        unit: 'working-day',
        channels: ['government-website', 'land-platform'],
      },
    ]);
  });

  test('a channel may come later than the others', () => {
    expect(row('land-expropriation/land-survey')?.channels).toEqual([
      { channel: 'notice-board', name: '村公示栏' },
      { channel: 'government-website', when: 'later' },
    ]);
  });

  test('a method may change, and a part may have another', () => {
    expect(row('land-expropriation/compensation-plan')?.method).toEqual({
      kind: 'proactive',
      becomes: { kind: 'on-request', when: '公示结束后' },
    });
    expect(row('land-expropriation/compensation-hearing')?.method?.parts).toEqual([
      { scope: '其他听证公开内容', kind: 'on-request' },
    ]);
  });

  test('an audience may be a named group', () => {
    expect(row('major-projects/progress')?.audience).toEqual([{ group: '项目单位' }]);
  });

  test('an edition of one province is told apart', () => {
    expect(row('household-registration/id-card-progress')?.edition).toBe('广东版');
    expect(row('household-registration/id-card-progress')?.level1).toBe('查询服务');
  });

  test('the probable error 120个工作日 stays as printed and is marked', () => {
    for (const ref of ['health/town-policy-documents', 'health/town-service-guide']) {
      expect(row(ref)?.timing?.text).toBe('制定或获取信息之日起120个工作日内');
      expect(row(ref)?.timing?.deadlines[0]).toMatchObject({ amount: 120, suspect: true });
      expect(row(ref)?.note).toContain('疑为');
    }
  });

  test('a township row of no domain keeps the name of its group', () => {
    expect(row('_/town-organisation-profile')).toMatchObject({
      domain: null,
      'domain-name': '公共服务',
    });
  });
});

describe('legal deadlines', () => {
  test('each has a source, and what differs by place is not called verified', () => {
    expect(standard.deadlines).toHaveLength(24);
    for (const { setting, verified } of standard.deadlines) expect(setting && verified).toBe(false);
  });

  test('the budget counts calendar days, an application working days', () => {
    expect(findDeadline(standard, 'budget-after-approval')?.rule).toMatchObject({
      amount: 20,
      unit: 'calendar-day',
    });
    expect(findDeadline(standard, 'answer-application')?.rule).toMatchObject({
      amount: 20,
      unit: 'working-day',
    });
  });
});

test('every data file begins with a comment on where it comes from', () => {
  const dir = join(import.meta.dirname, '../data');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const yaml = files.filter((file) => file.endsWith('.yaml'));
  expect(yaml.length).toBeGreaterThan(0);
  for (const file of yaml) expect(readFileSync(join(dir, file), 'utf8'), file).toMatch(/^# /);
});
