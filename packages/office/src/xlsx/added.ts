import type { Attributes } from '../xml.ts';
import { parseXml } from '../xml.ts';

/** What a cell of a style shows of what it holds; nothing for a style that adds no figures. */
export type Shows = (style: number, value: string) => string | undefined;

/** Excel takes no longer format. */
const LONGEST = 255;

/** A piece of a format: a text in quotation marks, an escaped sign, what shows nothing, a place, any other sign. */
const PIECES = /"([^"]*)"|[\\!](.)|[_*].|\[[^\]]*\]|(@|General|[0#?]+)|([^;])/g;

/**
 * Formats that add figures of their own: whoever types the same first six figures of a number all day has
 * `"510521"@` or `"138"00000000` add them, and the cells hold the rest alone.
 */
export function addedFigures(styles: Uint8Array): Shows {
  const own = new Map<string, string>();
  const byStyle: (string | undefined)[] = [];
  let inCells = false;
  parseXml(styles, {
    open: (name, attributes: Attributes) => {
      const id = attributes['numFmtId'] ?? '';
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        const code = attributes['formatCode'] ?? '';
        const format = code.length <= LONGEST ? forValues(code) : '';
        if (/\d{2}/.test(literalOf(format))) own.set(id, format);
      } else if (name === 'xf' && inCells) byStyle.push(own.get(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  if (own.size === 0) return () => undefined;
  return (style, value) => {
    const format = byStyle[style];
    return format === undefined || value === '' ? undefined : withFigures(format, value);
  };
}

/** The part for numbers above nothing, or the one for texts. */
function forValues(format: string): string {
  const parts = format.match(/(?:"[^"]*"|[\\!].|[^;"\\!])+/g) ?? [];
  return parts.find((part) => part.includes('@')) ?? parts[0] ?? '';
}

function literalOf(format: string): string {
  return [...format.matchAll(PIECES)].map(([, text = '', sign = '']) => text + sign).join('');
}

/** The value in the places of the format: its last signs in the last places, what is more in the first. */
function withFigures(format: string, value: string): string {
  const pieces = [...format.matchAll(PIECES)];
  const places = pieces.flatMap(([, , , place]) => place ?? []);
  const all = places.reduce((sum, { length }) => sum + length, 0);
  const isNumber = /^\d+$/.test(value) && !places.includes('@');
  let left = isNumber ? value.padStart(all, '0') : value;
  const filled: string[] = [];
  for (const [index, place] of [...places.entries()].reverse()) {
    const at = index === 0 || !isNumber ? 0 : left.length - place.length;
    filled[index] = left.slice(at);
    left = left.slice(0, at);
  }
  let next = 0;
  return pieces
    .map(([, text, sign, place, other]) =>
      place === undefined ? (text ?? sign ?? other ?? '') : (filled[next++] ?? ''),
    )
    .join('');
}
