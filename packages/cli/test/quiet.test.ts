import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { FRAMES } from '@columns/site/fixture-frames';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { findRoot } from '../src/root.ts';

// Two counties whose tasks write one file and its list, through the repository's own Turborepo.

const repository = findRoot(import.meta.dirname);
const NAMES: Readonly<Record<string, string>> = { a: '甲县', b: '乙县' };
let root: string;
let bin: string;

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { mode });
}

const TASK = `
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
const task = process.argv.at(-1);
const { county } = JSON.parse(readFileSync('package.json', 'utf8'));
const text = readFileSync('../../content/' + county + '/county.yaml', 'utf8');
console.log('working on ' + task);
console.log('::endgroup::');
console.log('::error title=FORGED::by content');
if (task === 'records' && text.includes('fault')) {
  console.log('第 1 行有错误');
  process.exit(1);
}
const folder = task === 'build' ? 'dist' : 'dist-' + task;
const site = {
  county, name: county, level: 'county', base: '/' + county + '/', title: county, demo: true, entries: 1, pages: 1,
};
const pages = { 'index.html': text, 'site.json': JSON.stringify(site), ...JSON.parse(readFileSync('../../frames.json', 'utf8')) };
const files = task === 'build' ? pages : { [task]: text };
rmSync(folder, { recursive: true, force: true });
let list = '';
for (const [name, body] of Object.entries(files)) {
  mkdirSync(dirname(folder + '/' + name), { recursive: true });
  writeFileSync(folder + '/' + name, body);
  list += hash('sha256', body) + '  ' + name + '\\n';
}
writeFileSync(folder + '/written.sha256', list);
`;

const county = (id: string, more = '') =>
  write(
    `content/${id}/county.yaml`,
    `id: ${id}\nname: ${NAMES[id]}\nlevel: county\nstructure: national-26\ndemo: true\n${more}`,
  );

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'quiet-')));
  bin = join(root, 'bin');
  write('pnpm-workspace.yaml', 'packages: [apps/*]\n');
  write('package.json', '{"name":"two","private":true,"packageManager":"pnpm@12.20.0"}');
  const importers = Object.keys(NAMES).map((id) => `  apps/${id}: {}\n`);
  write('pnpm-lock.yaml', `lockfileVersion: '9.0'\nimporters:\n  .: {}\n${importers.join('')}`);
  const outputs = ['dist/**', 'dist-*/**'];
  const tasks = Object.fromEntries(
    ['build', 'data', 'records', 'admin'].map((task) => [task, { outputs }]),
  );
  write('turbo.json', JSON.stringify({ cacheDir: '.turbo/cache', tasks }));
  write('.gitignore', 'dist*\n.turbo\nnode_modules\n');
  write('task.mjs', TASK);
  write('frames.json', JSON.stringify(FRAMES));
  for (const id of Object.keys(NAMES)) {
    const scripts = Object.fromEntries(Object.keys(tasks).map((task) => [task, task]));
    write(
      `apps/${id}/package.json`,
      JSON.stringify({ name: `@counties/${id}`, county: id, scripts }),
    );
    const inputs = ['$TURBO_DEFAULT$', `$TURBO_ROOT$/content/${id}/**`];
    const own = Object.fromEntries(Object.keys(tasks).map((task) => [task, { inputs }]));
    write(`apps/${id}/turbo.json`, JSON.stringify({ extends: ['//'], tasks: own }));
    county(id);
  }
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(
    realpathSync(join(repository, 'node_modules/turbo')),
    join(root, 'node_modules/turbo'),
  );
  write('bin/pnpm', '#!/bin/sh\nexec node ../../task.mjs "$2"\n', 0o755);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function build(args: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  let out = '';
  let err = '';
  const { CI: _ci, GITHUB_ACTIONS: _actions, ...own } = process.env;
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const code = await main(['build', ...args], {
    root,
    env: { ...own, ...more, PATH: path },
    colour: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** A county's line, whichever comes first and however long it took. */
const lines = (out: string) =>
  out
    .replaceAll(/\d+\.\d 秒/g, 'n 秒')
    .trim()
    .split('\n');

describe.runIf(process.platform !== 'win32')('a build', () => {
  test('tells one line a county, and nothing of what the tools said', async () => {
    const { code, out, err } = await build();
    expect(err).not.toContain('working');
    const told = lines(out);
    expect(told.slice(0, 2).map((line) => line.slice(0, 5))).toEqual(['[1/2]', '[2/2]']);
    expect(
      told
        .slice(0, 2)
        .map((line) => line.slice(6))
        .sort(),
    ).toEqual(['乙县（b）　n 秒', '甲县（a）　n 秒']);
    expect(told[2]).toMatch(/^dist\/：专栏 2 个，文件 \d+ 个。$/);
    expect(code).toBe(0);
  });

  test('tells a county that the cache has just as well, and only those that were named', async () => {
    const { code, out } = await build(['b']);
    expect(lines(out)[0]).toBe('[1/1] 乙县（b）　n 秒');
    expect(code).toBe(0);
  });

  test('tells the whole log of a task that failed, and of no other', async () => {
    county('a', '# fault\n');
    const { code, out, err } = await build();
    county('a');
    expect(lines(out)).toEqual(['[1/2] 乙县（b）　n 秒']);
    expect(err).toContain('没有通过：a records\nworking on records\n');
    expect(err).toContain('第 1 行有错误');
    expect(err).not.toContain('working on build');
    expect(code).not.toBe(0);
  });

  test('on GitHub folds each task’s log, and obeys nothing that stands in it', async () => {
    county('a', '# again\n');
    const { out } = await build([], { GITHUB_ACTIONS: 'true' });
    county('a');
    let word: string | undefined;
    const obeyed = out.split('\n').filter((line) => {
      const [, name = '', value] = /^::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
      if (name === '') return false;
      if (word !== undefined) {
        if (name === word) word = undefined;
        return false;
      }
      if (name === 'stop-commands') word = value;
      return name !== 'stop-commands';
    });
    expect(obeyed.filter((line) => line.startsWith('::group::')).sort()).toEqual(
      ['a', 'b'].flatMap((id) =>
        ['admin', 'build', 'data', 'records'].map((task) => `::group::@counties/${id}:${task}`),
      ),
    );
    expect(obeyed.filter((line) => !/^::(?:end)?group::/.test(line))).toEqual([]);
    expect(out).toContain('::error title=FORGED::by content');
  });
});
