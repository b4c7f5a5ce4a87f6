import { arranged, type Cells, cellsOf, headAt, oddRows, pasted, renamed } from '../text/cells.ts';
import type { Table } from '../text/table.ts';
import type { Change, Widget, WidgetProps } from './controls/props.ts';
import { type Element, h, plain } from './decap-global.ts';
import { ask } from './dialog.ts';
import { editor } from './editor.ts';
import { openForm } from './form/open-form.ts';
import { type Asked, askedColumns } from './rows-columns.ts';
import { cellsOfFile } from './rows-file.ts';

/** Pixels of a row, as the style has it, and of the box that shows some of them. */
const ROW = 36;
const BOX = 480;
/** Rows beyond the box that are drawn, so that scrolling shows no gaps. */
const MORE = 8;
/** How long after the last key a cell is taken into the form, in milliseconds: a long table is judged for longer. */
const PAUSE = { short: 400, long: 2000 } as const;
const LONG = 1000;
/** Steps that can be taken back. */
const STEPS = 50;

interface Spot {
  readonly row: number;
  readonly column: number;
}

interface State {
  readonly messages: readonly string[];
  /** The first row that is drawn. */
  readonly top: number;
  /** The cell that is written in, and what stands in it by now. */
  readonly edit?: (Spot & { readonly text: string }) | undefined;
  readonly busy: boolean;
}

interface Rows extends Widget<State> {
  past: Table[];
  asked: Asked;
  stops?: (() => void)[];
  timer?: number;
}

/** A register's rows, written as in a sheet, pasted from one, or taken from a file. */
export const rowsControl = {
  getInitialState: (): State => ({ messages: [], top: 0, busy: false }),
  // Its head follows other fields of the form; Decap would draw it anew for its own value only.
  shouldComponentUpdate: () => true,
  componentDidMount(this: Rows): void {
    this.past = [];
    this.asked = askedColumns(openForm.values(), collectionOf(this.props));
    this.stops = [openForm.watch(() => follow(this)), openForm.holdsBack(() => void settle(this))];
  },
  componentWillUnmount(this: Rows): void {
    window.clearTimeout(this.timer);
    for (const stop of this.stops ?? []) stop();
  },
  render(this: Rows): Element {
    const { props, state } = this;
    const table = tableOf(this);
    const asked = this.asked?.columns ?? [];
    const empty = table.columns.length === 0;
    return h(
      'div',
      {
        id: props.forID,
        className: `${props.classNameWrapper} editor-rows`,
        onPaste: (event: ClipboardEvent) => pasteInto(this, event),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
          if (state.edit !== undefined && state.edit.text !== cellAt(table, state.edit)) return;
          event.preventDefault();
          undo(this);
        },
      },
      h('p', { className: 'editor-rows-head' }, headline(table, this.asked)),
      empty
        ? h('textarea', {
            rows: 2,
            'aria-label': '在这里粘贴从 Excel 复制的表',
            placeholder: '也可以把带表头的表从 Excel 复制，粘贴到这里',
            value: '',
            onChange: () => undefined,
          })
        : grid(this, table),
      odd(this, table),
      columnsNote(this, table, asked),
      h(
        'p',
        { className: 'editor-rows-acts' },
        empty
          ? null
          : h('button', { type: 'button', onClick: () => addRow(this, table) }, '添加一行'),
        h(
          'label',
          { className: 'editor-button' },
          state.busy
            ? '正在读取……'
            : table.rows.length === 0
              ? '用 Excel 文件填入'
              : '用 Excel 文件替换整张表',
          h('input', {
            type: 'file',
            accept: '.xlsx,.xlsm,.csv,.txt,.xls,.et',
            'aria-label': '用 Excel 或 CSV 文件填入数据表',
            onChange: (event: { target: HTMLInputElement }) => {
              const [file] = event.target.files ?? [];
              if (file) void takeFile(this, file);
              event.target.value = '';
            },
          }),
        ),
        this.past?.length > 0
          ? h('button', { type: 'button', onClick: () => undo(this) }, '撤销')
          : null,
        table.rows.length > 0
          ? h('button', { type: 'button', onClick: () => void clear(this, table) }, '清空')
          : null,
      ),
      state.messages.length === 0
        ? null
        : h(
            'ul',
            { role: 'status', className: 'editor-messages' },
            ...state.messages.map((text) => h('li', { key: text }, text)),
          ),
    );
  },
};

