import { oneLine, squeeze } from '@columns/office/words';
import type { Channel } from '@columns/standard';
import { channelFromName } from '@columns/standard';

const CHOSEN = /^[■☑√✓✔●★▲是✅]$|^(?:√|■|是)$/;
const EMPTY = /^(?:[□☐○×✗否无—–\-/]*)$/;

/** A cell that only says yes or no; `undefined` for one that says something else. */
export function readMark(text: string): boolean | undefined {
  const plain = squeeze(text);
  if (EMPTY.test(plain)) return false;
  return CHOSEN.test(plain) || /^[√■☑✓✔]+$/.test(plain) ? true : undefined;
}

const NUMBER = /^(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)])\s*/;
/** Where an element begins: on its own line, after a semicolon, at a number, at a group of numbers. */
const BETWEEN =
  /\n|；|;|(?<=[。；;]|^|\s|[：:])(?=(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)]))|(?<=。)(?=[^。；：:①]{2,20}[：:]\s*①)|[●•▪◆]/;

/**
 * 公开内容（要素）, one by one. The name of a numbered group stands before each of its elements
 * (一般公共预算：①收入表②支出表), as in the standard's own data.
 */
export function readElements(text: string): string[] {
  const elements: string[] = [];
  let group = '';
  for (const part of text.split(BETWEEN).map(oneLine)) {
    if (part === '') continue;
    const numbered = NUMBER.test(part);
    const bare = part.replace(NUMBER, '').replace(/[。；;，,]$/, '');
    if (!numbered) group = '';
    if (/^[^：:]{2,20}[：:]$/.test(bare)) group = bare.replace(/[：:]$/, '：');
    else if (bare !== '') elements.push(`${numbered ? group : ''}${bare}`);
  }
  return elements;
}

const BOX = /([■□☑☐√✓▲●○])\s*([^■□☑☐√✓▲●○]*)/g;

export interface ChannelReading {
  readonly channels: readonly Channel[];
  /** Boxes that are not chosen, and so say nothing. */
  readonly open: number;
  /** Marks without a name beside them. */
  readonly unread: readonly string[];
}

/** 公开渠道和载体: `■政府网站 □政府公报 ▲公示栏`, or names alone. */
export function readChannels(text: string): ChannelReading {
  const boxes = [...text.matchAll(BOX)];
  if (boxes.length === 0) {
    const names = text
      .split(/[\n、；;，,]|\s{2,}/)
      .map(oneLine)
      .filter((name) => name !== '');
    return { channels: unique(names.map(channelFromName)), open: 0, unread: [] };
  }
  const channels: Channel[] = [];
  const unread: string[] = [];
  let open = 0;
  for (const [whole, sign = '', name = ''] of boxes) {
    const words = oneLine(name)
      .replace(/[_＿]+$/g, '')
      .replace(/[；;，,、]$/, '');
    if (/[□☐○]/.test(sign)) open++;
    else if (words === '') unread.push(oneLine(whole));
    else {
      const channel = channelFromName(words);
      channels.push(sign === '▲' ? { ...channel, when: 'later' } : channel);
    }
  }
  return { channels: unique(channels), open, unread };
}

function unique(channels: readonly Channel[]): Channel[] {
  const seen = new Set<string>();
  return channels.filter((channel) => {
    const key = JSON.stringify(channel);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
