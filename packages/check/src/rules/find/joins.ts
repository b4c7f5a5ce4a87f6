import type { Carried, JoinFault } from '@columns/content';
import { joinFaults, nearest } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import { atCell } from './registers.ts';

/** So many keys are named; of more only how many there are. */
const NAMED = 5;

/** Keys that no row of the list has which says which there are. */
export function unknownKeys(context: RuleContext): Found[] {
  return faultsOf(context, 'unknown').flatMap(({ join, places, known }) =>
    places.map((place) => {
      const near = nearest(place.key, [...known]);
      const home = nameOf(join.home ?? '', context);
      return {
        ...placeOf(place, context),
        value: place.key,
        other: `${home}中的${join.name}`,
        ...(near === undefined ? {} : { expected: near }),
      };
    }),
  );
}

/** Keys that lack their other half (有权力无指南): one finding a list, at its first. */
export function lackingKeys(context: RuleContext): Found[] {
  return faultsOf(context, 'lacking').flatMap(({ lack, places }) => {
    const [first] = places;
    if (!first || !lack) return [];
    const keys = places.slice(0, NAMED).map(({ key }) => key);
    const more = places.length > NAMED ? `等 ${places.length} 项` : '';
    return [
      {
        ...placeOf(first, context),
        value: `${lack.name}：${keys.join('、')}${more}`,
        mend: lack.mend,
      },
    ];
  });
}

function faultsOf({ column, tables }: RuleContext, sort: JoinFault['fault']): JoinFault[] {
  return joinFaults(column, ({ id }) => tables.get(id), column.joins).filter(
    ({ fault }) => fault === sort,
  );
}

function nameOf(id: string, { column }: RuleContext): string {
  if (id === 'units') return '单位名单';
  return column.forms.find((form) => form.id === id)?.name ?? id;
}

function placeOf({ entry, row, column, carrier }: Carried, { column: own, tables }: RuleContext) {
  if (!entry) return { file: `${own.county.id}/departments.yaml`, line: 1, column: 1 };
  const table = tables.get(entry.id);
  if (table && row !== undefined) return atCell(table, row, column ?? 0);
  return atField(entry, carrier.field ?? 'kind');
}
