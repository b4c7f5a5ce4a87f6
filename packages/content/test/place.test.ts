import { describe, expect, it } from 'vitest';
import { readPlace } from '../src/index.ts';

describe('the path of an entry', () => {
  it('names domain, item, year and id', () => {
    expect(readPlace('budget/government-budget/2023/plan-2023.md')).toEqual({
      id: 'plan-2023',
      year: 2023,
      extension: 'md',
      domain: 'budget',
      item: 'budget/government-budget',
    });
  });

  it('names a domain without an item', () => {
    expect(readPlace('budget/_general/2023/plan.mdx')).toEqual({
      id: 'plan',
      year: 2023,
      extension: 'mdx',
      domain: 'budget',
    });
  });

  it('names a kind without a domain', () => {
    expect(readPlace('_policy/2023/plan.md')).toEqual({
      id: 'plan',
      year: 2023,
      extension: 'md',
      kind: 'policy',
    });
  });

  it.each([
    'plan.md',
    '2023/plan.md',
    'budget/plan.md',
    'budget/2023/plan.md',
    'budget/government-budget/plan.md',
    'budget/government-budget/2023/more/plan.md',
    'budget/government-budget/23/plan.md',
    'budget/government-budget/2023年/plan.md',
    'budget/_other/2023/plan.md',
    '_general/2023/plan.md',
    '_telegram/2023/plan.md',
    '_constructor/2023/plan.md',
    '_policy/budget/2023/plan.md',
    'budget/government-budget/2023/plan.txt',
    'budget/government-budget/2023/.md',
  ])('leads nowhere: %s', (path) => expect(readPlace(path)).toEqual({ fault: 'misplaced' }));

  it.each(['通知', 'Plan', 'plan_2023', 'plan 2023', 'plan-', '-plan', 'plan--a', 'plan.v2'])(
    'is no address with the name %s',
    (id) => {
      expect(readPlace(`_policy/2023/${id}.md`)).toEqual({ fault: 'file-name', id });
    },
  );
});
