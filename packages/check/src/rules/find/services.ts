import type { EntryLink, EntryOf, Kind, KindId, Relations } from '@columns/content';
import {
  isFilled,
  isKind,
  isOpen,
  isWithin,
  KINDS,
  kindName,
  placeNeeds,
  sheetSize,
  townPlaces,
} from '@columns/content';
import { isJudged } from '../../coverage/state.ts';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

type Guide = EntryOf<'guide'>;
type Place = EntryOf<'place'>;

function guidesOf({ column }: RuleContext): Guide[] {
  return column.entries.filter((entry): entry is Guide => isKind(entry, 'guide') && isOpen(entry));
}

function placesOf({ column }: RuleContext): Place[] {
  return column.entries.filter((entry): entry is Place => isKind(entry, 'place') && isOpen(entry));
}

/** Entries that name another kind of thing than a field asks for: a guide's place that is a notice. */
export function wrongReferences({ column }: RuleContext): Found[] {
  const kinds = new Map<string, KindId>();
  return column.entries.flatMap((entry): Found[] => {
    const { names } = KINDS[entry.data.kind] as Kind;
    if (names === undefined || entry.reducedTo !== undefined || !isOpen(entry)) return [];
    // Few entries name others: the map is made once one does.
    if (kinds.size === 0) for (const { id, data } of column.entries) kinds.set(id, data.kind);
    return Object.entries(names).flatMap(([field, wanted]): Found[] =>
      [Reflect.get(entry.data, field) as Named | readonly Named[] | undefined]
        .flat()
        .flatMap((named): Found[] => {
          const id = typeof named === 'object' ? named.entry : named;
          if (id === undefined) return [];
          const kind = kinds.get(id) ?? above(column.relations[entry.id], id);
          if (kind === undefined || wanted.includes(kind)) return [];
          const expected = wanted.map((one) => kindName(one as KindId)).join('、');
          return [{ ...atField(entry, field), value: id, other: kindName(kind), expected }];
        }),
    );
  });
}

/** The kind of an entry of an upper level, as far as the column has a link to it. */
function above(relations: Relations | undefined, id: string): KindId | undefined {
  const links: EntryLink[] = Object.values(relations ?? {}).flat();
  return links.find((link) => `${link.county}/${link.id}` === id)?.kind;
}

type Named = string | { readonly entry: string };

/** Guides whose 一次告知单 would not be one page. */
export function longSheets(context: RuleContext): Found[] {
  return guidesOf(context)
    .filter((entry) => sheetSize(entry) === 'over')
    .map((entry) => atField(entry, 'materials'));
}

/** Places that do not say where they are, when they are open or whom to call. */
export function barePlaces(context: RuleContext): Found[] {
  return placesOf(context).flatMap((entry) => {
    const { address, hours, telephone, location } = entry.data;
    const missing = [
      ...(address === undefined ? ['地址'] : []),
      ...(hours === undefined ? ['开放时间'] : []),
      ...(telephone === undefined ? ['电话'] : []),
      ...(location === undefined ? ['坐标'] : []),
    ];
    return missing.length === 0 ? [] : [{ ...atField(entry, 'kind'), value: missing.join('、') }];
  });
}

/** Zones and query points that lack what the county's plan, or the one above, asks of them. */
export function unequippedPlaces(context: RuleContext): Found[] {
  const { placeStandard } = context.column;
  return placesOf(context).flatMap((entry) => {
    const missing = placeNeeds(entry, placeStandard).filter(({ there }) => !there);
    if (missing.length === 0 || !placeStandard) return [];
    const value = missing.map(({ part, name }) => `${part}“${name}”`).join('、');
    return [{ ...atField(entry, 'form'), value, other: placeStandard.name }];
  });
}

/** Service centres of towns that do not say of which town. */
export function townlessPlaces(context: RuleContext): Found[] {
  if (context.column.towns.length === 0) return [];
  return placesOf(context)
    .filter(({ data }) => data.form === '便民服务中心' && data.town === undefined)
    .map((entry) => ({ ...atField(entry, 'form'), value: entry.data.title }));
}

/** Towns of which no place is known that the plan wants every town to have: one finding for each form. */
export function townsWithout({ column }: RuleContext): Found[] {
  const { county, towns, entries, placeStandard } = column;
  const rows = townPlaces(towns, entries, placeStandard);
  return (placeStandard?.towns ?? []).flatMap((form, index): Found[] => {
    const without = rows.filter(({ places }) => places[index]?.found.length === 0);
    if (without.length === 0) return [];
    const names = without.map(({ town }) => town.name).join('、');
    const at = { file: `${county.id}/towns.yaml`, line: 1, column: 1 };
    return [{ ...at, value: `${without.length} 个：${names}`, other: form }];
  });
}

/** Places outside the county's rectangle, where the county gives one. */
export function placesOutside(context: RuleContext): Found[] {
  const { county, positions } = context.column;
  const { bounds } = county.map;
  if (!bounds) return [];
  return placesOf(context).flatMap((entry) => {
    const at = positions[entry.id]?.wgs84;
    if (!at || isWithin(at, bounds)) return [];
    return [
      {
        ...atField(entry, 'location'),
        value: `东经 ${at.longitude}、北纬 ${at.latitude}`,
        other: `${bounds.west}—${bounds.east}、${bounds.south}—${bounds.north}`,
      },
    ];
  });
}

/** A real county's map without the number under which it was approved. */
export function unapprovedMap(context: RuleContext): Found[] {
  const { county, positions } = context.column;
  const drawn = placesOf(context).filter(({ id }) => Object.hasOwn(positions, id)).length;
  if (county.demo || drawn === 0 || county.map.approvalNumber !== undefined) return [];
  return [{ file: `${county.id}/county.yaml`, line: 1, column: 1, value: String(drawn) }];
}

const PARTS = { guide: '办事指南', policy: '政策文件', register: '名录清单' } as const;

/** Frequent matters that lack one of the three things people come for. */
export function bareFrequent({ column }: RuleContext): Found[] {
  const { county, frequent } = column;
  return frequent.flatMap((matter) => {
    const missing = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => !matter[part]);
    if (missing.length === 0) return [];
    const line = county.frequent.find(({ item }) => item === matter.item)?.lines?.item ?? 1;
    return [
      {
        ...{ file: `${county.id}/county.yaml`, line, column: 1, field: 'frequent' },
        ...{ value: missing.map((part) => PARTS[part]).join('、'), other: matter.name },
      },
    ];
  });
}

/** Publishers that have not disclosed what their own catalogue holds them to. */
export function silentPublishers({ column }: RuleContext): Found[] {
  return column.publishers.slice(1).flatMap(({ publisher, groups }) => {
    const missing = groups
      .flatMap(({ items }) => items)
      .filter((item) => isJudged(item, column, publisher.sort))
      .filter((item) => !isFilled(item) && item.statements.length === 0);
    if (missing.length === 0) return [];
    const { file, lines } = publisher.listed;
    return [
      {
        ...{ file: `${column.county.id}/${file}`, line: lines?.id ?? 1, column: 1 },
        value: missing.map(({ level1, level2 }) => level2 ?? level1).join('、'),
        other: publisher.name,
      },
    ];
  });
}
