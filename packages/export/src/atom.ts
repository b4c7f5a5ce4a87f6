import { isWholeDay } from '@columns/content';
import { escapeHtml } from './escape.ts';

/** What a feed says of itself and of its entries; every address is absolute. */
export interface Feed {
  /** The list's page: the feed's lasting name and what it is the machine's side of. */
  readonly page: string;
  /** The feed's own address. */
  readonly self: string;
  readonly title: string;
  readonly author: string;
  /** What a reader must know of all of it, such as that it is a demonstration. */
  readonly subtitle?: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Lasting: the first address the entry had (RFC 4287, 4.2.6: never changed, even when it moves). */
  readonly id: string;
  /** Where its page stands now. */
  readonly page: string;
  readonly title: string;
  /** A date as far as it is known; only a whole day is told of. */
  readonly published: string;
  /** A day, `YYYY-MM-DD`: a feed has no place for what has none. */
  readonly updated: string;
  readonly summary?: string;
  readonly author?: string;
  readonly categories: readonly string[];
}

/** How many entries a feed holds: the newest. */
export const FEED_SIZE = 50;

/**
 * A feed as Atom (RFC 4287). Pure, and reads no clock: the feed was updated when its newest entry
 * was. @throws Error if there is no entry, for then no day could be given.
 */
export function atomFeed(feed: Feed): string {
  const entries = [...feed.entries].sort(byNewest).slice(0, FEED_SIZE);
  const [newest] = entries;
  if (!newest) throw new Error(`The feed ${feed.self} has no entries.`);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    tag('id', feed.page),
    tag('title', feed.title),
    ...(feed.subtitle === undefined ? [] : [tag('subtitle', feed.subtitle)]),
    tag('updated', moment(newest.updated)),
    `<author>${tag('name', feed.author)}</author>`,
    link('self', 'application/atom+xml', feed.self),
    link('alternate', 'text/html', feed.page),
    ...entries.flatMap(entryLines),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: FeedEntry): string[] {
  const { id, page, title, published, updated, summary, author, categories } = entry;
  return [
    '<entry>',
    tag('id', id),
    tag('title', title),
    tag('updated', moment(updated)),
    ...(isWholeDay(published) ? [tag('published', moment(published))] : []),
    ...(author === undefined ? [] : [`<author>${tag('name', author)}</author>`]),
    link('alternate', 'text/html', page),
    ...categories.map((name) => `<category term="${escaped(name)}"/>`),
    // An entry without content must have a link; a summary is for readers that show no pages.
    ...(summary === undefined ? [] : [tag('summary', summary)]),
    '</entry>',
  ];
}

function byNewest(a: FeedEntry, b: FeedEntry): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** A day in China as a moment (RFC 3339): its beginning. */
function moment(day: string): string {
  return `${day}T00:00:00+08:00`;
}

function tag(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(rel: string, type: string, address: string): string {
  return `<link rel="${rel}" type="${type}" href="${escaped(address)}"/>`;
}

/** Text as XML holds it; characters that XML 1.0 cannot hold are left out. */
function escaped(text: string): string {
  return escapeHtml(
    text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
  );
}
