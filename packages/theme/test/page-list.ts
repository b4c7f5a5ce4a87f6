import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One page of each sort that a fixture county has; the gallery shows the same. */
export interface ListedPage {
  readonly name: string;
  readonly path: string;
}

/** The pages of a fixture county that stand for all. */
export function listedPages(county: 'qingshan' | 'hard'): readonly ListedPage[] {
  const lists = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/pages.json'), 'utf8'));
  return lists[county];
}
