import { describe, expect, test } from 'vitest';
import { itemRef, loadStandard } from '../src/index.ts';

const standard = loadStandard();
const setOf = (id: string) => standard.sets.find((set) => set.id === id);
const base = setOf('base')?.items ?? [];
const village = setOf('village')?.items ?? [];

describe('the base set', () => {
  test('fulfils every class of articles 20 and 21, for each publisher that the class binds', () => {
    const all = setOf('base')?.for ?? [];
    for (const { id, name, for: bound } of standard.statute.classes) {
      for (const sort of bound) {
        const rows = base.filter(
          ({ statute, for: own = all }) => statute?.includes(id) && own.includes(sort),
        );
        expect(rows.length, `${id} ${name}: ${sort}`).toBeGreaterThan(0);
      }
    }
  });

  test('names no class that the law does not have', () => {
    const known = new Set(standard.statute.classes.map(({ id }) => id));
    for (const item of base) for (const id of item.statute ?? []) expect(known, id).toContain(id);
  });

  test('has the fourteen contents that a plan finds common to all, for towns too', () => {
    const common = [
      ...['organisation', 'leaders', 'leaders-activities', 'personnel', 'documents', 'meetings'],
      ...['government-reports', 'plans', 'statistics', 'annual-plans', 'key-work', 'emergency'],
      ...['decisions', 'accounts'],
    ];
    expect(common).toHaveLength(14);
    const all = setOf('base')?.for ?? [];
    const ofTowns = base.filter(({ for: own = all }) => own.includes('town'));
    expect(ofTowns.map(({ id }) => id)).toEqual(expect.arrayContaining(common));
  });

  test('is written whole: elements, basis and subject, and when it is due', () => {
    for (const item of base) {
      expect(item.elements?.length, itemRef(item)).toBeGreaterThan(0);
      expect(item.basis, itemRef(item)).toMatch(/《.+》/);
      expect(item.subject, itemRef(item)).toBeDefined();
      if (!item.timing) expect(item.incomplete, itemRef(item)).toEqual(['timing']);
    }
  });

  test('is put together from the law: no table with these rows was read, so none is confirmed', () => {
    for (const { confirmed, basis, note, id } of base) {
      expect(confirmed, id).toBe(false);
      // What is not the law's own says where it is from.
      if (!basis?.startsWith('《政府信息公开条例》'))
        expect(`${note}${basis}`, id).toMatch(/《|清单|方案/);
    }
  });
});

describe('what a village discloses', () => {
  test('is the ten subjects of the plan and what its assembly decides, each by its reason', () => {
    expect(village).toHaveLength(11);
    expect(new Set(village.map(({ level1 }) => level1))).toEqual(new Set(['法定公开', '依法自治']));
    for (const { id, basis } of village) expect(basis, id).toContain('《村民委员会组织法》');
  });

  test('is tied to the county’s items, subject by subject', () => {
    for (const item of village) {
      const { domains = [], items = [] } = item['filled-by'] ?? {};
      expect([...domains, ...items].length, item.id).toBeGreaterThan(0);
    }
  });

  test('has its accounts due each quarter, in a form of their own', () => {
    expect(village.find(({ id }) => id === 'finance')).toMatchObject({
      level1: '依法自治',
      every: 'quarter',
      as: '村级财务',
    });
  });
});

describe('forms of what is due again and again', () => {
  const forms = standard.forms.filter(({ group }) => group === 'periodic');

  test('say the plan or the law that asks for them, and have a figure or a choice to compare', () => {
    expect(forms).not.toEqual([]);
    for (const { name, source, columns } of forms) {
      expect(source, name).toMatch(/清单第|《.+》第|方案[一二三四五六]（/);
      expect(columns.length, name).toBeGreaterThan(2);
    }
  });
});
