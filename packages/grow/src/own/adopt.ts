import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { countySchema, listCounties, readYamlFile } from '@columns/content';
import type { Standard } from '@columns/standard';
import { GrowFaults, refuse } from '../fault.ts';
import { createCounty } from '../new/create.ts';
import { type NewCountyOptions, planCounty } from '../new/plan.ts';
import { lockfileWith } from './lockfile.ts';
import { isLeftOut } from './paths.ts';
import { OWN_FILE, type OwnSettings, ownText, readOwn } from './settings.ts';

/** 网站标识: what a page of a government's site must show. Those that are not known yet stay out. */
export interface Marks {
  readonly 'site-id-code'?: string;
  readonly icp?: string;
  readonly police?: string;
  readonly host?: string;
  readonly contact?: string;
  readonly 'party-mark'?: string;
}

/** Without these a column stays a demonstration. */
export const NEEDED_MARKS = ['site-id-code', 'icp', 'host', 'contact', 'party-mark'] as const;

export interface Adoption {
  readonly own: OwnSettings;
  /** Upper levels before those below them. */
  readonly counties: readonly NewCountyOptions[];
  readonly marks: Marks;
  /** Every file of the repository, as git lists them. */
  readonly files: readonly string[];
}

/** What becomes of the repository; paths below its root. */
export interface AdoptPlan {
  readonly removed: readonly string[];
  readonly written: Readonly<Record<string, string>>;
}

/**
 * Makes a fresh clone, or a repository made from the template, a city's own: demonstrations, tests and figures go,
 * its counties come. Writes nothing. @throws GrowFaults naming all that is wrong
 */
export function planAdoption(root: string, adoption: Adoption, standard: Standard): AdoptPlan {
  const { own, counties, marks, files } = adoption;
  const faults: string[] = [];
  if (readOwn(root) !== undefined)
    faults.push(
      `这个仓库已经启用（有 ${OWN_FILE}）：新增县区用 columns new，更新软件用 columns upgrade`,
    );
  const content = join(root, 'content');
  for (const id of listCounties(content)) {
    const file = readYamlFile(content, `${id}/county.yaml`, countySchema, [])?.value;
    if (file?.demo !== true)
      faults.push(`content/${id} 不是演示专栏，不能删去：启用只能在刚取得的仓库中进行`);
  }
  if (counties.length === 0) faults.push('请用 --counties 写明至少一个县区');
  const made = mkdtempSync(join(tmpdir(), 'columns-adopt-'));
  try {
    for (const folder of ['content', 'apps']) mkdirSync(join(made, folder));
    for (const county of counties) {
      try {
        createCounty(made, planCounty(made, county, standard));
      } catch (error) {
        if (!(error instanceof GrowFaults)) throw error;
        faults.push(...error.faults.map((fault) => `${county.id}：${fault}`));
      }
    }
    refuse(faults);
    const written: Record<string, string> = {};
    for (const file of filesBelow(made)) {
      const text = readFileSync(join(made, file), 'utf8');
      written[file] = /^content\/[^/]+\/county\.yaml$/.test(file) ? withMarks(text, marks) : text;
    }
    const lockfile = join(root, 'pnpm-lock.yaml');
    if (existsSync(lockfile)) {
      const ids = counties.map(({ id }) => id);
      written['pnpm-lock.yaml'] = lockfileWith(readFileSync(lockfile, 'utf8'), ids);
    }
    written[OWN_FILE] = ownText(own);
    written['README.md'] = readme(own, counties);
    const demonstrations = /^(?:content|apps)\/[^/]+\//;
    return {
      removed: files.filter((file) => demonstrations.test(file) || isLeftOut(file)),
      written,
    };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Does what was planned. */
export function adopt(root: string, { removed, written }: AdoptPlan): void {
  for (const file of removed) rmSync(join(root, file), { force: true });
  for (const file of removed) if (isLeftOut(file)) removeEmpty(root, dirname(file));
  // What was built of a demonstration is no app's any more.
  for (const folder of ['content', 'apps']) {
    for (const child of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (child.isDirectory()) rmSync(join(root, folder, child.name), { recursive: true });
    }
  }
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** Takes away a folder in which nothing is left, and those above it. */
function removeEmpty(root: string, folder: string): void {
  const place = join(root, folder);
  if (folder === '.' || !existsSync(place) || readdirSync(place).length > 0) return;
  rmdirSync(place);
  removeEmpty(root, dirname(folder));
}

/** A county's file with its marks; while one that is needed is missing it stays a demonstration, and says so. */
function withMarks(text: string, marks: Marks): string {
  const given = Object.entries(marks).filter(([, value]) => value);
  const lines = given.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`).join('');
  const whole = NEEDED_MARKS.every((key) => marks[key]);
  if (whole) return `${text.replace(/^#.*\n/, '').replace('demo: true\n', '')}marks:\n${lines}`;
  if (given.length === 0) return text;
  return `${text}marks:\n${lines}`;
}

function readme({ name, source, version }: OwnSettings, counties: Adoption['counties']): string {
  const rows = counties.map(({ id, name: county }) => `| ${county ?? id} | \`content/${id}/\` |`);
  return `# ${name}

基层政务公开专栏。内容在 \`content/\`，由各县区维护；软件来自 ${source}（版本见 \`columns.yaml\`，启用时为 ${version}）。

| 专栏 | 内容 |
| --- | --- |
${rows.join('\n')}

| 要做什么 | 命令 |
| --- | --- |
| 在本机看全部专栏 | \`npx -y pnpm@12 start\` |
| 检查内容 | \`npx -y pnpm@12 columns check\` |
| 看还缺哪些设置 | \`npx -y pnpm@12 columns doctor\` |
| 更新软件 | \`npx -y pnpm@12 columns upgrade\` |
| 新增、去掉一个县区 | \`npx -y pnpm@12 columns new\`、\`columns remove\` |

编写人员看 [content/README.md](content/README.md)，维护人员看 [MAINTAINING.md](MAINTAINING.md)。
`;
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((child) => child.isFile())
    .map((child) =>
      join(child.parentPath, child.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
