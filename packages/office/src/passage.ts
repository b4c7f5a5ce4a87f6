/** A stretch of text in a file, and where an officer finds it: `工作表“名单”（隐藏）第 3 行 B 列`. */
export interface Passage {
  readonly text: string;
  readonly where: string;
  /** The name of the column or field that the text is the value of. */
  readonly label?: string;
  /** The names of all columns of its table: one array for all cells of a row. */
  readonly heads?: readonly string[];
  /**
   * Another reading of what was given already: `same` in other words, `signs` joined of cells that hold
   * one sign each, `groups` joined of neighbouring cells with several digits each.
   */
  readonly again?: 'same' | 'signs' | 'groups';
}

/** Receives each passage once; none is kept. */
export type Take = (passage: Passage) => void;

/** Called at each step of a reading; what it throws ends the reading. */
export type Pace = () => void;

/** Something in a file that could not be read, and how to save it anew so that it can. */
export interface Unread {
  readonly what: string;
  readonly mend: string;
}

/** What a file holds besides its text, in Chinese. */
export interface Inside {
  /** What runs, or loads something, when the file is opened or clicked. */
  readonly active: readonly string[];
  /** What should be readable and is not. */
  readonly unread: readonly Unread[];
  /** What only a person can see: pictures, pages without text, old formats. */
  readonly unseen: readonly string[];
}

/** A file inside a file, to be read as one of its own. */
export interface InnerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More of one sort than an officer mends in one file at a time; behind them stands only that there are more. */
const MOST_TOLD = 100;

/** Sentences of one sort, each once, as many as anybody reads: a made-up file could hold millions. */
export class Told<T> {
  readonly #told = new Map<string, T>();
  readonly #more: readonly [string, T];

  constructor(...more: readonly [what: string, told: T]) {
    this.#more = more;
  }

  add(what: string, told: T): void {
    if (this.#told.size < MOST_TOLD) this.#told.set(what, told);
    else if (!this.#told.has(what)) this.#told.set(...this.#more);
  }

  get all(): readonly T[] {
    return [...this.#told.values()];
  }
}

export const toldActive = () => new Told<string>('更多同类内容', '更多同类内容，没有一一列出');
export const toldUnseen = () => new Told<string>('更多', '还有更多，没有一一列出');
export const toldUnread = () =>
  new Told<Unread>('更多', {
    what: '还有更多，没有一一列出',
    mend: '用 WPS 或 Office 打开，另存为 .docx、.xlsx、.pptx 或 PDF',
  });

/** What a reader of one format is given, and where it tells what it met. */
export class Account implements Inside {
  readonly #take: Take;
  readonly #pace: Pace;
  readonly #active = toldActive();
  readonly #unread = toldUnread();
  readonly #unseen = toldUnseen();
  readonly inner: InnerFile[] = [];
  /** How many signs of text were met. */
  signs = 0;

  constructor(take: Take, pace: Pace = () => {}) {
    this.#take = take;
    this.#pace = pace;
  }

  /** To be called for whatever a file can hold very many of. */
  step(): void {
    this.#pace();
  }

  take(passage: Passage): void {
    this.step();
    if (passage.again === undefined) this.signs += passage.text.length;
    this.#take(passage);
  }

  /** Takes a text if it says anything. */
  words(text: string, where: string): void {
    if (text.trim() !== '') this.take({ text, where });
  }

  addActive(what: string): void {
    this.#active.add(what, what);
  }

  addUnread(what: string, mend: string): void {
    this.#unread.add(what, { what, mend });
  }

  addUnseen(what: string): void {
    this.#unseen.add(what, what);
  }

  get active(): readonly string[] {
    return this.#active.all;
  }

  get unread(): readonly Unread[] {
    return this.#unread.all;
  }

  get unseen(): readonly string[] {
    return this.#unseen.all;
  }
}
