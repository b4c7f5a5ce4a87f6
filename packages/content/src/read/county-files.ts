import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { camelKeys } from '../camel.ts';
import { contrast } from '../colour.ts';
import type { County, CountyFile, Department, Town } from '../county.ts';
import { countySchema, departmentsSchema, townsSchema } from '../county.ts';
import { DEADLINE_DEFAULTS } from '../deadlines.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import { decode } from './decode.ts';
import { decodeProblem } from './decode-problem.ts';
import type { FileMention } from './entry.ts';
import { isFile } from './files.ts';
import { normalise } from './front-matter.ts';
import { schemaProblems } from './schema-problems.ts';
import type { YamlSource } from './yaml.ts';
import { readYaml } from './yaml.ts';

export const COUNTY_FILES = [
  'county.yaml',
  'departments.yaml',
  'towns.yaml',
  'catalogue.yaml',
] as const;

/** Reads a YAML file of a county, checked by `schema`; what is wrong goes to `problems`. */
export function readYamlFile<S extends z.ZodType>(
  contentRoot: string,
  file: string,
  schema: S,
  problems: Problem[],
): { value: z.infer<S>; source: YamlSource } | undefined {
  const path = join(contentRoot, file);
  if (!isFile(path)) return undefined;
  const decoded = decode(readFileSync(path));
  if ('broken' in decoded) {
    problems.push(decodeProblem(file, decoded));
    return undefined;
  }
  const source = readYaml(normalise(decoded.text));
  for (const { line, column, message } of source.errors) {
    problems.push({ code: 'shape/yaml-syntax', file, line, column, value: message });
  }
  if (source.errors.length > 0 || source.value === null || source.value === undefined)
    return undefined;
  const parsed = schema.safeParse(source.value);
  if (!parsed.success) {
    problems.push(...schemaProblems(parsed.error, source, file, schema));
    return undefined;
  }
  return { value: parsed.data, source };
}

export function readCountyFile(
  contentRoot: string,
  id: string,
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
      expected: '网站标识码、ICP 备案号、主办单位、联系方式（演示专栏写 demo: true）',
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
  return { county: normalForm(value), mentions: countyMentions(value, source, file) };
}

/** WCAG 2.2, 1.4.3: white words stand on the accent. */
const ENOUGH_CONTRAST = 4.5;

/** The items and entries that `county.yaml` names. */
function countyMentions(value: CountyFile, source: YamlSource, file: string): FileMention[] {
  const { frequent = [], parts = {} } = value;
  const entry = (target: string, path: readonly PropertyKey[]): FileMention => ({
    ...{ to: 'entry', target, file, field: path.join('.') },
    ...source.valueAt(path),
  });
  return [
    ...frequent.map((target, index): FileMention => {
      const path = ['frequent', index];
      return { to: 'item', target, file, field: path.join('.'), ...source.valueAt(path) };
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
    base: file.base ?? `/${file.id}/`,
    demo: file.demo ?? false,
    townshipCatalogue: file['township-catalogue'] ?? false,
    ...(file.accent === undefined ? {} : { accent: file.accent }),
    ...(file.marks === undefined ? {} : { marks: camelKeys(file.marks) }),
    links: { ...file.links } as County['links'],
    ...(file.emblem === undefined ? {} : { emblem: file.emblem }),
    indent: file.indent ?? false,
    parts: {
      ...file.parts,
      rules: file.parts?.rules ?? [],
      reports: file.parts?.reports ?? [],
    } as County['parts'],
    frequent: file.frequent ?? [],
    readingPlaces: file['reading-places'] ?? [],
    deadlines: { ...DEADLINE_DEFAULTS, ...file.deadlines },
  };
}

export function readDepartments(
  contentRoot: string,
  id: string,
  problems: Problem[],
): Department[] {
  const read = readYamlFile(contentRoot, `${id}/departments.yaml`, departmentsSchema, problems);
  return (read?.value ?? []).map(camelKeys) as Department[];
}

export function readTowns(contentRoot: string, id: string, problems: Problem[]): Town[] {
  const read = readYamlFile(contentRoot, `${id}/towns.yaml`, townsSchema, problems);
  return (read?.value ?? []).map(camelKeys) as Town[];
}
