import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';
import { differences, edit, madeAnew, move, remove, write } from './changes.ts';

/** With an address, so that there are feeds. */
const env = { SITE: 'https://gov.example.cn' };

/** Each builds upon what those before it left. `entries`: how many entry pages it makes anew at most. */
const CHANGES: readonly { name: string; entries: number; change: (county: string) => void }[] = [
  {
    name: 'nothing',
    entries: 0,
    change: () => undefined,
  },
  {
    name: 'a text',
    entries: 1,
    change: (county) =>
      edit(join(county, '_policy/2022/repair-notice.md'), '排查每年一次。', '每年两次。'),
  },
  {
    // Seven: itself, its former address, and those that name it, a ledger of tasks among them.
    name: 'a title',
    entries: 7,
    change: (county) =>
      edit(join(county, '_policy/2024/aid-rules.md'), '社会救助实施办法', '社会救助办法（新）'),
  },
  {
    name: 'a date within the year',
    entries: 7,
    change: (county) =>
      edit(
        join(county, '_policy/2024/aid-rules.md'),
        'published: 2024-05-28',
        'published: 2024-05-29',
      ),
  },
  {
    name: 'an entry filed elsewhere',
    entries: 4,
    change: (county) =>
      move(
        county,
        'social-assistance/_general/2025/aid-news.md',
        'social-assistance/temporary-aid-approval/2025/aid-news.md',
      ),
  },
  {
    name: 'a row of a register',
    entries: 1,
    change: (county) => {
      const file = join(county, 'compulsory-education/school-directory/2025/schools.csv');
      edit(file, '小学', '中心小学');
    },
  },
  {
    // Three: the one that has it, and a former address and an interpretation of that one.
    name: 'an attachment',
    entries: 3,
    change: (county) =>
      appendFileSync(join(county, '_policy/2025/repair-rules/repair-rules.pdf'), '\n'),
  },
  {
    name: 'a new policy that an old interpretation explains',
    entries: 6,
    change: (county) => {
      write(
        county,
        '_policy/2025/repair-details.md',
        `---
title: 青山县农村危房修缮补助实施细则
kind: policy
issuer: 青山县住房保障局
formed: 2025-04-12
published: 2025-04-15
validity:
  state: 有效
attribute:
  type: 主动
example: true
---

细则如下。
`,
      );
      edit(
        join(county, '_interpretation/2025/repair-rules-explained.md'),
        'repair-rules',
        'repair-rules, repair-details',
      );
    },
  },
  {
    name: 'a deleted entry',
    entries: 4,
    change: (county) => remove(county, 'social-assistance/temporary-aid-approval/2025/aid-news.md'),
  },
  {
    name: 'an entry of another unit and village',
    entries: 3,
    change: (county) => {
      const file = join(county, '_notice/2025/autumn-notice.md');
      edit(file, 'unit: civil-affairs', 'unit: government-office');
      edit(file, 'village: 前进村', 'village: 红星村');
    },
  },
  {
    name: 'a guide that is given on request only',
    entries: 3,
    change: (county) => edit(join(county, '_guide/2025/library-card.md'), '主动', '依申请'),
  },
  {
    name: 'a department of another name',
    entries: 1000,
    change: (county) => edit(join(county, 'departments.yaml'), '政府办公室', '人民政府办公室'),
  },
];

describe('after a change the site is byte for byte that of a full build', () => {
  let content: TempDir;
  let app: BuiltApp;

  beforeAll(async () => {
    content = await makeTempDir('incremental');
    cpSync(CONTENT, content.path, { recursive: true });
    app = await buildApp({ content: content.path, env });
  });
  afterAll(async () => {
    app.remove();
    await content.remove();
  });

  test.each(CHANGES)('$name', async ({ change, entries }) => {
    change(join(content.path, 'qingshan'));
    const again = await buildApp({ content: content.path, folder: app.folder, env });
    expect(again.code, again.output).toBe(0);
    const made = madeAnew(app).filter((address) => /^\d{4}\/[^/]+$/.test(address));
    expect(made.length, made.join(', ')).toBeLessThanOrEqual(entries);
    const fresh = await buildApp({ content: content.path, env });
    expect(differences(app.dist, fresh.dist)).toEqual([]);
    fresh.remove();
  });

  test('a file of the app that makes pages', async () => {
    writeFileSync(join(app.folder, 'extra.css'), 'body { outline: 0; }\n');
    await buildApp({ content: content.path, folder: app.folder, env });
    const fresh = await buildApp({ content: content.path, env });
    expect(madeAnew(app).length).toBe(madeAnew(fresh).length);
    expect(differences(app.dist, fresh.dist)).toEqual([]);
    fresh.remove();
  });

  test('a build that was stopped half way', async () => {
    writeFileSync(join(app.folder, '.columns/pages/kept.json'), '{"code": "');
    edit(join(content.path, 'qingshan/_policy/2022/repair-notice.md'), '每年两次。', '每季一次。');
    await buildApp({ content: content.path, folder: app.folder, env });
    const fresh = await buildApp({ content: content.path, env });
    expect(differences(app.dist, fresh.dist)).toEqual([]);
    fresh.remove();
  });
});
