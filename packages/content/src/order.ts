import { isSurelyAfter } from './dates.ts';
import type { Contradiction } from './kinds/kind.ts';

/** A field, or the way to one inside a field, and what it is called. */
type Named = readonly [field: string | readonly string[], label: string];

/**
 * Two dates of one entry of which the first must not be after the second; either may be missing, or known
 * only in part: what may be right is not called wrong.
 */
export function inOrder(data: object, earlier: Named, later: Named): Contradiction[] {
  const first = valueAt(data, earlier[0]);
  const second = valueAt(data, later[0]);
  if (typeof first !== 'string' || typeof second !== 'string') return [];
  if (!isSurelyAfter(first, second)) return [];
  return [
    {
      path: [later[0]].flat(),
      message: `${later[1]} ${second} 早于${earlier[1]} ${first}`,
      expected: `不早于${earlier[1]}`,
    },
  ];
}

function valueAt(data: object, field: Named[0]): unknown {
  return [field]
    .flat()
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      data,
    );
}
