/** Rows at the top of a table in which the names of its columns stand, below a title perhaps. */
const MOST_ROWS = 4;
/** No name of a column is longer: what is more is text of its own. */
const LONGEST = 30;

/**
 * The names of a table's columns while it is read row by row. The first row has them; where that is only a title
 * (one cell of it says something), or where the next rows hold short words and no figures either, those have too.
 */
export class TableHeads {
  #names: readonly string[] = [];
  #first: readonly string[] = [];
  #rows = 0;
  #isOpen = true;
  #isTitle = false;

  /** The names that stand above the cells of the next row; `[]` for the first. The same array for all rows of data. */
  above(row: readonly string[]): readonly string[] {
    const above = this.#names;
    if (this.#isOpen) {
      const filled = row.filter((cell) => cell.trim() !== '').length;
      if (this.#rows === 0 || (this.#isTitle && filled > 0)) {
        this.#names = row;
        this.#first = row;
        this.#isTitle = filled <= 1;
      } else if (filled > 1 && row.every(isName)) {
        this.#names = row.map((cell, index) => `${above[index] ?? ''} ${cell}`.trim());
      } else if (filled > 0) this.#isOpen = false;
      if (++this.#rows >= MOST_ROWS) this.#isOpen = false;
    }
    return above;
  }

  /** What to call a column by: a name that is one for sure, and not somebody's number in a table without heads. */
  called(index: number): string | undefined {
    const name = this.#first[index]?.trim() ?? '';
    return name !== '' && isName(name) ? name : undefined;
  }
}

function isName(cell: string): boolean {
  return cell.length <= LONGEST && !/[\d０-９]/.test(cell);
}
