import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Structure } from '@columns/standard';
import { parse } from 'yaml';
import { z } from 'zod';

const usualUnits = z.array(
  z.strictObject({ id: z.string(), name: z.string(), domains: z.array(z.string()) }),
);
export type UsualUnit = z.infer<typeof usualUnits>[number];

/** The units a new county begins with. */
export function readUsualUnits(): UsualUnit[] {
  const file = join(import.meta.dirname, '../../data/departments.yaml');
  return usualUnits.parse(parse(readFileSync(file, 'utf8')));
}

/**
 * `departments.yaml` to be put right by officers: usual units without persons, telephones or
 * addresses, each marked as an example, with those of the structure's domains it usually leads.
 */
export function departmentsYaml(name: string, structure: Structure): string {
  const known = new Set(structure.domains.map(({ id }) => id));
  // 市 is also what a city at county level is called.
  const ending = /[县区市旗]$/.exec(name)?.[0] ?? '';
  const rows = readUsualUnits().flatMap(({ id, name: unit, domains }) => {
    const own = domains.filter((domain) => known.has(domain));
    if (domains.length > 0 && own.length === 0) return [];
    return [
      `- id: ${id}`,
      `  name: ${unit.replace('{}', ending)}`,
      '  type: 部门',
      ...(own.length === 0 ? [] : [`  domains: [${own.join(', ')}]`]),
      '  example: true',
    ];
  });
  const head = [
    `# ${name}的单位：通用名单，尚未核对，均为示例`,
    '# 逐个改成本地的名称，补上 address（地址）、telephone（办公电话）、hours（办公时间），写 source（来源），去掉 example',
  ];
  return `${[...head, ...rows].join('\n')}\n`;
}
