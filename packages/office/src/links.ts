/*
 * Where a file may lead. What a reader clicks may go to a page, a mailbox or a telephone; what the file
 * loads by itself may not leave it.
 */

const SCHEME = /^\s*([a-z][a-z\d+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);
/** Signs that readers of addresses drop: `java\tscript:`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const DROPPED = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\ufeff]/g;

/** Whether a link only opens a page, a mailbox or a telephone, or stays among the files beside it. */
export function isPlainLink(target: string): boolean {
  const plain = target.replaceAll(DROPPED, '');
  if (/^(?:\\\\|\/\/)/.test(plain)) return false;
  const scheme = SCHEME.exec(plain)?.[1]?.toLowerCase();
  // `localhost:4321` and `12:30` look like schemes and are none.
  return scheme === undefined || ALLOWED.has(scheme) || /^[^/\\]+:\d/.test(plain);
}

/**
 * A place on the reader's own disk, where nothing of ours can be: Word and WPS note from which template
 * or picture a document was made.
 */
export function isOwnDisk(target: string): boolean {
  const plain = safeDecode(target).replaceAll(DROPPED, '');
  return (
    /^(?:file:\/{3})?(?:\/?[a-z]:[\\/]|(?:Users|Applications|Library)\/)/i.test(plain) ||
    /^file:\/{3}(?![\\/])/i.test(plain) ||
    /^[^\\/:]+\.(?:dotx?|dotm|wpt|png|jpe?g|gif|bmp|[we]mf)$/i.test(plain)
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
