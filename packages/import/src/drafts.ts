import type { Thresholds } from '@columns/check';
import type { Resource, Table } from '@columns/office/paper';
import { grid, isParagraph } from '@columns/office/paper';
import type { PdfAnswer, PdfLimits } from '@columns/office/pdf-core';
import type { Area } from '@columns/office/xlsx';
import { balanced, countPdf, countSource } from './balance/index.ts';
import type { Draft } from './entry/draft.ts';
import { coverAll, draftFromPaper } from './entry/from-paper.ts';
import { draftFromTable } from './entry/from-table.ts';
import type { Setting, Source } from './entry/setting.ts';
import { recognise } from './facts/recognise.ts';
import { ImportFailure, type Remark, remark } from './failure.ts';
import { readCsv } from './read/csv.ts';
import { readHtml } from './read/html.ts';
import { readMarkdown } from './read/markdown/index.ts';
import { readDocx, readOfd, readPdf, readPptx, readXlsx } from './read/office.ts';
import type { OldFiles } from './read/renew.ts';
import { renew } from './read/renew.ts';
import type { FileType } from './read/sniff.ts';
import { extensionOf, isNamedTable, sniff } from './read/sniff.ts';
import { readText } from './read/text.ts';
import type { LabelledPaper } from './shape/labels.ts';

/** What reading a file needs beside its bytes. */
export interface Surroundings {
  /** A file that a page or a Markdown text names by a relative address, where it is there. */
  readonly resource?: Resource;
  /** What a PDF holds; its library must be bounded in memory and time where files are not one's own. */
  readonly pdf: (bytes: Uint8Array, limits: PdfLimits) => Promise<PdfAnswer>;
  /** What turns old files into new ones, where there is such a thing. */
  readonly old?: OldFiles;
}

/** The largest file of each type that is read whole, in MB. A CSV is streamed and has its own bound. */
const MOST: Readonly<Record<Exclude<FileType, 'csv'>, number>> = {
  docx: 100,
  xlsx: 100,
  pptx: 100,
  ofd: 100,
  old: 100,
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
): Promise<readonly Draft[]> {
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
): Promise<readonly Draft[]> {
  const told = misnamed(type, source.base);
  const megabytes = setting.limits['unpacked-megabytes'];
  const counted = (as: string, bytes: Uint8Array) => () => countSource(as, bytes, megabytes);
  if (type === 'csv') {
    const { sheet, remarks } = readCsv(source.bytes());
    return balanced(counted(type, source.bytes()), () => [
      draftFromTable(sheet, source, setting, { remarks: [...told, ...remarks] }),
    ]);
  }
  if (type === 'old') {
    const made = await renew(source.bytes(), source.base, surroundings.old, megabytes);
    const count = counted(made.format, made.bytes);
    if (made.format === 'xlsx')
      return balanced(count, () =>
        registersFrom(made.bytes, source, setting, made.remarks, made.draft),
      );
    const paper = officePaper(made.format, made.bytes, megabytes);
    const remarks = [...made.remarks, ...paper.remarks];
    const whole = { ...paper, remarks, ...draftOf(made.draft) };
    return balanced(count, () => [draftFrom(whole, source, setting)]);
  }
  if (type === 'xlsx')
    return balanced(counted(type, source.bytes()), () =>
      registersFrom(source.bytes(), source, setting),
    );
  if (type === 'pdf') {
    const limits = pdfLimits(setting.limits);
    const answer = await surroundings.pdf(source.bytes(), limits).catch(() => BROKEN);
    const read = readPdf(answer);
    const paper = { ...read, remarks: [...told, ...read.remarks] };
    return balanced(
      () => countPdf(answer),
      () => [draftFrom(paper, source, setting)],
    );
  }
  const paper = paperOf(type, source, surroundings, megabytes);
  const whole = told.length > 0 ? { ...paper, remarks: [...told, ...paper.remarks] } : paper;
  // What an old platform wrote for Excel is a table in a page.
  const isTable = type === 'html' && isNamedTable(source.base) && !paper.blocks.every(isParagraph);
  return balanced(counted(type, source.bytes()), () => [
    isTable ? registerFrom(whole, source, setting) : draftFrom(whole, source, setting),
  ]);
}

