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
  expect(files).toEqual(expect.arrayContaining([...Object.values(names).flat(), 'shared.json']));
  const text = (name: string) => readFileSync(join(folder, SHARED_FOLDER, name), 'utf8');
  const own = [names.script, ...names.parts];
  const script = own.map(text).join('\n');
  // Readers and rules, the editor of texts, readings of characters and what reads workbooks come when they are needed.
  const later = files.filter((name) => /^editor-.*\.js$/.test(name) && !own.includes(name));
  const all = later.map(text).join('\n');
  const inFirst = (words: string) => [script.includes(words), all.includes(words)];
  for (const words of [
    '没有错别字',
    'ProseMirror-hideselection',
    '义务教育学校名录',
    'zǔ',
    'sharedStrings',
  ])
    expect([words, ...inFirst(words)]).toEqual([words, false, true]);
  // What reads JavaScript is for texts that the editor does not open.
  expect(inFirst('ecmaVersion')).toEqual([false, false]);
  expect(/from\s*["']node:/.test(script + all)).toBe(false);
  // The import is a script of its own, which no editor loads before it is needed.
  const imports = files.filter((name) => /^import-[^p].*\.js$/.test(name));
  expect(imports).toHaveLength(1);
  expect(inFirst(imports[0] ?? '-')).toEqual([false, true]);
  const imported = readFileSync(join(folder, SHARED_FOLDER, imports[0] as string), 'utf8');
  expect(imported.includes('ucap-content')).toBe(true);
  expect(inFirst('ucap-content')).toEqual([false, false]);
  // So is what draws pages; nothing in it says where it was made.
  const previews = files.filter((name) => name.startsWith('preview-'));
  expect(previews).toHaveLength(1);
  expect(script.includes(previews[0] ?? '-')).toBe(true);
  const drawing = readFileSync(join(folder, SHARED_FOLDER, previews[0] as string), 'utf8');
  const inside = (text: string) => [`${script}${all}`, drawing].map((each) => each.includes(text));
  expect(inside('打印本页')).toEqual([false, true]);
  expect(inside(join(import.meta.dirname, '../../..'))).toEqual([false, false]);
  expect(/from\s*["']node:/.test(drawing)).toBe(false);
}, 60_000);
