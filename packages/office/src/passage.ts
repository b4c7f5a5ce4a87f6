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

/** What a reader of one format is given, and where it tells what it met. */
export class Account implements Inside {
  readonly #take: Take;
  readonly #active = new Set<string>();
  readonly #unread = new Map<string, Unread>();
  readonly #unseen = new Set<string>();
  readonly inner: InnerFile[] = [];
  /** How many signs of text were met. */
  signs = 0;

  constructor(take: Take) {
    this.#take = take;
  }

  take(passage: Passage): void {
    if (passage.again === undefined) this.signs += passage.text.length;
    this.#take(passage);
  }

  /** Takes a text if it says anything. */
  words(text: string, where: string): void {
    if (text.trim() !== '') this.take({ text, where });
  }

  addActive(what: string): void {
    this.#active.add(what);
  }

  addUnread(what: string, mend: string): void {
    this.#unread.set(what, { what, mend });
  }

  addUnseen(what: string): void {
    this.#unseen.add(what);
  }

  get active(): readonly string[] {
    return [...this.#active];
  }

  get unread(): readonly Unread[] {
    return [...this.#unread.values()];
  }

  get unseen(): readonly string[] {
    return [...this.#unseen];
  }
}
