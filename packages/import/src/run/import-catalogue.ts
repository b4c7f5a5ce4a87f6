import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '@columns/check';
import type { Table } from '@columns/office/paper';
import { grid, isParagraph, textOf } from '@columns/office/paper';
import { squeeze } from '@columns/office/words';
import type { Item, Standard } from '@columns/standard';
import { isCatalogueHead } from '../catalogue/columns.ts';
import type { CatalogueDifference } from '../catalogue/compare.ts';
import { compareRows } from '../catalogue/compare.ts';
import { hasDomain, mergeCatalogue } from '../catalogue/merge.ts';
import type { CellCount } from '../catalogue/read-rows.ts';
import { readCatalogueRows } from '../catalogue/read-rows.ts';
import { mergesOf } from '../drafts.ts';
import type { KnownDomain } from '../entry/domain.ts';
import type { Remark } from '../failure.ts';
import { ImportFailure } from '../failure.ts';
import { readDocx, readXlsx } from '../read/office.ts';
import type { Renewed } from '../read/renew.ts';
import { renew } from '../read/renew.ts';
import type { HeadedTable } from '../register/head.ts';
import { findHead } from '../register/head.ts';
import { Trial } from './county.ts';
import { reported } from './personal.ts';
import { typeOf } from './read-source.ts';
import { Readers } from './readers.ts';

export interface CatalogueOptions {
  readonly contentRoot: string;
  readonly county: string;
  readonly path: string;
  /** The domain that the table is of, where neither its title nor its file's name says so. */
  readonly domain?: string | undefined;
  /** Write a `drop` for items of the standard that the table does not have. */
  readonly dropMissing?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly force?: boolean | undefined;
  /** Old files are converted by the LibreOffice of this machine. */
  readonly libreOffice?: boolean | undefined;
}

export interface CatalogueReport {
  readonly domain: KnownDomain;
  readonly rows: number;
  /** Where every cell below the head went; the four add up to all there are. */
  readonly cells: CellCount;
  readonly difference: CatalogueDifference;
  readonly remarks: readonly Remark[];
  readonly written: boolean;
  /** The file as it is, or would be. */
  readonly text: string;
}

/** A county's own 标准目录 as the differences from the standard, in its `catalogue.yaml`. */
export async function importCatalogue(
  options: CatalogueOptions,
  standard: Standard,
): Promise<CatalogueReport> {
  const trial = new Trial(options.contentRoot, options.county, standard);
  try {
    const megabytes = trial.limits['unpacked-megabytes'];
    const { tables, words, remarks } = readTables(
      basename(options.path),
      await officeFile(options, megabytes),
      megabytes,
    );
    const domain = findDomainOf(options, words, trial.domains);
    const readings = tables.map(readCatalogueRows);
    let number = 0;
    const rows = readings.flatMap((reading) =>
      reading.rows.map((row) => ({ ...row, row: ++number })),
    );
    const cells = readings.reduce(
      (sum, reading) => ({
        read: sum.read + reading.cells.read,
        empty: sum.empty + reading.cells.empty,
        order: sum.order + reading.cells.order,
        unread: sum.unread + reading.cells.unread,
      }),
      { read: 0, empty: 0, order: 0, unread: 0 },
    );
    const items = (standard.catalogue.find((each) => each.domain === domain.id)?.items ??
      []) as readonly Item[];
    const difference = compareRows(rows, items, domain.id);
    const path = join(options.contentRoot, options.county, 'catalogue.yaml');
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (before !== '' && hasDomain(before, domain.id) && !options.force && !options.dryRun) {
      throw new ImportFailure(
        'taken',
        `catalogue.yaml 已有领域“${domain.name}”的内容，没有覆盖`,
        '核对后加上 --force，以本表替换该领域的内容',
      );
    }
    const reason = `本县区的《${domain.name}领域基层政务公开标准目录》未列此事项`;
    const drop = options.dropMissing
      ? difference.missing.map(({ id }) => ({ item: `${domain.id}/${id}`, reason }))
      : [];
    const text = mergeCatalogue(before, domain.id, {
      add: difference.add,
      change: difference.change,
      drop,
    });
    const faults = trial.judgeCatalogue(text);
    if (faults.length > 0) throw rejected(faults);
    const written = !options.dryRun && text !== before;
    if (written) writeFileSync(path, text);
    return {
      domain,
      rows: rows.length,
      cells,
      difference,
      remarks: reported([
        ...remarks,
        ...readings.flatMap((reading) => reading.remarks),
        ...difference.remarks,
      ]),
      written,
      text,
    };
  } finally {
    trial.remove();
  }
}

