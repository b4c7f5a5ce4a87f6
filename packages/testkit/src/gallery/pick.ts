import { statSync } from 'node:fs';
import { join } from 'node:path';
import { addressOfFile, htmlFiles, listFiles } from '../site/files.ts';
import { kindOf, PAGE_KINDS } from '../site/page-kinds.ts';
import type { GalleryPage } from './types.ts';

/** For a site that names no pages: the fullest page of each kind that it has. */
export function pickPages(folder: string): GalleryPage[] {
  const files = new Set(listFiles(folder));
  const pages = htmlFiles(files).map((file) => {
    const path = addressOfFile(file);
    return { path, kind: kindOf(path, files), size: statSync(join(folder, file)).size };
  });
  pages.sort((a, b) => b.size - a.size);
  return PAGE_KINDS.flatMap((kind) => {
    const fullest = pages.find((page) => page.kind === kind);
    return fullest === undefined ? [] : [{ name: kind.name, path: fullest.path }];
  });
}
