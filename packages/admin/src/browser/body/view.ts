import { history } from 'prosemirror-history';
import { Fragment, type Node } from 'prosemirror-model';
import { EditorState, NodeSelection, Plugin, Selection } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { button } from '../dialog.ts';
import { type Answer, ask, made } from './ask.ts';
import {
  around,
  insertLink,
  insertPicture,
  insertTable,
  linkAround,
  removeLink,
  setAttrs,
} from './commands.ts';
import type { BodyDoor, FormDoor } from './door.ts';
import { imported } from './fill/client.ts';
import { fieldsOf } from './fill/fields.ts';
import { askWanted, type Wanted } from './fill/panel.ts';
import { settingOf } from './fill/setting.ts';
import { keys, typed } from './keys.ts';
import { pictureView } from './picture-view.ts';
import { plainSlice, sliceFor } from './plain.ts';
import { upkeep } from './plugins.ts';
import { readBlocks } from './read.ts';
import { markType } from './schema.ts';
import { type OpenText, openText, saveText } from './text.ts';
import { tools } from './tools.ts';

export interface BodyOptions {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly door: BodyDoor;
  readonly onChange: (text: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** How long after a key the text is written: what the rules say of it is seen by then. */
const PAUSE = 150;
/** Pictures that browsers show, and the largest that is taken, in bytes. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;
const LARGEST_PICTURE = 5 * 1024 * 1024;
/** What is read of chosen files at once, in bytes: all of it is in memory. */
const MOST_FILLED = 200 * 1024 * 1024;

/** The editor of one text, in the place that is given. */
export class BodyEditor {
  readonly #options: BodyOptions;
  readonly #box = made('div', 'body-editor');
  readonly #head = made('div', 'body-head');
  readonly #asked = made('div', 'body-asked');
  readonly #told = made('p', 'body-told');
  readonly #place = made('div', 'body-place');
  readonly #source = document.createElement('textarea');
  readonly #tools: ReturnType<typeof tools>;
  readonly view: EditorView;
  #opened: OpenText;
  #written: string;
  #timer: number | undefined;
  /** What is pasted is on its way to those who know tables. */
  #giving = false;

  constructor(place: HTMLElement, options: BodyOptions) {
    this.#options = options;
    this.#opened = openText(options.text);
    this.#written = options.text;
    this.view = new EditorView(this.#place, {
      state: this.#state(),
      attributes: {
        id: options.id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        class: 'body-text prose',
        spellcheck: 'false',
      },
      nodeViews: { image: (node) => pictureView(node, options.door) },
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        this.#tools.show(this.view.state);
        if (transaction.docChanged) this.#later();
      },
      handleDOMEvents: {
        focus: () => {
          options.onFocus();
          return false;
        },
        blur: () => {
          this.flush();
          options.onBlur();
          return false;
        },
      },
      handleKeyDown: (_, event) => this.#key(event),
      handleDoubleClickOn: (_, __, node, at) => {
        if (node.type.name !== 'image') return false;
        void this.#describe(at);
        return true;
      },
      handlePaste: (_, event) => this.#take(event, event.clipboardData),
      handleDrop: (view, event) => {
        // What is moved within the text, the view moves itself.
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (view.dragging || !at || !this.#take(event, event.dataTransfer, at.pos)) return false;
        event.preventDefault();
        return true;
      },
      clipboardTextParser: (text, $context) => plainSlice(text, $context),
    });
    this.#tools = tools(this.view, {
      link: () => void this.#link(),
      attachment: () => void this.#attachment(),
      picture: () => this.#choosePicture(),
      table: () => void this.#table(),
      source: () => this.#toSource(),
      more: options.door.form
        ? [
            {
              label: '从文件填入',
              about: '读 Word、Excel、PDF 等文件，填写标题、日期、正文和附件；文件不离开这台电脑',
              run: () => void this.#chooseFiles(),
            },
          ]
        : [],
    });
    this.#tools.show(this.view.state);
    this.#told.setAttribute('role', 'status');
    this.#setUpSource();
    // What is asked and told stays in sight with the tools, wherever the text is scrolled to.
    this.#head.append(this.#tools.bar, this.#asked, this.#told);
    this.#box.append(this.#head, this.#place);
    place.append(this.#box);
  }

