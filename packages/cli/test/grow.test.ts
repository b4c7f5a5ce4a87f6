import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { findRoot } from '../src/root.ts';

const repository = findRoot(import.meta.dirname);
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-grow-'));
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  for (const folder of ['apps', '.github', 'content/demo/_notice/2025'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(
    join(root, 'content/demo/county.yaml'),
    'id: demo\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\n',
  );
  writeFileSync(
    join(root, 'content/demo/_notice/2025/told.md'),
    '---\ntitle: 通知\nkind: notice\nform: 通知\npublished: 2025-05-05\nattribute: {type: 主动}\nexample: true\n---\n\n正文。\n',
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

async function columns(...args: string[]) {
  let out = '';
  let err = '';
  const code = await main(args, {
    root,
    env: {},
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

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const MODEL_GUIDE = `---
title: 临时救助办事指南（范例）
kind: guide
published: 2026-03-02
attribute: { type: 主动 }
example: true
who: 急难家庭
basis: [《社会救助暂行办法》]
conditions: [遭遇急难]
materials: [{ name: 申请书, copies: 1 }]
flow: [{ name: 申请 }]
limit: { promised: 当日 }
fee: { charged: 不收费 }
place: 便民服务中心
telephone: 0000-0000001
result: 救助金
---
`;
const NEW = ['new', 'huoshan', '--name', '霍山县', '--structure', 'luan-30'];

describe('columns new', () => {
  test('makes a county that the check passes, with its line in CODEOWNERS', async () => {
    const { code, out } = await columns(...NEW);
    expect(code).toBe(0);
    expect(out).toContain('乡镇、街道 16 个；未列入：经济开发区');
    expect(read('.github/CODEOWNERS')).toContain('# 霍山县');
    const check = await columns('check', '--county', 'huoshan');
    expect(check.out).toContain('错误 0 处');
    expect(check.code).toBe(0);
  });

  test('makes one whose records need no day, though it has no entry to take one from', async () => {
    await columns(...NEW);
    const { code, out } = await columns('records', '--county', 'huoshan');
    expect(out).toContain('huoshan：记录');
    expect(code).toBe(0);
    const page = 'apps/huoshan/dist-records/coverage/index.page.json';
    expect(read(page)).toContain('2019-12-26');
  });

  test('only lists the files with --dry-run', async () => {
    const { code, out } = await columns(...NEW, '--dry-run');
    expect(out).toContain('将新建霍山县');
    expect(readdirSync(join(root, 'apps'))).toEqual([]);
    expect(code).toBe(0);
  });

  test.each([
    [['new'], '请写一个编号'],
    [['new', 'Huo', '--name', '霍山县'], '没有新建，共 2 个问题'],
    [[...NEW, '--base', '/demo/admin/'], '其中一段“admin”是保留名称'],
    [[...NEW, '--base', '/demo/'], '已用于 content/demo'],
    [[...NEW, '--base', '/demo/huoshan/'], '在 content/demo 的“/demo/”之内'],
    [['new', 'admin', '--name', '霍山县', '--structure', 'national-26'], '“admin”是网站自用的地址'],
    [['rename', 'demo', 'told'], '请写县区、原编号和新编号'],
    [['rename', 'demo', 'told', '新'], '编号“新”不合规定'],
    [['move', 'demo', 'told'], '请用 --to 或 --published'],
    [['withdraw', 'demo', 'told'], '没有改动，共 2 个问题'],
    [['withdraw', 'demo', 'told', '--why', 'x'], '用法：columns withdraw'],
  ])('%j is refused with exit code 2', async (args, message) => {
    const { code, err } = await columns(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

test('rename, move and withdraw show what they did, and with --dry-run what they would', async () => {
  const dry = await columns('rename', 'demo', 'told', 'told-2025', '--dry-run');
  expect(dry.out).toContain('将做以下改动（还没有写入）');
  expect(existsSync(join(root, 'content/demo/_notice/2025/told.md'))).toBe(true);

  expect((await columns('rename', 'demo', 'told', 'told-2025')).code).toBe(0);
  expect((await columns('move', 'demo', 'told-2025', '--to', 'elder-care')).code).toBe(0);
  const words = ['--reason', '有误', '--date', '2025-06-01'];
  const { out } = await columns('withdraw', 'demo', 'told-2025', ...words);
  expect(out).toContain('第 10 行 + withdrawn:');
  expect(read('content/demo/elder-care/_general/2025/told-2025.md')).toBe(
    '---\ntitle: 通知\nkind: notice\nform: 通知\npublished: 2025-05-05\nattribute: {type: 主动}\nexample: true\nformerly:\n  - 2025/told\nwithdrawn:\n  date: 2025-06-01\n  reason: 有误\n---\n\n正文。\n',
  );
  expect((await columns('check', '--county', 'demo')).code).toBe(0);
});

describe('the officers’ guide', () => {
  const guide = readFileSync(join(repository, 'content/README.md'), 'utf8');

  test('shows pictures and names files that are there', () => {
    const links = [...guide.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(6);
    for (const path of links)
      expect([path, existsSync(join(repository, 'content', path))]).toEqual([path, true]);
  });

  test('has a heading for each line of its contents', () => {
    const anchors = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, text = '']) =>
      text.toLowerCase().replaceAll('、', '').replaceAll(' ', '-'),
    );
    expect(anchors).toEqual(headings);
  });

  test('uses only commands that there are', async () => {
    const { out } = await columns('help');
    const used = [...guide.matchAll(/pnpm@12 columns (\w+)/g)].map(([, name]) => name as string);
    expect(new Set(used)).toEqual(
      new Set(['import', 'withdraw', 'rename', 'move', 'check', 'draft', 'new']),
    );
    for (const name of used) expect(out).toContain(`  ${name} `);
  });
});

describe('columns draft', () => {
  test('begins an entry of an item that is named in Chinese, and shows it first with --dry-run', async () => {
    const asked = ['draft', 'demo', '社会救助/临时救助/办事指南', '--date', '2026-07-01'];
    const shown = await columns(...asked, '--dry-run');
    const file =
      'content/demo/social-assistance/temporary-aid-guide/2026/linshi-jiuzhu-banshi-zhinan-2026.md';
    expect(shown.out).toContain(`将做以下改动（还没有写入）：\n  ${file}：办事指南`);
    expect(existsSync(join(root, file))).toBe(false);
    expect(await columns(...asked)).toMatchObject({ code: 0 });
    expect(read(file)).toContain('kind: guide');
  });

  test('shows how the model county wrote the item, where one is named', async () => {
    const item = 'social-assistance/temporary-aid-guide';
    const asked = ['draft', 'demo', item, '--date', '2026-07-02', '--dry-run'] as const;
    expect((await columns(...asked)).out).not.toContain('样子：');
    cpSync(join(root, 'content/demo'), join(root, 'content/model'), { recursive: true });
    const settings = join(root, 'content/model/county.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('id: demo', 'id: model'));
    const folder = join(root, 'content/model', item, '2026');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'model-guide.md'), MODEL_GUIDE);
    const own = join(root, 'content/demo/county.yaml');
    const before = readFileSync(own, 'utf8');
    writeFileSync(own, `${before}model: model\n`);
    const { out } = await columns(...asked);
    writeFileSync(own, before);
    rmSync(join(root, 'content/model'), { recursive: true });
    expect(out).toContain('的《临时救助办事指南（范例）》');
    expect(out).toContain('who: 急难家庭');
  });

  test('says what there is where the item is not, and ends with 2', async () => {
    const { code, err } = await columns('draft', 'demo', '社会救助/办事指南');
    expect(code).toBe(2);
    expect(err).toContain('有 3 个事项同名，写全：');
  });
});
