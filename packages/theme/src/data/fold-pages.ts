import type { CatalogueFold } from './catalogue-lists.ts';

/** What the folds of a page may weigh, of the 60 KB that a page has: the rest is its frame and the names of all. */
const PAGE_BYTES = 48 * 1024;
/** Tags around an item, a level, a part, a fold. */
const [ITEM, LEVEL, PART, FOLD] = [36, 20, 70, 60];

/** The folds page by page: a column in which everything is public has more ways than one light page holds. */
export function foldPages<Fold extends CatalogueFold>(folds: readonly Fold[]): Fold[][] {
  const pages: Fold[][] = [[]];
  let taken = 0;
  for (const fold of folds) {
    const weight = weightOf(fold);
    if (taken > 0 && taken + weight > PAGE_BYTES) {
      pages.push([]);
      taken = 0;
    }
    pages.at(-1)?.push(fold);
    taken += weight;
  }
  return pages;
}

/** The pages of a list of folds as a route's paths; the first has the list's own address. */
export function foldPaths(folds: readonly CatalogueFold[]) {
  return foldPages(folds).map((_, index) => ({
    params: { page: index === 0 ? undefined : String(index + 1) },
    props: { number: index + 1 },
  }));
}

function weightOf({ id, name, facts, parts }: CatalogueFold): number {
  const bytes = (...texts: readonly (string | undefined)[]) =>
    texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  return parts.reduce(
    (sum, part) =>
      part.levels.reduce(
        (below, level) =>
          level.items.reduce(
            (own, item) => own + ITEM + bytes(item.name, item.path, item.state),
            below + LEVEL + bytes(level.name),
          ),
        sum + PART + bytes(part.id, part.name, part.above),
      ),
    FOLD + bytes(id, name, facts),
  );
}
