import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  splitCell,
  toggleHeaderCell,
  toggleHeaderRow,
} from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { button } from '../dialog.ts';
import { made } from './ask.ts';
import {
  around,
  besideBlock,
  insertNote,
  linkAround,
  quote,
  renumber,
  setStyle,
  toggle,
  toggleList,
} from './commands.ts';
import { markType } from './schema.ts';

/** A button above the text. */
interface Tool {
  readonly label: string;
  readonly about?: string;
  readonly run: Command | (() => void);
  readonly isOn?: (state: EditorState) => boolean;
}

/** What the tools need besides the text. */
export interface Acts {
  readonly link: () => void;
  readonly attachment: () => void;
  readonly picture: () => void;
  readonly table: () => void;
  readonly source: () => void;
  readonly more: readonly { readonly label: string; readonly about: string; run(): void }[];
}

const STYLES = ['正文', '一级标题', '二级标题', '三级标题'] as const;

/** The tools above a text: one stop of the tabulator, arrows within; those of tables while one is edited. */
export function tools(view: EditorView, acts: Acts) {
  const bar = made('div', 'body-tools');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', '正文工具（Alt+F10 到这里，Esc 回到正文）');
  const style = document.createElement('select');
  style.setAttribute('aria-label', '段落样式');
  for (const [index, name] of STYLES.entries())
    style.append(new Option(name, String(index === 0 ? 0 : index + 1)));
  style.addEventListener('change', () => {
    setStyle(Number(style.value))(view.state, view.dispatch);
    view.focus();
  });
  const words = group('文字', WORDS, view);
  const parts = group('插入', partsOf(acts), view);
  const rest = group('其他', restOf(acts), view);
  const table = group('表格', TABLE, view);
  table.box.classList.add('body-table-tools');
  const styleBox = made('span', 'body-group');
  styleBox.append(style);
  bar.append(styleBox, words.box, parts.box, rest.box, table.box);
  roving(bar, view);
  return {
    bar,
    /** Shows what holds at the cursor. */
    show(state: EditorState): void {
      const heading = around(state, 'heading');
      const level = heading ? Number(heading.node.attrs['level']) : 0;
      for (const old of style.querySelectorAll('[data-other]')) old.remove();
      if (![0, 2, 3, 4].includes(level)) {
        const other = new Option(level === 1 ? '大标题' : `${level - 1}级标题`, String(level));
        other.dataset['other'] = '';
        style.append(other);
      }
      style.value = String(level);
      for (const each of [words, parts, rest, table]) each.show(state);
      table.box.hidden = !isInTable(state);
    },
    focus: () => bar.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
  };
}

function hasMark({ selection, doc, storedMarks }: EditorState, name: string): boolean {
  const { from, to, empty, $from } = selection;
  const mark = markType(name);
  return empty
    ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined
    : doc.rangeHasMark(from, to, mark);
}

const WORDS: readonly Tool[] = [
  { label: '加粗', about: 'Ctrl+B', run: toggle('strong'), isOn: (at) => hasMark(at, 'strong') },
  { label: '下划线', about: 'Ctrl+U', run: toggle('u'), isOn: (at) => hasMark(at, 'u') },
  { label: '删除线', about: '表示作废', run: toggle('del'), isOn: (at) => hasMark(at, 'del') },
  {
    label: '编号',
    about: 'Ctrl+Shift+7；Tab 降一级，Shift+Tab 升一级',
    run: toggleList('ordered_list'),
    isOn: (at) => around(at, 'bullet_list', 'ordered_list')?.node.type.name === 'ordered_list',
  },
  { label: '重排编号', about: '从第一个号起依次编', run: renumber },
  {
    label: '圆点',
    about: 'Ctrl+Shift+8',
    run: toggleList('bullet_list'),
    isOn: (at) => around(at, 'bullet_list', 'ordered_list')?.node.type.name === 'bullet_list',
  },
  { label: '引文', run: quote, isOn: (at) => around(at, 'blockquote') !== undefined },
];

