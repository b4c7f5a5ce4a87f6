import type { Thresholds } from '@columns/check';
import type { Resource, Table } from '@columns/office/paper';
import { grid, isParagraph, type Paper } from '@columns/office/paper';
import type { PdfAnswer, PdfLimits } from '@columns/office/pdf-core';
import type { Area } from '@columns/office/xlsx';
import type { Draft } from './entry/draft.ts';
import { draftFromPaper } from './entry/from-paper.ts';
import { draftFromTable } from './entry/from-table.ts';
import type { Setting, Source } from './entry/setting.ts';
import { recognise } from './facts/recognise.ts';
import { ImportFailure, remark } from './failure.ts';
import { readCsv } from './read/csv.ts';
import { readHtml } from './read/html.ts';
import { readMarkdown } from './read/markdown/index.ts';
import { readDocx, readPdf, readXlsx } from './read/office.ts';
import type { FileType } from './read/sniff.ts';
import { sniff } from './read/sniff.ts';
import { readText } from './read/text.ts';

/** What reading a file needs beside its bytes. */
export interface Surroundings {
  /** A file that a page or a Markdown text names by a relative address, where it is there. */
  readonly resource?: Resource;
  /** What a PDF holds; its library must be bounded in memory and time where files are not one's own. */
  readonly pdf: (bytes: Uint8Array, limits: PdfLimits) => Promise<PdfAnswer>;
}

/** The largest file of each type that is read whole, in MB. A CSV is streamed and has its own bound. */
const MOST: Readonly<Record<Exclude<FileType, 'csv'>, number>> = {
  docx: 100,
  xlsx: 100,
  pdf: 100,
  html: 20,
  markdown: 20,
  text: 20,
};

/** How many bytes are looked at to tell a file's type; an OLE file tells further in whether it is encrypted. */
export const LOOKED_AT = 4 * 1024 * 1024;

/** The type of a file by its name and its first bytes; a file of more bytes than are read whole is refused. */
export function typeFrom(base: string, head: Uint8Array, size: number): FileType {
  const type = sniff(base, head);
  if (type !== 'csv' && size > MOST[type] * 1024 * 1024) {
    throw new ImportFailure(
      'too-large',
      `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 ${MOST[type]} MB`,
      '压缩其中的图片，或分成几个文件后再导入',
    );
  }
  return type;
}

/** Reads a file and makes its entries, each with the remarks on it. */
export function draftsOfBytes(
  source: Source,
  setting: Setting,
  surroundings: Surroundings,
): Promise<Draft[]> {
  const bytes = source.bytes();
  const type = typeFrom(source.base, bytes.subarray(0, LOOKED_AT), bytes.length);
  return draftsFrom(type, source, setting, surroundings);
}

/** Makes the entries of a file whose type is known; one for each sheet of a workbook. */
export async function draftsFrom(
  type: FileType,
  source: Source,
  setting: Setting,
  surroundings: Surroundings,
): Promise<Draft[]> {
  if (type === 'csv') {
    const { sheet, remarks } = readCsv(source.bytes());
    return [draftFromTable(sheet, source, setting, { remarks })];
  }
  if (type === 'xlsx') {
    const { sheets, remarks } = readXlsx(source.bytes(), setting.limits['unpacked-megabytes']);
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    if (filled.length === 0)
      throw new ImportFailure('no-table', '工作簿中没有看得见的内容', '取消隐藏工作表，或核对文件');
    const several = filled.length > 1;
    const drafts: Draft[] = [];
    for (const [index, sheet] of filled.entries()) {
      const own: Setting =
        several && setting.id !== undefined && index > 0
          ? { ...setting, id: `${setting.id}-${index + 1}` }
          : setting;
      drafts.push(
        draftFromTable(sheet, source, own, { remarks: index === 0 ? remarks : [], several }),
      );
    }
    return drafts;
  }
  const paper = await paperOf(type, source, surroundings, setting.limits);
  return [
    setting.kind === 'register'
      ? registerFrom(paper, source, setting)
      : draftFromPaper(paper, source, setting),
  ];
}

const pdfLimits = (limits: Thresholds): PdfLimits => ({
  pages: limits['pdf-pages'],
  megabytes: limits['unpacked-megabytes'],
});

/** The process that reads PDF files ended over this one. */
const BROKEN: PdfAnswer = { broken: '文件损坏', lines: [], active: [], unseen: [], inner: [] };

async function paperOf(
  type: Exclude<FileType, 'csv' | 'xlsx'>,
  source: Source,
  { resource, pdf }: Surroundings,
  limits: Thresholds,
): Promise<Paper> {
  const bytes = source.bytes();
  if (type === 'docx') return readDocx(bytes, limits['unpacked-megabytes']);
  if (type === 'pdf') return readPdf(await pdf(bytes, pdfLimits(limits)).catch(() => BROKEN));
  if (type === 'markdown') return readMarkdown(bytes, resource);
  return type === 'html' ? readHtml(bytes, resource) : readText(bytes);
}

/** The table of a document as a register; what stands around it gives title and dates. */
function registerFrom(paper: Paper, source: Source, setting: Setting): Draft {
  const { facts, blocks, remarks } = recognise(paper);
  const tables = blocks
    .filter((block): block is Table => !isParagraph(block))
    .sort((a, b) => b.rows.length - a.rows.length);
  const [table] = tables;
  if (!table)
    throw new ImportFailure(
      'no-table',
      '文件中没有表格，不能作为名录导入',
      '去掉 --kind register，按文件导入',
    );
  const rows = grid(table);
  const sheet = {
    name: '',
    rows,
    numbers: rows.map((_, index) => index + 1),
    merges: mergesOf(table),
  };
  const more =
    tables.length > 1
      ? [remark('left-out', `文件中另有 ${tables.length - 1} 个表格没有写入，只取了行数最多的一个`)]
      : [];
  const text = blocks.filter((block) => isParagraph(block) && block.content.length > 0).length;
  const around =
    text > 0
      ? [
          remark(
            'left-out',
            `表格之外的 ${text} 段文字没有写入；需要时请去掉 --kind register，按文件导入`,
          ),
        ]
      : [];
  return draftFromTable(sheet, source, setting, {
    facts,
    remarks: [...remarks, ...more, ...around],
  });
}

/** The merged areas of a table, as a sheet has them. */
export function mergesOf(table: Table): Area[] {
  const taken: boolean[][] = [];
  return table.rows.flatMap((row, top) => {
    let left = 0;
    return row.flatMap(({ colspan, rowspan }) => {
      while (taken[top]?.[left]) left++;
      for (let down = 0; down < rowspan; down++) {
        taken[top + down] ??= [];
        const line = taken[top + down] as boolean[];
        for (let right = 0; right < colspan; right++) line[left + right] = true;
      }
      const area = { top, left, bottom: top + rowspan - 1, right: left + colspan - 1 };
      left += colspan;
      return colspan > 1 || rowspan > 1 ? [area] : [];
    });
  });
}
