import { type Element, h, plain } from '../decap-global.ts';
import { type MediaFile, mediaOf } from '../form/judged.ts';
import { openForm } from '../form/open-form.ts';
import { refusal, sizeText, takeFile } from '../uploads.ts';
import type { Change, Widget, WidgetProps } from './props.ts';

/** An attachment as the form holds it; a block that may be missing is a list of at most one. */
interface Attachment {
  readonly file?: string;
  readonly name?: string;
  readonly reviewed?: readonly { readonly post?: string; readonly date?: string }[];
}

interface State {
  readonly messages: readonly string[];
  readonly over: boolean;
  readonly busy: boolean;
}

interface Files extends Widget<State> {
  stop?: () => void;
}

/** 附件: files are dropped or chosen, seen, named, replaced and taken away. Their safe names are ours. */
export const filesControl = {
  getInitialState: (): State => ({ messages: [], over: false, busy: false }),
  shouldComponentUpdate: () => true,
  render(this: Files): Element {
    const { props, state } = this;
    const rows = rowsOf(props);
    const media = mediaFiles(props);
    const change = (next: readonly Attachment[]) => openForm.set('attachments', next);
    const take = (files: readonly File[], at?: number) => void takeAll(this, files, at);
    return h(
      'div',
      {
        className: `${props.classNameWrapper} editor-files${state.over ? ' over' : ''}`,
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          if (!state.over) this.setState({ over: true });
        },
        onDragLeave: () => this.setState({ over: false }),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          this.setState({ over: false });
          take([...(event.dataTransfer?.files ?? [])]);
        },
      },
      ...rows.map((row, index) =>
        attachment(row, index, {
          media: media.find(({ name }) => name === row.file),
          change: (next) => change(rows.map((each, i) => (i === index ? next : each))),
          remove: () => change(rows.filter((_, i) => i !== index)),
          up: () => change(moved(rows, index)),
          replace: (file) => take([file], index),
        }),
      ),
      h(
        'p',
        { className: 'editor-drop' },
        h(
          'label',
          { className: 'editor-button' },
          state.busy ? '正在读取……' : '选择文件',
          h('input', {
            id: props.forID,
            type: 'file',
            multiple: true,
            'aria-label': '选择要加的附件',
            onChange: (event: { target: HTMLInputElement }) => {
              take([...(event.target.files ?? [])]);
              event.target.value = '';
            },
          }),
        ),
        ' 或把文件拖到这里；每个不超过 20 MB，文件名可以是中文',
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

interface Acts {
  readonly media: MediaFile | undefined;
  readonly change: (next: Attachment) => void;
  readonly remove: () => void;
  readonly up: () => void;
  readonly replace: (file: File) => void;
}

function attachment(row: Attachment, index: number, acts: Acts): Element {
  const { media } = acts;
  const about = `第 ${index + 1} 个附件`;
  const size = media?.file?.size ?? media?.size;
  const address = addressOf(media);
  const details = [
    row.file ?? '',
    ...(size === undefined ? [] : [sizeText(size)]),
    media?.draft === true ? '保存时上传' : '',
  ].filter((text) => text !== '');
  return h(
    'div',
    { key: row.file ?? index, className: 'editor-file' },
    h('input', {
      type: 'text',
      'aria-label': `${about}的名称`,
      placeholder: '名称，如 申请表',
      value: row.name ?? '',
      onChange: ({ target }: Change) => acts.change({ ...row, name: target.value }),
    }),
    h('span', { className: 'editor-file-about' }, details.join('　')),
    h(
      'span',
      { className: 'editor-file-acts' },
      address === undefined
        ? null
        : h('a', { href: address, target: '_blank', rel: 'noopener' }, '查看'),
      h(
        'label',
        { className: 'editor-button' },
        '换文件',
        h('input', {
          type: 'file',
          'aria-label': `换${about}的文件`,
          onChange: (event: { target: HTMLInputElement }) => {
            const [file] = event.target.files ?? [];
            if (file) acts.replace(file);
            event.target.value = '';
          },
        }),
      ),
      index === 0
        ? null
        : h('button', { type: 'button', onClick: acts.up, 'aria-label': `${about}上移` }, '上移'),
      h('button', { type: 'button', onClick: acts.remove, 'aria-label': `去掉${about}` }, '去掉'),
    ),
    reviewed(row, about, acts.change),
  );
}

/** 已由人看过: of files that a program cannot read whole. */
function reviewed(row: Attachment, about: string, change: Acts['change']): Element {
  const [given] = row.reviewed ?? [];
  const set = (part: { readonly post?: string; readonly date?: string }) => {
    const next = { ...given, ...part };
    const { reviewed: _, ...rest } = row;
    change(next.post || next.date ? { ...rest, reviewed: [next] } : rest);
  };
  return h(
    'details',
    { ...(given ? { open: true } : {}) },
    h('summary', null, '已由人看过（图片、扫描件、旧格式的文件要填）'),
    h('input', {
      type: 'text',
      'aria-label': `${about}的查看岗位`,
      placeholder: '查看岗位，如 政务公开岗',
      value: given?.post ?? '',
      onChange: ({ target }: Change) => set({ post: target.value }),
    }),
    h('input', {
      type: 'date',
      'aria-label': `${about}的查看日期`,
      value: given?.date ?? '',
      onChange: ({ target }: Change) => set({ date: target.value }),
    }),
  );
}

/** Takes files in one after another; `at` is the attachment whose file is another now. */
async function takeAll(widget: Files, files: readonly File[], at?: number): Promise<void> {
  const persist = widget.props.onPersistMedia;
  if (!persist) return;
  widget.setState({ busy: true, messages: [] });
  const messages: string[] = [];
  for (const file of files) {
    const no = refusal(file);
    if (no !== undefined) {
      messages.push(no);
      continue;
    }
    const taken = await takeFile(file, persist, mediaFiles(widget.props));
    const rows = rowsOf(widget.props);
    const before = rows.find((row) => row.file === taken.name);
    if (before) {
      messages.push(`“${file.name}”与“${before.name || before.file}”是同一个文件，没有再加一次`);
    } else if (at === undefined) {
      openForm.set('attachments', [...rows, { file: taken.name, name: taken.title }]);
    } else {
      openForm.set(
        'attachments',
        rows.map((row, index) => (index === at ? replaced(row, taken) : row)),
      );
    }
  }
  widget.setState({ busy: false, messages });
}

/** Another file is not yet looked at; its name for readers stays, where it has one. */
const replaced = (row: Attachment, taken: { name: string; title: string }): Attachment => ({
  file: taken.name,
  name: row.name || taken.title,
});

const moved = (rows: readonly Attachment[], index: number): Attachment[] => {
  const next = [...rows];
  const [row] = next.splice(index, 1);
  next.splice(index - 1, 0, row as Attachment);
  return next;
};

/** The rows as the form has them now; those that Decap handed over may be of a moment ago. */
function rowsOf({ value, getEntry }: WidgetProps): readonly Attachment[] {
  const now =
    (getEntry?.()?.get('data') as { get(name: string): unknown } | undefined)?.get('attachments') ??
    value;
  const given = plain(now);
  return Array.isArray(given) ? (given as Attachment[]) : [];
}

const mediaFiles = ({ getEntry }: WidgetProps): readonly MediaFile[] => {
  const entry = getEntry?.();
  return entry ? mediaOf(entry) : [];
};

/** Where the file can be seen, if it is at hand. */
function addressOf(media: MediaFile | undefined): string | undefined {
  if (typeof media?.url === 'string') return media.url;
  return typeof media?.displayURL === 'string' ? media.displayURL : undefined;
}
