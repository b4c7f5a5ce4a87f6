import type { Counted } from '@columns/office/count';

/** The lines of a text as they stand there, without the signs by which people mark heads and lists. */
export function countText(text: string): Counted[] {
  return lines(text).map((line) => ({
    sort: 'text',
    text: line.replace(/^\s*(?:#{1,6}|[-*+])\s+/, ''),
    where: '正文',
  }));
}

function lines(text: string): string[] {
  return text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** The words of a Markdown text: everything but the signs of its form. */
export function countMarkdown(text: string): Counted[] {
  const things: Counted[] = [];
  const add = (sort: Counted['sort'], found: string) => {
    if (sort === 'picture' || found.trim() !== '')
      things.push({ sort, text: found, where: '正文' });
  };
  const head =
    /^(?:(---|\+\+\+|;;;)[ \t]*\n([\s\S]*?\n)\1|(\{[ \t]*\n[\s\S]*?\n\})|(title:[\s\S]{0,3000}?\n)---)[ \t]*(?:\n|$)/.exec(
      text,
    );
  for (const value of headValues(head?.[2] ?? head?.[3] ?? head?.[4] ?? '')) add('text', value);
  const plain = text
    .slice(head?.[0].length ?? 0)
    .replaceAll(/\{\{[<%]\s*figure\b([^>%]*)[>%]\}\}/g, (_, code: string) => {
      add('picture', '');
      return /\b(?:title|caption|alt)\s*=\s*["']([^"']*)/.exec(code)?.[1] ?? '';
    })
    .replaceAll(/\{%\s*(?:asset_)?img\s+\S+\s*(.*?)\s*%\}/g, (_, words: string) => {
      add('picture', '');
      return words;
    })
    .replaceAll(/!\[([^\]\n]*)\]\[[^\]\n]*\]/g, (_, words: string) => {
      add('picture', '');
      return words;
    })
    .replaceAll(/^[ \t]*\[[^\]\n^]+\]:[ \t]*\S+.*$/gm, '')
    .replaceAll(/\]\[[^\]\n]*\]/g, ']')
    .replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\][ \t]/gm, '$1')
    .replaceAll(/<\/?[a-z][^<>\n]*>/gi, '')
    .replaceAll(/!\[([^\]\n]*)\]\([^()\n]*\)/g, (_, words: string) => {
      add('picture', '');
      return words;
    })
    .replaceAll(/\]\(<?(https?:[^()\s>]*)>?(?:\s+"[^"\n]*")?\)/g, (_, url: string) => {
      add('link', url);
      return ']';
    })
    .replaceAll(/\]\([^()\n]*\)/g, ']')
    .replaceAll(/\[\^[^\]\s]+\]:?/g, '')
    .replaceAll(/\{[#.][\w-]+\}/g, '');
  for (const line of lines(plain)) {
    const bare = line
      .replace(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*/, '')
      .replace(/^\s*(?:```|~~~).*$/, '')
      .replace(/^[\s|:-]+$/, '');
    for (const cell of bare.split(/(?<!\\)\|/)) add('text', cell.replaceAll(FORM, ''));
  }
  return things;
}

/** What Markdown's own signs are made of: whether one is meant is for its reader to know. */
const FORM = /[\\*_~#|<>[\]()!`^&]/g;

/** The values of a head in YAML, TOML or JSON; of a moment only the day is taken. */
function headValues(head: string): string[] {
  return lines(head).flatMap((line) => {
    const value = /^\s*(?:-\s+|"?[^\s":=]+"?\s*[:=]\s*)?(.*?),?\s*$/.exec(line)?.[1] ?? '';
    const day = /^["']?(\d{4}-\d{2}-\d{2})[T ]\d{2}:/.exec(value)?.[1];
    return (day ?? value).split(/[[\]{}"',]/).map((each) => each.trim());
  });
}

/** The cells of a CSV by the rules of RFC 4180, one sign at a time. */
export function countCsv(text: string, delimiter: string): Counted[] {
  const things: Counted[] = [];
  let cell = '';
  let row = 1;
  let column = 1;
  let quoted = false;
  const end = () => {
    // `sep=;` and `="007"` are how Excel wants a CSV to be written.
    const words = cell.replace(/^\s*="((?:[^"]|"")*)"\s*$/, '$1').trim();
    if (words !== '' && !(row === 1 && column === 1 && /^\ufeff?sep=.?$/i.test(words)))
      things.push({ sort: 'cell', text: words, where: `第 ${row} 行第 ${column} 格` });
    cell = '';
    column++;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') quoted = true;
    else if (sign === delimiter) end();
    else if (sign === '\n') {
      end();
      row++;
      column = 1;
    } else cell += sign;
  }
  end();
  return things;
}