  /** The text as it is written now. */
  get text(): string {
    return this.#written;
  }

  /** Another text in the place of this one, which can be undone. */
  setText(text: string): void {
    if (text === this.#written) return;
    this.#opened = openText(text);
    this.#written = text;
    const { tr } = this.view.state;
    this.view.dispatch(
      tr.replaceWith(0, tr.doc.content.size, Fragment.from(this.#opened.doc.content)),
    );
    window.clearTimeout(this.#timer);
    if (this.#source.isConnected) this.#source.value = text;
  }

  /** Writes what was changed since the last time. */
  flush(): void {
    window.clearTimeout(this.#timer);
    if (this.#source.isConnected) return;
    const text = saveText(this.#opened, this.view.state.doc);
    if (text === this.#written) return;
    this.#written = text;
    this.#options.onChange(text);
  }

  /** Links and pictures of an entry whose id has changed follow it: its files stand in the folder of that name. */
  rename(before: string, after: string): void {
    const moved = (address: unknown) =>
      typeof address === 'string' && address.startsWith(`${before}/`)
        ? `${after}/${address.slice(before.length + 1)}`
        : undefined;
    const { tr, doc } = this.view.state;
    doc.descendants((node, at) => {
      const src = node.type.name === 'image' ? moved(node.attrs['src']) : undefined;
      if (src !== undefined) tr.setNodeAttribute(at, 'src', src);
      const link = node.marks.find(({ type }) => type.name === 'link');
      const href = link && moved(link.attrs['href']);
      if (link && href !== undefined)
        tr.addMark(at, at + node.nodeSize, link.type.create({ ...link.attrs, href }));
    });
    if (tr.docChanged) this.view.dispatch(tr);
  }

  destroy(): void {
    this.flush();
    this.view.destroy();
    this.#box.remove();
  }

  #state(): EditorState {
    return EditorState.create({
      doc: this.#opened.doc,
      plugins: [
        typed(),
        ...keys({
          link: () => {
            void this.#link();
            return true;
          },
          toolbar: () => {
            this.#tools.focus();
            return true;
          },
        }),
        history(),
        tableEditing(),
        upkeep,
        EMPTY,
      ],
    });
  }

  /** Written a moment after the last key, and never in the middle of a composition. */
  #later(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.view.composing) this.#later();
      else this.flush();
    }, PAUSE);
  }

  #tell(text: string): void {
    this.#told.textContent = text;
  }

  async #ask(question: Parameters<typeof ask>[1]): Promise<Answer> {
    this.#tell('');
    const answer = await ask(this.#asked, question);
    this.view.focus();
    return answer;
  }

  #key(event: KeyboardEvent): boolean {
    const { selection } = this.view.state;
    if (event.key !== 'Enter' || !(selection instanceof NodeSelection)) return false;
    if (selection.node.type.name !== 'image') return false;
    void this.#describe(selection.from);
    return true;
  }

  async #link(): Promise<void> {
    const { state } = this.view;
    const known = linkAround(state);
    const words = state.selection.empty && !known;
    const answer = await this.#ask({
      title: '链接',
      fields: [
        ...(words ? [{ name: 'words', label: '文字' }] : []),
        {
          name: 'href',
          label: '网址',
          value: known?.href ?? '',
          hint: '以 https:// 开头；本站的信息写成 ../编号/',
        },
      ],
      ok: '确定',
      ...(known ? { other: '去掉链接' } : {}),
    });
    if (answer === 'other') removeLink(this.view.state, this.view.dispatch);
    else if (answer) this.#putLink(addressOf(answer['href'] ?? ''), answer['words'] ?? '', known);
  }

