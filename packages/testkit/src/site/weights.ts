import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { addressOfFile, type BuiltSite, htmlFiles, listFiles } from './files.ts';
import { pageFacts } from './page-facts.ts';
import { kindOf, type PageKind } from './page-kinds.ts';

/** What it costs a citizen to open a page. */
export interface PageWeight {
  /** Below the base; the home page is empty. */
  readonly address: string;
  readonly kind: PageKind;
  /** Bytes of HTML, compressed. */
  readonly html: number;
  /** Bytes of all linked style sheets, compressed. */
  readonly css: number;
  /** The page itself and all it loads without being asked, each once. */
  readonly requests: number;
  readonly scripts: number;
  /** Addresses on other hosts that it, or its style sheets, would load. */
  readonly foreign: readonly string[];
}

/** Weighs every page of a built column. */
export function weighPages(site: BuiltSite): PageWeight[] {
  const files = new Set(listFiles(site.folder));
  const sheets = new Map<string, Sheet>();
  const sheetAt = (href: string): Sheet => {
    const known = sheets.get(href) ?? readSheet(site, href);
    sheets.set(href, known);
    return known;
  };
  return htmlFiles(files).map((file) => {
    const html = readFileSync(join(site.folder, file), 'utf8');
    const facts = pageFacts(html);
    const styles = facts.styles.filter((href) => !isForeign(href)).map(sheetAt);
    const loaded = new Set(facts.references.filter(({ loads }) => loads).map(({ value }) => value));
    const fetched = [...loaded].filter((value) => !value.startsWith('data:'));
    const address = addressOfFile(file);
    return {
      address,
      kind: kindOf(address, files),
      html: gzipSync(html).length,
      css: styles.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: 1 + fetched.length,
      scripts: facts.scripts,
      foreign: [...fetched.filter(isForeign), ...styles.flatMap(({ foreign }) => foreign)],
    };
  });
}

/** What breaks a limit: too heavy, loads from another host, a script where none belongs. */
export function weightFaults(pages: readonly PageWeight[]): string[] {
  return pages.flatMap(({ address, kind, html, css, scripts, foreign }) => {
    const place = `/${address}（${kind.name}）`;
    const faults: string[] = [];
    if (kind.limit !== undefined && html + css > kind.limit) {
      faults.push(`${place}: ${html + css} bytes, more than ${kind.limit}`);
    }
    if (scripts > 0 && !kind.scripts) faults.push(`${place}: ${scripts} scripts`);
    return [...faults, ...foreign.map((url) => `${place}: loads ${url}`)];
  });
}

interface Sheet {
  readonly bytes: number;
  readonly foreign: readonly string[];
}

function readSheet({ folder, base }: BuiltSite, href: string): Sheet {
  const css = readFileSync(join(folder, href.slice(base.length).replace(/[?#].*$/u, '')));
  const urls = [...css.toString().matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/gu)];
  return {
    bytes: gzipSync(css).length,
    foreign: urls.map(([, url = '']) => url).filter(isForeign),
  };
}

function isForeign(url: string): boolean {
  return /^(?:https?:)?\/\//iu.test(url);
}
