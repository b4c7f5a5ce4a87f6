import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { appFiles } from '../src/index.ts';

const root = join(import.meta.dirname, '../../..');

/** The levels above a county, the nearest first. */
function uppers(county: string): string[] {
  const file = join(root, 'content', county, 'county.yaml');
  const { parent } = parse(readFileSync(file, 'utf8')) as { parent?: string };
  return parent === undefined ? [] : [parent, ...uppers(parent)];
}

test.each(readdirSync(join(root, 'apps')).filter((name) => !name.startsWith('.')))(
  'the app of %s is what the template gives',
  (county) => {
    for (const [file, text] of Object.entries(appFiles(county, uppers(county)))) {
      expect(readFileSync(join(root, 'apps', county, file), 'utf8')).toBe(text);
    }
  },
);
