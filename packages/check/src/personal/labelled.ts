import { inAddress, isAmount, isOffice, placeOf } from './around.ts';
import { oneOf, PERSONAL, type PersonalKind } from './data.ts';
import type { Around, Datum } from './find.ts';

/*
 * Numbers that a word before them, or the name of their column, says to be somebody's: their form is
 * enough then, a wrong check sign a slip of the pen.
 */

const BY_LABEL = new Map<string, PersonalKind[]>();
for (const kind of PERSONAL.kinds) {
  for (const label of kind.labels) {
    BY_LABEL.set(label.toLowerCase(), [...(BY_LABEL.get(label.toLowerCase()) ?? []), kind]);
  }
}

const LABEL = new RegExp(oneOf([...BY_LABEL.keys()]), 'gi');
const ANY_LABEL = new RegExp(LABEL.source, 'i');
/** Labels that stand before something shorter than the eleven digits of a mobile number. */
export const SHORT_LABELS = oneOf(
  PERSONAL.kinds
    .filter(({ rule }) => !/id-number|mobile|bank-card/.test(rule))
    .flatMap(({ labels }) => labels),
);
const SHORT = new RegExp(SHORT_LABELS, 'i');

/** How far behind its label a number is looked for, and how far the first may stand from it. */
const WINDOW = 80;

/** Whether a text says what a number beside it is. */
export function hasLabel(text: string): boolean {
  return ANY_LABEL.test(text);
}

const SHORT_EVERYWHERE = new RegExp(SHORT_LABELS, 'gi');

/** Whether such a word stands before something that could be its number, whatever markup lies between. */
export function hasShortNumber(text: string): boolean {
  for (const { index } of text.matchAll(SHORT_EVERYWHERE)) {
    const [next = ''] = text.slice(index, index + 2 * WINDOW).split(/[。！？]/, 1);
    if (/[A-Z][\w-]{5}/i.test(next) || (next.match(/[\dA-Z]/gi)?.length ?? 0) >= 5) return true;
  }
  return false;
}

/** Letters that stand for figures where somebody typed what he saw: O and o for 0, l and I for 1. */
const LOOKALIKE = /\d[OolI]|[OolI]\d/;
const LOOKALIKES = /(?<![A-Za-z])[\dOolI]{8,19}[Xx]?(?![A-Za-z])/g;
/** Fewer figures than this, and it is a code with letters of its own. */
const FIGURES = 0.5;

/** Whether such letters stand in a text that says what a number in it is. */
export function hasLookalike(text: string, label = ''): boolean {
  return LOOKALIKE.test(text) && (hasLabel(label) || hasLabel(text));
}

/** A text with the figures that its letters stand for; as long as it was. */
function withFigures(text: string): string {
  if (!LOOKALIKE.test(text)) return text;
  return text.replaceAll(LOOKALIKES, (run) => {
    const figures = run.replaceAll(/\D/g, '').length;
    if (figures < run.length * FIGURES) return run;
    return run.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1');
  });
}

const LISTED = PERSONAL.kinds.filter(({ listed }) => listed.length > 0);

/** Whether the name of a column says that a short number in it is somebody's. */
export function isShortLabel({ label = '', person = false }: Around): boolean {
  if (label === '') return false;
  return SHORT.test(label) || (person && LISTED.some((kind) => isListed(kind, label)));
}

function isListed({ listed }: PersonalKind, label: string): boolean {
  const bare = label.replaceAll(/[（(][^（）()]*[）)]|\s/g, '').toLowerCase();
  return listed.some((name) => bare.endsWith(name.toLowerCase()));
}

/** Signs that stand for hidden ones: a number with one of them at its end is masked. */
const MASK = '*＊●■□▇█○◆#';
const FORMS = new Map(
  PERSONAL.kinds.map((kind) => [
    kind.id,
    new RegExp(`(?<![A-Za-z0-9${MASK}])(?:${kind.form})(?![A-Za-z0-9${MASK}])`, 'giu'),
  ]),
);
const UNLESS = new Map(
  PERSONAL.kinds
    .filter(({ unless }) => unless.length > 0)
    .map((kind) => [kind.id, new RegExp(oneOf(kind.unless), 'i')]),
);