  #putLink(href: string, words: string, known?: ReturnType<typeof linkAround>): void {
    if (href === '') return;
    const { state, dispatch } = this.view;
    if (!known || !state.selection.empty) {
      insertLink(href, words)(state, dispatch);
      return;
    }
    const start = state.selection.$from.start();
    const mark = markType('link').create({ href });
    dispatch(state.tr.addMark(start + known.from, start + known.to, mark));
  }

  async #attachment(): Promise<void> {
    const [id, files] = [this.#options.door.id(), this.#options.door.attachments()];
    if (id === undefined || files.length === 0) {
      this.#tell(id === undefined ? NO_ID : '还没有附件：先在下面的“附件”中加上文件。');
      return;
    }
    const answer = await this.#ask({
      title: '附件链接',
      fields: [
        {
          name: 'file',
          label: '附件',
          options: files.map(({ file, name }) => ({ label: name || file, value: file })),
        },
      ],
      ok: '确定',
    });
    if (answer === undefined || answer === 'other') return;
    const name = files.find(({ file }) => file === answer['file'])?.name ?? '';
    insertLink(`${id}/${answer['file']}`, name || (answer['file'] ?? ''))(
      this.view.state,
      this.view.dispatch,
    );
  }

  async #table(): Promise<void> {
    const counts = (least: number, most: number) =>
      Array.from({ length: most - least + 1 }, (_, at) => String(at + least));
    const list = (values: readonly string[]) => values.map((value) => ({ label: value, value }));
    const answer = await this.#ask({
      title: '表格',
      fields: [
        { name: 'rows', label: '行（含表头）', value: '3', options: list(counts(2, 30)) },
        { name: 'columns', label: '列', value: '3', options: list(counts(1, 14)) },
      ],
      ok: '插入',
    });
    if (answer === undefined || answer === 'other') return;
    insertTable(Number(answer['rows']), Number(answer['columns']))(
      this.view.state,
      this.view.dispatch,
    );
  }

  #choosePicture(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/gif,image/webp';
    input.multiple = true;
    input.addEventListener('change', () => void this.#putPictures([...(input.files ?? [])]));
    // In the page, so that it can be found while it waits for its files.
    input.hidden = true;
    this.#asked.replaceChildren(input);
    input.click();
  }

  /** Takes what is pasted or dropped from other programs; false for plain words, and what is the editor's own. */
  #take(event: Event, data: DataTransfer | null, at?: number): boolean {
    if (this.#giving || !data || around(this.view.state, 'source')) return false;
    const html = data.getData('text/html');
    const files = [...data.files];
    // A picture that is copied from a page comes as a file, and as a tag that says where it is.
    const isFiles = files.length > 0 && !/<(?:p|table|li|h[1-6]|div|td)\b/i.test(html);
    if (!isFiles && (html === '' || html.includes('data-pm-slice'))) return false;
    const { tr, doc } = this.view.state;
    if (at !== undefined) this.view.dispatch(tr.setSelection(Selection.near(doc.resolve(at))));
    const papers = files.filter(({ type }) => !type.startsWith('image/'));
    if (isFiles && papers.length > 0 && this.#options.door.form) void this.#fill(files);
    else void (isFiles ? this.#putPictures(files) : this.#putHtml(html, event));
    return true;
  }

  /** Puts in what another program has copied, as the import reads it. */
  async #putHtml(html: string, event: Event): Promise<void> {
    const id = this.#options.door.id();
    this.#tell('正在读取粘贴的内容……');
    try {
      const { text, pictures, told } = await imported({ task: 'clip', html, id: id ?? PLACE });
      if (id === undefined && pictures.length > 0) {
        this.#tell(`粘贴的内容中有图片。${NO_ID}填好后再粘贴一次。`);
        return;
      }
      const names = await this.#storeAll(pictures);
      this.#give(
        readBlocks(renamed(text, id ?? PLACE, names, id ?? PLACE)).map(({ node }) => node),
        event,
      );
      this.#tell(told.join('。'));
    } catch (error) {
      this.#tell(
        `没有粘贴进来：${error instanceof Error ? error.message : String(error)}。可以再试一次，或用“源文”粘贴纯文字。`,
      );
    }
  }

  async #chooseFiles(): Promise<void> {
    const answer = await ask(this.#asked, {
      title: '从 Word、Excel、PDF 等文件填入',
      fields: [
        {
          name: 'what',
          label: '选什么',
          options: [
            { label: '一个或几个文件（正文和它的附件）', value: 'files' },
            { label: '一个文件夹', value: 'folder' },
          ],
        },
      ],
      ok: '选择',
    });
    if (answer === undefined || answer === 'other') {
      this.view.focus();
      return;
    }
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = answer['what'] === 'folder';
    input.hidden = true;
    input.addEventListener('change', () => void this.#fill([...(input.files ?? [])]));
    this.#asked.replaceChildren(input);
    input.click();
  }

  /** Reads files in a thread of this browser, shows what was read, and fills the form with what is wanted of it. */
  async #fill(files: readonly File[]): Promise<void> {
    const { form } = this.#options.door;
    if (!form || files.length === 0) return;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > MOST_FILLED) {
      this.#tell(
        `一次读的文件不超过 ${MOST_FILLED / 2 ** 20} MB：请少选几个，或请维护人员用 columns import。`,
      );
      return;
    }
    this.flush();
    this.#tell(`正在读取 ${files.length} 个文件……`);
    try {
      const setting = settingOf(form.kind, form.place(), this.#options.door.id());
      if (!setting) throw new Error('本县区的 county.yaml 有错误，先改正');
      const read = await imported({
        task: 'fill',
        files: await Promise.all(
          files.map(async (file) => ({
            path: file.webkitRelativePath || file.name,
            bytes: new Uint8Array(await file.arrayBuffer()),
          })),
        ),
        setting,
        today: String(form.values()['published'] ?? '') || new Date().toISOString().slice(0, 10),
      });
      this.#tell('');
      const wanted = await askWanted(this.#asked, read, (entry) =>
        fieldsOf(entry, form.kind, form.values()),
      );
      if (wanted) await this.#fillForm(wanted, form);
    } catch (error) {
      this.#tell(`没有读出来：${error instanceof Error ? error.message : String(error)}`);
    }
    this.view.focus();
  }

  async #fillForm({ entry, fields }: Wanted, form: FormDoor): Promise<void> {
    const wants = (name: string) => fields.some((field) => field.name === name);
    const id = this.#options.door.id() ?? entry.id;
    const names =
      wants('body') || wants('attachments')
        ? await this.#storeAll(entry.files)
        : new Map<string, string>();
    for (const { name, value } of fields) {
      if (name === 'body') {
        // As the editor writes it: the import puts more signs in the way than words need.
        const read = openText(renamed(String(value), entry.id, names, id));
        const text = saveText(openText(''), read.doc);
        this.setText(text);
        form.set(name, text);
      } else if (name === 'attachments' && Array.isArray(value)) {
        const before = form.values()['attachments'];
        const added = value.map((each: { file?: string }) => ({
          ...each,
          file: names.get(each.file ?? '') ?? each.file,
        }));
        form.set(name, [...(Array.isArray(before) ? before : []), ...added]);
      } else form.set(name, value);
    }
    this.#tell(
      `已填入${fields.map(({ label }) => label).join('、')}。请对照原件核对；个人信息等问题列在预览上方。`,
    );
  }

  /** Stores the files of an entry that was read; gives the names that they got, by those they had. */
  async #storeAll(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const { name, bytes } of files) {
      const file = new File([bytes as Uint8Array<ArrayBuffer>], name, { type: pictureType(name) });
      names.set(name, await this.#options.door.store(file));
    }
    return names;
  }

  /** Puts blocks in at the cursor; in a cell or a note, their lines. */
  #give(nodes: readonly Node[], event: Event): void {
    const slice = sliceFor(this.view.state, nodes);
    this.#giving = true;
    try {
      const taken = this.view.someProp('handlePaste', (handle) =>
        handle(this.view, event as ClipboardEvent, slice),
      );
      if (!taken) this.view.dispatch(this.view.state.tr.replaceSelection(slice).scrollIntoView());
    } finally {
      this.#giving = false;
    }
    this.view.focus();
  }

  async #putPictures(files: readonly File[]): Promise<void> {
    const id = this.#options.door.id();
    if (id === undefined) {
      this.#tell(NO_ID);
      return;
    }
    for (const file of files) {
      const refused = refusal(file);
      if (refused !== undefined) {
        this.#tell(refused);
        continue;
      }
      const answer = await this.#ask({
        title: `图片：${file.name}`,
        fields: [
          {
            name: 'alt',
            label: '图片说明',
            hint: '看不见图的人听到的就是这句话，写出图上有什么',
          },
        ],
        ok: '插入',
      });
      if (answer === undefined || answer === 'other') continue;
      const name = await this.#options.door.store(file);
      insertPicture(`${id}/${name}`, answer['alt'] ?? '')(this.view.state, this.view.dispatch);
    }
  }

  async #describe(at: number): Promise<void> {
    const node = this.view.state.doc.nodeAt(at);
    if (!node) return;
    const answer = await this.#ask({
      title: '图片说明',
      fields: [
        {
          name: 'alt',
          label: '图片说明',
          value: String(node.attrs['alt']),
          hint: '看不见图的人听到的就是这句话，写出图上有什么',
        },
      ],
      ok: '确定',
    });
    if (answer !== undefined && answer !== 'other')
      setAttrs(at, { alt: answer['alt'] })(this.view.state, this.view.dispatch);
  }

  #setUpSource(): void {
    this.#source.className = 'body-source';
    this.#source.spellcheck = false;
    this.#source.setAttribute('aria-label', `${this.#options.label}的源文`);
    this.#source.id = `${this.#options.id}-source`;
    this.#source.addEventListener('input', () => {
      this.#written = this.#source.value;
      this.#options.onChange(this.#written);
    });
    this.#source.addEventListener('focus', () => this.#options.onFocus());
    this.#source.addEventListener('blur', () => this.#options.onBlur());
  }

  #toSource(): void {
    this.flush();
    const before = this.#written;
    this.#source.value = before;
    const back = button('回到排好的样子', () => {
      const text = this.#source.value;
      row.remove();
      this.#source.remove();
      this.#tools.bar.hidden = false;
      this.#place.hidden = false;
      if (text !== before) {
        this.#written = before;
        this.setText(text);
      }
      this.view.focus();
    });
    const row = made('div', 'body-tools');
    row.append(back);
    this.#tools.bar.hidden = true;
    this.#place.hidden = true;
    this.#asked.replaceChildren();
    this.#head.append(row);
    this.#box.append(this.#source);
    this.#source.focus();
  }
}

