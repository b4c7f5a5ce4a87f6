import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { findRoot } from '../src/root.ts';
import { NOTICE, writeSmallCounty } from './small-county.ts';

const repository = findRoot(import.meta.dirname);
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-cli-'));
  writeSmallCounty(root);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(id: string, text: string): void {
  writeFileSync(join(root, `content/demo/_notice/2025/${id}.md`), text);
}

/** Runs the command as a terminal without colours would. */
async function columns(args: string[], env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const code = await main(args, {
    root,
    env,
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

describe('columns check', () => {
  test('says that all is well and exits with 0', async () => {
    const { code, out } = await columns(['check']);
    expect(out).toBe('示例市：文件 2 个，信息 1 条。检查通过，没有发现问题。\n');
    expect(code).toBe(0);
  });

  test('names every fault with file, line, field, value and mend, and exits with 1', async () => {
    write('bad', NOTICE.replace('2025-05-05', '2025-02-30').replace('form: 通知', 'form: 通知书'));
    const { code, out } = await columns(['check']);
    expect(out).toContain('content/demo/_notice/2025/bad.md');
    expect(out).toContain('第 4 行第 7 列　form（类别）：“通知书” 不在可选范围内');
    expect(out).toContain('第 5 行第 12 列　published（发布日期）：“2025-02-30” 不是一个日期');
    expect(out).toContain('错误 2 处，提醒 0 处');
    expect(code).toBe(1);
  });

  test('gives the same findings as JSON', async () => {
    write('bad', NOTICE.replace('2025-05-05', '2025-02-30'));
    const { code, out } = await columns(['check', '--format', 'json']);
    const report = JSON.parse(out);
    expect(report.errors).toBe(1);
    expect(report.counties[0].findings[0]).toMatchObject({
      rule: 'shape/impossible-date',
      level: 'error',
      file: 'demo/_notice/2025/bad.md',
      line: 5,
      value: '2025-02-30',
    });
    expect(code).toBe(1);
  });

  test('judges by the day it is given, and a date to come is a warning', async () => {
    const { code, out } = await columns(['check'], { AS_OF: '2025-01-01' });
    expect(out).toContain('发布日期 2025-05-05 晚于当日 2025-01-01');
    expect(code).toBe(0);
  });

  test('as the gate of a build does not look at the day', async () => {
    const { out } = await columns(['check', '--gate'], { AS_OF: '2025-01-01' });
    expect(out).toContain('检查通过');
  });

  test('blocks on warnings only where it is asked to', async () => {
    write('bad', NOTICE.replace('正文。', '银行帐户。'));
    expect((await columns(['check'])).code).toBe(0);
    expect((await columns(['check', '--strict'])).code).toBe(1);
  });

  test('lists what is personal and stands by law', async () => {
    const exemption = 'exemption: {type: 惩戒性公示, reason: 失信名单公布办法}\n---\n\n正文';
    write('listed', NOTICE.replace('---\n\n正文', exemption));
    const { out } = await columns(['check']);
    expect(out).toContain('依法公开个人信息的例外 1 条：');
    expect(out).toContain('惩戒性公示（失信名单公布办法）；没有查到个人信息');
  });

  test('remembers what it read in the cache of the repository', async () => {
    await columns(['check']);
    expect(existsSync(join(root, 'node_modules/.cache/columns/check/demo.json'))).toBe(true);
  });

  test.each([
    [['check', '--county', 'nowhere'], {}, 'content/ 中没有 nowhere。现有：demo'],
    [['check', '--format', 'xml'], {}, '没有格式“xml”'],
    [['check', '--changed', 'nowhere'], {}, '不能与“nowhere”比较'],
    [['check', '--strange'], {}, '用法：columns check'],
    [['check'], { AS_OF: 'tomorrow' }, 'AS_OF“tomorrow”不是“年-月-日”'],
    [['strange'], {}, '没有命令“strange”'],
  ])('%j with %j is refused with exit code 2', async (args, env, message) => {
    const { code, err } = await columns(args, env as Record<string, string>);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('this repository', () => {
  test('has no error in its own content, and warns only of what is not there yet', async () => {
    cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true });
    rmSync(join(root, 'content/demo'), { recursive: true });
    const { code, out } = await columns(['check', '--format', 'json']);
    const { counties, errors } = JSON.parse(out);
    expect(counties).toHaveLength(13);
    expect(errors).toBe(0);
    const groups = counties.flatMap(({ findings }: { findings: { rule: string }[] }) =>
      findings.map(({ rule }) => rule.split('/')[0]),
    );
    expect([...new Set(groups)].sort()).toEqual(['completeness', 'timing']);
    expect(code).toBe(0);
  });
});

describe('columns today', () => {
  test('prints the day in Beijing and hands it on to a workflow', async () => {
    const file = join(root, 'env');
    const { code, out } = await columns(['today', '--github-env'], { GITHUB_ENV: file });
    expect(out).toMatch(/^\d{4}-\d{2}-\d{2}\n$/);
    expect(readFileSync(file, 'utf8')).toBe(`AS_OF=${out}`);
    expect(code).toBe(0);
  });
});

test('columns without words lists its commands', async () => {
  const { code, out } = await columns([]);
  for (const name of ['build', 'check', 'dev', 'preview', 'start'])
    expect(out).toContain(`  ${name}`);
  expect(code).toBe(0);
});

test.each([
  [['coverage', '--cuonty', 'demo'], '没有选项“--cuonty”。'],
  [['coverage', 'demo'], '多写了“demo”'],
  [['coverage', '--county'], '选项“--county <value>”的写法不对'],
])('%j: what is wrong with the options is said in Chinese, above the usage', async (args, told) => {
  const { code, err } = await columns(args);
  expect(err).toContain(told);
  expect(err).toContain('用法：columns coverage');
  expect(err).not.toMatch(/Unknown|Unexpected|argument/);
  expect(code).toBe(2);
});
