import { TableHeads } from './heads.ts';
import { joinedCells } from './joined.ts';
import type { Take } from './passage.ts';

/** A table that is read row by row: its first rows have the names of its columns. */
export class TableReading {
  readonly #take: Take;
  readonly #where: string;
  readonly #heads = new TableHeads();
  #row: string[] = [];
  #cell = '';
  #rows = 0;

  constructor(take: Take, where: string) {
    this.#take = take;
    this.#where = where;
  }

  startRow(): void {
    this.#row = [];
  }

  startCell(): void {
    this.#cell = '';
  }

  addText(text: string): void {
    this.#cell += (this.#cell === '' ? '' : '\n') + text;
  }

  endCell(): void {
    this.#row.push(this.#cell);
    this.#cell = '';
  }

  endRow(): void {
    const row = this.#row;
    this.#rows++;
    const heads = this.#heads.above(row);
    const at = `${this.#where}表格第 ${this.#rows} 行`;
    for (const [index, text] of row.entries()) {
      if (text === '') continue;
      const label = heads[index] ?? '';
      const name = label === '' ? undefined : this.#heads.called(index);
      const column = name === undefined ? `第 ${index + 1} 格` : `“${name.slice(0, 20)}”`;
      this.#take({ text, where: `${at}${column}`, label, heads });
    }
    for (const joined of joinedCells(row)) this.#take({ ...joined, where: at });
  }
}
