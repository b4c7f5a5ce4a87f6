import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Thresholds } from '@columns/check';
import type { Paper, Table } from '@columns/office/paper';
import { grid, isParagraph } from '@columns/office/paper';
import type { PdfAnswer, PdfReader } from '@columns/office/pdf';
import type { Area } from '@columns/office/xlsx';
import type { Draft } from '../entry/draft.ts';
import { draftFromPaper } from '../entry/from-paper.ts';
import { draftFromTable } from '../entry/from-table.ts';
import type { Setting, Source } from '../entry/setting.ts';
import { recognise } from '../facts/recognise.ts';
import { ImportFailure, remark } from '../failure.ts';
import { readCsvFile } from '../read/csv.ts';
import { readHtml } from '../read/html.ts';
import { readMarkdown } from '../read/markdown/index.ts';
import { readDocx, readPdf, readXlsx } from '../read/office.ts';
import type { FileType } from '../read/sniff.ts';
import { sniff } from '../read/sniff.ts';
import { readText } from '../read/text.ts';

/** The largest file of each type that is read whole, in MB. A CSV is streamed and has its own bound. */
const MOST: Readonly<Record<Exclude<FileType, 'csv'>, number>> = {
  docx: 100,
  xlsx: 100,
  pdf: 100,
  html: 20,
  markdown: 20,
  text: 20,
};

/** Reads a file and makes its entries; one for each sheet of a workbook. */
export async function draftsOf(
  path: string,
  source: Source,
  setting: Setting,
  pdf: PdfReader,
): Promise<Draft[]> {
  const type = typeOf(path, source.base);
  if (type === 'csv') {
    const { sheet, remarks } = await readCsvFile(path);
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
  const paper = await paperOf(type, path, source, pdf, setting.limits);
  return [
    setting.kind === 'register'
      ? registerFrom(paper, source, setting)
      : draftFromPaper(paper, source, setting),
  ];
}

const pdfLimits = (limits: Thresholds) => ({
  pages: limits['pdf-pages'],
  megabytes: limits['unpacked-megabytes'],
});

/** The process that reads PDF files ended over this one. */
const BROKEN: PdfAnswer = { broken: '文件损坏', lines: [], active: [], unseen: [], inner: [] };

async function paperOf(
  type: Exclude<FileType, 'csv' | 'xlsx'>,
  path: string,
  source: Source,
  pdf: PdfReader,
  limits: Thresholds,
): Promise<Paper> {
  const bytes = source.bytes();
  if (type === 'docx') return readDocx(bytes, limits['unpacked-megabytes']);
  if (type === 'pdf') return readPdf(await pdf.read(bytes, pdfLimits(limits)).catch(() => BROKEN));
  if (type === 'markdown') return readMarkdown(bytes, beside(path));
  return type === 'html' ? readHtml(bytes, beside(path)) : readText(bytes);
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

/** The type of a file, told before it is read whole. */
export function typeOf(path: string, base: string): FileType {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (!info) throw new ImportFailure('missing', '没有这个文件', '核对文件名和所在文件夹');
  if (!info.isFile()) throw new ImportFailure('not-a-file', '不是普通文件', '写文件或文件夹的路径');
  const type = sniff(base, headOf(path, Math.min(info.size, 4 * 1024 * 1024)));
  if (type !== 'csv' && info.size > MOST[type] * 1024 * 1024) {
    throw new ImportFailure(
      'too-large',
      `文件有 ${Math.ceil(info.size / 1024 / 1024)} MB，超过 ${MOST[type]} MB`,
      '压缩其中的图片，或分成几个文件后再导入',
    );
  }
  return type;
}

/** The first bytes; an OLE file tells further in whether it is an encrypted one. */
function headOf(path: string, size: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(size, 8));
    readSync(file, head, 0, head.length, 0);
    const long =
      head.length === 8 && head[0] === 0xd0 && head[1] === 0xcf ? size : Math.min(size, 4096);
    const bytes = Buffer.alloc(long);
    readSync(file, bytes, 0, long, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Pictures of a saved page stand beside it; nothing outside its folder is read. */
function beside(path: string): (address: string) => Uint8Array | undefined {
  const folder = realpathSync(dirname(path));
  return (address) => {
    if (/^(?:[a-z]+:|\/\/|\/)/i.test(address)) return undefined;
    let name: string;
    try {
      name = decodeURIComponent(address.split(/[?#]/, 1).join(''));
    } catch {
      return undefined;
    }
    const full = join(folder, name);
    if (!existsSync(full)) return undefined;
    const real = realpathSync(full);
    return real.startsWith(folder + sep) && lstatSync(real).isFile()
      ? readFileSync(real)
      : undefined;
  };
}