const partsOf = (acts: Acts): readonly Tool[] => [
  {
    label: '链接',
    about: 'Ctrl+K',
    run: acts.link,
    isOn: (at) => linkAround(at) !== undefined,
  },
  { label: '附件链接', about: '链到这条信息的附件', run: acts.attachment },
  { label: '图片', about: '也可以把图片拖到正文里', run: acts.picture },
  { label: '表格', run: acts.table },
  { label: '注', about: '脚注，Ctrl+Alt+F；写完按 Esc 回到正文', run: insertNote },
];

const restOf = (acts: Acts): readonly Tool[] => [
  { label: '撤销', about: 'Ctrl+Z', run: undo },
  { label: '重做', about: 'Ctrl+Y', run: redo },
  { label: '源文', about: '看文件里的写法', run: acts.source },
  ...acts.more,
];

const TABLE: readonly Tool[] = [
  { label: '上加行', run: addRowBefore },
  { label: '下加行', about: '最后一格按 Tab 也加一行', run: addRowAfter },
  { label: '左加列', run: addColumnBefore },
  { label: '右加列', run: addColumnAfter },
  { label: '删行', run: deleteRow },
  { label: '删列', run: deleteColumn },
  { label: '合并格', about: '先选中几格：拖选，或按住 Shift 用方向键', run: mergeCells },
  { label: '拆分格', run: splitCell },
  { label: '表头行', run: toggleHeaderRow },
  { label: '表头格', run: toggleHeaderCell },
  { label: '表前加段', about: 'Ctrl+Shift+回车', run: besideBlock('before') },
  { label: '表后加段', about: 'Ctrl+回车', run: besideBlock('after') },
  { label: '删表', run: deleteTable },
];

function group(name: string, list: readonly Tool[], view: EditorView) {
  const box = made('span', 'body-group');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', name);
  const buttons = list.map((tool) => {
    const each = button(
      tool.label,
      () => {
        if (isCommand(tool.run)) {
          tool.run(view.state, view.dispatch, view);
          view.focus();
        } else tool.run();
      },
      tool.about,
    );
    // The cursor stays where it is while a button is pressed.
    each.addEventListener('mousedown', (event) => event.preventDefault());
    box.append(each);
    return [tool, each] as const;
  });
  return {
    box,
    show(state: EditorState): void {
      for (const [tool, each] of buttons) {
        if (tool.isOn) each.setAttribute('aria-pressed', String(tool.isOn(state)));
        if (isCommand(tool.run)) each.disabled = !tool.run(state);
      }
    },
  };
}

const isCommand = (run: Tool['run']): run is Command => run.length > 0;

/** Arrows go from tool to tool; Escape goes back to the text. */
function roving(bar: HTMLElement, view: EditorView): void {
  const all = () =>
    [...bar.querySelectorAll<HTMLButtonElement | HTMLSelectElement>('button, select')].filter(
      (each) => !each.disabled && each.offsetParent !== null,
    );
  for (const [index, each] of bar.querySelectorAll<HTMLElement>('button, select').entries())
    each.tabIndex = index === 0 ? 0 : -1;
  bar.addEventListener('focusin', ({ target }) => {
    for (const each of bar.querySelectorAll<HTMLElement>('button, select'))
      each.tabIndex = each === target ? 0 : -1;
  });
  bar.addEventListener('keydown', (event) => {
    const list = all();
    const at = list.indexOf(document.activeElement as HTMLButtonElement);
    const to =
      event.key === 'ArrowRight'
        ? at + 1
        : event.key === 'ArrowLeft'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? list.length - 1
              : undefined;
    if (event.key === 'Escape') view.focus();
    else if (to !== undefined) list.at(to % list.length)?.focus();
    else return;
    event.preventDefault();
  });
}
