import { expect, test } from 'vitest';
import type { CatalogueFold } from '../src/data/catalogue-lists.ts';
import { foldPages } from '../src/data/fold-pages.ts';

const fold = (index: number, items: number): CatalogueFold => ({
  id: `domain-${index}`,
  name: `领域${index}`,
  facts: `${items} 项，已公开 ${items} 项`,
  parts: [
    {
      id: `domain-${index}`,
      name: undefined,
      above: `domains/domain-${index}/`,
      leads: [],
      levels: [
        {
          name: '政策文件',
          items: Array.from({ length: items }, (_, item) => ({
            name: `第${item}个公开事项的名称`,
            path: `domains/domain-${index}/the-item-${item}/`,
            state: '1 条',
            unsure: false,
          })),
        },
      ],
    },
  ],
});
const names = (pages: readonly (readonly CatalogueFold[])[]) =>
  pages.map((page) => page.map(({ id }) => id));

test('a catalogue that one light page holds has one page', () => {
  expect(names(foldPages([fold(1, 20), fold(2, 0)]))).toEqual([['domain-1', 'domain-2']]);
  expect(foldPages([])).toEqual([[]]);
});

test('a full catalogue is parted between folds: each stands on one page, in order, and no page is heavy', () => {
  const folds = Array.from({ length: 60 }, (_, index) => fold(index, 5 + ((index * 7) % 23)));
  const pages = foldPages(folds);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat()).toEqual(folds);
  for (const page of pages) {
    const items = page.flatMap(({ parts }) => parts.flatMap(({ levels }) => levels));
    const links = items.flatMap(({ items: own }) => own.map(({ name, path }) => name + path));
    expect(Buffer.byteLength(links.join(''))).toBeLessThan(50 * 1024);
  }
});

test('a fold that is too heavy by itself has a page of its own', () => {
  expect(names(foldPages([fold(1, 3), fold(2, 900), fold(3, 3)]))).toEqual([
    ['domain-1'],
    ['domain-2'],
    ['domain-3'],
  ]);
});
