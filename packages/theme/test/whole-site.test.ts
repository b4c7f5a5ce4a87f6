import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { lintScripts, lintStyles } from '@columns/testkit/built-code';
import {
  htmlFiles,
  kindOf,
  listFiles,
  PAGE_KINDS,
  pageFacts,
  weighPages,
  weightFaults,
  wordFaults,
} from '@columns/testkit/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadPages } from './beside.ts';
import { builtFixture } from './build.ts';
import { htmlFaults } from './html-validate.ts';
import { listedPages } from './page-list.ts';

/** A county and its city, each under its base, as a host serves them. */
const COUNTIES = ['qingshan', 'dashi'] as const;
let site: TempDir;
const folderOf = (county: string) => join(site.path, county);

beforeAll(async () => {
  site = await makeTempDir('whole-site');
  for (const county of COUNTIES) {
    const app = await builtFixture(county);
    expect(app.code, app.output).toBe(0);
    await cp(app.dist, folderOf(county), { recursive: true });
  }
});

afterAll(() => site.remove());

test('every link and anchor leads somewhere, from one column to another too', () => {
  expect(deadPages([{ folder: site.path, base: '/' }])).toEqual([]);
});

test('without the city beside it, the county’s links to it are found dead', () => {
  const dead = deadPages([{ folder: folderOf('qingshan'), base: '/qingshan/' }]);
  expect(dead.length).toBeGreaterThan(0);
  for (const line of dead) expect(line).toContain('“/dashi/');
});

describe.each(COUNTIES)('in %s', (county) => {
  test('every page is valid HTML', () => {
    expect(htmlFaults(folderOf(county))).toEqual([]);
  });

  test('every table says what it holds, and every head which cells it heads', () => {
    for (const file of htmlFiles(listFiles(folderOf(county)))) {
      const { tables } = pageFacts(readFileSync(join(folderOf(county), file), 'utf8'));
      for (const { caption, unscoped, written } of tables) {
        expect(caption || written, file).toBe(true);
        expect(unscoped, file).toBe(0);
      }
    }
  });

  test('styles and scripts ask nothing of Chrome 87 and Safari 14 that these cannot give', async () => {
    expect(await lintStyles(folderOf(county))).toEqual([]);
    expect(await lintScripts(folderOf(county))).toEqual([]);
  });

  test('no page is too heavy, runs a program without need, or asks another host', () => {
    const pages = weighPages({ folder: folderOf(county), base: `/${county}/` });
    expect(weightFaults(pages)).toEqual([]);
  });
});

test('no page speaks to citizens in the words of those who make it', () => {
  for (const county of COUNTIES) expect(wordFaults(folderOf(county), /^frame\//)).toEqual([]);
});

test('how much is disclosed is one number, wherever it is told', () => {
  const read = (path: string) =>
    readFileSync(join(folderOf('qingshan'), path, 'index.html'), 'utf8');
  const home = read('');
  const [, whole] = /公开信息共 (\d+) 条/.exec(home) ?? [];
  const site = JSON.parse(readFileSync(join(folderOf('qingshan'), 'site.json'), 'utf8'));
  expect(site.entries).toBe(Number(whole));
  const told = new Map<string, Set<string>>();
  const tell = (domain = '', count = '') =>
    told.set(domain, (told.get(domain) ?? new Set()).add(count));
  const doors = /href="\/qingshan\/domains\/([^/"]+)\/"(?:(?!<\/a>).)*?>(\d+) 条</gs;
  for (const [, domain, count] of home.matchAll(doors)) tell(domain, count);
  const lines = /href="\/qingshan\/domains\/([^/"]+)\/"(?:(?!<\/li>).)*?个事项，已公开 (\d+) 条/gs;
  const units = listFiles(folderOf('qingshan')).filter((file) =>
    /^units\/[^/]+\/index\.html$/.test(file),
  );
  for (const file of units) {
    const page = readFileSync(join(folderOf('qingshan'), file), 'utf8');
    for (const [, domain, count] of page.matchAll(lines)) if (count !== '0') tell(domain, count);
  }
  expect(told.size).toBeGreaterThan(2);
  for (const [domain, counts] of told) {
    expect([domain, [...counts]]).toEqual([domain, [[...counts][0]]]);
    expect(read(`domains/${domain}`)).toContain(`本领域全部信息（${[...counts][0]} 条`);
  }
});

describe('the list of pages that tests and the gallery look at', () => {
  const address = (path: string) => path.replace(/\?.*$/, '');

  test('names only pages that there are', () => {
    for (const { path } of listedPages('qingshan')) {
      const file = path.endsWith('.html') ? path : `${address(path)}index.html`;
      expect(existsSync(join(folderOf('qingshan'), file)), path).toBe(true);
    }
  });

  test('leaves out no kind of page', () => {
    const files = new Set(listFiles(folderOf('qingshan')));
    const listed = listedPages('qingshan').map(({ path }) => kindOf(address(path), files));
    const built = htmlFiles(files).map((file) => kindOf(file.replace(/index\.html$/, ''), files));
    for (const kind of new Set(built)) expect(listed, kind.name).toContain(kind);
    expect(built).not.toContain(PAGE_KINDS.at(-1));
  });
});
