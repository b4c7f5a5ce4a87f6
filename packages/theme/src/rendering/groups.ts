import type { Entry } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import { AUDIENCE_GROUPS, groupBy } from '@columns/standard';

const AUDIENCE_IDS: ReadonlyMap<string, string> = new Map(
  AUDIENCE_GROUPS.map(({ id, name }) => [name, id]),
);

/**
 * Lists of entries by what they have in common, each list in the order of the column. A page that asks
 * for one is made again when that list changes, not with every new entry.
 */
const KEYS = {
  kind: ({ data }) => [data.kind],
  /** By kind, those that are shown whole. */
  open: (entry) => [isOpen(entry) ? entry.data.kind : undefined],
  /** 主动 or 依申请. */
  attribute: ({ data }) => [data.attribute.type],
  unit: ({ data }) => [data.unit],
  /** By the id of the group of people. */
  audience: ({ data }) => data.audience?.map((name) => AUDIENCE_IDS.get(name)) ?? [],
  /** Under `QUESTIONS` what asks and answers: 知识问答. */
  questions: (entry) => [isOpen(entry) && mayAsk(entry) ? QUESTIONS : undefined],
  /** Open registers, by the name of their form. */
  form: (entry) => [isKind(entry, 'register') && isOpen(entry) ? entry.data.form : undefined],
  /** Open notices of the work itself, by their section of /openness/. */
  openness: (entry) => [isKind(entry, 'notice') && isOpen(entry) ? entry.data.openness : undefined],
  /** By the town's id, for its own or of its place. */
  town: ({ data }) => [data.town, data.unit],
  /** By `villageKey`; under `ALL_VILLAGES` those of every village. */
  village: ({ data }) =>
    data.village === undefined ? [] : [ALL_VILLAGES, villageKey(data.town, data.village)],
} satisfies Record<string, (entry: Entry) => readonly (string | undefined)[]>;

export type GroupName = keyof typeof KEYS;

export const ALL_VILLAGES = '';
export const QUESTIONS = '';

/** The word by which officers mark that another text, such as a notice, is made of questions. */
const MARKED = '问答';

/** Whether there may be questions: told by the head, for the bodies of all entries are not read for it. */
function mayAsk({ data, format, hasBody }: Entry): boolean {
  switch (data.kind) {
    case 'message':
    case 'response':
      return true;
    case 'interpretation':
      return data.form === '问答' || format === 'mdx';
    case 'guide':
      return hasBody;
    default:
      return hasBody && (data.keywords?.includes(MARKED) ?? false);
  }
}

/** Two villages of one county may have the same name. */
export function villageKey(town: string | undefined, village: string): string {
  return `${town}/${village}`;
}

/** What stands behind `group:` in the name of the fact. */
export function groupKey(name: GroupName, key: string): string {
  return `${name}:${key}`;
}

/** The ids of every group's entries. */
export function groupIds(entries: readonly Entry[]): Map<string, string[]> {
  const filed = entries.flatMap((entry) =>
    groupsOf(entry).map((group) => ({ group, id: entry.id })),
  );
  const groups = groupBy(filed, ({ group }) => group);
  return new Map([...groups].map(([group, each]) => [group, each.map(({ id }) => id)]));
}

function groupsOf(entry: Entry): string[] {
  return (Object.keys(KEYS) as GroupName[]).flatMap((name) => {
    const keys = KEYS[name](entry).filter((key) => key !== undefined);
    return [...new Set(keys)].map((key) => groupKey(name, key));
  });
}
