import { oneLine } from '@columns/office/words';
import type { Audience, Channel, Level, Timing } from '@columns/standard';
import { fiveOpen, itemFormats, parseTiming } from '@columns/standard';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { HeadedTable } from '../register/head.ts';
import { readChannels, readElements, readMark } from './cells.ts';
import type { CatalogueColumn } from './columns.ts';
import { catalogueColumns, MORE_TEXTS } from './columns.ts';

/** A row of a county's own table, as fields of the catalogue. What its cells leave open is absent. */
export interface CatalogueRow {
  /** Which row of the table's data it is, from 1. */
  readonly row: number;
  readonly level1: string;
  readonly level2?: string;
  readonly elements?: readonly string[];
  readonly basis?: string;
  /** The text alone where all of it is a deadline that is understood. */
  readonly timing?: string | Timing;
  /** 公开时限 in words that say no time. */
  readonly note?: string;
  readonly subject?: string;
  readonly channels?: readonly Channel[];
  readonly audience?: readonly Audience[];
  readonly method?: 'proactive' | 'on-request';
  readonly levels?: readonly Level[];
  readonly level3?: string;
  readonly 'shown-for'?: string;
  readonly section?: string;
  readonly enquiries?: string;
  readonly complaints?: string;
  readonly five?: readonly string[];
  readonly format?: readonly string[];
}

/** Where every cell of a table went. */
export interface CellCount {
  /** Cells whose words or marks are now fields. */
  read: number;
  empty: number;
  /** 序号: order, which the file has anyway. */
  order: number;
  /** Not understood; each is told. */
  unread: number;
}

export interface RowsReading {
  readonly rows: readonly CatalogueRow[];
  readonly cells: CellCount;
  readonly remarks: readonly Remark[];
}

export function readCatalogueRows(table: HeadedTable): RowsReading {
  const columns = catalogueColumns(table.columns);
  const cells: CellCount = { read: 0, empty: 0, order: 0, unread: 0 };
  const remarks: Remark[] = [];
  const rows: CatalogueRow[] = [];
  let level1 = '';
  for (const [index, line] of table.rows.entries()) {
    const reader = new RowReader(index + 1, line, columns, table.columns, cells, remarks);
    const row = reader.read(level1);
    if (row) {
      level1 = row.level1;
      rows.push(row);
    }
  }
  return { rows, cells, remarks };
}

class RowReader {
  readonly #row: number;
  readonly #line: readonly string[];
  readonly #columns: readonly (CatalogueColumn | undefined)[];
  readonly #names: readonly string[];
  readonly #cells: CellCount;
  readonly #remarks: Remark[];

  constructor(
    row: number,
    line: readonly string[],
    columns: readonly (CatalogueColumn | undefined)[],
    names: readonly string[],
    cells: CellCount,
    remarks: Remark[],
  ) {
    this.#row = row;
    this.#line = line;
    this.#columns = columns;
    this.#names = names;
    this.#cells = cells;
    this.#remarks = remarks;
  }

