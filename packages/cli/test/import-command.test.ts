import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import { main } from '../src/index.ts';

const NOTICE = '关于示例事项的通知\n\n各学校：\n\n请按时报送材料。\n\n县教育局\n2024年3月5日\n';

async function repository() {
  const dir = await makeTempDir('import');
  const county = join(dir.path, 'content/shili');
  mkdirSync(county, { recursive: true });
  writeFileSync(
    join(county, 'county.yaml'),
    'id: shili\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\n',
  );
  writeFileSync(join(dir.path, '通知.txt'), NOTICE);
  writeFileSync(join(dir.path, '旧.doc'), '{\\rtf1 x}');
  return dir;
}

async function columns(root: string, ...args: string[]) {
  let out = '';
  let err = '';
  const code = await main(['import', ...args], {
    root,
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

test('columns import tells in Chinese what was found, writes the entry and a report', async () => {
  await using dir = await repository();
  const { code, out } = await columns(
    dir.path,
    join(dir.path, '通知.txt'),
    '--county',
    'shili',
    '--item',
    'compulsory-education/school-directory',
  );
  expect(code).toBe(0);
  expect(out).toContain(
    '已写入：shili/compulsory-education/school-directory/2024/shili-shixiang-2024.md',
  );
  expect(out).toContain('去向表：.import/shili/report.md');
  expect(readFileSync(join(dir.path, '.import/shili/report.md'), 'utf8')).toContain(
    '| 通知.txt | 已写入 |',
  );
});

test('a file that cannot be imported makes the exit code 1 and says what to do', async () => {
  await using dir = await repository();
  const { code, out } = await columns(
    dir.path,
    join(dir.path, '旧.doc'),
    '--county',
    'shili',
    '--dry-run',
  );
  expect(code).toBe(1);
  expect(out).toContain('另存为');
});

test('a kind may be named in Chinese', async () => {
  await using dir = await repository();
  const file = join(dir.path, '通知.txt');
  const named = await columns(
    dir.path,
    file,
    '--county',
    'shili',
    '--kind',
    '政策文件',
    '--dry-run',
  );
  expect(named.out).toContain('体裁 政策文件');
  const byId = await columns(dir.path, file, '--county', 'shili', '--kind', 'policy', '--dry-run');
  expect(named.out).toBe(byId.out);
});

test('wrong words are named with what there is', async () => {
  await using dir = await repository();
  const file = join(dir.path, '通知.txt');
  expect(await columns(dir.path, file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--county'),
  });
  expect(await columns(dir.path, file, '--county', 'nix')).toMatchObject({
    code: 2,
    err: expect.stringContaining('没有县区“nix”'),
  });
  expect(await columns(dir.path, file, '--county', 'shili', '--kind', 'nix')).toMatchObject({
    code: 2,
    err: expect.stringContaining('register（名录清单）'),
  });
  expect(
    await columns(dir.path, file, '--county', 'shili', '--item', 'compulsory-education/nix'),
  ).toMatchObject({
    code: 2,
    err: expect.stringContaining('school-directory（教育概况/义务教育学校名录）'),
  });
  expect(await columns(dir.path, file, '--county', 'shili', '--set', '标题')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--set'),
  });
});

test('--report json gives for each file what stood in it, what is in the entry and what is not', async () => {
  await using dir = await repository();
  const { out } = await columns(
    dir.path,
    join(dir.path, '通知.txt'),
    '--county',
    'shili',
    '--report',
    'json',
  );
  const [{ source, balance }] = JSON.parse(out).outcomes;
  expect(source).toBe('通知.txt');
  const characters = NOTICE.replaceAll(/\s/g, '').length;
  expect(balance).toEqual({
    source: characters,
    inEntry: characters,
    leftOut: [],
    unhandled: { characters: 0, texts: [] },
  });
  expect((await columns(dir.path, '通知.txt', '--county', 'shili', '--report', 'xml')).code).toBe(
    2,
  );
});
