/** Asking an index in a real browser, many questions of one client, as a page of the theme would. */
import type {
  AskOptions,
  BundleAddress,
  SearchAnswer,
  SearchOptions,
} from '@columns/search/client';
import type { Page } from 'playwright-core';

export type Question = Omit<AskOptions, 'onProgress'> & { query: string };

export function askAll(
  page: Page,
  questions: readonly (string | Question)[],
  bundles: readonly BundleAddress[] = [{ path: '../pagefind' }],
): Promise<SearchAnswer[]> {
  const asked = questions.map((each) => (typeof each === 'string' ? { query: each } : each));
  return page.evaluate(
    async ([all, bundles]) => {
      const { createSearch } = globalThis as unknown as {
        createSearch(options: SearchOptions): import('@columns/search/client').Search;
      };
      const search = createSearch({ bundles });
      const answers = [];
      for (const { query, ...options } of all) {
        answers.push(await search.ask(query, { limit: 1000, ...options }));
      }
      search.close();
      return answers;
    },
    [asked, bundles] as const,
  );
}

export function urls({ results }: SearchAnswer): string[] {
  return results.map((result) => result.url);
}
