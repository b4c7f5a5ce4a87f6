import { Mime } from 'mime';
import others from 'mime/types/other.js';
import standard from 'mime/types/standard.js';

/**
 * What the library does not know, or knows under another's name. OFD (GB/T 33190) and WPS Office have no
 * types at IANA: these are what WPS Office and the readers of OFD files name themselves on Linux.
 */
const OWN = {
  'application/ofd': ['ofd'],
  'application/wps-office.wps': ['wps'],
  'application/wps-office.et': ['et'],
  'application/wps-office.dps': ['dps'],
  'application/xml': ['xml'],
  // Pieces of the search index.
  'application/octet-stream': [
    ...[
      'pagefind',
      'pf_card',
      'pf_direct',
      'pf_facts',
      'pf_filter',
      'pf_fragment',
      'pf_index',
      'pf_meta',
      'pf_words',
    ],
  ],
  'text/plain': ['sha256', 'minisig'],
};

const library = new Mime(standard, others);
library.define(OWN, true);

/** Endings that few servers know: a header file must tell all of them. */
export const RARE_ENDINGS: readonly string[] = ['dps', 'et', 'ofd', 'wps'];

/** `.csv` of a path, in lower case and without its point; empty where it has none. */
function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The media type of a file by its ending, without parameters; nothing for an ending that nobody knows. */
export function bareMediaType(path: string): string | undefined {
  const ending = endingOf(path);
  return ending === '' ? undefined : (library.getType(ending) ?? undefined);
}

/**
 * The Content-Type of a file of a site by its path. Every text of a site is UTF-8: what is written by us
 * is, and attachments are published so, whatever their encoding was (`publishedBytes`).
 */
export function contentType(path: string): string | undefined {
  const type = bareMediaType(path);
  return type !== undefined && isText(type) ? `${type};charset=utf-8` : type;
}

/** Whether a type is of text, which a reader needs to know the encoding of. */
export function isText(type: string): boolean {
  return (
    type.startsWith('text/') ||
    /^application\/(?:(?:[\w.-]+\+)?(?:json|xml)|javascript|manifest\+json)$/.test(type)
  );
}
