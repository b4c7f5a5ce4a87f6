import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isKindId, KIND_IDS } from '@columns/content';
import type { Command, Context } from '../command.ts';

const usage = `用法：columns import <文件或文件夹…> --county <编号> [选项]

把 Word、Excel、WPS、CSV、网页、文本、PDF、OFD 变成信息；先检查个人信息和内容规范，通过的才写入 content/。
  --county <编号>      导入哪个县区
  --item <领域/事项>   归入哪个事项，如 compulsory-education/school-directory；只写领域也可以
  --kind <体裁>        体裁，如 register、policy、notice；不写时按内容判断
  --set <字段=值>      补上或改写一个字段，可重复，如 --set published=2026-05-29
  --id <编号>          信息编号（文件名），只用于一个文件
  --attach             把原文件作为附件一并放入
  --libreoffice        用这台机器上的 LibreOffice 转换旧版文件（.doc、.xls、.wps、.et、.ppt、.dps、.rtf）
  --dry-run            只看结果，不写入
  --force              覆盖已有的信息
  --catalogue          文件是本县区的标准目录（.docx、.xlsx），写入 catalogue.yaml
  --drop-missing       与 --catalogue 同用：标准目录中有、本表没有的事项写作不设
去向表和逐个说明在 .import/<县区>/report.md；中断后重新运行，接着没有完成的做。`;

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
        catalogue: { type: 'boolean', default: false },
        'drop-missing': { type: 'boolean', default: false },
      },
    });
    const { county, kind } = values;
    if (county === undefined || positionals.length === 0) {
      context.err(`请写明要导入的文件和 --county。\n\n${usage}\n`);
      return 2;
    }
    if (kind !== undefined && !isKindId(kind)) {
      context.err(`没有体裁“${kind}”。可用：${KIND_IDS.join('、')}\n`);
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
          { ...shared, domain: values.item, dropMissing: values['drop-missing'] },
          context,
        );
      }
      const { item, id, attach, libreoffice: libreOffice, set } = values;
      const options = { ...shared, sources, item, id, attach, libreOffice, kind };
      return await importDocuments(options, set, context);
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
): Promise<number> {
  const { importFiles, parseSettings, reportMarkdown, summaryLine, detail } = await import(
    '@columns/import'
  );
  const { loadStandard } = await import('@columns/standard');
  const workDir = join(context.root, '.import', options.county);
  const report = await importFiles(
    { ...options, set: parseSettings(settings), workDir, progress: bar(context) },
    loadStandard(),
  );
  await mkdir(workDir, { recursive: true });
  const file = join(workDir, 'report.md');
  writeFileSync(file, reportMarkdown(report));
  const { outcomes } = report;
  for (const each of outcomes.length <= 5
    ? outcomes
    : outcomes.filter(({ state }) => state === 'failed')) {
    context.out(
      `${each.source}\n${detail(each)
        .map((line) => `  ${line}\n`)
        .join('')}`,
    );
  }
  context.out(`${summaryLine(outcomes)}去向表：${relative(context.root, file)}\n`);
  return outcomes.length === 0 || outcomes.some(({ state }) => state === 'failed') ? 1 : 0;
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
    const report = importCatalogue({ ...options, path }, standard);
    context.out(
      catalogueLines(report)
        .map((line) => `${line}\n`)
        .join(''),
    );
    if (options.dryRun) context.out(`\n${report.text}`);
  }
  return 0;
}

/** One line that is written over itself, on a terminal only. */
function bar(context: Context): Documents['progress'] {
  if (!context.colour) return undefined;
  return (done, total, name) => {
    const full = Math.round((done / total) * 20);
    const line = `${'█'.repeat(full)}${'░'.repeat(20 - full)} ${done}/${total} ${name.slice(-40)}`;
    context.err(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
  };
}
