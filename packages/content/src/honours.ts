import type { EntryLink } from './column.ts';
import type { County } from './county.ts';
import type { Entry } from './entry.ts';
import { isKind } from './entry.ts';
import type { CountyContent } from './read/county.ts';
import { isOpen } from './shown.ts';
import { unitNamed } from './unit-named.ts';

/** A unit, a town or a whole county that was made a 示范区, 示范点 or 试点: a row of a register that says on which day. */
export interface Honour {
  /** As the register names it. */
  readonly unit: string;
  /** Where the county lists it. */
  readonly id?: string;
  readonly level: string;
  readonly type: string;
  /** As far as it is known (`dates.ts`). */
  readonly day: string;
  readonly register: EntryLink;
  readonly example: boolean;
}

/** The form that holds them. */
const FORM = 'demonstration';

/** What the county's registers say was decided; what was only applied for is no honour yet. Pure. */
export function honoursIn(
  content: CountyContent & { readonly county: County },
  linkTo: (entry: Entry, county: County) => EntryLink,
): Honour[] {
  const { county, departments, towns, institutions, entries, tables } = content;
  const lists = { county: county.name, departments, towns, institutions };
  return entries
    .flatMap((entry): Honour[] => {
      if (entry.table?.form !== FORM || !isKind(entry, 'register') || !isOpen(entry)) return [];
      const { columns = [], rows = [] } = tables.get(entry.id) ?? {};
      const at = (name: string) => columns.indexOf(name);
      return rows.flatMap((cells): Honour[] => {
        const cell = (name: string) => cells[at(name)] ?? '';
        if (cell('确定日期') === '') return [];
        const found = unitNamed(cell('单位'), lists);
        return [
          {
            unit: cell('单位'),
            ...(found === undefined ? {} : { id: found.id }),
            level: cell('层级'),
            type: cell('类型'),
            day: cell('确定日期'),
            register: linkTo(entry, county),
            example: entry.data.example === true,
          },
        ];
      });
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
