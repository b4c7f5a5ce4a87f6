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
  problems.push(...addressProblems(content.entries));
  const names = namesOf(content, uppers);
  for (const mention of content.mentions) {
    const problem = mentionProblem(mention, names, content.id);
    if (problem) problems.push(problem);
  }
  return problems;
}

function addressProblems(entries: readonly Entry[]): Problem[] {
  const taken = new Map(entries.map((entry) => [addressOf(entry), entry.file]));
  return entries.flatMap((entry) =>
    (entry.data.formerly ?? []).flatMap((old): Problem[] => {
      const owner = taken.get(`${old}/`);
      taken.set(`${old}/`, entry.file);
      if (owner === undefined) return [];
      return [
        {
          code: 'shape/address-taken',
          file: entry.file,
          ...START,
          field: 'formerly',
          value: old,
          other: owner,
        },
      ];
    }),
  );
}

type Names = Readonly<Record<Mention['to'], ReadonlySet<string>>>;

function namesOf(content: CountyContent, uppers: readonly CountyContent[]): Names {
  const towns = content.towns.map(({ id }) => id);
  return {
    entry: new Set([
      ...content.entries.map(({ id }) => id),
      ...uppers.flatMap((upper) => upper.entries.map(({ id }) => `${upper.id}/${id}`)),
    ]),
    unit: new Set([...content.departments.map(({ id }) => id), ...towns]),
    town: new Set(towns),
    item: new Set(
      content.catalogue.flatMap(({ id, items }) => items.map((item) => `${id}/${item.id}`)),
    ),
    page: new Set(content.entries.map((entry) => `/${addressOf(entry)}`)),
  };
}

function mentionProblem(
  mention: Mention & { file: string },
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

function codeOf(to: Mention['to']): Problem['code'] {
  if (to === 'unit' || to === 'town') return 'shape/unknown-unit';
  return to === 'item' ? 'shape/unknown-item' : 'shape/unknown-reference';
}

const EXPECTED = {
  entry: '已有信息的编号（文件名去掉扩展名）；上级文件写作“上级编号/信息编号”',
  unit: 'departments.yaml 或 towns.yaml 中的编号',
  town: 'towns.yaml 中的编号',
  item: '本县区目录中的“领域/事项”',
  page: '另一条信息的 .md 文件，或“/年份/编号/”',
} as const;

/** A body links to another entry by its file (which also works where the repository is read) or address. */
function pageExists(target: string, file: string, names: Names, county: string): boolean {
  return names.page.has(pageAddress(target, file, county));
}

/** The address `/<year>/<id>/` that a link to a file or an address means. */
export function pageAddress(target: string, file: string, county: string): string {
  if (target.startsWith('/')) return target.endsWith('/') ? target : `${target}/`;
  const path = new URL(target, `file:///${file}`).pathname.replace(new RegExp(`^/${county}/`), '');
  const [year = '', name = ''] = path.split('/').slice(-2);
  return `/${year}/${name.replace(/\.mdx?$/, '')}/`;
}
