import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTempDir } from '../src/index.ts';
import { deadLinks, weighPages, weightFaults, weightTable } from '../src/site/index.ts';

async function folderWith(files: Record<string, string>) {
  const folder = await makeTempDir('site');
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder.path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

describe('dead links', () => {
  async function deadIn(html: string): Promise<string[]> {
    await using folder = await folderWith({
      'index.html': html,
      'a/index.html': '<h1 id="一">一</h1>',
      'a/list.csv': '',
    });
    const dead = deadLinks([{ folder: folder.path, base: '/county/' }]);
    return dead.map((line) => line.replace('/county/index.html: ', ''));
  }

  test.each([
    '<a href="/county/a/">甲</a>',
    '<a href="a/#%E4%B8%80">甲</a>',
    '<a href="./a/list.csv?v=1" download>表</a>',
    '<a href="#">顶</a>',
    '<a href="https://example.org/none/">别处</a><a href="tel:12345">电话</a>',
    '<img src="data:image/png;base64,AA==" alt="">',
    '<form action="/county/a/"></form>',
    '<meta http-equiv="refresh" content="0; url=/county/a/">',
  ])('are none in %s', async (html) => {
    expect(await deadIn(html)).toEqual([]);
  });

  test.each([
    ['<a href="/a/">甲</a>', 'a[href] “/a/”: no such file'],
    ['<a href="/county/a">甲</a>', 'a[href] “/county/a”: no slash at the end'],
    ['<a href="a/#two">甲</a>', 'a[href] “a/#two”: no id “two” there'],
    ['<a href="#two">甲</a>', 'a[href] “#two”: no id “two” there'],
    ['<img src="b.png" alt="">', 'img[src] “b.png”: no such file'],
    ['<img srcset="b.png 1x, a/list.csv 2x" alt="">', 'img[srcset] “b.png”: no such file'],
    ['<form action="/search/"></form>', 'form[action] “/search/”: no such file'],
    ['<a href="https://">甲</a>', 'a[href] “https://”: not an address'],
    [
      '<meta http-equiv="refresh" content="0; url=/county/b/">',
      'meta[content] “/county/b/”: no such file',
    ],
  ])('are found in %s', async (html, line) => {
    expect(await deadIn(html)).toEqual([line]);
  });
});

describe('weights', () => {
  const sheet = '<link rel="stylesheet" href="/county/a.css">';

  test('count HTML and linked styles, requests and programs', async () => {
    await using folder = await folderWith({
      'index.html': `${sheet}<img src="/county/a.svg" alt=""><img src="/county/a.svg" alt="">`,
      'search/index.html': '<script type="module" src="/county/a.js"></script>',
      '2025/list/index.html': '<script type="application/ld+json">{}</script>',
      'data/list.csv': '',
      'a.css': 'a{}',
    });
    const pages = weighPages({ folder: folder.path, base: '/county/' });
    expect(
      pages.map(({ address, kind, requests, scripts }) => [address, kind.name, requests, scripts]),
    ).toEqual([
      ['2025/list/', '名录清单', 1, 0],
      ['', '首页', 3, 0],
      ['search/', '检索', 2, 1],
    ]);
    expect(pages[1]?.css).toBeGreaterThan(0);
    expect(weightFaults(pages)).toEqual([]);
    expect(weightTable(pages)).toContain('| 首页 | 1 | 0.1 | 0.0 | 0.1 | 24 | 3 | 0 | / |');
  });

  test('name what is too heavy, runs without need, or comes from elsewhere', async () => {
    const program = '<script src="/county/a.js"></script>';
    const noise = Array.from({ length: 9000 }, (_, index) => ((index * 7919) % 9973).toString(36));
    await using folder = await folderWith({
      'units/index.html': `${sheet}${program.repeat(3)}<script>1</script>`,
      '2025/long/index.html': noise.join(' '),
      'a.css': '@import "https://example.org/b.css"; a { background: url(//example.org/c.png) }',
    });
    expect(weightFaults(weighPages({ folder: folder.path, base: '/county/' }))).toEqual([
      expect.stringMatching(/^\/2025\/long\/（公开信息）: \d+ bytes, more than 14336$/),
      '/units/（部门和乡镇）: 4 scripts, 2 of them every page’s',
      '/units/（部门和乡镇）: 1 scripts in the page',
      '/units/（部门和乡镇）: loads https://example.org/b.css',
      '/units/（部门和乡镇）: loads //example.org/c.png',
    ]);
  });
});
