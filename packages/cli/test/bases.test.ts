import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';

// Whoever may write one county's county.yaml cannot stand over anything of another's.

let root: string;

function county(id: string, ...lines: string[]): void {
  const file = join(root, `content/${id}/county.yaml`);
  mkdirSync(dirname(file), { recursive: true });
  const all = [
    `id: ${id}`,
    `name: ${id}县`,
    'level: county',
    'structure: national-26',
    'demo: true',
  ];
  const told = lines.some((line) => line.startsWith('level:')) ? all.toSpliced(2, 1) : all;
  writeFileSync(file, [...told, ...lines, ''].join('\n'));
}

async function errors(id: string): Promise<string[]> {
  let said = '';
  const out = (text: string) => {
    said += text;
  };
  await main(['check', '--county', id, '--gate', '--format', 'json'], {
    root,
    env: {},
    out,
    err: out,
  });
  const { findings } = JSON.parse(said).counties[0];
  return findings.map((one: { rule: string; line: number }) => `${one.rule}:${one.line}`);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-bases-'));
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  county('anyue');
  county('shi', 'level: city', 'base: /s/');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a base', () => {
  const inside = ['admin', 'coverage', 'ledger', 'data', 'history', '2027', 'assets', 'pagefind'];
  const root = [
    'editor',
    '404',
    'columns',
    'sitemap',
    'robots',
    'index',
    'search',
    'units',
    '2026',
  ];

  test.each([
    ...inside.map((segment) => `/anyue/${segment}/`),
    ...root.map((segment) => `/${segment}/`),
    ...['/zhen/admin/', '/a/b/2027/', '/.well-known/', '/_astro/', '/-x/'],
  ])('%s is refused at its line in county.yaml', async (base) => {
    county('zhen', `base: ${base}`);
    expect(await errors('zhen')).toContain('shape/bad-format:6');
  });

  test.each(['/anyue/zhen/', '/anyue/', '/s/zhen/'])(
    '%s is refused, for another county stands there, and that one goes on',
    async (base) => {
      county('zhen', `base: ${base}`);
      expect(await errors('zhen')).toEqual(['shape/base-taken:6']);
      expect(await errors('anyue')).toEqual([]);
      expect(await errors('shi')).toEqual([]);
    },
  );

  test('of a county by its own id is refused where another that stands by default has it', async () => {
    county('shi-nei', 'base: "/anyue/"');
    expect(await errors('shi-nei')).toEqual(['shape/base-taken:6']);
  });

  test.each(['/zhen/', '/x/zhen/', '/anyue2/', '/s2/'])('%s is taken', async (base) => {
    county('zhen', `base: ${base}`);
    expect(await errors('zhen')).toEqual([]);
  });

  test('inside that of an upper level is taken', async () => {
    county('zhen', 'parent: shi', 'base: /s/zhen/');
    expect(await errors('zhen')).toEqual([]);
  });
});

describe('an id that is a folder of the machine', () => {
  test.each(['admin', 'search', 'kiosk', 'data', 'coverage', 'editor'])(
    '%s is none of an entry, a unit, a town',
    async (id) => {
      const file = join(root, `content/anyue/_notice/2026/${id}.md`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, '---\ntitle: 通知\n---\n\n正文。\n');
      writeFileSync(join(root, 'content/anyue/departments.yaml'), `- id: ${id}\n  name: 民政局\n`);
      writeFileSync(join(root, 'content/anyue/towns.yaml'), `- id: ${id}\n  name: 城关镇\n`);
      const found = await errors('anyue');
      expect(found).toContain('shape/file-name:1');
      expect(found.filter((one) => one === 'shape/bad-format:1')).toHaveLength(2);
    },
  );
});