const collectionOf = ({ getEntry }: WidgetProps): string =>
  String(getEntry?.()?.get('collection') ?? '');

/** The table as the form has it, or an empty one with the columns that its item or form asks for. */
function tableOf(widget: Rows): Table {
  const { value, getEntry } = widget.props;
  const now = (getEntry?.()?.get('data') as { get(name: string): unknown } | undefined)?.get(
    'rows',
  );
  const given = plain(now ?? value) as Partial<Table> | undefined;
  const columns = given?.columns ?? [];
  if (columns.length > 0) return { columns, rows: given?.rows ?? [] };
  return {
    columns:
      widget.asked?.columns ?? askedColumns(openForm.values(), collectionOf(widget.props)).columns,
    rows: [],
  };
}

function headline({ columns, rows }: Table, asked: Asked | undefined): string {
  if (columns.length === 0)
    return '先选公开事项或清单种类，表头会自动写出；都没有规定列名的，用 Excel 文件，或在“更多项目”的“表头”中写列名。';
  const by = asked && asked.columns.length > 0 ? `（${asked.by}）` : '';
  return `共 ${rows.length} 行、${columns.length} 列${by}。回车到下一行，方向键移动；可以直接粘贴从 Excel 复制的单元格。`;
}

/** Keeps a table with the columns that other fields now ask for, each under its own name. */
function follow(widget: Rows): void {
  const before = widget.asked;
  const now = askedColumns(openForm.values(), collectionOf(widget.props));
  widget.asked = now;
  if (before && before.columns.join('\n') === now.columns.join('\n')) return;
  const given = plain(openForm.values()['rows']) as Partial<Table> | undefined;
  if (given?.columns && given.rows && given.rows.length > 0 && now.columns.length > 0) {
    // An entry that is opened keeps the table it has; only a change of the form asks for another head.
    if (before) change(widget, renamed(given as Table, now.columns));
  } else if (given?.columns && (given.rows ?? []).length === 0) {
    widget.props.onChange({ columns: now.columns, rows: [] });
  }
  widget.setState({});
}

/** Puts another table in place, so that it can be taken back. */
function change(widget: Rows, table: Table, messages: readonly string[] = []): void {
  widget.past = [...widget.past.slice(1 - STEPS), tableOf(widget)];
  widget.props.onChange({ columns: table.columns, rows: table.rows });
  widget.setState({ messages, edit: undefined });
}

function undo(widget: Rows): void {
  const table = widget.past.pop();
  if (!table) return;
  widget.props.onChange({ columns: table.columns, rows: table.rows });
  widget.setState({ messages: ['已撤销一步'], edit: undefined });
}

async function clear(widget: Rows, table: Table): Promise<void> {
  const go = await ask({
    title: '要清空数据表吗',
    body: [`共 ${table.rows.length} 行。清空后可以点“撤销”找回。`],
    answers: [
      { label: '不清空', value: false },
      { label: '清空', value: true },
    ],
    onEscape: false,
  });
  if (go) change(widget, { columns: widget.asked.columns, rows: [] }, ['已清空']);
}

const emptyRow = ({ columns }: Table): string[] => columns.map(() => '');

function addRow(widget: Rows, table: Table): void {
  change(widget, { columns: table.columns, rows: [...table.rows, emptyRow(table)] });
  focusAt(widget, { row: table.rows.length, column: 0 });
}

const cellAt = ({ rows }: Table, { row, column }: Spot): string => rows[row]?.[column] ?? '';

