import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Checked } from '../src/integration/mdx.ts';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';
import { listFiles } from './files.ts';

let content: string;
let app: BuiltApp | undefined;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'columns-content-'));
  cpSync(CONTENT, content, { recursive: true });
});

afterEach(() => {
  app?.remove();
  rmSync(content, { recursive: true, force: true });
});

const HEAD = `---
title: 标题
kind: notice
form: 通知
published: 2025-05-05
attribute:
  type: 主动
example: true
---

`;

/** Twelve files, each wrong in another way. */
const BROKEN: Record<string, string | Buffer> = {
  'no-head.md': '没有字段的正文\n',
  'full-width-colon.md': '---\ntitle：标题\n---\n正文\n',
  'unknown-kind.md': HEAD.replace('kind: notice', 'kind: notic'),
  'unknown-field.md': HEAD.replace('form:', 'publishd: 2025-05-05\nform:'),
  'missing-title.md': HEAD.replace('title: 标题\n', ''),
  'impossible-date.md': HEAD.replace('2025-05-05', '2025-02-30'),
  'unknown-unit.md': `${HEAD.replace('example', 'unit: civil-afairs\nexample')}正文\n`,
  'wrong-choice.md': HEAD.replace('form: 通知', 'form: 通知书'),
  'script.md': `${HEAD}<script>alert(1)</script>\n`,
  'link.md': `${HEAD}[点我](javascript:alert(1))\n`,
  'code.mdx': `${HEAD}import fs from 'node:fs'\n\n正文\n`,
  'bytes.md': Buffer.concat([Buffer.from(HEAD), Buffer.from([0x00, 0xff, 0x00])]),
};

function breakContent(): void {
  const folder = join(content, 'qingshan/_notice/2025');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(BROKEN)) writeFileSync(join(folder, name), text);
}

test('twelve broken files stop the build, are all named at once, and the last good site stays', async () => {
  app = await buildApp({ content });
  expect(app.code).toBe(0);
  const before = listFiles(app.dist).map((path) => readFileSync(join(app?.dist ?? '', path)));
  breakContent();
  const again = await buildApp({ content, folder: app.folder });
  expect(again.code).not.toBe(0);
  for (const name of Object.keys(BROKEN)) expect(again.output).toContain(`_notice/2025/${name}`);
  expect(again.output).toContain('错误 12 处');
  const after = listFiles(app.dist).map((path) => readFileSync(join(app?.dist ?? '', path)));
  expect(after).toEqual(before);
});

describe('an .mdx file is not compiled, whoever imports it,', () => {
  const refusal = async (bytes: string, checked?: Checked) => {
    const { mdxGuard } = await import('../src/integration/mdx.ts');
    const file = join(content, 'hostile.mdx');
    writeFileSync(file, bytes);
    const { load } = mdxGuard(() => checked) as { load: (this: unknown, id: string) => unknown };
    const error = (message: string) => {
      throw new Error(message);
    };
    return () => load.call({ error }, `${file}?import`);
  };

  test('when it could run code', async () => {
    expect(await refusal(`${HEAD}{process.exit(1)}\n`)).toThrow('safety/mdx-expression');
  });

  test('when a space behind its front matter hides the code from another reader', async () => {
    const hidden = HEAD.replace(/---\n\n$/, '--- \n\nimport fs from "node:fs"\n\n---\n\n');
    expect(await refusal(`${hidden}正文\n`)).toThrow('safety/mdx-import');
  });

  test('when the check has found an error in it', async () => {
    const checked = { error: '“2025-02-30” 不是确实存在的日期' };
    expect(await refusal(`${HEAD}正文\n`, checked)).toThrow('2025-02-30');
  });

  test('when it has changed since it was checked', async () => {
    expect(await refusal(`${HEAD}正文\n`, { digest: '0'.repeat(64) })).toThrow('检查之后又有改动');
  });

  test('and otherwise as it was checked', async () => {
    const load = await refusal(`${HEAD}正文\n`);
    expect(load()).toMatchObject({ code: expect.stringMatching(/^---\n+---\n\n正文\n$/) });
  });
});
