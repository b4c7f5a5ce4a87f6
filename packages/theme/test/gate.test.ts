import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('an .mdx file that could run code is not compiled even when something imports it', async () => {
  const { mdxGuard } = await import('../src/integration/mdx.ts');
  const file = join(content, 'hostile.mdx');
  writeFileSync(file, `${HEAD}{process.exit(1)}\n`);
  const refusals: string[] = [];
  const { load } = mdxGuard() as { load: (this: unknown, id: string) => unknown };
  load.call({ error: (message: string) => refusals.push(message) }, `${file}?import`);
  expect(refusals).toHaveLength(1);
  expect(refusals[0]).toContain('safety/mdx-expression');
});
