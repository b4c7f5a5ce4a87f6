import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeDigest } from '../src/building/code-digest.ts';

function makeApp(): { app: string; write: (path: string, text: string) => void } {
  const app = mkdtempSync(join(tmpdir(), 'app-'));
  onTestFinished(() => rmSync(app, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(join(app, path, '..'), { recursive: true });
    writeFileSync(join(app, path), text);
  };
  write('astro.config.mjs', 'export default {};');
  return { app, write };
}

test('what tasks make in an app, before or while pages are built, is none of its code', () => {
  const { app, write } = makeApp();
  const before = codeDigest(app, {});
  for (const made of [
    ...['dist', 'dist-admin', 'dist-data', 'dist-records', '.dist-records.old', '.dist.spare'],
    ...['.columns', '.turbo', '.astro', 'node_modules'],
  ]) {
    write(`${made}/history/a.html`, made);
  }
  expect(codeDigest(app, {})).toBe(before);
});

test('what is written in an app, and its settings, are', () => {
  const { app, write } = makeApp();
  const before = codeDigest(app, {});
  write('src/own.css', 'p { color: red; }');
  const after = codeDigest(app, {});
  expect(after).not.toBe(before);
  expect(codeDigest(app, { base: '/x/' })).not.toBe(after);
});
