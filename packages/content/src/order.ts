import type { Contradiction } from './kinds/kind.ts';

type Named = readonly [field: string, label: string];

/** Two dates of one entry of which the first must not be after the second; either may be missing. */
export function inOrder(data: object, earlier: Named, later: Named): Contradiction[] {
  const first = Reflect.get(data, earlier[0]) as unknown;
  const second = Reflect.get(data, later[0]) as unknown;
  if (typeof first !== 'string' || typeof second !== 'string' || first <= second) return [];
  return [
    {
      path: [later[0]],
      message: `${later[1]} ${second} 早于${earlier[1]} ${first}`,
      expected: `不早于${earlier[1]}`,
    },
  ];
}
