import { join } from 'node:path';
import type { Standard } from '@columns/standard';
import type { z } from 'zod';
import { camelKeys } from '../camel.ts';
import { contrast } from '../colour.ts';
import type { County, CountyFile, Department, Town } from '../county.ts';
import { countySchema, departmentsSchema, townsSchema } from '../county.ts';
import { DEADLINE_DEFAULTS } from '../deadlines.ts';
import { doorFaults } from '../doors.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import { decode } from './decode.ts';
import { decodeProblem } from './decode-problem.ts';
import type { FileMention } from './entry.ts';
import { isFile, readWithin } from './files.ts';
import { normalise } from './front-matter.ts';
import { schemaProblems } from './schema-problems.ts';
import { unreadable } from './unreadable.ts';
import type { YamlSource } from './yaml.ts';
import { readYaml as parseYaml } from './yaml.ts';
import { withLosses, yamlProblems } from './yaml-problems.ts';

export const COUNTY_FILES = [
  'county.yaml',
  'departments.yaml',
  'towns.yaml',
  'institutions.yaml',
  'catalogue.yaml',
  'assessment.yaml',
  // Settings and word lists of the check: read and judged by packages/check.
  'check.yaml',
  // What was taken down on purpose; read where addresses are compared.
  'gone.yaml',
] as const;

/** Reads a YAML file of a county, checked by `schema`; what is wrong goes to `problems`. */
export function readYamlFile<S extends z.ZodType>(
  contentRoot: string,
  file: string,
  schema: S,
  problems: Problem[],
): { value: z.infer<S>; source: YamlSource } | undefined {
  try {
    return isFile(join(contentRoot, file))
      ? readYaml(contentRoot, file, schema, problems)
      : undefined;
  } catch (error) {
    problems.push(unreadable(file, error));
    return undefined;
  }
}

function readYaml<S extends z.ZodType>(
  contentRoot: string,
  file: string,
  schema: S,
  problems: Problem[],
): { value: z.infer<S>; source: YamlSource } | undefined {
  const decoded = decode(readWithin(contentRoot, file));
  if ('broken' in decoded) {
    problems.push(decodeProblem(file, decoded));
    return undefined;
  }
  const source = parseYaml(normalise(decoded.text));
  problems.push(...yamlProblems(file, source.errors));
  if (source.errors.length > 0 || source.value === null || source.value === undefined)
    return undefined;
  const parsed = schema.safeParse(source.value);
  if (!parsed.success) {
    const found = schemaProblems(parsed.error, source, file, schema);
    problems.push(...withLosses(file, source, found));
    return undefined;
  }
  problems.push(...withLosses(file, source, []));
  return { value: parsed.data, source };
}

export function readCountyFile(
  contentRoot: string,
  id: string,
  { placeStandards }: Pick<Standard, 'placeStandards'>,
  problems: Problem[],
): { county: County; mentions: FileMention[] } | undefined {
  const file = `${id}/county.yaml`;
  if (!isFile(join(contentRoot, file))) {
    problems.push(noCounty(file));
    return undefined;
  }
  const before = problems.length;
  const read = readYamlFile(contentRoot, file, countySchema, problems);
  if (!read) {
    if (problems.length === before) problems.push(noCounty(file));
    return undefined;
  }
  const { value, source } = read;
  if (value.id !== id) {
    problems.push({
      code: 'shape/county-config',
      file,
      ...source.valueAt(['id']),
      field: 'id',
      value: value.id,
      expected: `与文件夹同名：${id}`,
    });
  }
  if (value.demo !== true && value.marks === undefined) {
    problems.push({
      code: 'shape/missing-field',
      file,
      ...source.valueAt([]),
      field: 'marks',
      expected:
        '网站标识码、党政机关网站标识、ICP 备案号、主办单位、联系方式（演示专栏写 demo: true）',
    });
  }
  const place = value['place-standard'];
  if (place !== undefined && !placeStandards.some((one) => one.id === place)) {
    problems.push({
      ...{ code: 'shape/county-config', file, ...source.valueAt(['place-standard']) },
      ...{ field: 'place-standard', value: place },
      expected: placeStandards.map((one) => `${one.id}（${one.name}）`).join('、'),
    });
  }
  const bounds = value.map?.bounds;
  if (bounds && (bounds.west >= bounds.east || bounds.south >= bounds.north)) {
    problems.push({
      ...{ code: 'shape/contradiction', file, ...source.valueAt(['map', 'bounds']) },
      ...{ field: 'map.bounds', value: '四至颠倒：西界应小于东界，南界应小于北界' },
      expected: '如 {west: 104.9, south: 29.7, east: 105.8, north: 30.4}',
    });
  }
  for (const { path, message, expected } of doorFaults(value.links ?? [])) {
    problems.push({
      ...{ code: 'shape/contradiction', file, ...source.valueAt(['links', ...path]) },
      ...{ field: ['links', ...path].join('.'), value: message, expected },
    });
  }
  const ratio = value.accent === undefined ? 21 : contrast(value.accent, '#ffffff');
  if (ratio < ENOUGH_CONTRAST) {
    problems.push({
      code: 'shape/low-contrast',
      file,
      ...source.valueAt(['accent']),
      field: 'accent',
      value: value.accent as string,
      other: ratio.toFixed(1),
      expected: `与白色的对比度不低于 ${ENOUGH_CONTRAST}:1 的颜色`,
    });
  }
  const { security } = value;
  const county: County = {
    ...normalForm(value),
    frequent: frequentRows(value, source),
    ...(security
      ? { security: { ...security, line: source.valueAt(['security', 'expires']).line } }
      : {}),
  };
  return { county, mentions: countyMentions(value, source, file) };
}

