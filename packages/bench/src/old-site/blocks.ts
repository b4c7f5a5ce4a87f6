/** A line of a document, or a table in it: what every maker of files writes. */
export type Block =
  | { readonly text: string; readonly heading?: boolean }
  | { readonly rows: readonly (readonly string[])[] };

/** A document as an office had it, before anybody saved it in a format. */
export interface OldDocument {
  readonly title: string;
  /** Who signed it. */
  readonly organ: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly blocks: readonly Block[];
  /** Names of its attachments, as its text lists them. */
  readonly attachments: readonly string[];
}

/** The text of a generated entry without the signs of Markdown. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 1) blocks.push({ rows });
    rows = [];
  };
  for (const line of body.split('\n')) {
    if (line.startsWith('|')) {
      if (!/^\|[\s:|-]+\|$/.test(line)) rows.push(line.split('|').slice(1, -1).map(plain));
      continue;
    }
    flush();
    const heading = /^#+\s+(.*)$/.exec(line)?.[1];
    const text = plain(heading ?? line.replace(/^\s*(?:[-*>]|\[\^\d+\]:)\s+/, ''));
    if (text === '' || /^</.test(line.trim())) continue;
    blocks.push(heading === undefined ? { text } : { text, heading: true });
  }
  flush();
  return blocks;
}

/** All lines of a document from its title to its signature. */
export function linesOf({ title, blocks, attachments, organ, day }: OldDocument): Block[] {
  return [
    { text: title, heading: true },
    ...blocks,
    ...attachments.map((name, index) => ({
      text:
        index === 0 ? `附件：${attachments.length > 1 ? '1.' : ''}${name}` : `${index + 1}.${name}`,
    })),
    { text: organ },
    { text: dayText(day) },
  ];
}

function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function plain(text: string): string {
  return text
    .replaceAll(/\[\^\d+\]|\*+|<[^>]+>/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}

/** A text as XML and HTML have it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
