import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countySchema, KIND_IDS, readYamlFile } from '@columns/content';
import type { Standard } from '@columns/standard';
import { COUNTY_SCHEMAS, jsonSchemas, ROOT_SCHEMAS } from './forms/json-schemas.ts';
import { EXCEL_MARK, tableTemplate } from './forms/table.ts';
import { template } from './forms/template.ts';
import { json } from './json.ts';
import { appFiles } from './new/app.ts';

/** Every file that is made from schemas and templates, by its path below the repository. */
export function generatedFiles(root: string, standard: Standard): Record<string, string> {
  const tasks = standard.forms.find(({ id }) => id === 'tasks');
  return {
    ...apps(root),
    ...Object.fromEntries(
      Object.entries(jsonSchemas()).map(([path, schema]) => [path, json(schema)]),
    ),
    ...Object.fromEntries(KIND_IDS.map((id) => [`templates/${id}.md`, template(id)])),
    'templates/gone.yaml': GONE,
    'templates/register.csv': `${EXCEL_MARK}名称,地址\n（名称）,（地址）\n`,
    ...(tasks === undefined ? {} : { 'templates/ledger.csv': tableTemplate(tasks) }),
    '.vscode/settings.json': json({
      'yaml.schemas': Object.fromEntries([
        ...Object.keys(COUNTY_SCHEMAS).map((id) => [
          `./schemas/${id}.json`,
          `content/*/${id}.yaml`,
        ]),
        ...Object.keys(ROOT_SCHEMAS).map((id) => [`./schemas/${id}.json`, `${id}.yaml`]),
      ]),
    }),
  };
}

/** 撤下的地址, to be filled in. */
const GONE = `# 存为 content/<县区>/gone.yaml。公开过的地址不再有的，一个一条；整条信息撤回的写在信息里，不用写在这里。
- path: 2026/tongzhi/mingdan.pdf
  date: 2026-01-31
  reason: （撤下原因）
# 以 / 结尾的连同其下全部
- path: towns/chengguan/
  date: 2026-01-31
  reason: （撤下原因）
`;

function apps(root: string): Record<string, string> {
  const content = join(root, 'content');
  const parentOf = (id: string) =>
    readYamlFile(content, `${id}/county.yaml`, countySchema, [])?.value.parent;
  const ids = readdirSync(join(root, 'apps'), { withFileTypes: true })
    .filter((child) => child.isDirectory() && !child.name.startsWith('.'))
    .map(({ name }) => name);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const uppers: string[] = [];
      for (let up = parentOf(id); up !== undefined && !uppers.includes(up); up = parentOf(up))
        uppers.push(up);
      return Object.entries(appFiles(id, uppers)).map(([file, text]) => [
        `apps/${id}/${file}`,
        text,
      ]);
    }),
  );
}

/** A county's own stylesheets and components are named in its app's configuration: that is nobody else's then. */
function isOverridden(path: string, text: string): boolean {
  return /^apps\/[^/]+\/astro\.config\.mjs$/.test(path) && /\b(?:styles|components)\b/.test(text);
}

/** The files that are not as they should be; with `write` they are, afterwards. */
export function refresh(
  root: string,
  standard: Standard,
  { write }: { readonly write: boolean },
): string[] {
  const stale = Object.entries(generatedFiles(root, standard)).filter(([path, text]) => {
    const file = join(root, path);
    if (!existsSync(file)) return true;
    const there = readFileSync(file, 'utf8');
    return there !== text && !isOverridden(path, there);
  });
  for (const [path, text] of write ? stale : []) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return stale.map(([path]) => path);
}
