import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lock } from '@columns/standard/lock';
import type { AstroPrerenderer } from 'astro';
import type { OpenColumn } from '../integration/open-column.ts';
import { buildSearchIndex } from '../integration/search-index.ts';
import { writeSiteFile } from '../integration/site-file.ts';
import { FactDigests } from '../rendering/fact-digests.ts';
import { sharePrerenderer } from '../rendering/prerenderer.ts';
import type { Share } from '../rendering/share.ts';
import { unlinkedStamp } from '../rendering/stamp.ts';
import { codeDigest } from './code-digest.ts';
import { Folder, filesOf } from './folder.ts';
import { joinShares, writeKept } from './join.ts';
import { runShares } from './run-shares.ts';
import { recoverFolder, swapFolder } from './swap.ts';
import { readOthers, refuseHalf, stampedAnew, writeList } from './whole.ts';
import { pageFiles, planWork, type Work } from './work.ts';

export interface ColumnBuildInput {
  readonly app: string;
  readonly open: OpenColumn;
  /** What stands before every address. */
  readonly base: string;
  /** Where the finished site is to stand. */
  readonly outDir: string;
  /** All that was set for this build: part of what a page depends on. */
  readonly given: unknown;
  /** When this build began, in the milliseconds of the process: it may have made other counties before. */
  readonly began: number;
  /** Held from before the column was read until the site stands; absent in a process that makes a share. */
  readonly lock?: Lock | undefined;
  /** This process's share, when another process gave it one. */
  readonly share: Share | undefined;
  /** Processes that run side by side; by default as many as there are cores. */
  readonly cores?: number;
  /** Hears where everything lies that is no page, before it is put with the pages. */
  readonly bundled?: (outDir: string) => Promise<void>;
}

/**
 * One build of a column. The process that is started reads the column, gives out shares, makes the
 * first itself, and puts all together; `outDir` changes only when everything is there.
 */
export class ColumnBuild {
  readonly #input: ColumnBuildInput;
  readonly #share: Share;
  readonly #digests: FactDigests;
  /** Absent in a process that only makes its share. */
  readonly #work: Work | undefined;
  #others: Promise<void> = Promise.resolve();
  #ownDone: () => void = () => undefined;
  readonly #times: [name: string, at: number][] = [];

  constructor(input: ColumnBuildInput) {
    const { app, open, outDir, given, share, cores = availableParallelism() } = input;
    this.#input = input;
    this.#times.push(['', input.began], ['读取', performance.now()]);
    this.#digests = new FactDigests(open.column, open.contentRoot, open.judged);
    if (share) {
      this.#share = share;
      return;
    }
    this.#work = planWork({
      app,
      column: open.column,
      columnFile: open.columnFile,
      digests: this.#digests,
      code: codeDigest(app, given),
      cores,
    });
    recoverFolder(this.#work.folders.next, outDir);
    this.#share = this.#work.shares[0] as Share;
  }

  /** Where Astro puts this process's share. */
  get astroFolders(): { outDir: URL; cacheDir: URL } {
    return { outDir: folderUrl(this.#share.outDir), cacheDir: folderUrl(this.#share.cacheDir) };
  }

  /** Starts the other shares: before this process bundles its own pages, so that all cores are used. */
  startOthers(told: (line: string) => void): void {
    const shares = this.#work?.shares.slice(1) ?? [];
    if (shares.length === 0) return;
    const free = new Promise<void>((done) => {
      this.#ownDone = done;
    });
    const lanes = availableParallelism() - 1;
    this.#others = runShares({ app: this.#input.app, shares, lanes, free, told });
    // It is awaited at the end; until then a failure must not be nobody's.
    this.#others.catch(() => undefined);
  }

  /** Makes this process's own share. */
  prerenderer(astro: AstroPrerenderer, told: (line: string) => void): AstroPrerenderer {
    const pages = new Folder(this.#share.pages);
    return sharePrerenderer(astro, {
      share: this.#share,
      known: this.#work?.kept ?? JSON.parse(readFileSync(this.#share.keptFile, 'utf8')),
      digests: this.#digests,
      base: this.#input.base,
      write: (file, body) => {
        pages.write(file, body);
        return unlinkedStamp(body.length);
      },
      told,
    });
  }

  /**
   * Waits for all shares, puts them together, makes the search index, and swaps the site in.
   * Tells what is to be known of the index, and the seconds that each step took, in Chinese.
   */
  async finish(): Promise<string | undefined> {
    if (!this.#work) return undefined;
    this.#ownDone();
    await this.#others;
    this.#times.push(['页面', performance.now()]);
    const { open, outDir, bundled } = this.#input;
    await bundled?.(this.#share.outDir);
    const { next, search } = this.#work.folders;
    const { pages: byAddress, others } = joinShares(this.#work);
    const pages = Object.values(byAddress);
    this.#times.push(['合并', performance.now()]);
    const notes = await buildSearchIndex(next, open.column, search);
    const count = pages.filter(({ file }) => file.endsWith('.html')).length;
    writeSiteFile(next, open.column, count);
    const index = filesOf(join(next, 'pagefind')).map((file) => `pagefind/${file}`);
    const rest = readOthers(next, [...others, ...index, 'site.json']);
    const list = writeList(next, pages, rest);
    swapFolder(next, outDir);
    refuseHalf(outDir, pages, [...rest, list]);
    const { folders, code } = this.#work;
    writeKept(folders, { code, pages: stampedAnew(byAddress, pageFiles(folders)) });
    this.#input.lock?.release();
    this.#times.push(['检索', performance.now()]);
    return [
      ...notes,
      `用时：${this.#times.slice(1).map(secondsOf(this.#times)).join('，')}。`,
    ].join('\n');
  }
}

/** Each counted from the one before. */
function secondsOf(times: readonly [string, number][]) {
  return ([name, at]: [string, number], index: number): string =>
    `${name} ${((at - (times[index]?.[1] ?? at)) / 1000).toFixed(1)} 秒`;
}

function folderUrl(folder: string): URL {
  return pathToFileURL(join(folder, '/'));
}
