import { oneOf, PERSONAL } from './data.ts';
import type { Around, Datum } from './find.ts';

// Bounded: whoever writes a long row of digits must not hold up the check.
const NUMBER = '[\\dA-Za-z一二三四五六七八九十百零〇甲乙丙丁]{1,8}';
/** What stands below the town: a group, a house number, a building, a room. */
const DETAIL = `(?:第?${NUMBER}(?:村民)?小?(?:组|社(?!区)|生产队|队)|${NUMBER}(?:号|栋|幢|座|单元|室|弄|排|巷)|${NUMBER}[-－—]${NUMBER}[-－—]${NUMBER})`;

const LABELLED = new RegExp(
  `(?:${oneOf(PERSONAL.homes)})(?:[（(][^）)]{0,8}[）)])?\\s*[:：为是在于]?\\s*([^，。；;！？!?\\n|]{2,60})`,
  'g',
);
const HAS_DETAIL = new RegExp(DETAIL);
/** `8栋2单元501室`: somebody's door, wherever it is. */
const DOOR = new RegExp(
  `[\\p{Script=Han}A-Za-z0-9]{0,20}?${NUMBER}(?:栋|幢|号楼|座|#楼?|号)\\s*${NUMBER}单元\\s*[\\d-]{1,5}\\s*(?:室|号|房|户)?`,
  'gu',
);
/** `花果村3组12号`. */
const VILLAGE_DOOR = new RegExp(
  `[\\p{Script=Han}]{1,12}(?:村|社区|居委会)(?:委会)?第?${NUMBER}(?:村民)?小?(?:组|社(?!区)|队)\\s*(?:附?\\d+号(?:附\\d+号)?|\\d+户)`,
  'gu',
);
const VILLAGE_PART = /(?:组|社|队)\s*(?:附?\d+[号户])/;
const OFFICE = new RegExp(oneOf(PERSONAL.offices));
const HOME_LABEL = new RegExp(oneOf(PERSONAL.homes));
/** A column of the name `地址` is somebody's home only in a row about a person. */
const PLAIN_LABEL = /^(?:详细)?(?:地址|住处|联系地址)$/;

/** Home addresses that say more than the town or street (《个人信息保护法》; practice of 去标识化). */
export function findAddresses(text: string, { label = '', person = false }: Around): Datum[] {
  if (HOME_LABEL.test(label) || (person && PLAIN_LABEL.test(label.trim()))) {
    return HAS_DETAIL.test(text) ? [{ type: 'address', index: 0, text }] : [];
  }
  const found: Datum[] = [];
  const add = (index: number, part: string) => {
    const overlaps = found.some(
      (datum) => index < datum.index + datum.text.length && datum.index < index + part.length,
    );
    if (!overlaps) found.push({ type: 'address', index, text: part });
  };
  if (/[住户]/.test(text)) {
    for (const match of text.matchAll(LABELLED)) {
      const value = match[1] ?? '';
      if (HAS_DETAIL.test(value) && !OFFICE.test(value)) {
        add(match.index + match[0].length - value.length, value.trimEnd());
      }
    }
  }
  const patterns = [
    ...(text.includes('单元') ? [DOOR] : []),
    ...(VILLAGE_PART.test(text) ? [VILLAGE_DOOR] : []),
  ];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (!OFFICE.test(clauseAround(text, match.index, match[0].length))) {
        add(match.index, match[0]);
      }
    }
  }
  return found;
}

/** The clause in which a part stands. */
function clauseAround(text: string, index: number, length: number): string {
  const before =
    text
      .slice(0, index)
      .split(/[，。；;！？\n|]/)
      .at(-1) ?? '';
  const after = text
    .slice(index + length)
    .split(/[，。；;！？\n|]/, 1)
    .join('');
  return before + text.slice(index, index + length) + after;
}
