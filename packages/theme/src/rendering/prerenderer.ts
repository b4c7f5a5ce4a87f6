import { writeFileSync } from 'node:fs';
import { digestOf } from '@columns/content';
import { groupBy } from '@columns/standard';
import type { AstroPrerenderer, PathWithRoute, RouteData } from 'astro';
import type { FactDigests } from './fact-digests.ts';
import type { MadePage, Share, ShareReport } from './share.ts';
import type { Stamp } from './stamp.ts';
import { traced } from './trace.ts';

export interface PrerendererInput {
  readonly share: Share;
  /** Pages as an earlier build has left them, by address. */
  readonly known: Readonly<Record<string, MadePage>>;
  readonly digests: FactDigests;
  /** What stands before every address in a request. */
  readonly base: string;
  /** Puts a page where all are kept, by its path in the site. */
  readonly write: (file: string, body: Uint8Array) => Stamp;
  /** Hears how far it is, from time to time. */
  readonly told: (line: string) => void;
}

/** How often it tells how far it is, in pages. */
const STEP = 1000;

/**
 * Astro's own prerenderer, with three changes: of all pages it makes those of one share which no
 * earlier build has left as they would be made now; it notes what each reads; and it writes them
 * itself, where they are kept. Astro is handed nothing, and writes nothing.
 */
export function sharePrerenderer(
  astro: AstroPrerenderer,
  { share, known, digests, base, write, told }: PrerendererInput,
): AstroPrerenderer {
  const made: Record<string, MadePage> = {};
  const kept: string[] = [];
  let keys = new Map<string, string>();
  let [done, all] = [0, 0];
  return {
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      keys = new Map(paths.map((path) => [addressOf(path.pathname), keyOf(path)]));
      const fresh = paths.filter(({ pathname }) => {
        const address = addressOf(pathname);
        const page = known[address];
        const same = page !== undefined && page.key === keys.get(address) && digests.areSame(page);
        if (same) kept.push(address);
        return !same;
      });
      const own = together(fresh)
        .filter((_, index) => index % share.count === share.number)
        .flat();
      all = own.length;
      return own;
    },
    async render(request, options) {
      const { value, facts } = await traced(async () => {
        const rendered = await astro.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        // A body may be made while it is read.
        return { response, body: Buffer.from(await response.arrayBuffer()) };
      });
      const address = addressOf(decodeURI(new URL(request.url).pathname).slice(base.length));
      // Who reads the whole list reads all that it leads to.
      const read = facts.includes('entries')
        ? facts.filter((fact) => !fact.startsWith('entry:'))
        : facts;
      const file = fileOf(address, options.routeData);
      made[address] = {
        file,
        stamp: write(file, value.body),
        sha256: digestOf(value.body),
        key: keys.get(address) ?? '',
        facts: read,
        digest: digests.ofAll(read),
      };
      done += 1;
      if (done % STEP === 0) told(`已生成 ${done} 页，共 ${all} 页。`);
      return new Response(null, value.response);
    },
    async teardown() {
      await astro.teardown?.();
      writeFileSync(
        share.reportFile,
        JSON.stringify({ made, kept, planned: keys.size } satisfies ShareReport),
      );
    },
  };
}

/**
 * What is made of one entry, its page, rows and files: made one after another by one share, they read
 * the entry's text or table once.
 */
function together(paths: readonly PathWithRoute[]): PathWithRoute[][] {
  return [...groupBy(paths, entryOf).values()];
}

/** The entry a page is made of, by the name that routes give it; of other pages, each one's own address. */
function entryOf({ pathname, route }: PathWithRoute): string {
  const at = route.params.indexOf('id');
  return (at >= 0 && route.pattern.exec(pathname)?.[at + 1]) || pathname;
}

/** Pages of a route without paths are handed nothing. */
function keyOf({ cacheKey, route }: PathWithRoute): string {
  if (cacheKey !== undefined) return String(cacheKey);
  // A route whose paths have no key (`pagePaths`) is never the same as before.
  return route.params.length === 0 ? 'none' : `unknown ${Math.random()}`;
}

function addressOf(pathname: string): string {
  return pathname.replaceAll(/^\/+|\/+$/g, '');
}

function fileOf(address: string, { type }: RouteData): string {
  if (type === 'endpoint') return address;
  if (address === '404') return '404.html';
  return address === '' ? 'index.html' : `${address}/index.html`;
}
