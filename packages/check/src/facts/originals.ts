import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { finding } from '../make-finding.ts';

/** Where originals are kept while they are imported: git does not see it. */
export const ORIGINALS = '原件';

/** Formats that offices have their originals in. Pictures and text files of the software have others. */
const FORMATS =
  /\.(?:docx?|docm|wps|wpt|xlsx?|xlsm|xlsb|et|csv|pptx?|dps|pdf|ofd|rtf|zip|rar|7z|jpe?g|tiff?|bmp)$/i;

/** Folders of the repository; any other at its root was put there by an officer. */
const FOLDERS = new Set([
  ...['apps', 'content', 'dist', 'gallery', 'guide', 'node_modules', 'packages', 'packs'],
  ...['schemas', 'templates', ORIGINALS],
]);

/** So deep and so many: more need not be told. */
const DEPTH = 4;
const MOST = 50;

/**
 * Originals beside `content/`, at the repository's root or in a folder of their own there: no check reads them, and the
 * next commit would publish them with whatever they hold.
 *
 * @param root of the repository; nothing is told of a folder that is none
 */
export function strayOriginals(root: string): Finding[] {
  if (!existsSync(join(root, 'pnpm-workspace.yaml'))) return [];
  const found: string[] = [];
  walk('', 0);
  return found.map((file) =>
    finding('safety/stray-original', { file: `../${file}`, line: 1, column: 1, value: file }),
  );

  function walk(folder: string, depth: number): void {
    for (const child of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? child.name : `${folder}/${child.name}`;
      if (found.length >= MOST || child.name.startsWith('.')) continue;
      if (child.isFile() && FORMATS.test(child.name)) found.push(path);
      if (!child.isDirectory() || depth >= DEPTH) continue;
      if (folder === '' && FOLDERS.has(child.name)) continue;
      walk(path, depth + 1);
    }
  }
}
