import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Command, Context } from '../command.ts';
import { git, refuseDirty, trackedFiles, versionOf } from '../repository.ts';
import { codeownersCommand } from './codeowners.ts';
import { refreshCommand } from './refresh.ts';

/** The marks that are asked for, each as it is asked. */
const MARKS = {
  'site-id-code': '网站标识码（10 位数字）',
  icp: 'ICP 备案号',
  police: '公安备案号（可不填）',
  host: '主办单位',
  contact: '联系方式',
  'party-mark': '党政机关网站标识所链接的网址',
} as const;

const usage = `用法：columns adopt --name <名称> --counties <编号=名称,…> --structure <领域结构> [选项]

在刚克隆或由模板建立的仓库中运行：去掉演示专栏、软件自身的测试和基准，换成自己的县区，写好 columns.yaml、README、
CODEOWNERS、锁定文件和工作流；之后用 columns doctor 看还缺哪些设置，用 columns upgrade 更新软件。
  --name <名称>            仓库的名称，如 六安市基层政务公开专栏
  --counties <编号=名称>   县区，以逗号分开，如 huoshan=霍山县,jinzhai=金寨县；同名县区写 编号=名称=区划代码
  --city <编号=名称>       市本级，县区的上级；--province <编号=名称> 省本级
  --structure <结构>       领域结构，如 luan-30、national-26
  --source <地址>          新版本从哪里取，不写时为 origin 的地址
${Object.entries(MARKS)
  .map(([name, what]) => `  --${name.padEnd(20)} ${what}`)
  .join('\n')}
                           网站标识在终端里没有写的会逐个问；没有写全的，专栏仍标为演示
  --dry-run                只列出要做什么，不写入`;

export const adoptCommand: Command = {
  summary: '把刚取得的仓库变成自己的：去掉演示，换成自己的县区',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        name: { type: 'string' },
        counties: { type: 'string' },
        city: { type: 'string' },
        province: { type: 'string' },
        structure: { type: 'string' },
        source: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        ...Object.fromEntries(Object.keys(MARKS).map((key) => [key, { type: 'string' as const }])),
      },
    });
    const given = values as unknown as Readonly<Record<string, string | undefined>>;
    const { root, out, err } = context;
    if (!given['name'] || !given['counties']) {
      err(`请写明 --name 和 --counties。\n\n${usage}\n`);
      return 2;
    }
    const { adopt, GrowFaults, NEEDED_MARKS, planAdoption } = await import('@columns/grow');
    const { loadStandard } = await import('@columns/standard');
    refuseDirty(root);
    const source = given['source'] ?? git(root, 'remote', 'get-url', 'origin');
    if (source === undefined) {
      err('没有 origin：请用 --source 写明新版本从哪里取（git 能读的地址或文件夹）。\n');
      return 2;
    }
    const marks = await askMarks(given, context);
    try {
      const plan = planAdoption(
        root,
        {
          own: {
            name: given['name'],
            source,
            version: versionOf(root),
            commit: git(root, 'rev-parse', 'HEAD') ?? '0'.repeat(40),
          },
          counties: countiesOf(given),
          marks,
          files: trackedFiles(root),
        },
        loadStandard(),
      );
      const { removed, written } = plan;
      out(`去掉 ${removed.length} 个文件（演示专栏、软件自身的测试和基准），写入：\n`);
      for (const file of Object.keys(written)) out(`  ${file}\n`);
      if (values['dry-run']) return 0;
      adopt(root, plan);
    } catch (error) {
      if (!(error instanceof GrowFaults)) throw error;
      err(`没有改动，共 ${error.faults.length} 个问题：\n${error.message}\n`);
      return 2;
    }
    await refreshCommand.run([], context);
    await codeownersCommand.run([], context);
    const missing = NEEDED_MARKS.filter((key) => !marks[key]);
    if (missing.length > 0)
      out(
        `\n网站标识还缺：${missing.map((key) => `${MARKS[key]}（${key}）`).join('、')}。补在各县区 county.yaml 的 marks 中并去掉 demo，在此之前页面标明“演示”。\n`,
      );
    out(
      '\n接下来：\n  1. npx -y pnpm@12 columns check　核对单位和乡镇街道\n  2. npx -y pnpm@12 start　在本机看\n  3. 一并提交，推送到自己的仓库\n  4. npx -y pnpm@12 columns doctor　按清单完成仓库的设置，然后第一次部署（first）\n',
    );
    return 0;
  },
};

/** `huoshan=霍山县,jinzhai=金寨县=341524`, upper levels before those below them. */
function countiesOf(given: Readonly<Record<string, string | undefined>>) {
  const { structure } = given;
  const made = [];
  let parent: string | undefined;
  for (const level of ['province', 'city'] as const) {
    const [id, name] = given[level]?.split('=') ?? [];
    if (id === undefined) continue;
    made.push({ id, name, structure, parent, level, towns: false });
    parent = id;
  }
  for (const one of (given['counties'] ?? '').split(',').filter((text) => text.trim() !== '')) {
    const [id = '', name, code] = one.trim().split('=');
    made.push({ id, name, structure, parent, level: 'county', code, towns: true });
  }
  return made;
}

async function askMarks(
  given: Readonly<Record<string, string | undefined>>,
  { colour }: Context,
): Promise<Record<string, string>> {
  const marks: Record<string, string> = {};
  for (const key of Object.keys(MARKS)) if (given[key]) marks[key] = given[key];
  if (!colour || process.stdin.isTTY !== true || Object.keys(marks).length > 0) return marks;
  const talk = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const [key, what] of Object.entries(MARKS)) {
      const answer = (await talk.question(`${what}（不知道的直接回车）：`)).trim();
      if (answer !== '') marks[key] = answer;
    }
  } finally {
    talk.close();
  }
  return marks;
}
