import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { addressOfFile, type BuiltSite, htmlFiles, listFiles } from './files.ts';
import { pageFacts } from './page-facts.ts';
import {
  FRAME_REQUESTS,
  FRAME_SCRIPTS,
  kindOf,
  OWN_REQUESTS,
  type PageKind,
} from './page-kinds.ts';

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
  /** Those of them that are pictures and films. */
  readonly pictures: number;
  readonly scripts: number;
  /** Of these, those that stand in the page itself. */
  readonly inlineScripts: number;
  /** Addresses on other hosts that it, or its style sheets, would load. */
  readonly foreign: readonly string[];
}

/** The officers' editor: a program, and none of a citizen's pages. */
const EDITOR = 'admin/index.html';

/** Weighs every page of a built column that citizens read. */
export function weighPages(site: BuiltSite): PageWeight[] {
  const files = new Set(listFiles(site.folder));
  const sheets = new Map<string, Sheet>();
  const sheetAt = (href: string): Sheet => {
    const known = sheets.get(href) ?? readSheet(site, href);
    sheets.set(href, known);
    return known;
  };
  const pages = htmlFiles(files).filter((file) => file !== EDITOR);
  return pages.map((file) => {
    const html = readFileSync(join(site.folder, file), 'utf8');
    const facts = pageFacts(html);
    const styles = facts.styles.filter((href) => !isForeign(href)).map(sheetAt);
    const loads = facts.references.filter((each) => each.loads && !each.value.startsWith('data:'));
    const fetched = [...new Set(loads.map(({ value }) => value))];
    const shown = loads.filter(({ where }) => /^(?:img|source|video|picture)\b/u.test(where));
    const address = addressOfFile(file);
    return {
      address,
      kind: kindOf(address, files),
      html: gzipSync(html).length,
      css: styles.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: 1 + fetched.length,
      pictures: new Set(shown.map(({ value }) => value)).size,
      scripts: facts.scripts,
      inlineScripts: facts.inlineScripts.length,
      foreign: [...fetched.filter(isForeign), ...styles.flatMap(({ foreign }) => foreign)],
    };
  });
}

/** What breaks a limit: too heavy, too many requests, from another host, a script without need. */
export function weightFaults(pages: readonly PageWeight[]): string[] {
  return pages.flatMap((page) => {
    const { address, kind, html, css, scripts, foreign } = page;
    const place = `/${address}（${kind.name}）`;
    const faults: string[] = [];
    if (kind.limit !== undefined && html + css > kind.limit) {
      faults.push(`${place}: ${html + css} bytes, more than ${kind.limit}`);
    }
    if (scripts > FRAME_SCRIPTS && !kind.scripts) {
      faults.push(`${place}: ${scripts} scripts, ${FRAME_SCRIPTS} of them every page’s`);
    }
    if (page.inlineScripts > 0) faults.push(`${place}: ${page.inlineScripts} scripts in the page`);
    const most = FRAME_REQUESTS + (kind.scripts ? OWN_REQUESTS : 0);
    const requests = page.requests - page.pictures;
    if (requests > most) faults.push(`${place}: ${requests} requests, more than ${most}`);
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
