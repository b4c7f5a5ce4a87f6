import type { Entry } from '../entry.ts';
import { addressOf } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import type { CountyContent } from './county.ts';
import type { Mention } from './entry.ts';
import { nearest } from './near.ts';

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
  problems.push(...addressProblems(content));
  const names = namesOf(content, uppers);
  for (const mention of content.mentions) {
    if (mention.to === 'former' || content.unread.has(mention.to)) continue;
    const problem = mentionProblem({ ...mention, to: mention.to }, names, content.id);
    if (problem) problems.push(problem);
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

type Named = Exclude<Mention['to'], 'former'>;
type Names = Readonly<Record<Named, ReadonlySet<string>>>;

function namesOf(content: CountyContent, uppers: readonly CountyContent[]): Names {
  const towns = content.towns.map(({ id }) => id);
  return {
    entry: new Set([
      ...content.places.map(({ id }) => id),
      ...uppers.flatMap((upper) => upper.places.map(({ id }) => `${upper.id}/${id}`)),
    ]),
    unit: new Set([...content.departments.map(({ id }) => id), ...towns]),
    town: new Set(towns),
    item: new Set(
      content.catalogue.flatMap(({ id, items }) => items.map((item) => `${id}/${item.id}`)),
    ),
    page: new Set(content.places.flatMap((place) => [`/${addressOf(place)}`, `/${place.file}`])),
  };
}

function mentionProblem(
  mention: Mention & { to: Named; file: string },
  names: Names,
  county: string,
): Problem | undefined {
  const { to, target, file, field, line, column } = mention;
  const found = to === 'page' ? pageExists(target, file, names, county) : names[to].has(target);
  if (found) return undefined;
  const near = nearest(target, [...names[to]]);
  return {
    code: codeOf(to),
    file,
    line,
    column,
    field,
    value: target,
    expected: EXPECTED[to],
    ...(near === undefined ? {} : { other: near }),
  };
}

function codeOf(to: Named): Problem['code'] {
  if (to === 'unit' || to === 'town') return 'shape/unknown-unit';
  return to === 'item' ? 'shape/unknown-item' : 'shape/unknown-reference';
}

const EXPECTED = {
  entry: '已有信息的编号（文件名去掉扩展名）；上级文件写作“上级编号/信息编号”',
  unit: 'departments.yaml 或 towns.yaml 中的编号',
  town: 'towns.yaml 中的编号',
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
