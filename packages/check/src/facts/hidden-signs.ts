import { splitFrontMatter } from '@columns/content';
import { decodeReferences } from '../personal/reading/html.ts';
import { yamlPassages } from '../personal/reading/yaml.ts';
import type { Found } from '../rules/column-rule.ts';

/** Signs of every day, with which most texts are written whole. */
const USUAL =
  /^[\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u27ff\u3000-\u3163\u3165-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * Signs that change the order in which text is shown, that are not shown at all, or that each machine shows
 * otherwise: format and control signs, variation selectors but an emoji's own, fillers, private signs.
 */
const HIDDEN =
  /[\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u2800\ufffc]|(?![\t\n\r])\p{Cc}|(?<!\p{Extended_Pictographic})\p{Default_Ignorable_Code_Point}/gu;
/** A reference that may stand for such a sign; one behind a backslash is shown as it is written. */
const REFERENCE = /(?<!\\)&(?:#x[\da-f]{1,8}|#\d{1,9}|[a-z]{2,31});/gi;

interface Sign {
  readonly sign: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The hidden signs of a text file of a county: as they stand in it, as references in a body, and as escapes in
 * YAML. One finding for each sign, where it stands first.
 */
export function hiddenSigns(
  text: string,
  file: string,
): (Found & { readonly rule: 'safety/hidden-text' })[] {
  const signs = [...signsIn(text), ...writtenSigns(text, file)];
  const first = new Map<string, { sign: Sign; count: number }>();
  for (const sign of signs) {
    const known = first.get(sign.sign);
    if (known) known.count++;
    else first.set(sign.sign, { sign, count: 1 });
  }
  return [...first.values()].map(({ sign: { sign, line, column }, count }) => ({
    rule: 'safety/hidden-text',
    file,
    line,
    column,
    value: `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    ...(count > 1 ? { other: `（共 ${count} 处）` } : {}),
  }));
}

function signsIn(text: string): Sign[] {
  // A byte order mark at the very start is how Excel knows a file.
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (USUAL.test(start === 0 ? text : text.slice(1))) return [];
  const found = [...text.matchAll(HIDDEN)].filter(({ index }) => index >= start);
  return placed(
    text,
    found.map((match) => ({ sign: match[0], index: match.index })),
  );
}

/** The line and column of each place; places stand in their order, so that the text is gone through once. */
function placed(text: string, found: readonly { sign: string; index: number }[]): Sign[] {
  const ends = /\r\n?|\n/g;
  let line = 1;
  let start = 0;
  let next = ends.exec(text);
  return found.map(({ sign, index }) => {
    while (next && next.index < index) {
      line++;
      start = next.index + next[0].length;
      next = ends.exec(text);
    }
    return { sign, line, column: index - start + 1 };
  });
}

/** Signs that are written out: `&#8238;` in a body, `"\u202e"` in YAML. */
function writtenSigns(text: string, file: string): Sign[] {
  if (file.endsWith('.yaml')) return text.includes('\\') ? escapedSigns(text, 1) : [];
  if (!/\.mdx?$/.test(file)) return [];
  const split = splitFrontMatter(text);
  const escaped = split?.head.includes('\\') ? escapedSigns(split.head, 2) : [];
  const body = split?.body ?? text;
  if (!body.includes('&')) return escaped;
  const references = [...body.matchAll(REFERENCE)].flatMap(({ 0: written, index }) =>
    [...decodeReferences(written).matchAll(HIDDEN)].map((match) => ({ sign: match[0], index })),
  );
  const down = (split?.bodyLine ?? 1) - 1;
  return [
    ...escaped,
    ...placed(body, references).map((sign) => ({ ...sign, line: sign.line + down })),
  ];
}

function escapedSigns(yaml: string, firstLine: number): Sign[] {
  return yamlPassages(yaml, firstLine).flatMap(({ text, placeAt }) =>
    [...text.matchAll(HIDDEN)]
      .filter(({ 0: sign }) => !yaml.includes(sign))
      .map(({ 0: sign, index }) => ({ sign, ...placeAt(index) })),
  );
}
