import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const IMPORT = /(?:^|\n)(?:import|export)\b[^;]*?from '([^']+)'/g;

/** Every module that this one leads to, by the paths of files and the names of packages. */
function reached(file: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file)) return found;
  const source = readFileSync(file, 'utf8');
  found.set(file, source);
  for (const [, from = ''] of source.matchAll(IMPORT)) {
    if (from.startsWith('.')) reached(join(dirname(file), from), found);
    else found.set(from, '');
  }
  return found;
}

it('the core takes bytes and needs nothing of Node, so that a browser can run it', () => {
  const modules = reached(fileURLToPath(new URL('../src/index.ts', import.meta.url)));
  const outside = [...modules.keys()].filter((name) => !name.startsWith('/'));
  expect(outside.sort()).toEqual(['fflate', 'saxes']);
  for (const [name, source] of modules) {
    expect({ name, uses: /\b(?:Buffer|process|require)\b\s*[.(]/.test(source) }).toEqual({
      name,
      uses: false,
    });
  }
});
