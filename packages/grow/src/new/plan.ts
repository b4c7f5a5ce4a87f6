import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  countySchema,
  departmentsSchema,
  listCounties,
  nearest,
  readYamlFile,
} from '@columns/content';
import { checkBase } from '@columns/site';
import { ID_PATTERN, idFault, type Standard } from '@columns/standard';
import { parse } from 'yaml';
import type { z } from 'zod';
import { refuse } from '../fault.ts';
import { appFiles } from './app.ts';
import { departmentsYaml } from './departments.ts';
import { type Division, findDivision, isTown, readDivisions } from './divisions.ts';
import { townsYaml } from './towns.ts';

type CountyFile = z.infer<typeof countySchema>;
const LEVELS = ['province', 'city', 'county'] as const;

/** As they were typed: nothing is taken for right. */
export interface NewCountyOptions {
  readonly id: string;
  readonly name: string | undefined;
  readonly structure: string | undefined;
  readonly parent?: string | undefined;
  /** `county` unless said. */
  readonly level?: string | undefined;
  readonly base?: string | undefined;
  /** 区划代码, where the name alone does not tell. */
  readonly code?: string | undefined;
  /** Whether the real towns are written; a city or a province has none. */
  readonly towns?: boolean | undefined;
}

/** All files of a new county, by path below the repository, with what is worth telling. */
export interface NewCountyPlan {
  readonly id: string;
  readonly name: string;
  readonly base: string;
  readonly division?: Division;
  readonly files: Readonly<Record<string, string>>;
}

/** What a new county would be. Writes nothing. @throws GrowFaults naming all that is wrong */
export function planCounty(
  root: string,
  options: NewCountyOptions,
  standard: Standard,
): NewCountyPlan {
  const faults: string[] = [];
  const others = readCounties(join(root, 'content'));
  const { id, parent } = options;
  const name = options.name?.trim() ?? '';
  const level = LEVELS.find((each) => each === (options.level ?? 'county'));
  const base = options.base ?? `/${id}/`;
  faults.push(...idFaults(root, id), ...nameFaults(name, others));
  const chain = parent !== undefined && others.has(parent) ? ancestors(parent, others) : [];
  faults.push(
    ...baseFaults(base, options.base === undefined && !ID_PATTERN.test(id), others, chain),
  );
  if (level === undefined)
    faults.push(`没有层级“${options.level}”。--level 可写：${LEVELS.join('、')}`);
  const structure = standard.structures.find((each) => each.id === options.structure);
  if (structure === undefined) {
    const known = standard.structures.map((each) => each.id);
    faults.push(
      options.structure === undefined
        ? `请用 --structure 写明领域结构：${known.join('、')}`
        : unknown('领域结构', options.structure, known),
    );
  }
  if (parent !== undefined) faults.push(...parentFaults(parent, level, others));
  const wantsTowns = level === 'county' && options.towns !== false;
  let division: Division | undefined;
  if (wantsTowns && name !== '') {
    const uppers = chain.map((each) => others.get(each)?.name ?? '');
    const found = findDivision(readDivisions(), { name, code: options.code, uppers });
    if (typeof found === 'string') faults.push(found);
    else division = found;
  }
  refuse(faults);
  if (structure === undefined || level === undefined) throw new Error('told above');

  const departments = departmentsYaml(name, structure);
  const units = departmentsSchema.parse(parse(departments)).map((unit) => unit.id);
  const county = countyYaml({
    ...{ id, name, level, parent, structure: structure.id },
    ...{ base: options.base, upper: parent === undefined ? undefined : others.get(parent) },
  });
  return {
    ...{ id, name, base },
    ...(division === undefined ? {} : { division }),
    files: {
      [`content/${id}/county.yaml`]: county,
      [`content/${id}/departments.yaml`]: departments,
      ...(division === undefined
        ? {}
        : { [`content/${id}/towns.yaml`]: townsYaml(division, new Set(units)) }),
      ...Object.fromEntries(
        Object.entries(appFiles(id, chain)).map(([file, text]) => [`apps/${id}/${file}`, text]),
      ),
    },
  };
}

/** How many towns were written, and what the statistics list beside them. */
export function townCounts({ division }: NewCountyPlan): { towns: number; others: string[] } {
  const below = division?.below ?? [];
  return { towns: below.filter(isTown).length, others: below.filter((each) => !isTown(each)) };
}

type Counties = ReadonlyMap<string, CountyFile | undefined>;

function readCounties(contentRoot: string): Counties {
  return new Map(
    listCounties(contentRoot).map((id) => [
      id,
      readYamlFile(contentRoot, `${id}/county.yaml`, countySchema, [])?.value,
    ]),
  );
}

