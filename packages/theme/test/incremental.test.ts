import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import { buildApp, CONTENT } from './build.ts';
import { differences, edit, madeAnew } from './changes.ts';

test('a changed text makes its own page anew, and the site is what a fresh build gives', async () => {
  await using content = await makeTempDir('incremental');
  cpSync(CONTENT, content.path, { recursive: true });
  const app = await buildApp({ content: content.path });
  edit(
    join(content.path, 'qingshan/_policy/2022/repair-notice.md'),
    '排查每年一次。',
    '每年两次。',
  );
  await buildApp({ content: content.path, folder: app.folder });
  const made = madeAnew(app);
  expect(made).toContain('2022/repair-notice');
  expect(made.filter((address) => /^\d{4}\//.test(address))).toEqual(['2022/repair-notice']);
  const fresh = await buildApp({ content: content.path });
  expect(differences(app.dist, fresh.dist)).toEqual([]);
  app.remove();
  fresh.remove();
});
