import { OfficeFailure } from '../failure.ts';
import { OfficePackage } from '../package.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import { child } from '../tree.ts';
import { unshownParts } from '../unshown.ts';
import { besideSheet, besideText } from './beside.ts';
import { listedSheets } from './book.ts';
import { readFormats, struckStyles } from './formats.ts';
import type { RawSheet, Told } from './rows.ts';
import { readRows, wordsOf } from './rows.ts';
import type { Area, Sheet } from './sheet.ts';
import { columnName } from './sheet.ts';
import { sharedStrings } from './walk.ts';

export { MOST_ROWS, tooManyRows } from './rows.ts';
export type { Area, Sheet } from './sheet.ts';
export { columnName } from './sheet.ts';

export interface SheetsReading {
  readonly sheets: readonly Sheet[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads an `.xlsx` (ECMA-376 part 1, SpreadsheetML): what is hidden is told and left out.
 *
 * @param megabytes the most that it may unpack to
 * @throws OfficeFailure
 */
export function readXlsx(bytes: Uint8Array, megabytes: number): SheetsReading {
  const file = new OfficePackage(bytes, megabytes);
  const main = file.main() ?? 'xl/workbook.xml';
  const workbook = file.tree(main);
  if (workbook?.name !== 'workbook') {
    throw new OfficeFailure(
      'wrong-extension',
      '扩展名是 .xlsx，里面却不是 Excel 工作簿',
      '按真实类型改扩展名，或用 Excel、WPS 打开后另存为 .xlsx',
    );
  }
  const relations = file.relations(main);
  const part = (type: string) => [...relations.values()].find((each) => each.type === type)?.target;
  const list = part('sharedStrings');
  const shared = list === undefined ? undefined : file.bytes(list);
  const book = {
    strings: shared ? sharedStrings(shared, wordsOf) : [],
    formatOf: readFormats(file.tree(part('styles'))),
    struck: struckStyles(file.tree(part('styles'))),
    date1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes['date1904'] ?? ''),
  };
  const remarks: Remark[] = [];
  const sheets = listedSheets(workbook, relations).flatMap(
    ({ name, hidden, relation: target }): Sheet[] => {
      if (target?.type !== 'worksheet') {
        const { texts, pictures } =
          target?.external === false ? besideText(file, target.target) : NONE;
        const kind =
          { chartsheet: '图表', dialogsheet: '对话框' }[target?.type ?? ''] ?? '宏或其他';
        remarks.push(
          remark('left-out', `工作表“${name}”是${kind}，不是表格，没有写入`, {
            words: texts,
            pictures,
          }),
        );
        return [];
      }
      const content = file.bytes(target.target);
      if (!content) return [];
      const raw = readRows(content, book);
      if (hidden) {
        const { texts, pictures } = besideText(file, target.target, raw);
        const cells = [...raw.rows.values()].flatMap((row) => row.filter(isFilled));
        remarks.push(
          remark('left-out', `隐藏的工作表“${name}”没有写入`, {
            words: texts,
            cells: [...cells, ...unshown(raw)],
            pictures: pictures + raw.told.picture.length,
          }),
        );
        return [];
      }
      const sheet = visible(name, raw, remarks);
      remarks.push(...besideSheet(file, target.target, name, raw.links, raw.margins));
      return [sheet];
    },
  );
  if (file.names().some((name) => /vbaProject\.bin$/.test(name))) {
    remarks.push(remark('left-out', '文件中的宏没有写入，也不会运行'));
  }
  return { sheets, remarks: [...remarks, ...unshownParts(file, main)] };
}

const NONE = { texts: [], pictures: 0 };

const TOLD: readonly (readonly [Remark['sort'], Told, string])[] = [
  ['left-out', 'picture', '是单元格里的图片，没有写入'],
  ['left-out', 'unshown', '有数值，但单元格格式不显示，没有写入'],
  ['changed', 'coloured', '是负数，原表只用颜色表示，已写上负号'],
  ['changed', 'logical', '是逻辑值 TRUE 或 FALSE，写作“是”或“否”，请核对'],
  ['changed', 'struck', '有划去的文字，写作“（已划去：…）”，请核对'],
];

/** The sheet without its hidden rows and columns and without what is empty. */
function visible(name: string, raw: RawSheet, remarks: Remark[]): Sheet {
  const width = [...raw.rows.values()].reduce((most, cells) => Math.max(most, cells.length), 0);
  const spread = new Map([...raw.rows].map(([row, cells]) => [row, [...cells]]));
  for (const area of raw.merges) fill(spread, area);
  const columns = [...Array(width).keys()].filter((column) => !raw.hiddenColumns(column));
  const hiddenColumns = [...Array(width).keys()].filter(
    (column) =>
      raw.hiddenColumns(column) &&
      [...raw.rows.values()].some((cells) => (cells[column] ?? '') !== ''),
  );
  const rows = [...spread.keys()].sort((a, b) => a - b).filter((row) => !raw.hiddenRows.has(row));
  const hiddenRows = [...raw.rows.keys()].filter((row) => raw.hiddenRows.has(row));
  const used = columns.filter((column) =>
    rows.some((row) => (spread.get(row)?.[column] ?? '') !== ''),
  );
  if (hiddenColumns.length > 0) {
    const names = hiddenColumns.map((column) => {
      const head = [...raw.rows.values()]
        .map((cells) => cells[column])
        .find((text) => (text ?? '') !== '');
      return `${columnName(column)} 列“${head ?? ''}”`;
    });
    const cells = [...raw.rows.values()].flatMap((row) =>
      hiddenColumns.map((column) => row[column]).filter(isFilled),
    );
    remarks.push(
      remark('left-out', `工作表“${name}”中隐藏的列没有写入：${names.join('、')}`, { cells }),
    );
  }
  if (hiddenRows.length > 0) {
    const shown = hiddenRows
      .slice(0, 10)
      .map((row) => row + 1)
      .join('、');
    remarks.push(
      remark(
        'left-out',
        `工作表“${name}”中隐藏的 ${hiddenRows.length} 行没有写入（第 ${shown} 行${hiddenRows.length > 10 ? '等' : ''}），多为筛选所致，请核对`,
        {
          cells: hiddenRows.flatMap((row) =>
            (raw.rows.get(row) ?? []).filter(
              (cell, column): cell is string => isFilled(cell) && !raw.hiddenColumns(column),
            ),
          ),
        },
      ),
    );
  }
  if (raw.cut.length > 0) {
    remarks.push(
      remark(
        'changed',
        `工作表“${name}”的 ${few(raw.cut)} 是超过 15 位的长数字，Excel 存成数值时末几位已变为 0；请在原表中设为文本格式重新录入`,
      ),
    );
  }
  if (raw.unresolved.length > 0) {
    remarks.push(
      remark(
        'missing',
        `工作表“${name}”的 ${few(raw.unresolved)} 公式没有结果或出错，请打开重新计算并保存`,
      ),
    );
  }
  for (const [sort, kind, words] of TOLD) {
    const cells = raw.told[kind];
    if (cells.length === 0) continue;
    const covers =
      kind === 'picture'
        ? { pictures: cells.length }
        : { cells: kind === 'unshown' ? unshown(raw) : [] };
    remarks.push(remark(sort, `工作表“${name}”的 ${few(cells)} ${words}`, covers));
  }
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const columnAt = new Map(used.map((column, index) => [column, index]));
  return {
    name,
    rows: rows.map((row) => used.map((column) => spread.get(row)?.[column] ?? '')),
    numbers: rows.map((row) => row + 1),
    merges: raw.merges.flatMap((area) => seen(area, rowAt, columnAt)),
  };
}

/** The top left cell's text in every spot of a merged area. Only rows that hold something grow. */
function fill(rows: Map<number, (string | undefined)[]>, { top, left, bottom, right }: Area): void {
  const text = rows.get(top)?.[left];
  if (text === undefined) return;
  for (let row = top; row <= bottom; row++) {
    const cells = rows.get(row);
    if (!cells) continue;
    for (let column = left; column <= Math.min(right, left + 200); column++) cells[column] ??= text;
  }
}

function seen(
  area: Area,
  rows: ReadonlyMap<number, number>,
  columns: ReadonlyMap<number, number>,
): Area[] {
  const inside = <T extends number>(map: ReadonlyMap<T, number>, from: number, to: number) =>
    [...map].filter(([key]) => key >= from && key <= to).map(([, index]) => index);
  const down = inside(rows, area.top, area.bottom);
  const across = inside(columns, area.left, area.right);
  if (down.length === 0 || across.length === 0) return [];
  return [
    {
      top: Math.min(...down),
      bottom: Math.max(...down),
      left: Math.min(...across),
      right: Math.max(...across),
    },
  ];
}

const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell !== '';

/** A value that its format hides shows nothing, and is one thing that is left out. */
function unshown({ values }: RawSheet): string[] {
  return [...values];
}

function few(places: readonly string[]): string {
  return `${places.slice(0, 8).join('、')}${places.length > 8 ? ` 等 ${places.length} 格` : ''}`;
}
