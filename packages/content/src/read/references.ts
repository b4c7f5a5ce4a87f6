import { isSurelyAfter } from '../dates.ts';
import type { Entry, EntryOf } from '../entry.ts';
import { addressOf, isKind } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import { proofPagesOf } from '../tasks/pages.ts';
import { EACH_COUNTY, readProof } from '../tasks/proof.ts';
import { TOLD } from './bounds.ts';
import type { CountyContent } from './county.ts';
import type { FileMention, Mention } from './entry.ts';
import { nearest } from './near.ts';
import { withRest } from './rest.ts';

/** What only shows once everything is read: ids used twice, addresses taken, names of nothing. */
export function referenceProblems(
  content: CountyContent,
  uppers: readonly CountyContent[],
): Problem[] {
  const entries = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const entry of content.entries) {
    const first = entries.get(entry.id);
    if (first) {
      problems.push({
        code: 'shape/duplicate-id',
        file: entry.file,
        ...START,
        value: entry.id,
        other: first.file,
      });
    } else {
      entries.set(entry.id, entry);
    }
  }
  for (const found of [
    addressProblems(content),
    replacementProblems(content.entries),
    followingProblems(content.entries),
  ])
    for (const problem of found) problems.push(problem);
  const names = namesOf(content, uppers);
  const lost = new Map<string, (FileMention & { to: Named })[]>();
  for (const mention of content.mentions) {
    if (mention.to === 'former' || content.unread.has(mention.to)) continue;
    const named = { ...mention, to: mention.to };
    if (isThere(named, names, content)) continue;
    const own = lost.get(mention.file);
    if (own) own.push(named);
    else lost.set(mention.file, [named]);
  }
  for (const own of lost.values()) {
    // The nearest of all names is looked for: that is not done a hundred thousand times.
    const told = own
      .slice(0, TOLD)
      .map((mention) => droppedProblem(mention, content) ?? mentionProblem(mention, names));
    problems.push(...withRest(told, own.length - told.length));
  }
  return problems;
}

function addressProblems({ mentions, places }: CountyContent): Problem[] {
  const taken = new Map(places.map((place) => [addressOf(place), place.file]));
  return mentions.flatMap(({ to, target, file, field, line, column }): Problem[] => {
    if (to !== 'former') return [];
    const owner = taken.get(`${target}/`);
    taken.set(`${target}/`, file);
    if (owner === undefined) return [];
    return [
      { code: 'shape/address-taken', file, line, column, field, value: target, other: owner },
    ];
  });
}

/** A list that replaces itself, one that is newer, or one of another sort; and lists in a circle. */
function replacementProblems(entries: readonly Entry[]): Problem[] {
  const registers = new Map(
    entries.flatMap((entry) => (isKind(entry, 'register') ? [[entry.id, entry] as const] : [])),
  );
  return [...registers.values()].flatMap((entry): Problem[] => {
    const { replaces, form, published } = entry.data;
    const old = registers.get(replaces ?? '');
    if (replaces === undefined || !old) return [];
    const fault = (value: string, expected: string): Problem[] => {
      const place = { line: entry.lines['replaces'] ?? 1, column: 1, field: 'replaces' };
      return [
        {
          code: 'shape/contradiction',
          file: entry.file,
          kind: 'register',
          value,
          expected,
          ...place,
        },
      ];
    };
    if (old === entry) return fault(`清单 ${replaces} 写成了替换它自己`, '被替换的旧清单的编号');
    const circle = circleFrom(entry, registers);
    if (circle)
      return fault(`清单互相替换，绕成一圈：${circle.join(' → ')}`, '每个清单只替换比它早的清单');
    if (old.data.form !== form)
      return fault(
        `本清单是“${form ?? '没有种类'}”，被替换的 ${replaces} 是“${old.data.form ?? '没有种类'}”`,
        '同一种清单的旧版本',
      );
    if (isSurelyAfter(old.data.published, published))
      return fault(
        `被替换的 ${replaces} 发布于 ${old.data.published}，晚于本清单的 ${published}`,
        '比本清单早发布的旧版本',
      );
    return [];
  });
}

/** What follows itself, something newer, or in a circle. */
function followingProblems(entries: readonly Entry[]): Problem[] {
  const following = entries.filter(({ data }) => data.follows !== undefined);
  if (following.length === 0) return [];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return following.flatMap((entry) =>
    (entry.data.follows ?? []).flatMap((ref, index): Problem[] => {
      const earlier = byId.get(ref);
      if (!earlier) return [];
      const fault = (value: string, expected: string): Problem[] => {
        const line = entry.lines[`follows.${index}`] ?? entry.lines['follows'] ?? 1;
        return [
          {
            ...{ code: 'shape/contradiction', file: entry.file, kind: entry.data.kind },
            ...{ line, column: 1, field: 'follows', value, expected },
          },
        ];
      };
      if (earlier === entry)
        return fault(`${ref} 写成了承接它自己`, '前一环节的编号，如公示、征集、预算');
      const way = wayBack(entry, ref, byId);
      if (way)
        return fault(
          `互相承接，绕成一圈：${way.join(' → ')}`,
          '后一环节写前一环节的编号；前一环节不用写，两边都会显示',
        );
      const { published } = entry.data;
      if (isSurelyAfter(earlier.data.published, published))
        return fault(
          `所承接的 ${ref} 发布于 ${earlier.data.published}，晚于本信息的 ${published}`,
          '前后写反了的，在后一条中写前一条的编号；日期错的，改正日期',
        );
      return [];
    }),
  );
}