const GAP = 20;
const GAP_ENDS = new RegExp(
  `[\\d。；;！!？?]|${oneOf(PERSONAL.codes.filter((code) => code !== '证号' && code !== '编号'))}`,
);
/** What stands behind such words is a telephone or a fee, though a paper was named before. */
const NO_PAPER = new RegExp(`${GAP_ENDS.source}|电话|热线|传真|拨打|咨询|收费`);

/** What the labels in a folded text, and the name of its column, say to be personal. */
export function findLabelled(text: string, around: Around): Datum[] {
  const found: Datum[] = [];
  const { label = '', person = false } = around;
  if (label !== '') {
    const own = label.toLowerCase();
    for (const kind of PERSONAL.kinds) {
      const named = kind.labels.some((word) => own.includes(word.toLowerCase()));
      if (named || (person && isListed(kind, label))) found.push(...behind(kind, text, 0, label));
    }
  }
  if (!/\d|[A-Z]/i.test(text)) return found;
  for (const match of text.matchAll(LABEL)) {
    const end = match.index + match[0].length;
    for (const kind of BY_LABEL.get(match[0].toLowerCase()) ?? []) {
      const words = text.slice(Math.max(0, match.index - 14), end);
      found.push(...behind(kind, text, end, words));
    }
  }
  return found;
}

/** The numbers of a kind that follow a label: the first near it, the others joined to the first. */
function behind(kind: PersonalKind, text: string, start: number, label: string): Datum[] {
  const found: Datum[] = [];
  const window = windowOf(text, start, kind.written);
  const form = FORMS.get(kind.id) as RegExp;
  const words = kind.alone ? withFigures(window.text) : window.text;
  let done = 0;
  for (const match of words.matchAll(form)) {
    const gap = words.slice(done, match.index);
    const ended = kind.rule === 'document' ? NO_PAPER : GAP_ENDS;
    const near =
      done === 0 ? gap.length <= GAP && !ended.test(gap) : /^[\s、,，和及/]{0,3}$/.test(gap);
    if (!near) break;
    done = match.index + match[0].length;
    const from = window.at(match.index);
    const to = window.at(done - 1) + 1;
    const clause = `${label}${gap} ${text
      .slice(to, to + 12)
      .split(/[，。；;\n|]/, 1)
      .join('')}`;
    if (UNLESS.get(kind.id)?.test(clause)) continue;
    const place = placeOf(text, from, to, label);
    if (kind.rule !== 'contact' && isAmount(place)) continue;
    if (kind.id === 'mobile' && (isOffice(place) || inAddress(place))) continue;
    found.push({ type: kind.rule, kind: kind.id, index: from, text: text.slice(from, to) });
  }
  return found;
}

/** What follows a label, as it is written or without what stands between the signs of a number. */
function windowOf(
  text: string,
  start: number,
  written: boolean,
): { readonly text: string; readonly at: (index: number) => number } {
  const whole = text
    .slice(start, start + WINDOW)
    .split(/[。；;！!？?]|\n\n/, 1)
    .join('');
  if (written) return { text: whole, at: (index) => start + index };
  let kept = '';
  const places: number[] = [];
  const separators = /[ \-./_\n]{1,3}/y;
  for (let index = 0; index < whole.length; index++) {
    separators.lastIndex = index;
    const between = separators.exec(whole)?.[0];
    const joins =
      between !== undefined &&
      /[\dA-Z]/i.test(whole[index - 1] ?? '') &&
      /[\dX]/i.test(whole[index + between.length] ?? '');
    if (joins) index += between.length - 1;
    else {
      kept += whole[index];
      places.push(start + index);
    }
  }
  return { text: kept, at: (index) => places[index] ?? start + whole.length };
}
