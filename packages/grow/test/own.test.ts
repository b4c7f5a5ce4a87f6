import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  isLeftOut,
  isOwn,
  isSoftware,
  lockfileWith,
  migrate,
  migrationsBetween,
  notesBetween,
  planUpgrade,
  readMigrations,
  standardChanges,
  writeFiles,
} from '../src/index.ts';
import { faultsOf, Repository, standard } from './fixture.ts';

const release = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const TEN = Array.from({ length: 10 }, (_, index) => `line ${index}`);
const changed = (at: number, word: string) =>
  TEN.map((line, index) => (index === at ? word : line));

describe('an upgrade of a file', () => {
  /** What stands in the file afterwards, and what was told of it. */
  function upgraded(
    base: string | undefined,
    own: string | undefined,
    next: string | undefined,
    overwrite = false,
  ) {
    const file = 'packages/theme/src/x.ts';
    const as = (one: string | undefined) => release(one === undefined ? {} : { [file]: one });
    const repository = new Repository(own === undefined ? {} : { [file]: own });
    const plan = planUpgrade(repository.root, as(base), as(next), { apps: [], overwrite });
    writeFiles(repository.root, plan.files);
    return {
      now: repository.has(file) ? repository.read(file) : undefined,
      aside: repository.has(`${file}.own`) ? repository.read(`${file}.own`) : undefined,
      plan,
    };
  }

  test('that nobody changed here takes the new one, is made, or goes', () => {
    expect(upgraded('a', 'a', 'b').now).toBe('b');
    expect(upgraded(undefined, undefined, 'b').now).toBe('b');
    expect(upgraded('a', 'a', undefined).now).toBeUndefined();
  });

  test('that only the city changed or took away stays so, and is told', () => {
    expect(upgraded('a', 'own', 'a')).toMatchObject({
      now: 'own',
      plan: { kept: ['packages/theme/src/x.ts'] },
    });
    expect(upgraded('a', undefined, 'a').now).toBeUndefined();
  });

  test('that both changed in different places keeps both changes', () => {
    const { now, plan } = upgraded(text(TEN), text(changed(1, 'own')), text(changed(8, 'new')));
    expect(now).toBe(text(changed(1, 'own').map((line, index) => (index === 8 ? 'new' : line))));
    expect(plan.merged).toHaveLength(1);
  });

  test('that both changed in one place is refused by name, and taken only when that is asked for', () => {
    const faults = faultsOf(() => upgraded('a', 'own', 'new'));
    expect(faults).toEqual([
      expect.stringMatching(/^packages\/theme\/src\/x\.ts：这里和新版本都改了同一处/),
    ]);
    expect(upgraded('a', 'own', 'new', true)).toMatchObject({ now: 'new', aside: 'own' });
  });

  test('that both made alike is no change', () => {
    expect(upgraded('a', 'b', 'b').plan.files.size).toBe(0);
  });
});

test('of every path it is known whose it is', () => {
  for (const path of [
    'content/x/county.yaml',
    'apps/x/own.css',
    'deploy.yaml',
    'admin.yaml',
    'README.md',
  ])
    expect([path, isOwn(path), isSoftware(path)]).toEqual([path, true, false]);
  for (const path of [
    'content/README.md',
    'packages/theme/src/index.ts',
    '.github/workflows/deploy.yml',
  ])
    expect([path, isOwn(path), isSoftware(path)]).toEqual([path, false, true]);
  for (const path of ['packages/site/test/serve.test.ts', '.github/workflows/full.yml'])
    expect([path, isLeftOut(path), isSoftware(path)]).toEqual([path, true, false]);
  expect(isSoftware('schemas/county.json')).toBe(false);
});

test('the lockfile for other apps differs in their parts alone', () => {
  const lockfile = readFileSync(new URL('../../../pnpm-lock.yaml', import.meta.url), 'utf8');
  const apps = [...lockfile.matchAll(/^ {2}apps\/(.+):$/gm)].map(([, app = '']) => app);
  expect(lockfileWith(lockfile, apps)).toBe(lockfile);
  const other = lockfileWith(lockfile, ['zeta', 'alpha']);
  expect([...other.matchAll(/^ {2}apps\/(.+):$/gm)].map(([, app]) => app)).toEqual([
    'alpha',
    'zeta',
  ]);
  expect(lockfileWith(other, apps)).toBe(lockfile);
});

