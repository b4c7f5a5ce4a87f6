/** How the reader wants pages shown: kept in the browser, told to the styles by two attributes. */

/** `normal` follows the reader's system: dark colours and high contrast too, if it asks for them. */
export const MODES = [
  ['normal', '标准'],
  ['elder', '长者模式'],
  ['contrast', '高对比'],
  ['dark', '深色'],
] as const;
export type Mode = (typeof MODES)[number][0];

export const SIZES = [
  ['0', '标准'],
  ['1', '大'],
  ['2', '特大'],
] as const;
export type Size = (typeof SIZES)[number][0];

export interface Display {
  readonly mode: Mode;
  readonly size: Size;
}

/** The same in all columns of a site; `early.ts` reads it too. */
const KEY = 'columns-display';
const root = document.documentElement;

/** What the page shows now: `early.ts` has put back what was kept. */
export function shown(): Display {
  return {
    mode: (root.dataset['mode'] as Mode | undefined) ?? 'normal',
    size: (root.dataset['size'] as Size | undefined) ?? '0',
  };
}

/** Shows the page anew and keeps the choice for the next one. */
export function choose(change: Partial<Display>): void {
  const display = { ...shown(), ...change };
  show(display);
  try {
    localStorage.setItem(KEY, JSON.stringify(display));
  } catch {
    // Without storage the choice holds for this page only.
  }
}

/** Follows choices made in another tab, or on a page that the reader comes back from. */
export function follow(): void {
  const take = () => {
    try {
      show(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    } catch {
      // As it is.
    }
  };
  addEventListener('storage', ({ key }) => {
    if (key === KEY) take();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) take();
  });
}

function show({ mode = 'normal', size = '0' }: Partial<Display>): void {
  if (mode === 'normal') delete root.dataset['mode'];
  else root.dataset['mode'] = mode;
  if (size === '0') delete root.dataset['size'];
  else root.dataset['size'] = size;
}