function draftFrom(paper: LabelledPaper, source: Source, setting: Setting): Draft {
  return setting.kind === 'register'
    ? registerFrom(paper, source, setting)
    : draftFromPaper(paper, source, setting);
}

const draftOf = (draft: string | undefined) => (draft === undefined ? {} : { draft });

/** Old platforms name pages and plain tables .xls and .doc: what they really are is told. */
export function misnamed(type: FileType, base: string): Remark[] {
  const extension = extensionOf(base);
  const named = { xls: 'old', et: 'old', doc: 'old', wps: 'old' }[extension];
  const actual = { html: '网页', csv: '纯文本的表格', text: '纯文本' }[type as string];
  if (named === undefined || actual === undefined) return [];
  return [remark('note', `扩展名是 .${extension}，内容其实是${actual}，已照${actual}读取，请核对`)];
}

/** The sheets of a workbook, each an entry. */
function registersFrom(
  bytes: Uint8Array,
  source: Source,
  setting: Setting,
  told: readonly Remark[] = [],
  draft?: string,
): Draft[] {
  const { sheets, remarks } = readXlsx(bytes, setting.limits['unpacked-megabytes']);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0)
    throw new ImportFailure('no-table', '工作簿中没有看得见的内容', '取消隐藏工作表，或核对文件');
  const several = filled.length > 1;
  return filled.map((sheet, index) => {
    const own: Setting =
      several && setting.id !== undefined && index > 0
        ? { ...setting, id: `${setting.id}-${index + 1}` }
        : setting;
    return draftFromTable(sheet, source, own, {
      remarks: index === 0 ? [...told, ...remarks] : [],
      several,
      ...draftOf(draft),
    });
  });
}

const pdfLimits = (limits: Thresholds): PdfLimits => ({
  pages: limits['pdf-pages'],
  megabytes: limits['unpacked-megabytes'],
});

/** The process that reads PDF files ended over this one. */
const BROKEN: PdfAnswer = { broken: '文件损坏', lines: [], active: [], unseen: [], inner: [] };

function paperOf(
  type: Exclude<FileType, 'csv' | 'xlsx' | 'old' | 'pdf'>,
  source: Source,
  { resource }: Surroundings,
  megabytes: number,
): LabelledPaper {
  const bytes = source.bytes();
  if (type === 'markdown') return readMarkdown(bytes, resource);
  if (type === 'html') return readHtml(bytes, resource);
  return type === 'text' ? readText(bytes) : officePaper(type, bytes, megabytes);
}

function officePaper(
  type: 'docx' | 'pptx' | 'ofd',
  bytes: Uint8Array,
  megabytes: number,
): LabelledPaper {
  if (type === 'docx') return readDocx(bytes, megabytes);
  return type === 'pptx' ? readPptx(bytes, megabytes) : readOfd(bytes, megabytes);
}

/** The table of a document as a register; what stands around it gives title and dates. */
function registerFrom(paper: LabelledPaper, source: Source, setting: Setting): Draft {
  const { facts, blocks, remarks, attachments } = recognise(paper);
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
      ? [
          remark(
            'left-out',
            `文件中另有 ${tables.length - 1} 个表格没有写入，只取了行数最多的一个`,
            coverAll(tables.slice(1), new Map()),
          ),
        ]
      : [];
  const text = blocks.filter((block) => isParagraph(block) && block.content.length > 0);
  const around =
    text.length > 0
      ? [
          remark(
            'left-out',
            `表格之外的 ${text.length} 段文字没有写入；需要时请去掉 --kind register，按文件导入`,
            coverAll(text, paper.notes),
          ),
        ]
      : [];
  return draftFromTable(sheet, source, setting, {
    facts,
    named: [...attachments, ...(paper.offered ?? [])],
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
