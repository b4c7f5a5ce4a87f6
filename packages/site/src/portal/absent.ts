import type { CountyShape } from '@columns/standard/boundaries';
import type { City } from './members.ts';

/** Counties of a city that the boundaries know and the site does not have. */
export interface Absent {
  readonly of: (city: City) => readonly string[];
  /** What is said of each. */
  readonly why: string;
}

/** @param some whether only some columns were put together, as in a preview */
export function absentOf(shapes: readonly CountyShape[] | undefined, some: boolean): Absent {
  return {
    of: ({ members }) => {
      const have = new Set(members.map(({ column }) => column.name));
      return (shapes ?? []).map(({ name }) => name).filter((name) => !have.has(name));
    },
    why: some ? '不在这次拼装中' : '尚未开设专栏',
  };
}
