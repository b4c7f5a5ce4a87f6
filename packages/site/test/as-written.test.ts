import { appendFile, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { slotHtml } from '@columns/export/portal';
import { WRITTEN_FILE } from '@columns/standard/written';
import { describe, expect, it } from 'vitest';
import { type AssembleOptions, assemble, SiteError } from '../src/index.ts';
import { writeFolder } from '../src/records/index.ts';
import { builtApp, list, snapshot, workshop, write } from './fixture.ts';

/*
 * Between the task that made a folder and the moment it is put together with others, a cache, a disk or a
 * program can change it. What is published is what was made, or nothing is.
 */

async function county() {
  const place = await workshop();
  const app = path.join(place.appsDir, 'anyue');
  await builtApp(place.appsDir, 'anyue');
  await writeFolder(path.join(app, 'dist-data'), [{ path: 'data/a.csv', bytes: '甲,1\n' }]);
  await writeFolder(path.join(app, 'dist-records'), [{ path: 'ledger/index.html', bytes: '台账' }]);
  await write(app, { 'dist-admin/admin/index.html': '编辑' });
  await list(path.join(app, 'dist-admin'));
  const shared = path.join(place.dir, 'editor-shared');
  await write(shared, { 'editor/a.js': '1' });
  await list(shared);
  const said: string[] = [];
  const options: AssembleOptions = {
    ...{ ...place, shared, memory: path.join(place.dir, 'memory.json') },
    ...{ manifest: { tools: {} }, told: (line: string) => said.push(line) },
  };
  await assemble(options);
  return { ...place, app, shared, options, said, good: await snapshot(place.outDir) };
}

type Place = Awaited<ReturnType<typeof county>>;

/** One file of each folder that a task makes, and its folder's name in messages. */
const FILES: readonly [of: string, file: (place: Place) => string, label: string][] = [
  ['page', ({ app }) => path.join(app, 'dist/2023/a/index.html'), 'apps/anyue/dist'],
  ['what says what the site is', ({ app }) => path.join(app, 'dist/site.json'), 'apps/anyue/dist'],
  ['open data', ({ app }) => path.join(app, 'dist-data/data/a.csv'), 'apps/anyue/dist-data'],
  [
    'record',
    ({ app }) => path.join(app, 'dist-records/ledger/index.html'),
    'apps/anyue/dist-records',
  ],
  ['editor', ({ app }) => path.join(app, 'dist-admin/admin/index.html'), 'apps/anyue/dist-admin'],
  ['script of all editors', ({ shared }) => path.join(shared, 'editor/a.js'), 'editor-shared'],
];

const CHANGES: readonly [how: string, change: (file: string) => Promise<void>][] = [
  ['altered', (file) => appendFile(file, ' ')],
  [
    'altered without changing its size',
    async (file) => {
      const bytes = await readFile(file);
      // A blank or a digit more or less: what is JSON still is.
      const at = bytes.lastIndexOf(bytes.includes('12') ? '2' : (bytes.at(-1) ?? 0));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(file, bytes);
    },
  ],
  ['emptied', (file) => writeFile(file, '')],
  ['taken away', (file) => rm(file)],
];

describe.each(FILES)('a %s', (_, fileOf, label) => {
  it.each(CHANGES)(
    'that was %s after its task is not published, and the last site stays',
    async (_, change) => {
      const place = await county();
      await change(fileOf(place));
      const error = await assemble(place.options).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SiteError);
      const { problems } = error as SiteError;
      const name = path.basename(fileOf(place));
      expect(
        problems.some(
          ({ where, message }) => where.startsWith(label) && `${where}${message}`.includes(name),
        ) ||
          // Without what says what the site is there is none.
          problems.some(({ code }) => code === 'no-build' || code === 'bad-site-file'),
      ).toBe(true);
      expect(await snapshot(place.outDir)).toEqual(place.good);
    },
  );
});

describe('the list of a folder', () => {
  it.each(['dist', 'dist-data', 'dist-records', 'dist-admin'])(
    'is missed where it is gone, empty or cut short: %s',
    async (folder) => {
      const place = await county();
      const file = path.join(place.app, folder, WRITTEN_FILE);
      const text = await readFile(file, 'utf8');
      for (const damaged of [
        undefined,
        '',
        text.slice(0, -1),
        `${text}x\n`,
        `${'0'.repeat(64)}  ../../x\n`,
      ]) {
        await (damaged === undefined ? rm(file) : writeFile(file, damaged));
        await expect(assemble(place.options)).rejects.toThrow(
          `apps/anyue/${folder}：没有可用的文件清单 ${WRITTEN_FILE}`,
        );
        await writeFile(file, text);
      }
      expect(await snapshot(place.outDir)).toEqual(place.good);
      await assemble(place.options);
      expect(await snapshot(place.outDir)).toEqual(place.good);
    },
  );

  it('is no part of the site', async () => {
    const { good } = await county();
    expect(Object.keys(good).filter((file) => file.endsWith(WRITTEN_FILE))).toEqual([]);
  });
});

it('a file that no task has listed is left out, and said so', async () => {
  const place = await county();
  await write(place.app, { 'dist/2022/old/index.html': '撤回', 'dist-data/data/b.csv': '乙' });
  await assemble(place.options);
  expect(await snapshot(place.outDir)).toEqual(place.good);
  expect(place.said).toEqual([
    'apps/anyue/dist：1 个文件不是这次生成的，没有收入：2022/old/index.html',
    'apps/anyue/dist-data：1 个文件不是这次生成的，没有收入：data/b.csv',
  ]);
});

it('a file that a link has taken the place of is not followed', async () => {
  const place = await county();
  const file = path.join(place.app, 'dist-data/data/a.csv');
  await write(place.dir, { elsewhere: '甲,1\n' });
  await rm(file);
  await symlink(path.join(place.dir, 'elsewhere'), file);
  await expect(assemble(place.options)).rejects.toThrow('data/a.csv');
});

it('bytes altered behind an unchanged size and time are not published either', async () => {
  const place = await county();
  const file = path.join(place.app, 'dist-data/data/a.csv');
  const { atime, mtime } = await stat(file);
  await writeFile(file, '乙,1\n');
  await utimes(file, atime, mtime);
  await assemble(place.options).catch(() => undefined);
  expect(await snapshot(place.outDir)).toEqual(place.good);
});

it('a page that the portal fills is the one that was made', async () => {
  const { appsDir, outDir } = await workshop();
  const frame = `<main>${slotHtml('counties', '待填')}</main>`;
  await builtApp(
    appsDir,
    'luan',
    { level: 'city', name: '六安市' },
    { 'counties/index.html': frame },
  );
  await assemble({ appsDir, outDir });
  await appendFile(path.join(appsDir, 'luan/dist/counties/index.html'), '<p>多了一句</p>');
  await expect(assemble({ appsDir, outDir })).rejects.toThrow('counties/index.html');
});
