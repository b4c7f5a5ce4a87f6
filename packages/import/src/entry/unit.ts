import type { Department, Town } from '@columns/content';
import { unitNamed } from '@columns/content';

export interface Units {
  readonly county: string;
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
}

/** The id of the unit that a name in a document stands for; towns count as units. */
export function findUnit(name: string, units: Units): string | undefined {
  return unitNamed(name, units)?.id;
}
