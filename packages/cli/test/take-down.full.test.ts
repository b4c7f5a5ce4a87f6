import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '@columns/site';
import { pack } from '@columns/site/pack';
import { buildFixtureApp } from '@columns/testkit/fixture-app';
import { htmlFiles, listFiles } from '@columns/testkit/site';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { COUNTY, commitStage, FILE_MARK, MARK, NUMBERS, STAGES } from './take-down/county.ts';
import { placesOf } from './take-down/words.ts';

// One app, built while all is open and again, from what is kept of that build, when it is taken down.

const theme = join(import.meta.dirname, '../../theme');
const SITE = 'https://example.org';
let root: string;
let folder: string | undefined;
let open: readonly string[];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'take-down-')));
  for (const stage of STAGES) {
    commitStage(root, stage);
    // A build stops at a number: what slips in is in the history, and in what was made by hand.
    if (stage === 'slipped') continue;
    await publish();
    if (stage === 'open') open = placesOf([MARK, FILE_MARK], dist());
  }
  // The site begins as the one before the last: that, too, is one in which all is gone.
  await publish();
  await pack(dist(), COUNTY, join(root, 'packed'), { tools: {} });
}, 600_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const dist = () => join(root, 'dist');

/** Builds the county as `columns build` does, and puts the site together. */
async function publish(): Promise<void> {
  const app = join(root, 'apps', COUNTY);
  const built = await buildFixtureApp({
    ...{ theme, county: COUNTY, content: join(root, 'content'), folder, env: { SITE } },
  });
  expect(built.code, built.output).toBe(0);
  folder = built.folder;
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{}');
  rmSync(join(app, 'dist'), { recursive: true, force: true });
  cpSync(built.dist, join(app, 'dist'), { recursive: true });
  const context = {
    root,
    env: { SITE },
    out: () => undefined,
    err: () => undefined,
    colour: false,
  };
  for (const command of ['history', 'data', 'records'])
    expect(await main([command], context)).toBe(0);
  await assemble({
    appsDir: join(root, 'apps'),
    outDir: dist(),
    base: '/',
    site: SITE,
    manifest: { tools: {} },
    memory: join(root, 'site.json'),
  });
}

test('while all is open the words are found on pages, in feeds, search, data and files', () => {
  const files = open.map((line) => line.split(':', 1).join(''));
  const wanted = [
    ...['/policy-withdrawn/index.html', '/rows/2/index.html', `/${FILE_MARK}-policy-withdrawn.txt`],
    ...['feed.xml', 'index.html', 'pagefind/', 'data/register-withheld.csv', '.xlsx'],
    ...['guides/booklet/', 'tasks/', 'map/', 'library/'],
  ];
  for (const part of wanted)
    expect([part, files.some((file) => file.includes(part))]).toEqual([part, true]);
});

test('once they are taken down, no word of theirs is anywhere in the site or in its offline copy', () => {
  expect(placesOf([MARK, FILE_MARK], dist(), join(root, 'packed'))).toEqual([]);
});

test('what is left of them leads nowhere that is gone', () => {
  const files = listFiles(dist());
  const known = new Set(files);
  const dead = htmlFiles(files).flatMap((file) => {
    const text = readFileSync(join(dist(), file), 'utf8');
    return [...text.matchAll(/ (?:href|src)="\/([^"#?]*)/g)].flatMap(([, to = '']) => {
      const target = to === '' || to.endsWith('/') ? `${to}index.html` : to;
      return known.has(decodeURI(target)) || target.startsWith('editor/')
        ? []
        : [`${file} → ${to}`];
    });
  });
  expect(dead).toEqual([]);
});

test('a number that was cleaned out is nowhere', () => {
  expect(placesOf(NUMBERS, dist(), join(root, 'packed'))).toEqual([]);
});

test('what is kept for the next build and the next site holds none of it either', () => {
  const kept = [
    join(folder ?? '', '.columns'),
    join(root, '.columns'),
    join(root, 'dist.spare'),
    join(root, '.dist.spare'),
  ];
  expect(placesOf([MARK, FILE_MARK, ...NUMBERS], ...kept.filter((one) => existsSync(one)))).toEqual(
    [],
  );
});
