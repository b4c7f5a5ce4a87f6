import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kindNamed, kindsInWords } from '@columns/content';
import type { Command, Context } from '../command.ts';

const usage = `用法：columns import <文件或文件夹…> --county <编号> [选项]

把 Word、Excel、WPS、CSV、网页、文本、PDF、OFD 变成信息；先检查个人信息和内容规范，通过的才写入 content/。
  --county <编号>      导入哪个县区
  --item <领域/事项>   归入哪个事项，如 社会救助/最低生活保障/办事指南、compulsory-education/school-directory；只写领域也可以
  --kind <体裁>        体裁，如 通知公告、政策文件、register；不写时按内容判断
  --set <字段=值>      补上或改写一个字段，可重复，如 --set 发布日期=2026-05-29、--set 所解读的文件=plan-2026
  --id <编号>          信息编号（文件名），只用于一个文件
  --attach             把原文件作为附件一并放入
  --libreoffice        用这台机器上的 LibreOffice 转换旧版文件（.doc、.xls、.wps、.et、.ppt、.dps、.rtf）
  --dry-run            只看结果，不写入
  --force              覆盖已有的信息
  --report json        结果写成 JSON 打印：每个文件原文、写入、没有写入（原因）、未处理的字数
  --catalogue          文件是本县区的标准目录（Word、Excel，新旧都可以），写入 catalogue.yaml
  --drop-missing       与 --catalogue 同用：标准目录中有、本表没有的事项写作不设
文件夹中相同的文件只写一次；正文列出或网页链接的附件放到该信息下。
要处理的问题、去向表和逐个说明在 .import/<县区>/report.md；中断后重新运行，接着没有完成的做。`;

export const importCommand: Command = {
  summary: '导入 Word、Excel、网页等文件',
  usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        county: { type: 'string' },
        item: { type: 'string' },
        kind: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        id: { type: 'string' },
        attach: { type: 'boolean', default: false },
        libreoffice: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        report: { type: 'string' },
        catalogue: { type: 'boolean', default: false },
        'drop-missing': { type: 'boolean', default: false },
      },
    });
    const { county } = values;
    const kind = values.kind === undefined ? undefined : kindNamed(values.kind);
    if (county === undefined || positionals.length === 0) {
      context.err(`请写明要导入的文件和 --county。\n\n${usage}\n`);
      return 2;
    }
    if (values.report !== undefined && values.report !== 'json') {
      context.err(`--report 只能写 json，不能写“${values.report}”。\n`);
      return 2;
    }
    if (values.kind !== undefined && kind === undefined) {
      context.err(`没有体裁“${values.kind}”。可用：${kindsInWords()}\n`);
      return 2;
    }
    // Only this command reads documents, so only it loads what that takes.
    const { ImportFailure } = await import('@columns/import');
    const shared = {
      contentRoot: join(context.root, 'content'),
      county,
      dryRun: values['dry-run'],
      force: values.force,
    };
    const sources = positionals.map((path) => resolve(path));
    try {
      if (values.catalogue) {
        return await importCatalogues(
          sources,
          {
            ...shared,
            domain: values.item,
            dropMissing: values['drop-missing'],
            libreOffice: values.libreoffice,
          },
          context,
        );
      }
      const { item, id, attach, libreoffice: libreOffice, set } = values;
      const options = { ...shared, sources, item, id, attach, libreOffice, kind };
      return await importDocuments(options, set, context, values.report === 'json');
    } catch (error) {
      if (!(error instanceof ImportFailure)) throw error;
      context.err(`${error.message}\n${error.mend}\n`);
      return error.code === 'bad-option' ? 2 : 1;
    }
  },
};

type Documents = Parameters<typeof import('@columns/import')['importFiles']>[0];
type Catalogue = Parameters<typeof import('@columns/import')['importCatalogue']>[0];

