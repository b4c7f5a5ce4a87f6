import type { Passage } from './passage.ts';

type Joined = Pick<Passage, 'text'> & { readonly again: 'signs' | 'groups' };

const SIGN = /^[\dXx０-９Ｘｘ]$/;
const DIGITS = /^[\d０-９]{1,17}[XxＸｘ]?$/;
/** The shortest number that is looked for, and the length of one that is told from its digits alone. */
const SHORT = 11;
const SURE = 18;

/**
 * Numbers whose digits stand in cells of their own, as forms have boxes for them: neighbours with one
 * sign each, and neighbours whose digits together are eighteen.
 */
export function joinedCells(cells: readonly string[]): Joined[] {
  const plain = cells.map((cell) => cell.trim());
  return [...signs(plain), ...groups(plain)];
}

function signs(cells: readonly string[]): Joined[] {
  const joined: Joined[] = [];
  let run = '';
  for (const cell of [...cells, '']) {
    if (SIGN.test(cell)) run += cell;
    else {
      if (run.length >= SHORT) joined.push({ text: run, again: 'signs' });
      run = '';
    }
  }
  return joined;
}

function groups(cells: readonly string[]): Joined[] {
  const joined: Joined[] = [];
  for (let from = 0; from < cells.length; from++) {
    let text = '';
    let to = from;
    for (; to < cells.length && text.length < SURE && DIGITS.test(cells[to] ?? ''); to++)
      text += cells[to];
    // Single signs are a run of their own.
    if (text.length === SURE && to - from > 1 && to - from < SURE)
      joined.push({ text, again: 'groups' });
  }
  return joined;
}
