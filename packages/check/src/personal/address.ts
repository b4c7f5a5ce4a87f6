import { oneOf, PERSONAL } from './data.ts';
import type { Around, Datum } from './find.ts';

// Bounded: whoever writes a long row of digits must not hold up the check.
const NUMBER = '[\\dA-Za-z一二三四五六七八九十百零〇甲乙丙丁]{1,8}';
/** What stands below the town: a group, a house number, a building, a room. */
const DETAIL = `(?:第?${NUMBER}(?:村民)?小?(?:组|社(?!区)|生产队|队)|${NUMBER}(?:号|栋|幢|座|单元|室|弄|排|巷)|${NUMBER}[-－—]${NUMBER}[-－—]${NUMBER})`;

const LABELLED = new RegExp(
  `(?:${oneOf(PERSONAL.homes)})(?:[（(][^）)]{0,8}[）)])?\\s{0,4}[:：为是在于]?\\s{0,4}([^，。；;！？!?\\n|]{2,60})`,
  'g',
);
const HAS_DETAIL = new RegExp(DETAIL);
/** How far before its last part a door begins at the most, and how far it reaches. */
const BEFORE = 40;
const AFTER = 16;
/** `8栋2单元`: up to somebody's staircase, wherever it is, with the words before it. */
const STAIRCASE = new RegExp(
  `[\\p{Script=Han}A-Za-z0-9]{0,20}?${NUMBER}(?:栋|幢|号楼|座|#楼?|号)\\s{0,4}${NUMBER}$`,
  'u',
);
const ROOM = /^单元\s{0,4}[\d-]{1,5}\s{0,4}(?:室|号|房|户)?/;
/** `花果村3组`, `12号`: a village's group and a door in it. */
const GROUP = new RegExp(
  `[\\p{Script=Han}]{1,12}(?:村|社区|居委会)(?:委会)?第?${NUMBER}(?:村民)?小?$`,
  'u',
);
const DOOR = /^(?:组|社(?!区)|队)\s{0,4}(?:附?\d{1,6}号(?:附\d{1,6}号)?|\d{1,6}户)/;
const OFFICE = new RegExp(oneOf(PERSONAL.offices));
const HOME_LABEL = new RegExp(oneOf(PERSONAL.homes));
/** A column of the name `地址` is somebody's home only in a row about a person. */
const PLAIN_LABEL = /(?:^|\s)(?:详细)?(?:地址|住处|联系地址)$/;

/** Home addresses that say more than the town or street (《个人信息保护法》; practice of 去标识化). */
export function findAddresses(
  text: string,
  { label = '', person = false, institution = false }: Around,
): Datum[] {
  if (HOME_LABEL.test(label))
    return HAS_DETAIL.test(text) ? [{ type: 'address', index: 0, text }] : [];
  if (person && PLAIN_LABEL.test(label.trim())) {
    return HAS_DETAIL.test(text) && !OFFICE.test(text) ? [{ type: 'address', index: 0, text }] : [];
  }
  if (institution) return [];
  const found: Datum[] = [];
  if (/[住户居]/.test(text)) {
    for (const match of text.matchAll(LABELLED)) {
      const value = match[1] ?? '';
      if (!HAS_DETAIL.test(value) || OFFICE.test(value)) continue;
      const index = match.index + match[0].length - value.length;
      found.push({ type: 'address', index, text: value.trimEnd() });
    }
  }
  for (const [sign, start, end] of DOORS) {
    for (const { index } of text.matchAll(sign)) {
      const rest = end.exec(text.slice(index, index + AFTER));
      const first = rest && start.exec(text.slice(Math.max(0, index - BEFORE), index));
      if (!first || !rest) continue;
      const whole = first[0] + rest[0];
      const from = index - first[0].length;
      if (!OFFICE.test(clauseAround(text, from, from + whole.length))) {
        found.push({ type: 'address', index: from, text: whole });
      }
    }
  }
  return found;
}

/** Each way a door is written: the sign it is known by, what stands before it, and how it goes on. */
const DOORS: readonly (readonly [sign: RegExp, start: RegExp, end: RegExp])[] = [
  [/单元/g, STAIRCASE, ROOM],
  [/[组社队]/g, GROUP, DOOR],
];

/** The clause in which a part stands, as far as its nearest words go. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .split(/[，。；;！？\n|]/)
    .at(-1);
  const after = text
    .slice(end, end + BEFORE)
    .split(/[，。；;！？\n|]/, 1)
    .join('');
  return (before ?? '') + text.slice(start, end) + after;
}
