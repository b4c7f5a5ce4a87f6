import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/index.ts';

/** A city with two counties, and a county that stands alone. */
let root: string;

function write(file: string, ...lines: string[]): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${lines.join('\n')}\n`);
}

function place(id: string, name: string, ...lines: string[]): void {
  const all = [`id: ${id}`, `name: ${name}`, 'structure: national-26', 'demo: true', ...lines];
  write(`content/${id}/county.yaml`, ...all);
  const head = ['title: 通知', 'kind: notice', 'form: 通知', 'published: 2024-05-05'];
  const file = `content/${id}/elder-care/_general/2024/${id}-notice.md`;
  write(file, '---', ...head, 'attribute: {type: 主动}', 'example: true', '---', '', '正文。');
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-coverage-'));
  write('pnpm-workspace.yaml', '');
  place('dashi', '大石市', 'level: city');
  place('a', '甲县', 'level: county', 'parent: dashi');
  place('b', '乙县', 'level: county', 'parent: dashi');
  place('alone', '丙县', 'level: county');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function coverage(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await main(['coverage', '--all', ...args], {
    root,
    env: { AS_OF: '2024-06-01' },
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

test('coverage --all puts the counties of each upper level side by side, with their sum', async () => {
  const { code, out } = await coverage();
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toBe('大石市 各县区公开情况');
  expect(lines[1]).toMatch(/^ {2}甲县（截至 2024-06-01）：得分 0\.0；事项 \d+/);
  expect(lines[2]).toContain('乙县');
  expect(lines[3]).toMatch(/^ {2}合计（2 个）：得分 0\.0；事项 \d+/);
  expect(out).toMatch(/ {2}养老服务：.*；甲县 .*，乙县 /);
  expect(out).not.toContain('丙县');
});

test('as JSON it holds the same, and of a few counties those that were asked for', async () => {
  const groups = JSON.parse((await coverage('--format', 'json')).out) as {
    id: string;
    total: { items: number };
    counties: { county: string; total: { items: number } }[];
  }[];
  expect(groups.map(({ id }) => id)).toEqual(['dashi']);
  const [group] = groups;
  expect(group?.counties.map(({ county }) => county)).toEqual(['a', 'b']);
  expect(group?.total.items).toBe(group?.counties.reduce((sum, { total }) => sum + total.items, 0));
  const some = JSON.parse((await coverage('--format', 'json', '--county', 'b')).out);
  expect([some[0].name, some[0].counties.length]).toEqual(['大石市', 1]);
});

test('it has no workbook, and says what there is', async () => {
  const { code, err } = await coverage('--format', 'xlsx', '--out', join(root, 'a.xlsx'));
  expect([code, err]).toEqual([2, '--all 没有格式“xlsx”。可用：text、json\n']);
});
