import { viewOf } from '../bytes.ts';
import { escapedValue as escaped } from '../write/package.ts';

/** Kinds of numbers by their codes ([MS-OSHARED] 2.2.1.3), as newer files name them. */
const FORMATS: Readonly<Record<number, string>> = Object.fromEntries(
  `decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago
  ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal
  japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth
  decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen
  decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac
  ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand
  taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand`
    .split(/\s+/)
    .map((name, code) => [code, name]),
);

const UTF_16 = new TextDecoder('utf-16le');

interface Level {
  readonly xml: string;
  readonly end: number;
}

/** A level of a list, at a place of the table stream ([MS-DOC] 2.9.150): number format and text. */
function levelAt(bytes: Uint8Array, at: number, depth: number): Level | undefined {
  const view = viewOf(bytes);
  if (at + 30 > bytes.length) return undefined;
  const text = at + 28 + view.getUint8(at + 24) + view.getUint8(at + 25);
  if (text + 2 > bytes.length) return undefined;
  const length = view.getUint16(text, true);
  const end = text + 2 + length * 2;
  if (end > bytes.length) return undefined;
  const code = view.getUint8(at + 4);
  const legal = (view.getUint8(at + 5) & 4) !== 0;
  const written = [...UTF_16.decode(bytes.subarray(text + 2, end))]
    // Signs below nine stand for the number of a level.
    .map((sign) => ((sign.codePointAt(0) ?? 9) < 9 ? `%${(sign.codePointAt(0) ?? 0) + 1}` : sign))
    .join('');
  const format = code === 0xff ? 'none' : (FORMATS[code] ?? 'decimal');
  const shown = format === 'bullet' ? '•' : escaped(written);
  return {
    xml:
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${view.getInt32(at, true)}"/><w:numFmt w:val="${format}"/>` +
      `${legal ? '<w:isLgl/>' : ''}<w:lvlText w:val="${shown}"/></w:lvl>`,
    end,
  };
}

const LIST = 28;
const OVERRIDE = 16;

/**
 * The lists of an old document as the part that newer files have for them. A paragraph names its list by
 * the number of an override, from 1.
 *
 * @param table the table stream; `lists` and `overrides`: where theirs stand in it
 */
export function numberingXml(
  table: Uint8Array,
  lists: readonly [at: number, size: number],
  overrides: readonly [at: number, size: number],
): string | undefined {
  const view = viewOf(table);
  const [start, size] = lists;
  if (size < 2 || start + size > table.length) return undefined;
  const count = view.getUint16(start, true);
  const known = new Map<number, number>();
  let xml = '';
  // The levels of all lists stand behind the table of lists, one after another.
  let next = start + size;
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * LIST;
    if (at + LIST > table.length) break;
    known.set(view.getInt32(at, true), index);
    const levels = (view.getUint8(at + 26) & 1) === 1 ? 1 : 9;
    xml += `<w:abstractNum w:abstractNumId="${index}">`;
    for (let depth = 0; depth < levels; depth++) {
      const level = levelAt(table, next, depth);
      if (!level) break;
      xml += level.xml;
      next = level.end;
    }
    xml += '</w:abstractNum>';
  }
  return xml + overridesXml(table, overrides, known);
}

function overridesXml(
  table: Uint8Array,
  [start, size]: readonly [number, number],
  known: ReadonlyMap<number, number>,
): string {
  const view = viewOf(table);
  if (size < 4 || start + size > table.length) return '';
  const count = Math.min(view.getUint32(start, true), Math.floor((size - 4) / OVERRIDE));
  let more = start + 4 + count * OVERRIDE;
  let xml = '';
  for (let index = 0; index < count; index++) {
    const at = start + 4 + index * OVERRIDE;
    const list = known.get(view.getInt32(at, true));
    xml += `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${list ?? -1}"/>`;
    more += 4;
    for (let left = view.getUint8(at + 12); left > 0 && more + 8 <= table.length; left--) {
      const flags = view.getUint32(more + 4, true);
      const depth = flags & 15;
      const starts = (flags & 16) !== 0;
      const first = view.getInt32(more, true);
      more += 8;
      const level = (flags & 32) !== 0 ? levelAt(table, more, depth) : undefined;
      if (level) more = level.end;
      xml +=
        `<w:lvlOverride w:ilvl="${depth}">` +
        `${starts && !level ? `<w:startOverride w:val="${first}"/>` : ''}${level?.xml ?? ''}</w:lvlOverride>`;
    }
    xml += '</w:num>';
  }
  return xml;
}