/** Shows what is written in a cell; the form has it a moment later, also while the cell is not left. */
function write(widget: Rows, edit: Spot & { readonly text: string }): void {
  widget.setState({ edit });
  window.clearTimeout(widget.timer);
  const pause = tableOf(widget).rows.length > LONG ? PAUSE.long : PAUSE.short;
  widget.timer = window.setTimeout(() => settle(widget), pause);
}

/** Takes over what was written in a cell; the table with it. */
function settle(widget: Rows): Table {
  window.clearTimeout(widget.timer);
  const table = tableOf(widget);
  const { edit } = widget.state;
  if (!edit || edit.text === cellAt(table, edit)) return table;
  const rows = table.rows.map((cells, index) =>
    index === edit.row
      ? table.columns.map((_, i) => (i === edit.column ? edit.text : (cells[i] ?? '')))
      : cells,
  );
  const next = { columns: table.columns, rows };
  change(widget, next, widget.state.messages);
  return next;
}

function grid(widget: Rows, table: Table): Element {
  const { columns, rows } = table;
  const { top } = widget.state;
  const first = Math.max(0, Math.min(top, rows.length - 1) - MORE);
  const last = Math.min(rows.length, top + Math.ceil(BOX / ROW) + MORE);
  const space = (height: number, key: string) =>
    height <= 0
      ? null
      : h(
          'tr',
          { key, 'aria-hidden': true },
          h('td', { style: { height: `${height}px`, padding: 0 } }),
        );
  return h(
    'div',
    {
      className: 'editor-grid',
      onScroll: (event: { target: HTMLElement }) => {
        const row = Math.floor(event.target.scrollTop / ROW);
        if (Math.abs(row - top) >= MORE / 2) widget.setState({ top: row });
      },
    },
    h(
      'table',
      { 'aria-rowcount': rows.length + 1 },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', null, '行'),
          ...columns.map((name) => h('th', { key: name, scope: 'col' }, name)),
          h('th', null),
        ),
      ),
      h(
        'tbody',
        null,
        space(first * ROW, 'above'),
        ...rows.slice(first, last).map((_, index) => line(widget, table, first + index)),
        space((rows.length - last) * ROW, 'below'),
      ),
    ),
  );
}

