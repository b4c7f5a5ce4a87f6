import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditorFile } from '../browser/editor.ts';
import { countyWideFiles, readFacts } from '../read-facts.ts';
import type { EditorSettings } from '../settings.ts';
import type { SharedFiles } from './bundle.ts';
import { writeListed } from './listed.ts';
import { adminPage, MANUAL_START } from './page.ts';

/**
 * The files of a county's `/admin/`, by name. Nothing of its entries is in them.
 *
 * @param styles the county's own stylesheets, for previews
 */
export function adminFiles(
  contentRoot: string,
  county: string,
  shared: SharedFiles,
  settings: EditorSettings,
  styles = '',
): Map<string, string> {
  const facts = readFacts(contentRoot, county);
  const files = Object.fromEntries(
    countyWideFiles(contentRoot, county).map((path) => [
      path,
      readFileSync(join(contentRoot, path), 'utf8'),
    ]),
  );
  const editor: EditorFile = { facts, files, styles, settings };
  return new Map([
    ['index.html', adminPage(facts.name, facts.base, shared, settings)],
    ['editor.json', `${JSON.stringify(editor)}\n`],
    ['manual.js', MANUAL_START],
  ]);
}

/** Writes `<outDir>/admin/` anew. */
export function writeAdmin(outDir: string, files: ReadonlyMap<string, string>): void {
  writeListed(outDir, new Map([...files].map(([name, text]) => [`admin/${name}`, text])));
}
