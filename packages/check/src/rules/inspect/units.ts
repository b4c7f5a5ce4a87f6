import { namesOf } from '../../language/unit-names.ts';
import type { Found } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** Names that two units of a county's lists share. */
export function unitsTwice({ column }: InspectionContext): Found[] {
  const owners = new Map<string, string>();
  const list = [
    ...column.departments.map((unit) => ({ unit, file: 'departments.yaml' })),
    ...column.towns.map((unit) => ({ unit, file: 'towns.yaml' })),
  ];
  return list.flatMap(({ unit, file }) =>
    [...new Set(namesOf(unit))].flatMap((name): Found[] => {
      const owner = owners.get(name);
      owners.set(name, unit.id);
      if (owner === undefined || owner === unit.id) return [];
      return [
        { file: `${column.county.id}/${file}`, line: 1, column: 1, value: name, other: owner },
      ];
    }),
  );
}