/** WCAG 2.2, 1.4.3: white words stand on the accent. */
const ENOUGH_CONTRAST = 4.5;

function frequentRows({ frequent = [] }: CountyFile, source: YamlSource): County['frequent'] {
  return frequent.map((row, index) => ({
    ...(typeof row === 'string' ? { item: row } : row),
    lines: { item: source.valueAt(['frequent', index]).line },
  }));
}

/** Time to read a screen; the last 20 seconds are told (WCAG 2.2, 2.2.1). */
const IDLE_SECONDS = 90;

/** The items and entries that `county.yaml` names. */
function countyMentions(value: CountyFile, source: YamlSource, file: string): FileMention[] {
  const { frequent = [], parts = {}, consult = {} } = value;
  const entry = (target: string, path: readonly PropertyKey[]): FileMention => ({
    ...{ to: 'entry', target, file, field: path.join('.') },
    ...source.valueAt(path),
  });
  return [
    ...frequent.flatMap((row, index): FileMention[] => {
      const at = ['frequent', index];
      const whole = typeof row === 'string';
      const path = whole ? at : [...at, 'item'];
      const target = whole ? row : row.item;
      return [
        { to: 'item', target, file, field: path.join('.'), ...source.valueAt(path) },
        ...(['guide', 'policy', 'register'] as const).flatMap((part) => {
          const named = whole ? undefined : row[part];
          return named === undefined ? [] : [entry(named, [...at, part])];
        }),
      ];
    }),
    ...Object.entries(consult).flatMap(([part, unit]): FileMention[] => {
      if (unit === undefined) return [];
      const path = ['consult', part];
      const field = path.join('.');
      return [{ to: 'unit', target: unit, file, field, ...source.valueAt(path) }];
    }),
    ...Object.entries(parts).flatMap(([part, targets]) =>
      typeof targets === 'string'
        ? [entry(targets, ['parts', part])]
        : (targets ?? []).map((target, index) => entry(target, ['parts', part, index])),
    ),
  ];
}

function noCounty(file: string): Problem {
  return {
    code: 'shape/county-config',
    file,
    ...START,
    expected: '写明编号、名称、层级和领域结构的 county.yaml',
  };
}

function normalForm(file: CountyFile): County {
  return {
    id: file.id,
    name: file.name,
    title: file.title ?? `${file.name}基层政务公开专栏`,
    level: file.level,
    ...(file.parent === undefined ? {} : { parent: file.parent }),
    structure: file.structure,
    ...(file.model === undefined ? {} : { model: file.model }),
    base: file.base ?? `/${file.id}/`,
    demo: file.demo ?? false,
    ...(file.accent === undefined ? {} : { accent: file.accent }),
    ...(file.marks === undefined ? {} : { marks: camelKeys(file.marks) }),
    links: file.links ?? [],
    consult: { ...file.consult } as County['consult'],
    knownSites: knownSites(file),
    ...(file.emblem === undefined ? {} : { emblem: file.emblem }),
    indent: file.indent ?? true,
    parts: {
      ...file.parts,
      rules: file.parts?.rules ?? [],
      reports: file.parts?.reports ?? [],
    } as County['parts'],
    frequent: [],
    map: camelKeys(file.map ?? {}) as County['map'],
    ...(file.population === undefined ? {} : { population: file.population }),
    kiosk: { idle: file.kiosk?.idle ?? IDLE_SECONDS },
    ...(file['place-standard'] === undefined ? {} : { placeStandard: file['place-standard'] }),
    openData: {
      ...(file.demo === true ? { licence: DEMO_LICENCE } : {}),
      ...file['open-data'],
    },
    readingPlaces: file['reading-places'] ?? [],
    deadlines: { ...DEADLINE_DEFAULTS, ...file.deadlines },
  };
}

