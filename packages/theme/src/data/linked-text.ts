/** A stretch of a line; `address` where it can be followed. */
export interface LinkedPart {
  readonly text: string;
  readonly address?: string;
}

/** Ends where Chinese text or its punctuation goes on. */
const ADDRESS = /https?:\/\/[\w.~:/?#[\]@!$&'*+=%-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** What ends a sentence ends the address too. */
const TRAIL = /[.?!:]+$/;

/** A line of front matter parted where an address of the web or of mail begins and ends. Pure. */
export function linkedText(line: string): LinkedPart[] {
  const parts: LinkedPart[] = [];
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const text = match[0].replace(TRAIL, '');
    if (match.index > end) parts.push({ text: line.slice(end, match.index) });
    parts.push({ text, address: text.startsWith('http') ? text : `mailto:${text}` });
    end = match.index + text.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end) });
  return parts;
}