  /** `above` is the level-1 item of the row above: a merged cell is often empty further down. */
  read(above: string): CatalogueRow | undefined {
    const level1 = this.#text('level1') ?? above;
    const level2 = this.#text('level2');
    const elements = this.#elements();
    const basis = this.#text('basis');
    const timing = this.#timing();
    const subject = this.#text('subject');
    const channels = this.#channels();
    const audience = this.#audience();
    const method = this.#method();
    const levels = this.#levels();
    const more = this.#more();
    this.#rest();
    if (level1 === '' || (level2 === undefined && elements === undefined)) {
      const text = this.#line.filter((cell) => cell !== '').join(' ');
      if (text !== '')
        this.#remarks.push(
          remark('left-out', `第 ${this.#row} 行没有事项名称，没有写入：“${text.slice(0, 60)}”`),
        );
      return undefined;
    }
    return {
      row: this.#row,
      level1,
      ...(level2 === undefined ? {} : { level2 }),
      ...(elements === undefined ? {} : { elements }),
      ...(basis === undefined ? {} : { basis }),
      ...timing,
      ...(subject === undefined ? {} : { subject }),
      ...(channels === undefined ? {} : { channels }),
      ...(audience === undefined ? {} : { audience }),
      ...(method === undefined ? {} : { method }),
      ...(levels === undefined ? {} : { levels }),
      ...more,
    };
  }

  #cell(column: CatalogueColumn): string | undefined {
    const index = this.#columns.indexOf(column);
    return index === -1 ? undefined : (this.#line[index] ?? '');
  }

  #text(column: CatalogueColumn): string | undefined {
    const text = this.#cell(column);
    if (text === undefined) return undefined;
    const line = oneLine(text.replaceAll('\n', ' '));
    if (/^[—–\-/]*$/.test(line)) {
      this.#cells.empty++;
      return undefined;
    }
    this.#cells.read++;
    return line;
  }

  #elements(): string[] | undefined {
    const text = this.#cell('elements');
    if (text === undefined) return undefined;
    const elements = readElements(text);
    if (elements.length === 0) this.#cells.empty++;
    else this.#cells.read++;
    return elements.length === 0 ? undefined : elements;
  }

  /** What is not understood of a deadline would be an error of the file; it is kept as a note. */
  #timing(): Pick<CatalogueRow, 'timing' | 'note'> {
    const text = this.#text('timing');
    if (text === undefined) return {};
    const { deadlines, unread } = parseTiming(text);
    if (deadlines.length > 0 && unread.length === 0) return { timing: text };
    this.#remarks.push(
      remark(
        'missing',
        `第 ${this.#row} 行“公开时限”中的“${unread.join('；') || text}”算不出期限，请改写成如“信息形成或者变更之日起20个工作日内”`,
      ),
    );
    return deadlines.length > 0
      ? { timing: { text, deadlines } }
      : { note: `公开时限原文：${text}` };
  }

  #channels(): Channel[] | undefined {
    const text = this.#cell('channels');
    if (text === undefined) return undefined;
    const { channels, unread } = readChannels(text);
    for (const part of unread) this.#unread('channels', part);
    if (channels.length > 0) this.#cells.read++;
    else if (unread.length === 0) this.#cells.empty++;
    return channels.length > 0 ? [...channels] : undefined;
  }

  #audience(): Audience[] | undefined {
    const audience: Audience[] = [];
    const all = this.#cell('all');
    const wholly = all === undefined ? undefined : readMark(all);
    if (wholly === undefined && all !== undefined) this.#unread('all', all);
    else if (all !== undefined) this.#count(wholly === true);
    if (wholly) audience.push('all');
    const group = this.#cell('group');
    if (group !== undefined) {
      const marked = readMark(group);
      // √ names no group; words do: 申请人, √（教师）.
      const words = oneLine(group)
        .replaceAll(/[■☑√✓✔□☐]/g, '')
        .replace(/^[（(](.*)[）)]$/, '$1')
        .replace(/^特定(?:群体|群众|对象)[：:]/, '')
        .trim();
      if (marked === true) audience.push({ group: '特定群体' });
      else if (words !== '' && marked === undefined) audience.push({ group: words });
      this.#count(marked !== false);
    }
    return audience.length > 0 ? audience : undefined;
  }

  #method(): CatalogueRow['method'] {
    const proactive = this.#mark('proactive');
    const request = this.#mark('on-request');
    if (proactive && request) {
      this.#remarks.push(
        remark(
          'guessed',
          `第 ${this.#row} 行同时勾选了主动公开和依申请公开，按主动公开写入，请核对`,
        ),
      );
    }
    if (proactive) return 'proactive';
    return request ? 'on-request' : undefined;
  }

  #levels(): Level[] | undefined {
    const levels = (['county', 'town', 'village'] as const).filter((level) => this.#mark(level));
    return levels.length > 0 ? levels : undefined;
  }

  /** What some tables have beyond the eleven columns. */
  #more(): Partial<CatalogueRow> {
    const texts = MORE_TEXTS.map((column) => [column, this.#text(column)] as const);
    const lists = [
      ['five', this.#choices('five', fiveOpen)] as const,
      ['format', this.#choices('format', itemFormats)] as const,
    ];
    return Object.fromEntries([...texts, ...lists].filter(([, value]) => value !== undefined));
  }

  /** `决策公开、结果公开` → 决策, 结果: those of a cell's words that the column may have. */
  #choices(column: CatalogueColumn, known: readonly string[]): string[] | undefined {
    const text = this.#text(column);
    const words = text?.split(/[、，,；;/\s]+/).map((word) => word.replace(/公开$/, '')) ?? [];
    const [found, strange] = [true, false].map((is) =>
      words.filter((word) => word !== '' && known.includes(word) === is),
    ) as [string[], string[]];
    for (const word of strange) this.#unread(column, word);
    return found.length > 0 ? found : undefined;
  }

  #mark(column: CatalogueColumn): boolean {
    const text = this.#cell(column);
    if (text === undefined) return false;
    const mark = readMark(text);
    if (mark === undefined) {
      this.#unread(column, text);
      return false;
    }
    this.#count(mark);
    return mark;
  }

  #count(read: boolean): void {
    if (read) this.#cells.read++;
    else this.#cells.empty++;
  }

  #unread(column: CatalogueColumn, text: string): void {
    this.#cells.unread++;
    const name = this.#names[this.#columns.indexOf(column)] ?? column;
    this.#remarks.push(
      remark('left-out', `第 ${this.#row} 行“${name}”看不懂，没有写入：“${oneLine(text)}”`),
    );
  }

  /** Columns that the form does not have, and 序号. */
  #rest(): void {
    for (const [index, text] of this.#line.entries()) {
      const column = this.#columns[index];
      if (column === 'seq') this.#cells.order++;
      else if (column === undefined) {
        const name = this.#names[index] ?? '';
        if (oneLine(text) === '' || name === '') this.#cells.empty++;
        else {
          this.#cells.unread++;
          this.#remarks.push(
            remark(
              'left-out',
              `第 ${this.#row} 行“${name}”列不在目录表样中，没有写入：“${oneLine(text).slice(0, 40)}”`,
            ),
          );
        }
      }
    }
  }
}
