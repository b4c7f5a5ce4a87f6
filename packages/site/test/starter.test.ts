import { spawn } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { workshop } from './fixture.ts';

it('the starter of a packed column stands after any address', async () => {
  const { dir } = await workshop();
  await copyFile(
    path.join(import.meta.dirname, '../src/pack/starter.mjs'),
    path.join(dir, 'start.mjs'),
  );
  await writeFile(path.join(dir, 'index.html'), '首页');
  const child = spawn(process.execPath, [path.join(dir, 'start.mjs')], {
    env: { ...process.env, PORT: '0' },
  });
  onTestFinished(() => void child.kill());
  const origin = await new Promise<string>((ready) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [found] = /http:\/\/[\d.:]+/.exec(text) ?? [];
      if (found) ready(found);
    });
  });
  for (const odd of ['/%00', '/%', '/%zz', `/${'a'.repeat(5000)}`, '/%2e%2e/', '//', '/%5c..%5c']) {
    await fetch(`${origin}${odd}`).catch(() => undefined);
    expect(await (await fetch(`${origin}/`)).text(), odd).toBe('首页');
  }
  expect(child.exitCode).toBe(null);
});
