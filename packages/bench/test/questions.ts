/** Citizens' questions, put to built columns through their search pages. */
import { join } from 'node:path';
import type { CitizensQuestion } from '@columns/search/questions';
import { launchBrowser, serveFolder } from '@columns/testkit';
import { buildFixtureApp } from '@columns/testkit/fixture-app';
import type { Page } from 'playwright-core';

const THEME = join(import.meta.dirname, '../../theme');

/** What stands on the page, in the order of the page: addresses below the column's. */
interface Shown {
  direct: string[];
  exact: string[];
  near: string[];
}

export interface Asked extends CitizensQuestion {
  shown: Shown;
  reached: boolean;
}

/** Builds the columns one after another and asks each its questions, as a reader would: by address. */
export async function askColumns(
  questions: readonly CitizensQuestion[],
  contentOf: (column: string) => string,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const column of new Set(questions.map((question) => question.column))) {
    const own = questions.filter((question) => question.column === column);
    const app = await buildFixtureApp({ theme: THEME, county: column, content: contentOf(column) });
    try {
      if (app.code !== 0) throw new Error(app.output);
      asked.push(...(await askBuilt(app.dist, column, own)));
    } finally {
      app.remove();
    }
  }
  return asked;
}

/** Asks a column that is built. */
export async function askBuilt(
  dist: string,
  column: string,
  questions: readonly CitizensQuestion[],
): Promise<Asked[]> {
  await using served = await serveFolder(dist, { base: `/${column}/` });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const asked: Asked[] = [];
    for (const question of questions) {
      const query = encodeURIComponent(question.query);
      await page.goto(`${served.origin}/${column}/search/?q=${query}`);
      await page.waitForSelector('[data-search][data-state=done]');
      const shown = await shownOn(page);
      asked.push({ ...question, shown, reached: isReached(question, shown) });
    }
    return asked;
  } finally {
    await browser.close();
  }
}

async function shownOn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const addresses = (selector: string): string[] =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.offsetParent !== null)
        .flatMap((element) => element.querySelector('a') ?? (element as HTMLAnchorElement))
        .map(({ href }) => decodeURIComponent(new URL(href).pathname))
        .map((path) => path.split('/').slice(2).join('/'));
    return {
      direct: addresses('[data-direct] a[href]'),
      exact: addresses('ol[data-results] > li[data-result]'),
      near: addresses('ol[data-near] > li[data-near-result]'),
    };
  });
}

/**
 * Whether what is wanted meets the eye first: the first of the pages named above the list, the first exact
 * result, or, where there is none, the first near one. Who asks nonsense is to get nothing.
 */
function isReached({ first }: CitizensQuestion, { direct, exact, near }: Shown): boolean {
  if (first.length === 0) return direct.length + exact.length + near.length === 0;
  const foremost = [direct[0], exact[0] ?? near[0]];
  return foremost.some((address) =>
    first.some((wanted) => address?.startsWith(wanted) && isOf(address, wanted)),
  );
}

/** An entry's attachments and further pages are its own; what lies below a page of the site is another page. */
function isOf(address: string, wanted: string): boolean {
  return address === wanted || /^\d{4}\//u.test(wanted);
}

export interface ClassScore {
  class: string;
  asked: number;
  reached: number;
}

export function scores(asked: readonly Asked[]): ClassScore[] {
  return [...new Set(asked.map((each) => each.class))].map((name) => {
    const own = asked.filter((each) => each.class === name);
    const reached = own.filter((each) => each.reached).length;
    return { class: name, asked: own.length, reached };
  });
}

/** By class, and below, what was not reached: with what stood there instead. */
export function report(asked: readonly Asked[]): string {
  const lines = scores(asked).map((each) => `${each.class}: ${each.reached} of ${each.asked}`);
  const missed = asked.filter(({ reached }) => !reached);
  return [
    ...lines,
    ...missed.map(({ column, class: name, query, shown }) => {
      const seen = Object.entries(shown).map(([list, [top]]) => `${list} ${top ?? '–'}`);
      return `  ${column} ${name} “${query}”: ${seen.join(', ')}`;
    }),
  ].join('\n');
}