/** Nobody may take what is made up for what a government says. */
const DEMO_LICENCE = {
  name: '演示数据，可以自由用于试用和评估；不是政府发布的数据，请勿作为依据',
};

/**
 * Where no prompt is due: government sites, unless the county has a list of its own, and those
 * that the county itself names as its entrances (国办发〔2017〕47号: 打开非政府网站链接时提示).
 */
function knownSites({ 'known-sites': own = ['gov.cn'], links = [] }: CountyFile): string[] {
  const entrances = links.flatMap(({ address }) =>
    address === undefined ? [] : [new URL(address).hostname],
  );
  return [...new Set([...own, ...entrances])];
}

export function readDepartments(
  contentRoot: string,
  id: string,
  problems: Problem[],
): Department[] {
  const read = readYamlFile(contentRoot, `${id}/departments.yaml`, departmentsSchema, problems);
  return (read?.value ?? []).map((unit, index) => ({
    ...(camelKeys(unit) as Department),
    ...opennessLine(read?.source, unit, index),
  }));
}

/** Where a unit says who receives applications. */
function opennessLine(
  source: YamlSource | undefined,
  { openness }: Pick<Department, 'openness'>,
  index: number,
): Pick<Department, 'lines'> {
  if (source === undefined || openness === undefined) return {};
  return {
    lines: {
      id: source.valueAt([index]).line,
      openness: source.valueAt([index, 'openness']).line,
    },
  };
}

export function readTowns(contentRoot: string, id: string, problems: Problem[]): Town[] {
  const file = `${id}/towns.yaml`;
  const read = readYamlFile(contentRoot, file, townsSchema, problems);
  if (!read) return [];
  const { value, source } = read;
  const repeated = (path: readonly PropertyKey[], said: string, expected: string) =>
    problems.push({
      ...{ code: 'shape/contradiction', file, ...source.valueAt(path), field: path.join('.') },
      ...{ value: said, expected },
    });
  const towns = new Map<string, string>();
  for (const [index, { id: town, name }] of value.entries()) {
    const first = towns.get(town);
    if (first !== undefined)
      repeated([index, 'id'], `乡镇编号 ${town} 已用于${first}`, '在县区内不重复的编号');
    else if ([...towns.values()].includes(name))
      repeated([index, 'name'], `${name}写了两次`, '每个乡镇（街道）只写一次');
    towns.set(town, name);
  }
  const taken = new Map<string, string>();
  const named = new Map<string, { town: string; id?: string }>();
  for (const [index, { name: town, villages = [] }] of value.entries()) {
    for (const [at, village] of villages.entries()) {
      const path = [index, 'villages', at];
      const { id: own, name } =
        typeof village === 'string' ? { id: undefined, name: village } : village;
      const owner = taken.get(own ?? '');
      const twin = named.get(name);
      if (owner !== undefined) {
        const said = `村（社区）编号 ${own} 已用于${owner}`;
        repeated([...path, 'id'], said, '在县区内不重复的编号');
      } else if (twin?.town === town) {
        const whole = typeof village === 'string' ? path : [...path, 'name'];
        repeated(whole, `${name}在${town}下写了两次`, '每个村（社区）只写一次');
      } else if (twin && (own === undefined || twin.id === undefined)) {
        const whole = typeof village === 'string' ? path : [...path, 'name'];
        const expected = '只写在所在的乡镇下；确是同名的两个村，各写一个编号 id';
        repeated(whole, `${name}既写在${twin.town}下，又写在${town}下`, expected);
      }
      if (own !== undefined) taken.set(own, name);
      named.set(name, { town, ...(own === undefined ? {} : { id: own }) });
    }
  }
  return value.map((town, index) => ({
    ...(camelKeys({
      ...town,
      villages: town.villages?.map((each) => (typeof each === 'string' ? { name: each } : each)),
    }) as Town),
    ...opennessLine(source, town, index),
  }));
}
