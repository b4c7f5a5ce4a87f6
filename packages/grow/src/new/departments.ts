import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Structure } from '@columns/standard';
import { parse } from 'yaml';
import { z } from 'zod';

const usualUnits = z.strictObject({
  units: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      domains: z.array(z.string()).default([]),
      /** There in every county, also where it leads no domain. */
      always: z.literal(true).optional(),
    }),
  ),
  /** By the structure's id: domains that its plan has at another unit, by the unit's id. */
  structures: z.record(z.string(), z.record(z.string(), z.string())),
});

export interface UsualUnit {
  readonly id: string;
  /** With `{}` for 县, 区 or 市. */
  readonly name: string;
  readonly domains: readonly string[];
}

/** The units that a county of the structure begins with, each with the structure's domains it leads. */
export function usualUnitsOf({ id: plan, domains }: Structure): UsualUnit[] {
  const file = join(import.meta.dirname, '../../data/departments.yaml');
  const { units, structures } = usualUnits.parse(parse(readFileSync(file, 'utf8')));
  const elsewhere = structures[plan] ?? {};
  return units.flatMap(({ id, name, domains: usual, always }) => {
    const own = domains
      .map((domain) => domain.id)
      .filter((domain) => (elsewhere[domain] ?? (usual.includes(domain) ? id : '')) === id);
    return own.length > 0 || always ? [{ id, name, domains: own }] : [];
  });
}

/**
 * `departments.yaml` to be put right by officers: usual units without persons, telephones or
 * addresses, each marked as an example, with the domains that it leads by the structure's plan.
 */
export function departmentsYaml(name: string, structure: Structure): string {
  // 市 is also what a city at county level is called.
  const ending = /[县区市旗]$/.exec(name)?.[0] ?? '';
  const rows = usualUnitsOf(structure).flatMap(({ id, name: unit, domains }) => [
    `- id: ${id}`,
    `  name: ${unit.replace('{}', ending)}`,
    '  type: 部门',
    ...(domains.length === 0 ? [] : [`  domains: [${domains.join(', ')}]`]),
    '  example: true',
  ]);
  const head = [
    `# ${name}的单位：通用名单，尚未核对，均为示例`,
    '# 逐个改成本地的名称，补上 address（地址）、telephone（办公电话）、hours（办公时间），写 source（来源），去掉 example',
  ];
  return `${[...head, ...rows].join('\n')}\n`;
}