describe('a migration', () => {
  const ENTRY =
    '---\r\ntitle: 通知\r\nkind: notice\r\nform: 通告 # 原样\r\nreview: {by: 办公室, date: 2025-01-01}\r\n---\r\n\r\nform: 正文。\r\n';
  const rows = (...changes: string[]) =>
    readMigrations(
      changes.map((one) => `- {version: 0.3.0, zh: 改, en: change, ${one}}\n`).join(''),
    );
  function migrated(...changes: string[]): string {
    const repository = new Repository();
    const file = 'content/shi/_notice/2025/a.md';
    repository.write({ [file]: ENTRY });
    return (
      migrate(repository.root, rows(...changes))
        .get(file)
        ?.toString('utf8') ?? ENTRY
    );
  }

  test('renames a field, and touches no other letter', () => {
    expect(migrated('change: {rename: {from: form, to: type}}')).toBe(
      ENTRY.replace('form: 通告', 'type: 通告'),
    );
    expect(migrated('change: {rename: {from: review, to: checked}}')).toBe(
      ENTRY.replace('review', 'checked'),
    );
  });

  test('changes a value where it stands so, and takes a field away', () => {
    expect(migrated('change: {value: {field: form, from: 通告, to: 公告}}')).toBe(
      ENTRY.replace('通告', '公告'),
    );
    expect(migrated('change: {value: {field: form, from: 通报, to: 公告}}')).toBe(ENTRY);
    expect(migrated('change: {remove: review}')).toBe(ENTRY.replace(/review.*\r\n/, ''));
  });

  test('follows those before it, and leaves other kinds alone', () => {
    expect(
      migrated(
        'change: {rename: {from: form, to: type}}',
        'change: {value: {field: type, from: 通告, to: 公告}}',
      ),
    ).toBe(ENTRY.replace('form: 通告', 'type: 公告'));
    expect(migrated('kinds: [policy], change: {remove: review}')).toBe(ENTRY);
  });

  test('runs once: those of the version in use and of later ones than the new stay out', () => {
    const all = ['0.1.0', '0.2.0', '0.10.0'].map((version) => ({
      ...rows('change: {remove: x}')[0],
      version,
    }));
    const between = migrationsBetween(all as ReturnType<typeof rows>, '0.1.0', '0.9.0');
    expect(between.map(({ version }) => version)).toEqual(['0.2.0']);
  });

  test('that this version does not understand is an error', () => {
    expect(() => rows('change: {explode: x}')).toThrow();
  });
});

test('the migrations and the changelog that there are can be read', () => {
  const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  expect(() => readMigrations(read('packages/grow/data/migrations.yaml'))).not.toThrow();
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const [notes, ...more] = notesBetween(read('CHANGELOG.md'), '0.0.0', version);
  expect(notes?.version).toBe(version);
  for (const one of [notes, ...more])
    for (const heading of ['编写人员 / Officers', '读者 / Readers', '维护人员 / Maintainers'])
      expect(one?.text).toContain(`### ${heading}`);
});

test('a county is told what a new standard brings, what of it is owed, and what is gone', () => {
  const repository = new Repository({
    'content/shi/county.yaml':
      'id: shi\nname: 六安市\nlevel: city\nstructure: luan-30\ndemo: true\n',
  });
  const after = structuredClone(standard);
  const domain = after.catalogue.find(({ domain: id }) => id === 'social-assistance');
  const [first, second] = domain?.items ?? [];
  if (!domain || !first || !second) throw new Error('no items');
  domain.items.push({ ...first, id: 'brand-new', level2: '全新事项' });
  first.elements = ['另一个要素'];
  domain.items = domain.items.filter((item) => item !== second);
  const { added, owed, removed, changed } = standardChanges(
    repository.root,
    'shi',
    standard,
    after,
  );
  expect(added).toEqual([expect.stringMatching(/全新事项$/)]);
  expect(owed).toEqual(added);
  expect(removed).toHaveLength(1);
  expect(changed).toHaveLength(1);
  writeFileSync(join(repository.root, 'x'), '');
});
