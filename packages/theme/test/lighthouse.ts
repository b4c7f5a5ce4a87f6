import { launchBrowser } from '@columns/testkit';
import lighthouse, { defaultConfig, type Flags } from 'lighthouse';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Score {
  /** From 0 to 100; performance is the median of all runs, the others the least of them. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Milliseconds to the first and to the largest paint, medians. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** The greatest of all runs. */
  readonly layoutShift: number;
  /** Audits that cost points, by title. */
  readonly lost: readonly string[];
}

const PORT = 9333;

/**
 * Lets Lighthouse judge a page in the tests' browser as it judges by default: a middling phone on a
 * slow mobile network, both simulated.
 */
export async function judge(url: string, runs: number): Promise<Score> {
  const browser = await launchBrowser({ port: PORT });
  try {
    const flags: Flags = { port: PORT, onlyCategories: [...CATEGORIES], output: 'json' };
    const results: NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'][] = [];
    for (let run = 0; run < runs; run += 1) {
      const result = await lighthouse(url, { ...flags, logLevel: 'error' }, defaultConfig);
      if (!result) throw new Error(`Lighthouse gave nothing for ${url}`);
      results.push(result.lhr);
    }
    const numbers = (id: string) => results.map(({ audits }) => audits[id]?.numericValue ?? NaN);
    const scored = (id: Category) =>
      results.map(({ categories }) => Math.round((categories[id]?.score ?? 0) * 100));
    return {
      scores: {
        performance: median(scored('performance')),
        accessibility: Math.min(...scored('accessibility')),
        'best-practices': Math.min(...scored('best-practices')),
        seo: Math.min(...scored('seo')),
      },
      firstPaint: Math.round(median(numbers('first-contentful-paint'))),
      largestPaint: Math.round(median(numbers('largest-contentful-paint'))),
      layoutShift: Math.max(...numbers('cumulative-layout-shift')),
      lost: [
        ...new Set(
          results.flatMap(({ audits, categories }) =>
            CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? [])
              .filter(({ weight }) => weight > 0)
              .map(({ id }) => audits[id])
              .filter((audit) => audit && audit.score !== null && audit.score < 0.9)
              .map((audit) => `${audit?.title}: ${audit?.displayValue ?? ''}`),
          ),
        ),
      ],
    };
  } finally {
    await browser.close();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