/** The nearest first. A circle is told by the check; here it only ends. */
function ancestors(parent: string, counties: Counties): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = parent; at !== undefined && !chain.includes(at); ) {
    chain.push(at);
    at = counties.get(at)?.parent;
  }
  return chain;
}

const LONGEST_ID = 40;

function idFaults(root: string, id: string): string[] {
  if (!ID_PATTERN.test(id) || !/^[a-z]/.test(id) || id.length > LONGEST_ID)
    return [
      idFault(id) === 'device'
        ? `编号“${id}”是 Windows 保留的名字，存不成文件夹：换一个，如 huoshan`
        : idFault(id) === 'reserved'
          ? `编号“${id}”是网站自用的地址：换一个，如 huoshan`
          : `编号“${id}”不合规定：以小写英文字母开头，只用小写英文字母、数字和连字符，不超过 ${LONGEST_ID} 个字符，如 huoshan`,
    ];
  return [`content/${id}`, `apps/${id}`].flatMap((folder) =>
    existsSync(join(root, folder)) ? [`编号“${id}”已被使用：已有文件夹 ${folder}`] : [],
  );
}

function nameFaults(name: string, others: Counties): string[] {
  if (name === '') return ['请用 --name 写明名称，如 --name 霍山县'];
  if (!/^[\p{Script=Han}·]{2,20}$/u.test(name))
    return [`名称“${name}”应为 2 到 20 个汉字的全称，如 霍山县`];
  const owner = [...others].find(([, county]) => county?.name === name)?.[0];
  return owner === undefined ? [] : [`名称“${name}”已用于 content/${owner}`];
}

function baseFaults(
  base: string,
  told: boolean,
  others: Counties,
  uppers: readonly string[],
): string[] {
  // A default base is wrong only because the id is, and that is told.
  if (told) return [];
  const fault = checkBase(base, 'county.yaml');
  if (fault) return [`${fault.message}。用 --base 换一个，如 /huoshan/`];
  for (const [owner, county] of others) {
    if (county === undefined) continue;
    const theirs = county.base ?? `/${owner}/`;
    if (theirs === base) return [`地址前缀“${base}”已用于 content/${owner}：用 --base 换一个`];
    if (theirs !== '/' && base.startsWith(theirs) && !uppers.includes(owner))
      return [`地址前缀“${base}”在 content/${owner} 的“${theirs}”之内：用 --base 换一个`];
    if (base !== '/' && theirs.startsWith(base))
      return [`content/${owner} 的“${theirs}”已在地址前缀“${base}”之内：用 --base 换一个`];
  }
  return [];
}

function parentFaults(
  parent: string,
  level: (typeof LEVELS)[number] | undefined,
  others: Counties,
): string[] {
  if (!others.has(parent)) return [unknown('上级', parent, [...others.keys()])];
  const upper = others.get(parent);
  if (upper === undefined)
    return [`上级 content/${parent}/county.yaml 读不出来：先运行 npx -y pnpm@12 columns check`];
  if (level === undefined || LEVELS.indexOf(upper.level) < LEVELS.indexOf(level)) return [];
  const higher = [...others].flatMap(([id, county]) =>
    county !== undefined && LEVELS.indexOf(county.level) < LEVELS.indexOf(level) ? [id] : [],
  );
  return [
    `“${parent}”（${upper.name}）不是更高的层级，不能作上级。可用：${higher.join('、') || '没有'}`,
  ];
}

function unknown(what: string, value: string, known: readonly string[]): string {
  const near = nearest(value, known);
  const hint = near === undefined ? '' : `是不是“${near}”？`;
  return `没有${what}“${value}”。${hint}现有：${known.join('、')}`;
}

interface CountyLines {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | undefined;
  readonly structure: string;
  readonly base: string | undefined;
  readonly upper: CountyFile | undefined;
}

function countyYaml(county: CountyLines): string {
  const { id, name, level, parent, structure, base, upper } = county;
  const deadlines = Object.entries(upper?.deadlines ?? {});
  const lines = [
    '# 演示专栏；正式使用时去掉 demo，写明 marks（网站标识）',
    `id: ${id}`,
    `name: ${name}`,
    `level: ${level}`,
    ...(parent === undefined ? [] : [`parent: ${parent}`]),
    `structure: ${structure}`,
    ...(base === undefined ? [] : [`base: ${base}`]),
    'demo: true',
    ...(deadlines.length === 0
      ? []
      : [
          `# 沿用${upper?.name}的本地时限（content/${parent}/county.yaml 写有依据）`,
          'deadlines:',
          ...deadlines.map(([key, days]) => `  ${key}: ${days}`),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
