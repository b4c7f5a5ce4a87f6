import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countySchema, departmentsSchema, listCounties, readYamlFile } from '@columns/content';
import type { CountyOwners } from '@columns/site/github';
import { codeowners } from '@columns/site/github';
import type { Command } from '../command.ts';

const FILE = '.github/CODEOWNERS';

export const codeownersCommand: Command = {
  summary: '由 county.yaml、departments.yaml 写出 .github/CODEOWNERS',
  usage: '用法：columns codeowners [--check]\n\n  --check   只比较，不写；已过时的退出码为 1',
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean', default: false } },
    });
    const text = ownersText(context.root);
    const file = join(context.root, FILE);
    if (!values.check) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      context.err(`${FILE} 已过时：运行 npx -y pnpm@12 generate，并一并提交。\n`);
      return 1;
    }
    return 0;
  },
};

/** `.github/CODEOWNERS` as the content says it. */
export function ownersText(root: string): string {
  const content = join(root, 'content');
  return codeowners(listCounties(content).map((id) => ownersOf(content, id)));
}

/** What is wrong with the files is told by the check; what cannot be read names nobody. */
function ownersOf(content: string, id: string): CountyOwners {
  const county = readYamlFile(content, `${id}/county.yaml`, countySchema, [])?.value;
  const units = readYamlFile(content, `${id}/departments.yaml`, departmentsSchema, [])?.value ?? [];
  return {
    id,
    name: county?.name ?? id,
    reviewers: county?.reviewers ?? [],
    units: units.map(({ domains = [], reviewers = [], ...unit }) => ({
      ...unit,
      domains,
      reviewers,
    })),
  };
}
