import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { digestOf } from '@columns/content';
import { FRAMES } from '@columns/site/fixture-frames';
import { WRITTEN_FILE, writtenText } from '@columns/standard/written';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';

// What the commands say of counties that are gone, half there, or at odds with each other.

let root: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function county(id: string, name: string, ...lines: string[]): void {
  const all = [
    `id: ${id}`,
    `name: ${name}`,
    'level: county',
    'structure: national-26',
    'demo: true',
  ];
  write(`content/${id}/county.yaml`, [...all, ...lines, ''].join('\n'));
}

/** An app as its build leaves it. */
function built(app: string, site: object = {}): void {
  const file = {
    ...{ county: app, name: app, level: 'county', base: `/${app}/`, title: app },
    ...{ demo: true, entries: 1, pages: 1, ...site },
  };
  write(`apps/${app}/package.json`, '{}');
  const files = { 'index.html': app, 'site.json': JSON.stringify(file), ...FRAMES };
  for (const [name, text] of Object.entries(files)) write(`apps/${app}/dist/${name}`, text);
  const digests = Object.entries(files).map(([name, text]) => [name, digestOf(text)] as const);
  write(`apps/${app}/dist/${WRITTEN_FILE}`, writtenText(digests));
}

async function columns(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const code = await main(args, { root, env: {}, colour: false, out: say, err: say });
  return { code, said };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-faults-'));
  write('pnpm-workspace.yaml', '');
  for (const id of ['a', 'b']) {
    county(id, `${id}县`);
    built(id);
  }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a county', () => {
  test('whose content is gone is named by the gate, and none of its tasks runs', async () => {
    rmSync(join(root, 'content/b'), { recursive: true });
    const said = 'content/ 中没有 b。现有：a\n';
    expect(await columns('check', '--county', 'b', '--gate')).toEqual({ code: 2, said });
    expect(await columns('data', '--county', 'b')).toEqual({ code: 2, said });
    expect(await columns('records', '--county', 'b')).toEqual({ code: 2, said });
  });

  test.each(['data', 'records'])(
    'with errors keeps the %s that it has, and the others have theirs made anew',
    async (command) => {
      for (const id of ['a', 'b']) write(`apps/${id}/dist-${command}/old.txt`, 'old');
      write('content/a/notes.txt', 'nobody’s');
      const { code, said } = await columns(command);
      expect(code).toBe(1);
      expect(said).toContain('content/a 有错误，没有生成；原有的文件没有改动。');
      expect(said).toContain('shape/stray-file');
      expect(existsSync(join(root, `apps/a/dist-${command}/old.txt`))).toBe(true);
      expect(existsSync(join(root, `apps/b/dist-${command}/old.txt`))).toBe(false);
    },
  );

  test('whose app is gone while its content stands is named when the sites are put together', async () => {
    rmSync(join(root, 'apps/b'), { recursive: true });
    const { code, said } = await columns('assemble');
    expect(code).toBe(0);
    expect(said).toContain('content/ 中的 b 没有应用，网站里没有它');
  });

  test('whose app is half written is named, and the last good site stays', async () => {
    expect((await columns('assemble')).code).toBe(0);
    rmSync(join(root, 'apps/b/dist'), { recursive: true });
    const { code, said } = await columns('assemble');
    expect(code).toBe(1);
    expect(said).toContain('apps/b：没有构建结果（缺 dist/site.json）');
    expect(existsSync(join(root, 'dist/b/index.html'))).toBe(true);
    write('apps/b/dist/site.json', '{"county": "b"');
    expect((await columns('assemble')).said).toContain('apps/b/dist/site.json：');
    // Without a package.json it is a folder that a branch left behind; its content is still there.
    rmSync(join(root, 'apps/b/package.json'));
    expect((await columns('assemble')).said).toContain('content/ 中的 b 没有应用');
  });

  test('whose id is another folder’s is named at its line', async () => {
    county('b', 'b县');
    write(
      'content/b/county.yaml',
      'id: a\nname: b县\nlevel: county\nstructure: national-26\ndemo: true\n',
    );
    const { code, said } = await columns('check', '--gate');
    expect(code).toBe(1);
    expect(said).toContain('content/b/county.yaml\n  错误 第 1 行第 5 列　id（编号）：“a” 不能用');
    expect(said).toContain('应为：与文件夹同名：b');
  });

  test.each(['anyue', '/Anyue/', 'https://example.org/', '/a/../b/', '/'.repeat(2)])(
    'whose base is no path is named at its line: %s',
    async (base) => {
      county('b', 'b县', `base: ${JSON.stringify(base)}`);
      const { code, said } = await columns('check', '--gate');
      expect(code).toBe(1);
      expect(said).toContain('content/b/county.yaml\n  错误 第 6 行第 7 列　base（地址前缀）：');
    },
  );

  test('that takes another’s base or name keeps the sites from being put together', async () => {
    expect((await columns('assemble')).code).toBe(0);
    built('b', { base: '/a/' });
    cpSync(join(root, 'apps/a'), join(root, 'apps/c'), { recursive: true });
    const { code, said } = await columns('assemble');
    expect(code).toBe(1);
    expect(said).toContain('apps/a、apps/c：县区代号都是“a”');
    expect(said).toContain('apps/a、apps/b、apps/c：base 都是“/a/”，页面会互相覆盖');
    expect(existsSync(join(root, 'dist/b/index.html'))).toBe(true);
  });
});
