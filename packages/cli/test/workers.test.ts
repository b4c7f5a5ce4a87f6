import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Answer, Job } from '@columns/standard/workers';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pool } from '../src/workers/pool.ts';
import { openWorkers, type Workers } from '../src/workers/serve.ts';
import { writeSmallCounty } from './small-county.ts';

// A repository of two counties, of which one is right and one is not; their tasks ask for workers.

const BIN = join(import.meta.dirname, '../bin/columns.ts');
const DATA = ['data', '--county', 'demo'];
let folder: TempDir;
let root: string;
let pool: Noted;
let workers: Workers;

/** Notes what workers were given, and what came of it. */
class Noted extends Pool {
  readonly done: [words: string, well: boolean][] = [];

  override async run(job: Job, signal: AbortSignal): Promise<Answer> {
    const answer = await super.run(job, signal);
    this.done.push([job.args.join(' '), !('alone' in answer)]);
    return answer;
  }
}

beforeAll(async () => {
  folder = await makeTempDir('workers');
  root = folder.path;
  writeSmallCounty(root);
  cpSync(join(root, 'content/demo'), join(root, 'content/sick'), { recursive: true });
  const file = join(root, 'content/sick/county.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('id: demo', 'id: other'));
  for (const id of ['demo', 'sick']) {
    mkdirSync(join(root, 'apps', id), { recursive: true });
    writeFileSync(join(root, 'apps', id, 'package.json'), '{}');
  }
  pool = new Noted(1);
  workers = await openWorkers(root, pool);
});

afterAll(async () => {
  workers.close();
  await folder[Symbol.asyncDispose]();
});

/** Runs `columns` in an app as Turborepo does. */
function columns(
  args: readonly string[],
  app = 'demo',
  env: Readonly<Record<string, string>> = {},
) {
  const { COLUMNS_WORKERS: _, ...own } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: join(root, 'apps', app),
    env: { ...own, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** What a task has left, byte for byte. */
function made(): [string, string][] {
  const dir = join(root, 'apps/demo/dist-data');
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }): [string, string] => {
      const file = join(parentPath, name);
      return [file, readFileSync(file, 'latin1')];
    })
    .sort();
}

const clean = () => rmSync(join(root, 'apps/demo/dist-data'), { recursive: true, force: true });

test('a worker does a task as a process of its own would: the same words, the same bytes, twice in a row', async () => {
  clean();
  const alone = await columns(DATA);
  const files = made();
  expect(alone.code).toBe(0);
  for (let time = 0; time < 2; time += 1) {
    clean();
    pool.done.length = 0;
    expect(await columns(DATA, 'demo', workers.env)).toEqual(alone);
    expect(pool.done).toEqual([[DATA.join(' '), true]]);
    expect(made()).toEqual(files);
  }
});

test('a task that fails ends itself alone, with what it says by itself, and the next is done', async () => {
  const check = ['check', '--county', 'sick', '--gate'];
  const alone = await columns(check, 'sick');
  expect(alone.code).toBe(1);
  pool.done.length = 0;
  expect(await columns(check, 'sick', workers.env)).toEqual(alone);
  expect((await columns(DATA, 'demo', workers.env)).code).toBe(0);
  expect(pool.done).toEqual([
    [check.join(' '), false],
    [DATA.join(' '), true],
  ]);
});

test('each task has the environment of whoever asked, and nothing of the one before', async () => {
  const day = { ...workers.env, AS_OF: 'tomorrow' };
  const records = ['records', '--county', 'demo'];
  expect((await columns(records, 'demo', day)).said).toContain('AS_OF“tomorrow”不是');
  expect((await columns(records, 'demo', workers.env)).code).toBe(0);
});

test('a county with many files, and whatever is no task of an app, is done alone', async () => {
  const many = join(root, 'content/demo/_notice/2024/many');
  mkdirSync(many, { recursive: true });
  for (let i = 0; i < 1500; i += 1) writeFileSync(join(many, `${i}.txt`), '');
  pool.done.length = 0;
  await columns(DATA, 'demo', workers.env);
  rmSync(join(root, 'content/demo/_notice/2024'), { recursive: true });
  await columns(['headers', 'nginx'], 'demo', workers.env);
  expect(pool.done).toEqual([]);
});

test('a task is done all the same where workers die, hang up or are not there', async () => {
  const dying = await openWorkers(root, new Pool(1, join(import.meta.dirname, 'workers/dies.ts')));
  const mute = createServer((socket) => socket.end());
  const socket = join(root, 'mute');
  await new Promise<void>((listening) => mute.listen(socket, listening));
  for (const address of [dying.env['COLUMNS_WORKERS'] ?? '', socket, join(root, 'nobody')]) {
    clean();
    expect((await columns(DATA, 'demo', { COLUMNS_WORKERS: address })).code).toBe(0);
    expect(existsSync(join(root, 'apps/demo/dist-data'))).toBe(true);
  }
  dying.close();
  mute.close();
});
