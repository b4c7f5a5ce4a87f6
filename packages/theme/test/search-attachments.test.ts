import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { legacy, pdf, word, workbook } from '@columns/office/fixture';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';
import { differences } from './changes.ts';

/** Words that stand in one attachment each. */
const FILES = {
  'words.docx': word({
    paragraphs: ['青山县渡口维修一览'],
    table: [
      ['渡口', '所在村', '宽（米）'],
      ['柳湾渡', '石桥铺村', '12'],
    ],
  }),
  'rows.xlsx': workbook({
    name: '名单',
    rows: [
      ['补贴名单', '', ''],
      ['姓名', '金额', '村'],
      ['赵小满', 600, '石桥铺村'],
    ],
  }),
  'page.pdf': pdf({ lines: ['水窖改造实施方案'] }),
  'lines.csv': Buffer.from('村,户数\n双井村,十二\n'),
  'old.doc': legacy('旧文件'),
};
const SECRET = '不应让人查到的字';

let place: TempDir;
let app: BuiltApp;

beforeAll(async () => {
  place = await makeTempDir('search-attachments');
  const content = join(place.path, 'content');
  cpSync(CONTENT, content, { recursive: true });
  const folder = join(content, 'qingshan/_notice/2025');
  const entry = (id: string, files: Record<string, Uint8Array>, more: string) => {
    const list = Object.keys(files).map(
      (file) => `  - file: ${file}\n    name: 附表${file.split('.')[0]}\n`,
    );
    const head = `title: 关于${id}的通知\nkind: notice\nform: 通知\npublished: 2025-05-01\nunit: civil-affairs\n`;
    writeFileSync(
      join(folder, `${id}.md`),
      `---\n${head}${more}attachments:\n${list.join('')}example: true\n---\n\n见附件。\n`,
    );
    mkdirSync(join(folder, id), { recursive: true });
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, id, file), bytes);
  };
  const open = 'attribute:\n  type: 主动\n';
  const secret = { 'secret.docx': word({ paragraphs: [SECRET] }) };
  entry('open-files', FILES, open);
  entry('gone-files', secret, `${open}withdrawn:\n  date: 2025-05-02\n  reason: 内容有误\n`);
  app = await buildApp({ content });
  expect(app.code, app.output).toBe(0);
});

afterAll(async () => {
  app?.remove();
  await place?.remove();
});

interface Card {
  url: string;
  label?: string;
  attached?: true;
  content: string;
}

function cards(dist: string): Card[] {
  const folder = join(dist, 'pagefind/cards');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pf_card'))
    .map((file) => JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8')));
}

test('the words of an attachment are found with its entry, and lead to the file', () => {
  const attached = cards(app.dist).filter(
    ({ url, attached }) => attached && url.includes('open-files/'),
  );
  const said = Object.fromEntries(
    attached.map(({ url, label, content }) => [url, [label, content]]),
  );
  expect(said).toEqual({
    '2025/open-files/words.docx': [
      '附件《附表words》',
      '附表words\n青山县渡口维修一览\n\f渡口\t所在村\t宽（米）\n柳湾渡\t石桥铺村\t12',
    ],
    '2025/open-files/rows.xlsx': [
      '附件《附表rows》',
      '附表rows\n名单\n补贴名单\n\f姓名\t金额\t村\n赵小满\t600\t石桥铺村',
    ],
    '2025/open-files/page.pdf': ['附件《附表page》', '附表page\n水窖改造实施方案'],
    '2025/open-files/lines.csv': ['附件《附表lines》', '附表lines\n\f村\t户数\n双井村\t十二'],
    '2025/open-files/old.doc': ['附件《附表old》', '附表old'],
  });
});

test('what cannot be read is named', () => {
  expect(app.output).toContain('检索读不出 1 个附件的文字');
  expect(app.output).toContain('附件“附表old”（2025/open-files/old.doc）：');
});

test('attachments of a withdrawn entry are in no file of the index or its memory', () => {
  expect(cards(app.dist).filter(({ url }) => /gone-files\/./.test(url))).toEqual([]);
  const folders = [join(app.dist, 'pagefind'), join(app.folder, '.columns/search')];
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      expect(text.includes(SECRET), file.name).toBe(false);
    }
  }
});

test('attachments’ words stand in no column.json, and without their memory the index is the same', async () => {
  const column = join(app.folder, '.columns/column.json');
  expect(readFileSync(column, 'utf8')).not.toContain('柳湾渡');
  const before = join(place.path, 'before');
  cpSync(join(app.dist, 'pagefind'), before, { recursive: true });
  rmSync(join(app.folder, '.columns/search'), { recursive: true });
  const again = await buildApp({ content: join(place.path, 'content'), folder: app.folder });
  expect(again.code, again.output).toBe(0);
  expect(differences(before, join(again.dist, 'pagefind'))).toEqual([]);
});
