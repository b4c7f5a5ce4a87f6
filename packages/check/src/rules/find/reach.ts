import type { ColumnItem, EntryOf } from '@columns/content';
import { isKind, isOpen, NEEDED_DOORS, RECEPTION_FACTS } from '@columns/content';
import { AUDIENCE_GROUPS, channelLabels } from '@columns/standard';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

/** Who receives applications without saying where and when; of a real column also who says nothing. */
export function bareReceivers({ column }: RuleContext): Found[] {
  const { county, departments, towns } = column;
  const organs = departments.filter(({ type }) => type !== '公共企事业单位');
  return [
    { file: `${county.id}/departments.yaml`, list: organs },
    { file: `${county.id}/towns.yaml`, list: towns },
  ].flatMap(({ file, list }) => {
    const at = { file, line: 1, column: 1, field: 'openness' };
    const partly = list.flatMap(({ name, openness, lines }): Found[] => {
      const missing = RECEPTION_FACTS.filter(
        ([field]) => openness && openness[field] === undefined,
      );
      if (missing.length === 0) return [];
      const line = lines?.openness ?? 1;
      return [{ ...at, line, value: missing.map(([, label]) => label).join('、'), other: name }];
    });
    const silent = county.demo ? [] : list.filter(({ openness }) => openness === undefined);
    if (silent.length === 0) return partly;
    return [...partly, { ...at, value: silent.map(({ name }) => name).join('、') }];
  });
}

/** Units that are named for questions but have no telephone. */
export function silentConsultants({ column }: RuleContext): Found[] {
  const { county, departments } = column;
  return Object.entries(county.consult).flatMap(([part, id]) => {
    const unit = departments.find((one) => one.id === id);
    if (!unit || unit.telephone !== undefined || unit.openness?.telephone !== undefined) return [];
    const at = { file: `${county.id}/county.yaml`, line: 1, column: 1, field: `consult.${part}` };
    return [{ ...at, value: unit.id, other: unit.name }];
  });
}

/** A real column without one of the three doors that every column needs. */
export function missingDoors({ column }: RuleContext): Found[] {
  const { id, demo, links } = column.county;
  if (demo) return [];
  const missing = NEEDED_DOORS.filter((use) => !links.some((door) => door.for === use));
  if (missing.length === 0) return [];
  return [
    { file: `${id}/county.yaml`, line: 1, column: 1, field: 'links', value: missing.join('、') },
  ];
}

const BUSINESS: ReadonlySet<string> = new Set(
  AUDIENCE_GROUPS.filter(({ side }) => side === '涉企').map(({ name }) => name),
);

/** Policies for business, still in force, that do not say who gets what for what. */
export function bareBenefits({ column }: RuleContext): Found[] {
  return column.entries
    .filter((entry): entry is EntryOf<'policy'> => isKind(entry, 'policy') && isOpen(entry))
    .flatMap((entry) => {
      const { audience = [], benefit, validity } = entry.data;
      const told = audience.filter((name) => BUSINESS.has(name));
      const ended = validity !== undefined && validity.state !== '有效';
      if (told.length === 0 || benefit !== undefined || ended) return [];
      return [{ ...atField(entry, 'audience'), value: told.join('、') }];
    });
}

interface Told {
  readonly missing: Found[];
  readonly unlisted: Found[];
}

/** Compares where entries say they were published with where the catalogue wants it. */
function channelsTold({ column }: RuleContext): Told {
  const told: Told = { missing: [], unlisted: [] };
  const telling = column.entries.filter(
    (entry) => entry.data.alsoIn !== undefined && isOpen(entry),
  );
  if (telling.length === 0) return told;
  const items = new Map(
    column.domains.flatMap((domain) => domain.items.map((item) => [item.ref, item] as const)),
  );
  for (const entry of telling) {
    const { alsoIn = [], also = [] } = entry.data;
    const at = atField(entry, 'also-in');
    const used = new Set(alsoIn.map(({ channel }) => channel));
    const filed = [entry.item, ...also].flatMap((ref) => {
      const item = items.get(ref ?? '');
      return item?.channels === undefined ? [] : [item];
    });
    const listed = new Set(filed.flatMap((item) => namesOf(item)));
    const [first] = filed;
    if (!first) continue;
    for (const item of filed) {
      const missing = requiredOf(item).filter((name) => !used.has(name));
      if (missing.length > 0)
        told.missing.push({ ...at, value: missing.join('、'), other: nameOf(item) });
    }
    for (const channel of used)
      if (!listed.has(channel)) told.unlisted.push({ ...at, value: channel, other: nameOf(first) });
  }
  return told;
}

export const missingChannels = (context: RuleContext): Found[] => channelsTold(context).missing;
export const unlistedChannels = (context: RuleContext): Found[] => channelsTold(context).unlisted;

function namesOf({ channels = [] }: ColumnItem): string[] {
  return channels.map(({ channel }) => channelLabels[channel]);
}

/** The channels that are ticked for now, but for this site itself and what has no name. */
function requiredOf({ channels = [] }: ColumnItem): string[] {
  return [
    ...new Set(
      channels
        .filter(({ channel, when }) => when !== 'later' && !OWN.has(channel))
        .map(({ channel }) => channelLabels[channel]),
    ),
  ];
}

const OWN: ReadonlySet<string> = new Set(['government-website', 'other']);

function nameOf({ level1, level2 }: ColumnItem): string {
  return level2 ?? level1;
}