async function importDocuments(
  options: Omit<Documents, 'workDir' | 'progress' | 'set'>,
  settings: readonly string[],
  context: Context,
  asJson: boolean,
): Promise<number> {
  const {
    importFiles,
    parseSettings,
    reportJson,
    reportMarkdown,
    summaryLine,
    totalLine,
    detail,
    troublesOf,
    troubleSummary,
  } = await import('@columns/import');
  const { loadStandard } = await import('@columns/standard');
  const workDir = join(context.root, '.import', options.county);
  const stop = new AbortController();
  // The first Ctrl-C ends in order; with nobody listening any more, the second ends at once.
  const stopping = () => {
    context.err('\n正在停下，再按一次 Ctrl-C 立即退出。\n');
    stop.abort();
  };
  process.once('SIGINT', stopping);
  const report = await importFiles(
    {
      ...options,
      set: parseSettings(settings, options.kind),
      workDir,
      progress: bar(context),
      signal: stop.signal,
    },
    loadStandard(),
  ).finally(() => process.off('SIGINT', stopping));
  if (report.stopped) {
    const { read, files } = report.stopped;
    const written = report.outcomes.filter(({ state }) => state === 'written').length;
    context.err(
      `已停下：${files} 个文件中读了 ${read} 个，写入 ${written} 条。再运行同一条命令，接着做。\n`,
    );
    return 130;
  }
  await mkdir(workDir, { recursive: true });
  const file = join(workDir, 'report.md');
  writeFileSync(file, reportMarkdown(report));
  const { outcomes } = report;
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const isFault = outcomes.length === 0 || failed.length > 0;
  if (asJson) {
    context.out(reportJson(report));
    return isFault ? 1 : 0;
  }
  if (outcomes.length <= FEW) {
    for (const each of outcomes) context.out(lines(each.source, detail(each)));
  } else {
    for (const each of failed.slice(0, FEW)) context.out(lines(each.source, detail(each)));
    if (failed.length > FEW)
      context.out(`另有 ${failed.length - FEW} 个文件未导入，见下列问题和报告。\n`);
    context.out(lines('要处理的问题', troubleSummary(troublesOf(outcomes))));
  }
  const total = totalLine(outcomes);
  if (outcomes.length > FEW && total !== '') context.out(`${total}\n`);
  context.out(`${summaryLine(outcomes)}去向表：${relative(context.root, file)}\n`);
  return isFault ? 1 : 0;
}

async function importCatalogues(
  paths: readonly string[],
  options: Omit<Catalogue, 'path'>,
  context: Context,
): Promise<number> {
  const { importCatalogue, catalogueLines } = await import('@columns/import');
  const { loadStandard } = await import('@columns/standard');
  const standard = loadStandard();
  for (const path of paths) {
    const report = await importCatalogue({ ...options, path }, standard);
    context.out(
      catalogueLines(report)
        .map((line) => `${line}\n`)
        .join(''),
    );
    if (options.dryRun) context.out(`\n${report.text}`);
  }
  return 0;
}

/** So many files are told one by one on the screen; the report has all. */
const FEW = 5;

function lines(head: string, below: readonly string[]): string {
  return `${head}\n${below.map((line) => `  ${line}\n`).join('')}`;
}

/** One line that is written over itself, on a terminal only: files done of all, and the time that is left. */
function bar(context: Context): Documents['progress'] {
  if (!context.colour) return undefined;
  // What an earlier run has read already says nothing of how long the rest takes.
  let first: { readonly at: number; readonly done: number } | undefined;
  return (done, total, name, step) => {
    if (step === 'write') first = undefined;
    else first ??= { at: performance.now(), done };
    const seconds =
      first === undefined || done <= first.done
        ? undefined
        : ((performance.now() - first.at) / 1000 / (done - first.done)) * (total - done);
    const full = Math.round((done / total) * 20);
    const left = seconds === undefined ? '' : ` 约剩 ${timeText(seconds)}`;
    const line = `${step === 'read' ? '读取' : '写入'} ${'█'.repeat(full)}${'░'.repeat(20 - full)} ${done}/${total}${left} ${name.slice(-30)}`;
    context.err(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
  };
}

function timeText(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