/** The way on which what an entry follows leads back to it; told of the one whose id is the least. */
function wayBack(
  start: Entry,
  ref: string,
  byId: ReadonlyMap<string, Entry>,
): string[] | undefined {
  const seen = new Set<string>();
  const ways: string[][] = [[start.id, ref]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1) ?? '';
    if (last === start.id) {
      return way.every((id) => id >= start.id) ? way : undefined;
    }
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of byId.get(last)?.data.follows ?? []) ways.push([...way, next]);
  }
  return undefined;
}

/** The way that leads from a list back to it. */
function circleFrom(
  start: EntryOf<'register'>,
  registers: ReadonlyMap<string, EntryOf<'register'>>,
): string[] | undefined {
  const way = [start.id];
  for (;;) {
    const next = registers.get(way.at(-1) ?? '')?.data.replaces;
    if (next === undefined || !registers.has(next)) return undefined;
    if (next === start.id) return [...way, next];
    if (way.includes(next)) return undefined;
    way.push(next);
  }
}

type Named = Exclude<Mention['to'], 'former'>;
type Names = Readonly<Record<Named, ReadonlySet<string>>>;

function namesOf(content: CountyContent, uppers: readonly CountyContent[]): Names {
  const towns = content.towns.map(({ id }) => id);
  const entries = [
    ...content.places.map(({ id }) => id),
    ...uppers.flatMap((upper) => upper.places.map(({ id }) => `${upper.id}/${id}`)),
  ];
  const pages = [content, ...uppers].flatMap(({ id, county }) =>
    proofPagesOf(county?.level ?? 'county').map((page) =>
      id === content.id ? `/${page}` : `${id}/${page}`,
    ),
  );
  return {
    entry: new Set(entries),
    proof: new Set([...entries, ...pages]),
    unit: new Set([
      ...content.departments.map(({ id }) => id),
      ...towns,
      ...content.institutions.map(({ id }) => id),
    ]),
    town: new Set(towns),
    village: new Set(
      content.towns.flatMap(({ id, villages = [] }) => villages.map(({ name }) => `${id}/${name}`)),
    ),
    item: new Set(
      [content.catalogue, ...content.publishers.map(({ groups }) => groups)].flatMap((groups) =>
        groups.flatMap(({ id, items }) => items.map((item) => `${id}/${item.id}`)),
      ),
    ),
    page: new Set(content.places.flatMap((place) => [`/${addressOf(place)}`, `/${place.file}`])),
  };
}

function isThere(
  { to, target, file }: FileMention & { to: Named },
  names: Names,
  content: CountyContent,
): boolean {
  if (to === 'page') return pageExists(target, file, names, content.id);
  return names[to].has(target) || (to === 'proof' && isBelow(target, names, content));
}

/**
 * Whether a level above counties names what a county below it has: that is judged where all counties are
 * read. A page is one that every column has, so it can be judged here.
 */
function isBelow(text: string, names: Names, { id, county }: CountyContent): boolean {
  const { county: of, target } = readProof(text) ?? {};
  if (county === undefined || county.level === 'county' || of === undefined || of === id)
    return false;
  if (target && 'page' in target) return names.proof.has(`/${target.page}`);
  return of !== EACH_COUNTY;
}

function mentionProblem(mention: FileMention & { to: Named }, names: Names): Problem {
  const { to, target, file, field, line, column } = mention;
  const near = nearest(target, [...names[to]]);
  return {
    code: codeOf(to),
    file,
    line,
    column,
    field,
    value: to === 'village' ? target.slice(target.indexOf('/') + 1) : target,
    expected: EXPECTED[to],
    ...(near === undefined ? {} : { other: near }),
  };
}

/** An item that was there, and that the county or a level above has dropped. */
function droppedProblem(
  { to, target, file, field, line, column }: FileMention,
  { publishers }: CountyContent,
): Problem | undefined {
  const found = to === 'item' && publishers[0]?.dropped.find(({ item }) => item === target);
  if (!found) return undefined;
  const other = `${found.from}（${found.reason}）`;
  return { code: 'shape/dropped-item', file, line, column, field, value: target, other };
}

function codeOf(to: Named): Problem['code'] {
  if (to === 'unit' || to === 'town' || to === 'village') return 'shape/unknown-unit';
  return to === 'item' ? 'shape/unknown-item' : 'shape/unknown-reference';
}

const EXPECTED = {
  entry: '已有信息的编号（文件名去掉扩展名）；上级文件写作“上级编号/信息编号”',
  proof:
    '已有信息的编号，或 /catalogue/、/map/、/guides/ 这样的专栏页面；上级的写作“上级编号/信息编号”',
  unit: 'departments.yaml 或 towns.yaml 中的编号',
  town: 'towns.yaml 中的编号',
  village: 'towns.yaml 中该乡镇（街道）villages 下的名称',
  item: '本县区目录中的“领域/事项”',
  page: '另一条信息的文件（如 ../2023/school-list.md）、“/年份/编号/”，或与本信息同名的文件夹中的文件',
} as const;

/** A body links to another entry by its file (which also works where the repository is read) or address. */
function pageExists(target: string, file: string, names: Names, county: string): boolean {
  const page = target.startsWith('/') ? pageAddress(target, file, county) : beside(target, file);
  return names.page.has(page);
}

/** The path `/<county>/…/<name>` that a relative link in `file` means. */
function beside(target: string, file: string): string {
  return URL.parse(target, `file:///${file}`)?.pathname ?? '';
}

/** The address `/<year>/<id>/` that a link to a file or an address means. */
export function pageAddress(target: string, file: string, county: string): string {
  if (target.startsWith('/')) return target.endsWith('/') ? target : `${target}/`;
  const path = beside(target, file).replace(new RegExp(`^/${county}/`), '');
  const [year = '', name = ''] = path.split('/').slice(-2);
  return `/${year}/${name.replace(/\.mdx?$/, '')}/`;
}
