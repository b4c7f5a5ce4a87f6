import { fieldFault } from './fields.ts';
import type { Account } from './passage.ts';

/** Fields of Word that are open, one in another: a code, then perhaps what it showed last. */
export class WordFields {
  readonly #account: Account;
  readonly #open: { code: string; blank: boolean; nested: boolean; shows: boolean }[] = [];

  constructor(account: Account) {
    this.#account = account;
  }

  /** `w:fldChar`: begins, parts or ends a field. */
  mark(type: string | undefined): void {
    if (type === 'begin') {
      const outer = this.#open.at(-1);
      if (outer && !outer.shows && outer.blank) outer.nested = true;
      this.#open.push({ code: '', blank: true, nested: false, shows: false });
    } else if (type === 'separate') {
      const field = this.#open.at(-1);
      if (field && !field.shows) this.#judge(field.code, field.nested);
      if (field) field.shows = true;
    } else if (type === 'end') {
      const field = this.#open.pop();
      if (field && !field.shows) this.#judge(field.code, field.nested);
    }
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field) {
      field.code += text;
      field.blank &&= text.trim() === '';
    } else this.#judge(text, false);
  }

  /** `w:fldSimple`: the whole code in one attribute. */
  simple(code: string): void {
    this.#judge(code, false);
  }

  /** Fields that never end: their code counts all the same. */
  close(): void {
    while (this.#open.length > 0) this.mark('end');
  }

  #judge(code: string, nested: boolean): void {
    const fault = fieldFault(code, nested);
    if (fault !== undefined) this.#account.addActive(fault);
    const words = withoutQuotes(code);
    if (words.trim() !== '') this.#account.take({ text: words, where: '域代码中', again: 'same' });
  }
}

function withoutQuotes(code: string): string {
  return code.replaceAll('"', ' ');
}
