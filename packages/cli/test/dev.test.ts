import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PackageChanges } from '../src/commands/dev.ts';

test('a change in a package that Node keeps is heard once, and one in the theme not at all', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'columns-dev-')));
  for (const folder of [
    'packages/content/src/kinds',
    'packages/standard/data',
    'packages/theme/src',
  ])
    mkdirSync(join(root, folder), { recursive: true });
  const changes = new PackageChanges(root);
  onTestFinished(() => {
    changes.close();
    rmSync(root, { recursive: true, force: true });
  });
  let heard = 0;
  changes.next(() => {
    heard += 1;
  });
  const settled = () => new Promise((done) => setTimeout(done, 1000));
  writeFileSync(join(root, 'packages/theme/src/index.ts'), '');
  await settled();
  expect(heard).toBe(0);
  writeFileSync(join(root, 'packages/content/src/kinds/notice.ts'), '');
  writeFileSync(join(root, 'packages/standard/data/domains.yaml'), '');
  await settled();
  expect(heard).toBe(1);
});