/** Stands for the id of an entry that has none yet; no file is stored below it. */
const PLACE = 'x';

/** A text whose files have got other names, below another id. */
function renamed(
  text: string,
  before: string,
  names: ReadonlyMap<string, string>,
  id: string,
): string {
  let result = text;
  for (const [name, own] of names)
    result = result.replaceAll(`(${before}/${name})`, `(${id}/${own})`);
  return result;
}

const pictureType = (name: string): string =>
  `image/${(/\.(\w+)$/.exec(name)?.[1] ?? 'png').replace(/^jpg$/, 'jpeg')}`;

const NO_ID = '先填上面的“标题”，“网址编号”会自动写出：图片和附件放在以它命名的文件夹里。';

function refusal(file: File): string | undefined {
  if (!PICTURE.test(file.type))
    return `${file.name} 不是网页能显示的图片（PNG、JPG、GIF、WebP）；其他文件请加到“附件”。`;
  if (file.size > LARGEST_PICTURE)
    return `${file.name} 有 ${(file.size / 1024 / 1024).toFixed(1)} MB，正文里的图片不要超过 5 MB：请先压缩，或加到“附件”。`;
  return undefined;
}

/** An address as officers type it: without its scheme, too. */
function addressOf(typed_: string): string {
  const address = typed_.trim();
  return /^www\./i.test(address) ||
    /^[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)(?:\/|$)/i.test(address)
    ? `https://${address}`
    : address;
}

/** A text that is empty says so. */
const EMPTY = new Plugin({
  props: {
    attributes: ({ doc }): { [name: string]: string } =>
      doc.childCount === 1 && doc.firstChild?.isTextblock && doc.firstChild.content.size === 0
        ? { 'data-empty': '' }
        : {},
  },
});
