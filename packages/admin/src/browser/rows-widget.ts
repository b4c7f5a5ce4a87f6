import { decode } from '@columns/content';
import { MOST_ROWS } from '../config/collections.ts';
import { readTable, type Table } from '../text/table.ts';
import { type Element, h, plain } from './decap-global.ts';
import { editor } from './editor.ts';
import type { WidgetProps } from './widgets.ts';

interface Rows {
  readonly props: WidgetProps;
  readonly state: { readonly message: string };
  setState(state: { message: string }): void;
}

/** A register's rows: cell by cell, pasted from a spreadsheet, or from a file. */
export const rowsControl = {
  getInitialState: () => ({ message: '' }),
  // Its head follows other fields of the form; Decap would draw it anew for its own value only.
  shouldComponentUpdate: () => true,
  render(this: Rows): Element {
    const { props, state } = this;
    const table = tableOf(props);
    const tooMany = table.rows.length > MOST_ROWS;
    const change = (rows: readonly (readonly string[])[], columns = table.columns) =>
      props.onChange({ columns, rows });
    return h(
      'div',
      { className: `${props.classNameWrapper} editor-rows`, id: props.forID },
      h(
        'p',
        null,
        `表头：${table.columns.join('、') || '（先选公开事项、清单种类或填写表头）'}；共 ${table.rows.length} 行`,
      ),
      tooMany
        ? tooManyNote(table.rows.length)
        : grid(table, change, (text) => this.setState({ message: text })),
      h(
        'p',
        null,
        tooMany || table.columns.length === 0
          ? null
          : h(
              'button',
              {
                type: 'button',
                onClick: () => change([...table.rows, table.columns.map(() => '')]),
              },
              '添加一行',
            ),
        ' ',
        h('label', null, '用 CSV 文件替换整张表 ', fileInput(this)),
      ),
      state.message === '' ? null : h('p', { role: 'status' }, state.message),
    );
  },
};

function fileInput(widget: Rows): Element {
  const say = (message: string) => widget.setState({ message });
  return h('input', {
    type: 'file',
    accept: '.csv,text/csv',
    onChange: async ({ target }: { target: { files: FileList | null } }) => {
      const file = target.files?.[0];
      if (!file) return;
      const decoded = decode(new Uint8Array(await file.arrayBuffer()));
      const table = 'text' in decoded ? readTable(decoded.text) : undefined;
      if (!table) return say('这个文件读不出来：请在 Excel 中另存为“CSV UTF-8”再选');
      widget.props.onChange({ ...table, file: true });
      say(`已换成 ${file.name}：${table.rows.length} 行`);
    },
  });
}

function tooManyNote(rows: number): Element {
  return h(
    'p',
    { className: 'editor-many' },
    `这张表有 ${rows} 行，超过 ${MOST_ROWS} 行的不在这里逐格修改：请在 Excel 中改好，另存为 CSV，用下面的按钮换上；`,
    'Excel 文件也可以交给维护人员运行 ',
    h('code', null, 'npx pnpm@12 columns import <文件>'),
    ' 导入。',
  );
}

type Change = (rows: readonly (readonly string[])[], columns?: readonly string[]) => void;

function grid({ columns, rows }: Table, change: Change, say: (text: string) => void): Element {
  const set = (row: number, column: number, value: string) =>
    change(
      rows.map((cells, i) =>
        i === row ? columns.map((_, j) => (j === column ? value : (cells[j] ?? ''))) : cells,
      ),
    );
  const paste = (row: number, column: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const given = text
      .replace(/\r\n?/g, '\n')
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    const made = pasted(rows, given, { row, column }, columns.length);
    change(made);
    say(`粘贴了 ${given.length} 行`);
  };
  return h(
    'div',
    { className: 'editor-grid' },
    h(
      'table',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', null, '行'),
          ...columns.map((name) => h('th', { key: name }, name)),
          h('th', null),
        ),
      ),
      h(
        'tbody',
        null,
        ...rows.map((cells, row) =>
          h(
            'tr',
            { key: row },
            h('td', null, row + 1),
            ...columns.map((name, column) =>
              h(
                'td',
                { key: name },
                h('input', {
                  type: 'text',
                  'aria-label': `第 ${row + 1} 行 ${name}`,
                  value: cells[column] ?? '',
                  onChange: ({ target }: { target: { value: string } }) =>
                    set(row, column, target.value),
                  onPaste: paste(row, column),
                }),
              ),
            ),
            h(
              'td',
              null,
              h(
                'button',
                {
                  type: 'button',
                  'aria-label': `删除第 ${row + 1} 行`,
                  onClick: () => change(rows.filter((_, i) => i !== row)),
                },
                '删除',
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Cells of a spreadsheet put over a table from one cell on; rows are added as they are needed. */
export function pasted(
  rows: readonly (readonly string[])[],
  given: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  width: number,
): string[][] {
  const made = rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''));
  for (const [i, cells] of given.entries()) {
    const row = at.row + i;
    made[row] ??= Array.from({ length: width }, () => '');
    for (const [j, cell] of cells.entries()) {
      if (at.column + j < width) (made[row] as string[])[at.column + j] = cell.trim();
    }
  }
  return made;
}

/** The table as it is, or an empty one with the columns that its form, its head or its item asks for. */
function tableOf({ value, entry }: WidgetProps): Table {
  const given = plain(value) as (Partial<Table> & { readonly file?: boolean }) | undefined;
  const rows = given?.rows ?? [];
  const own = given?.columns ?? [];
  // A table that was there, or came as a file, has its head; a new one follows the form.
  const fixed = given?.file === true || entry?.get('newRecord') !== true;
  if (fixed && own.length > 0) return { columns: own, rows };
  const data = (plain(entry?.get('data')) ?? {}) as Record<string, unknown>;
  const columns = columnsFor(data, String(entry?.get('collection') ?? '')) ?? own;
  return { columns, rows: rows.map((cells) => columns.map((_, index) => cells[index] ?? '')) };
}

function columnsFor(
  data: Record<string, unknown>,
  collection: string,
): readonly string[] | undefined {
  const kind = editor.kindOf(collection);
  const name = kind === 'ledger' ? 'tasks' : data['form'];
  const form = editor.facts.forms.find((each) => each.id === name || each.name === name);
  if (form) return form.columns;
  if (Array.isArray(data['columns']) && data['columns'].length > 0)
    return data['columns'] as string[];
  const domain = editor.facts.domains.find(({ id }) => collection.endsWith(`--${id}`));
  const item = domain?.items.find(({ id }) => id === data['item']);
  return item && item.elements.length > 0 ? item.elements : undefined;
}
