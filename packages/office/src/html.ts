import { namedEncoding } from './encoding.ts';
import { isPlainLink } from './links.ts';
import type { Account } from './passage.ts';

/** Elements of a page that only show something. */
const ALLOWED = new Set(
  `a abbr acronym address area article aside b base basefont bdi bdo big blockquote body br caption center cite code
  col colgroup dd del details dfn dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 head
  header hr html i img ins kbd label legend li main map mark menu meta nav ol p pre q rp rt ruby s samp section
  small span strike strong style sub summary sup table tbody td tfoot th thead time title tr tt u ul var wbr xml
  !doctype`.split(/\s+/),
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** A page that was put into a document: its text without marks, and what in it runs or loads. */
export function readHtml(html: string, where: string, account: Account): void {
  for (const [tag, name = ''] of html.matchAll(/<(!?[a-z][^\s/>]*)[^>]*>?/gi)) {
    const lower = name.toLowerCase();
    if (!ALLOWED.has(lower) && !lower.includes(':')) account.addActive('会运行或加载内容的网页');
    if (/[\s"'/]on[a-z]+\s*=|http-equiv\s*=\s*["']?refresh/i.test(tag))
      account.addActive('会运行或加载内容的网页');
    for (const [, key = '', value = ''] of tag.matchAll(
      /\b(src|href|action|background)\s*=\s*["']?([^"'\s>]+)/gi,
    )) {
      const outside = /^\s*(?:https?:|\/\/|\\\\|file:|mhtml:)/i.test(value);
      if (!isPlainLink(value) && !/^(?:cid|data:image)/i.test(value))
        account.addActive('会运行程序或打开文件的链接');
      else if (outside && key.toLowerCase() !== 'href') account.addActive('从别处加载的图片');
    }
  }
  const text = html
    .replaceAll(/<\/?(?:p|div|tr|td|th|li|br|h\d|table)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&#(x[\da-f]+|\d+);/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number(code.replace(/^x/i, '0x')) || 0)),
    )
    .replaceAll(/&([a-z]+);/gi, (all, name: string) => ENTITIES[name.toLowerCase()] ?? all);
  for (const line of text.split(/[\r\n]+/)) account.words(line, where);
  for (const [, words = ''] of html.matchAll(/(?:alt|title|content)\s*=\s*"([^"]*)"/gi))
    account.words(words, where);
}

/** A page in an archive of its own (RFC 2557): its parts are decoded before they are read. */
export function readMht(mht: string, where: string, account: Account): void {
  for (const part of mht.split(/^--.*$/m)) {
    const cut = /\r?\n\r?\n/.exec(part);
    const head = cut ? part.slice(0, cut.index) : '';
    const body = cut ? part.slice(cut.index) : part;
    if (/content-type:\s*image\//i.test(head)) continue;
    readHtml(decodeBody(head, body), where, account);
  }
}

function decodeBody(head: string, body: string): string {
  if (/transfer-encoding:\s*base64/i.test(head)) {
    try {
      return new TextDecoder(namedEncoding(head) ?? 'utf-8').decode(
        bytesOf(atob(body.replaceAll(/\s/g, ''))),
      );
    } catch {
      return body;
    }
  }
  if (!/transfer-encoding:\s*quoted-printable/i.test(head)) return body;
  const plain = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number(`0x${code}`)));
  try {
    return new TextDecoder(namedEncoding(head) ?? 'utf-8', { fatal: true }).decode(bytesOf(plain));
  } catch {
    return plain;
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
}