/** The table's file; an old one is made new first. */
async function officeFile(
  { path, libreOffice = false }: CatalogueOptions,
  megabytes: number,
): Promise<Pick<Renewed, 'format' | 'bytes' | 'remarks'>> {
  const type = typeOf(path, basename(path));
  const bytes = readFileSync(path);
  if (type === 'docx' || type === 'xlsx') return { format: type, bytes, remarks: [] };
  if (type !== 'old') {
    throw new ImportFailure(
      'unknown-type',
      '标准目录只能从 Word 或 Excel 文件（.docx、.xlsx、.doc、.xls、.wps、.et）导入',
      '用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx',
    );
  }
  const readers = new Readers(libreOffice);
  try {
    return await renew(bytes, basename(path), readers.old, megabytes);
  } finally {
    await readers.close();
  }
}

function readTables(
  base: string,
  { format, bytes, remarks: told }: Pick<Renewed, 'format' | 'bytes' | 'remarks'>,
  megabytes: number,
): { tables: HeadedTable[]; words: string; remarks: Remark[] } {
  const tables: HeadedTable[] = [];
  const words = [base];
  const remarks: Remark[] = [...told];
  const take = (table: HeadedTable | undefined) => {
    if (table && isCatalogueHead(table.columns)) {
      tables.push(table);
      words.push(...table.above);
    }
  };
  if (format === 'xlsx') {
    const reading = readXlsx(bytes, megabytes);
    remarks.push(...reading.remarks);
    for (const sheet of reading.sheets) {
      words.push(sheet.name);
      take(findHead(sheet));
    }
  } else if (format === 'docx') {
    const paper = readDocx(bytes, megabytes);
    remarks.push(...paper.remarks);
    let last: HeadedTable | undefined;
    for (const block of paper.blocks) {
      if (isParagraph(block)) {
        words.push(textOf(block));
        continue;
      }
      const table = findHead({ rows: grid(block), merges: mergesOf(block) });
      const head = table !== undefined && isCatalogueHead(table.columns);
      if (head) take(table);
      // A table that a page break cut in two goes on without its head.
      else if (last && isContinuation(block, last)) {
        tables[tables.length - 1] = { ...last, rows: [...last.rows, ...grid(block)] };
      }
      last = tables.at(-1);
    }
  }
  if (tables.length === 0) {
    throw new ImportFailure(
      'no-table',
      '文件中没有标准目录的表（表头要有一级事项、公开内容、公开时限等栏）',
      '核对文件，或把表头改成目录的通用样式',
    );
  }
  return { tables, words: words.join('\n'), remarks };
}

function isContinuation(block: Table, last: HeadedTable): boolean {
  const rows = grid(block);
  return rows.length > 0 && rows[0]?.length === last.columns.length;
}

function findDomainOf(
  { domain }: CatalogueOptions,
  words: string,
  domains: readonly KnownDomain[],
): KnownDomain {
  const known = domains.map(({ id, name }) => `${id}（${name}）`).join('、');
  if (domain !== undefined) {
    const named = domains.find(({ id }) => id === domain.split('/')[0]);
    if (named) return named;
    throw new ImportFailure(
      'bad-option',
      `--item 写的领域“${domain}”不在本县区的领域结构中`,
      `可用的领域：${known}`,
    );
  }
  const text = squeeze(words);
  const found = domains
    .flatMap((each) => [each.name, ...(each.aliases ?? [])].map((name) => ({ each, name })))
    .filter(({ name }) => text.includes(`${name}领域`) || text.includes(`${name}基层政务公开`))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (found) return found.each;
  throw new ImportFailure(
    'bad-option',
    '看不出是哪个领域的目录',
    `加上 --item 领域编号。可用的领域：${known}`,
  );
}

function rejected(faults: readonly Finding[]): ImportFailure {
  const told = faults.slice(0, 8).map(({ field, message }) => `${field ?? ''} ${message}`.trim());
  return new ImportFailure(
    'rejected',
    `生成的 catalogue.yaml 不符合规范，没有写入：${told.join('；')}`,
    '按问题修改原表后再导入',
  );
}
