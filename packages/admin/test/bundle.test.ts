import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundle, SHARED_FOLDER } from '../src/build/bundle.ts';

test('the editor is bundled with readers and rules, and says by its names what is in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'columns-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = await bundle(folder);
  const files = readdirSync(join(folder, SHARED_FOLDER));
  expect(files).toEqual(expect.arrayContaining([...Object.values(names), 'shared.json']));
  const script = readFileSync(join(folder, SHARED_FOLDER, names.script), 'utf8');
  expect(script).toContain('language/typo');
  expect(script).not.toMatch(/from\s*["']node:/);
  // The import is a script of its own, which no editor loads before it is needed.
  const imports = files.filter((name) => /^import-[^p].*\.js$/.test(name));
  expect(imports).toHaveLength(1);
  expect(script).toContain(imports[0]);
  const imported = readFileSync(join(folder, SHARED_FOLDER, imports[0] as string), 'utf8');
  expect(imported).toContain('ucap-content');
  expect(script).not.toContain('ucap-content');
  // So is what draws pages; nothing in it says where it was made.
  const previews = files.filter((name) => name.startsWith('preview-'));
  expect(previews).toHaveLength(1);
  expect(script).toContain(previews[0]);
  const drawing = readFileSync(join(folder, SHARED_FOLDER, previews[0] as string), 'utf8');
  const inside = (text: string) => [script, drawing].map((each) => each.includes(text));
  expect(inside('打印本页')).toEqual([false, true]);
  expect(inside(join(import.meta.dirname, '../../..'))).toEqual([false, false]);
  expect(drawing).not.toMatch(/from\s*["']node:/);
}, 60_000);
