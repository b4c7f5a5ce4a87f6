import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import { buildApp, CONTENT } from './build.ts';
import { differences, edit, madeAnew } from './changes.ts';

test('a changed text, a changed attachment and a page that was written over are made anew, and the site is as a fresh build gives it', async () => {
  await using content = await makeTempDir('incremental');
  cpSync(CONTENT, content.path, { recursive: true });
  const app = await buildApp({ content: content.path });
  edit(
    join(content.path, 'qingshan/_policy/2022/repair-notice.md'),
    '排查每年一次。',
    '每年两次。',
  );
  const pdf = join(content.path, 'qingshan/_policy/2025/repair-rules/repair-rules.pdf');
  // Of the same size as before: no page tells of it.
  writeFileSync(pdf, readFileSync(pdf, 'latin1').replace('%PDF-1.4', '%PDF-1.5'), 'latin1');
  // As a cache does that puts an older site back: the kept pages are the same files.
  writeFileSync(join(app.dist, '2024/aid-rules/index.html'), '旧页面');
  await buildApp({ content: content.path, folder: app.folder });
  const made = madeAnew(app);
  // No list tells of a text, so none is made anew for it.
  expect(made).toEqual([
    '2022/repair-notice',
    '2024/aid-rules',
    '2025/repair-rules/repair-rules.pdf',
  ]);
  const fresh = await buildApp({ content: content.path });
  expect(differences(app.dist, fresh.dist)).toEqual([]);
  app.remove();
  fresh.remove();
  // Three builds, each of several processes: on a machine that does other work they take their time.
}, 180_000);
