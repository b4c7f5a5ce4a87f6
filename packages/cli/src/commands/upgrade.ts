import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listCounties } from '@columns/content';
import type { Release, StandardChanges } from '@columns/grow';
import type { Standard } from '@columns/standard';
import { appsOf } from '../assemble.ts';
import type { Command, Context } from '../command.ts';
import { fetchRelease, filesOf } from '../release-of.ts';
import { refuseDirty } from '../repository.ts';
import { runNode } from '../spawn.ts';

const usage = `用法：columns upgrade [--to <版本>] [--dry-run] [--overwrite]

把软件（主题、标准、工具、工作流）换成新版本；content/、apps/ 中自己的设置和覆盖、deploy.yaml、admin.yaml、README 不动。
自己改过的软件文件：新版本没有改的照旧，改在别处的合在一起，改在同一处的列出来，什么也不写。
  --to <版本>   标签（v0.3.0）、分支或提交；不写时为最新的版本
  --dry-run     只说会怎样：改哪些文件，信息的哪些字段，标准有什么变化，各县区要补什么
  --overwrite   改在同一处的用新版本的，原来的另存为 <文件>.own
新版本从 columns.yaml 的 source 取。`;

const STANDARD = 'packages/standard/data/';
const MIGRATIONS = 'packages/grow/data/migrations.yaml';

export const upgradeCommand: Command = {
  summary: '把软件更新到新版本，不动内容和自己的设置',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        overwrite: { type: 'boolean', default: false },
      },
    });
    const { root, out, err } = context;
    const grow = await import('@columns/grow');
    const dry = values['dry-run'];
    try {
      const own = grow.readOwn(root);
      if (own === undefined) {
        err(
          `没有 ${grow.OWN_FILE}：这是软件自己的仓库，用 git pull 更新；自己的仓库先运行 columns adopt。\n`,
        );
        return 2;
      }
      if (!dry) refuseDirty(root);
      const commit = fetchRelease(root, own.source, values.to);
      if (commit === own.commit) {
        out(`已经是 ${own.version}（${commit.slice(0, 12)}）。\n`);
        return 0;
      }
      const isWanted = (path: string) => grow.isSoftware(path);
      const base = filesOf(root, fetchRelease(root, own.source, own.commit), isWanted);
      const next = filesOf(root, commit, isWanted);
      const version = versionIn(next);
      const plan = grow.planUpgrade(root, base, next, {
        apps: appsOf(context),
        overwrite: values.overwrite,
      });
      const migrations = grow.migrationsBetween(
        grow.readMigrations(next.get(MIGRATIONS)?.toString('utf8') ?? '[]'),
        own.version,
        version,
      );
      const entries = grow.migrate(root, migrations);
      out(
        `${own.version} → ${version}（${commit.slice(0, 12)}）${dry ? '，只看，还没有写入' : ''}\n\n`,
      );
      const changelog = next.get('CHANGELOG.md')?.toString('utf8') ?? '';
      for (const notes of grow.notesBetween(changelog, own.version, version))
        out(`## ${notes.version}\n\n${notes.text}\n\n`);
      out(`软件文件：改写或增删 ${plan.files.size} 个\n`);
      tellList('自己改过、新版本没有改，照旧', plan.kept, context);
      tellList('自己和新版本都改了，已合在一起，请看一遍', plan.merged, context);
      tellList('改在同一处，用新版本的，原来的另存为 .own', plan.overwritten, context);
      for (const { zh, en } of migrations) out(`信息的字段：${zh} / ${en}\n`);
      tellList('要改字段的信息', [...entries.keys()], context);
      await tellStandard(base, next, context, grow.standardChanges);
      if (dry) return 0;
      grow.writeFiles(root, plan.files);
      grow.writeFiles(root, entries);
      writeFileSync(join(root, grow.OWN_FILE), grow.ownText({ ...own, version, commit }));
    } catch (error) {
      if (!(error instanceof grow.GrowFaults)) throw error;
      err(`没有改动，共 ${error.faults.length} 个问题：\n${error.message}\n`);
      return 2;
    }
    // What is made from content is made by the new version's own program.
    const made = await regenerate(context);
    out(
      `\n${made ? '' : '由内容生成的文件还没有重写：联网后运行 npx -y pnpm@12 install 和 npx -y pnpm@12 generate。\n'}接下来：npx -y pnpm@12 columns check，npx -y pnpm@12 start 看一遍，然后一并提交。\n`,
    );
    return 0;
  },
};

function versionIn(release: Release): string {
  return (JSON.parse(release.get('package.json')?.toString('utf8') ?? '{}') as { version: string })
    .version;
}

function tellList(what: string, files: readonly string[], { out }: Context): void {
  if (files.length === 0) return;
  out(`${what}（${files.length} 个）：\n${files.map((file) => `  ${file}\n`).join('')}`);
}

/** What the new standard means for each county. */
async function tellStandard(
  base: Release,
  next: Release,
  { root, out }: Context,
  changesOf: (root: string, county: string, before: Standard, after: Standard) => StandardChanges,
): Promise<void> {
  const [before, after] = await Promise.all([base, next].map(standardIn));
  if (before === undefined || after === undefined) {
    out('标准：新版本的数据用现在的程序读不出来，更新后用 columns coverage 看各县区要补什么。\n');
    return;
  }
  for (const county of listCounties(join(root, 'content'))) {
    const { added, owed, removed, changed } = changesOf(root, county, before, after);
    if (added.length + removed.length + changed.length === 0) continue;
    out(
      `标准，${county}：新增事项 ${added.length} 项，改动 ${changed.length} 项，取消 ${removed.length} 项\n`,
    );
    for (const label of removed) out(`  取消　${label}\n`);
    for (const label of changed) out(`  改动　${label}\n`);
    for (const label of added)
      out(`  新增　${label}${owed.includes(label) ? '（还没有公开，要补）' : ''}\n`);
  }
}

async function standardIn(release: Release): Promise<Standard | undefined> {
  const { readStandard } = await import('@columns/standard');
  const folder = mkdtempSync(join(tmpdir(), 'columns-standard-'));
  try {
    for (const [path, bytes] of release) {
      if (!path.startsWith(STANDARD)) continue;
      const file = join(folder, path.slice(STANDARD.length));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    return readStandard(folder);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function regenerate(context: Context): Promise<boolean> {
  const script = join(context.root, 'packages/cli/bin/columns.ts');
  for (const command of ['refresh', 'codeowners']) {
    if ((await runNode([script, command], context.root, context)) !== 0) return false;
  }
  return true;
}
