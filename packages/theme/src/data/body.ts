import settings from 'virtual:columns/settings';
import type { Entry } from '@columns/content';
import { readBody } from '@columns/content';
import type { Heading, RenderedBody } from '@columns/content/markdown';
import { renderMarkdown } from '@columns/content/markdown';
import { resolveBodyLink } from '../rendering/body-links.ts';
import { noteFact } from '../rendering/trace.ts';
import { textFact } from '../rendering/watched-column.ts';

let held: { readonly entry: Entry; readonly body: RenderedBody } | undefined;

/**
 * An entry's `.md` body as HTML, its links to files and entries turned into addresses. A page asks
 * for it more than once, so the last one is kept.
 */
export function renderBody(entry: Entry): RenderedBody {
  noteFact(textFact(entry));
  if (settings.live || held?.entry !== entry) {
    // In `dev` a text may be newer than what was checked of it; it is checked and shown anew at once.
    const file = settings.live ? { file: entry.file } : entry;
    const body = renderMarkdown(readBody(settings.contentRoot, file), {
      resolve: (url) => resolveBodyLink(entry, url, settings.base),
    });
    held = { entry, body };
  }
  return held.body;
}

/** An entry's text as it is written, for those who look for words in it. */
export function textOf(entry: Entry): string {
  noteFact(textFact(entry));
  return readBody(settings.contentRoot, settings.live ? { file: entry.file } : entry);
}

/** The headings of a `.md` body, with the ids they have on its page. */
export function headingsOf(entry: Entry): readonly Heading[] {
  return renderBody(entry).headings;
}
