/*
 * How words are written so that the dialect reads them as words. Officers' signs mostly mean what they show
 * (王**, 3~5天), so words are written as they are wherever that is read right; only else with signs in the way.
 */

/**
 * `plain`: as it is; `escaped`: signs behind `\`; `apart`: addresses, too, so that they are no links; `coded`:
 * also the signs beside marks, and at the beginning, as references.
 */
export type Care = 'plain' | 'escaped' | 'apart' | 'coded';
export const CARES: readonly Care[] = ['plain', 'escaped', 'apart', 'coded'];

/** Words of a line. */
export function escapedText(text: string, care: Care): string {
  if (care === 'plain') return text;
  const safe = text
    .replaceAll(/[\\`*_~<&[\]|]/g, (sign) => `\\${sign}`)
    .replaceAll(/!(?=\\\[|$)/g, '\\!');
  return care === 'escaped' ? safe : safe.replaceAll(/@|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** A line that begins like a heading, an item, a quotation or a rule and is none. */
export function escapedStart(line: string, care: Care): string {
  if (care === 'plain') return line;
  return line.replace(/^(\s*)([#>+=:-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/** The first sign of a text as a reference, so that it is none of the signs that decide what begins there. */
export function codedFirst(text: string): string {
  const [first] = text;
  return first === undefined ? '' : code(first) + text.slice(first.length);
}

export const code = (sign: string): string => `&#${sign.codePointAt(0)};`;

/** Text between tags. */
export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The address of a link or picture, and its title. */
export function target(address: string, title: unknown): string {
  const plain = address.replaceAll(/\\(?=[!-/:-@[-`{-~])|&(?=#?\w+;)/g, '\\$&');
  const safe = /[\s<>]|^$|[()]/.test(plain)
    ? `<${plain.replaceAll(/[<>]/g, '\\$&').replaceAll(/[\r\n]/g, '%0A')}>`
    : plain;
  if (typeof title !== 'string') return safe;
  return `${safe} "${title.replaceAll(/["\\&]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ')}"`;
}