function line(widget: Rows, table: Table, row: number): Element {
  const { edit } = widget.state;
  return h(
    'tr',
    { key: row, 'aria-rowindex': row + 2 },
    h('td', null, row + 1),
    ...table.columns.map((name, column) =>
      h(
        'td',
        { key: name },
        h('textarea', {
          rows: 1,
          'data-cell': `${row}:${column}`,
          'aria-label': `第 ${row + 1} 行 ${name}`,
          value:
            edit && edit.row === row && edit.column === column
              ? edit.text
              : cellAt(table, { row, column }),
          onChange: ({ target }: Change) => write(widget, { row, column, text: target.value }),
          onBlur: () => settle(widget),
          onKeyDown: (event: KeyboardEvent & { nativeEvent: KeyboardEvent }) =>
            move(widget, event, { row, column }),
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
          onClick: () => {
            const rows = settle(widget).rows.filter((_, i) => i !== row);
            change(widget, { columns: table.columns, rows }, [
              `已删除第 ${row + 1} 行，可以点“撤销”找回`,
            ]);
          },
        },
        '删除',
      ),
    ),
  );
}

/** Enter and the arrows go from cell to cell, as in a sheet. */
function move(
  widget: Rows,
  event: KeyboardEvent & { nativeEvent: KeyboardEvent },
  { row, column }: Spot,
): void {
  if (event.nativeEvent.isComposing) return;
  const cell = event.target as HTMLTextAreaElement;
  const { key, shiftKey, altKey } = event;
  if (key === 'Escape') {
    widget.setState({ edit: undefined });
    return;
  }
  if (key === 'Enter' && altKey) {
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = cell;
    write(widget, {
      row,
      column,
      text: `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`,
    });
    return;
  }
  const atStart = cell.selectionStart === 0 && cell.selectionEnd === 0;
  const atEnd =
    cell.selectionStart === cell.value.length && cell.selectionEnd === cell.value.length;
  const step =
    (key === 'Enter' && (shiftKey ? [-1, 0] : [1, 0])) ||
    (key === 'ArrowDown' && [1, 0]) ||
    (key === 'ArrowUp' && [-1, 0]) ||
    (key === 'ArrowLeft' && atStart && [0, -1]) ||
    (key === 'ArrowRight' && atEnd && [0, 1]);
  if (!step) return;
  event.preventDefault();
  const table = settle(widget);
  const to = { row: row + (step[0] as number), column: column + (step[1] as number) };
  if (to.row < 0 || to.column < 0 || to.column >= table.columns.length) return;
  if (to.row < table.rows.length) focusAt(widget, to);
  // Below the last row the next begins.
  else if (key === 'Enter') addRow(widget, table);
}

/** Brings a cell into the box and the cursor into it. */
function focusAt(widget: Rows, { row, column }: Spot, tries = 6): void {
  const id = widget.props.forID;
  window.setTimeout(() => {
    const box = document.getElementById(id)?.closest('.editor-rows')?.querySelector('.editor-grid');
    if (!box) return;
    const cell = box.querySelector<HTMLTextAreaElement>(`[data-cell="${row}:${column}"]`);
    if (cell) {
      cell.focus();
      cell.setSelectionRange(cell.value.length, cell.value.length);
      return;
    }
    box.scrollTop = Math.max(0, row * ROW - BOX / 2);
    widget.setState({ top: Math.floor(box.scrollTop / ROW) });
    if (tries > 0) focusAt(widget, { row, column }, tries - 1);
  }, 20);
}

/** Cells from a spreadsheet: over the table from one cell on, or by the names of their own head. */
function pasteInto(widget: Rows, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const target = event.target as HTMLElement;
  const [row, column] = (target.dataset['cell'] ?? '').split(':').map(Number);
  const table = tableOf(widget);
  const empty = table.columns.length === 0;
  if (!/[\t\n]/.test(text.trim()) && !empty) return;
  event.preventDefault();
  const cells = cellsOf(text);
  if (empty || headAt(cells, table.columns) !== undefined) {
    take(widget, cells, '粘贴', row !== undefined && row > 0 ? table.rows.slice(0, row) : []);
    return;
  }
  const at = { row: row ?? table.rows.length, column: column ?? 0 };
  const { rows, left } = pasted(table, cells, at);
  const messages = [
    `粘贴了 ${cells.length} 行`,
    ...(left > 0
      ? [`右边多出的 ${left} 列没有地方放，没有粘贴：请把表头一起复制，再粘贴一次`]
      : []),
  ];
  change(widget, { columns: table.columns, rows }, messages);
}

async function takeFile(widget: Rows, file: File): Promise<void> {
  widget.setState({ busy: true, messages: [] });
  try {
    const read = await cellsOfFile(file);
    if (!read) return;
    if ('why' in read) widget.setState({ messages: [read.why] });
    else {
      take(widget, read.cells, `${file.name}${read.sheet ? `的“${read.sheet}”` : ''}`);
      sayOrigin(file.name);
    }
  } finally {
    widget.setState({ busy: false });
  }
}

/** A demonstration tells where its data are from; as the import writes it, unless the officer wrote it already. */
function sayOrigin(file: string): void {
  const { source, example, title } = openForm.values();
  if (!editor.facts.demo || example === true || String(source ?? '').trim() !== '') return;
  openForm.set('source', `《${String(title ?? '') || file.replace(/\.[^.]+$/, '')}》原件`);
}

/** A table with its own head, put under our columns by name; `before` are rows that stay above it. */
function take(widget: Rows, cells: Cells, from: string, before: Cells = []): void {
  const { asked } = widget;
  const made = arranged(cells, asked.columns);
  const rest = before.map((row) => made.columns.map((_, index) => row[index] ?? ''));
  const messages = [
    `${from}：${made.rows.length} 行`,
    ...(made.above.length > 0 ? [`表头上面的文字没有放进表里：${made.above.join('；')}`] : []),
    ...(made.missing.length > 0 ? [`没有这几列，先空着：${made.missing.join('、')}`] : []),
    ...(made.extra.length > 0 ? [`多出这几列，留在最后：${made.extra.join('、')}`] : []),
  ];
  change(widget, { columns: made.columns, rows: [...rest, ...made.rows] }, messages);
  // Where nothing says what columns there are to be, its head does.
  if (asked.columns.length === 0) openForm.set('columns', made.columns);
}

/** Says of columns that are not asked for, and makes them asked for where the officer wants them. */
function columnsNote(
  widget: Rows,
  { columns, rows }: Table,
  asked: readonly string[],
): Element | null {
  if (asked.length === 0 || rows.length === 0) return null;
  const extra = columns.filter((name) => !asked.includes(name));
  const missing = asked.filter((name) => !columns.includes(name));
  if (extra.length === 0 && missing.length === 0) return null;
  return h(
    'p',
    { className: 'editor-rows-note' },
    missing.length === 0 ? null : `还缺：${missing.join('、')}。`,
    missing.length === 0
      ? null
      : h(
          'button',
          { type: 'button', onClick: () => change(widget, renamed({ columns, rows }, asked)) },
          '补上缺的列',
        ),
    extra.length === 0 ? null : `表头没有规定：${extra.join('、')}。`,
    extra.length === 0 || widget.asked.fixed
      ? null
      : h(
          'button',
          { type: 'button', onClick: () => openForm.set('columns', columns) },
          '把它们写进表头',
        ),
    extra.length === 0
      ? null
      : h(
          'button',
          {
            type: 'button',
            onClick: () => {
              const keep = columns.flatMap((name, index) => (extra.includes(name) ? [] : [index]));
              change(
                widget,
                {
                  columns: keep.map((index) => columns[index] as string),
                  rows: rows.map((row) => keep.map((index) => row[index] ?? '')),
                },
                [`去掉了 ${extra.join('、')}，可以点“撤销”找回`],
              );
            },
          },
          '去掉这几列',
        ),
  );
}

/** Says of rows that are no record: a sum is kept where the table is one of money, a note belongs in the text. */
function odd(widget: Rows, table: Table): Element | null {
  const found = oddRows(table);
  if (found.length === 0) return null;
  const totals = found.filter(({ is }) => is === 'total');
  const notes = found.filter(({ is }) => is === 'note');
  const numbers = (list: typeof found) => list.map(({ row }) => row + 1).join('、');
  const without = (list: typeof found) =>
    table.rows.filter((_, index) => !list.some(({ row }) => row === index));
  return h(
    'p',
    { className: 'editor-rows-note' },
    totals.length === 0
      ? null
      : `第 ${numbers(totals)} 行是合计：名录一行是一条，合计不算一条；预算、决算表的合计留着。`,
    totals.length === 0
      ? null
      : h(
          'button',
          {
            type: 'button',
            onClick: () =>
              change(widget, { columns: table.columns, rows: without(totals) }, [
                '已去掉合计，可以点“撤销”找回',
              ]),
          },
          '去掉合计',
        ),
    notes.length === 0 ? null : `第 ${numbers(notes)} 行是表下面的注。`,
    notes.length === 0
      ? null
      : h(
          'button',
          {
            type: 'button',
            onClick: () => {
              const words = notes.map(
                ({ row }) => (table.rows[row] ?? []).find((cell) => cell !== '') ?? '',
              );
              const body = String(openForm.values()['body'] ?? '').trimEnd();
              openForm.set('body', [body, ...words].filter((text) => text !== '').join('\n\n'));
              change(widget, { columns: table.columns, rows: without(notes) }, ['注已移到正文']);
            },
          },
          '移到正文',
        ),
  );
}
