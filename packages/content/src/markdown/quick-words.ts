import type { PhrasingContent } from 'mdast';

/** Signs that may mean something within a line; `**` has a way of its own. */
const INLINE = /[\\`_~<[\]&@|]|:\/\/|www\.|[ \n]$/i;

/** Several lines of one paragraph, of plain words only. */
export function plainLines(lines: readonly string[]): PhrasingContent[] | undefined {
  if (lines.some((line) => INLINE.test(line) || line.includes('*'))) return undefined;
  return [{ type: 'text', value: lines.join('\n') }];
}

const SIGN = /[\p{P}\p{S}]/u;
const CHINESE = /[\p{Script=Han}\u3001-\u3011\uff01-\uff5e]/u;

/** One line of plain words, some of them bold; nothing where that cannot be said for sure. */
export function phrases(line: string): PhrasingContent[] | undefined {
  if (INLINE.test(line)) return undefined;
  if (!line.includes('*')) return [{ type: 'text', value: line }];
  const parts = line.split('**');
  if (parts.length % 2 === 0 || parts.some((part) => part.includes('*'))) return undefined;
  const words: PhrasingContent[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      if (part !== '') words.push({ type: 'text', value: part });
      continue;
    }
    const [before = '', after = ''] = [parts[index - 1]?.at(-1), parts[index + 1]?.at(0)];
    if (!isBold(part, before, after)) return undefined;
    words.push({ type: 'strong', children: [{ type: 'text', value: part }] });
  }
  return words;
}

/** Whether marks around some words are surely read as bold, by CommonMark with the CJK rules. */
function isBold(words: string, before: string, after: string): boolean {
  const [first = ' ', last = ' '] = [words.at(0), words.at(-1)];
  if (/\s/.test(first + last)) return false;
  const opens = !SIGN.test(first) || before === '' || CHINESE.test(before);
  const closes = !SIGN.test(last) || after === '' || CHINESE.test(after);
  return opens && closes;
}
