import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble, serve } from '../src/index.ts';
import {
  MANIFEST,
  type ManifestHead,
  readPublicKey,
  readSecretKey,
} from '../src/manifest/index.ts';
import { signatureFault } from '../src/manifest/minisign.ts';
import { folderSource, isWhole, siteSource, verifySite, verifyText } from '../src/verify/index.ts';
import { builtApp, snapshot, workshop, write } from './fixture.ts';

/** A key that Debian's minisign 0.11 made (`minisign -G -W`) for these tests and nothing else. */
const SECRET = readSecretKey(
  'RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAc/jOUvQ3MKreVmnDdWmMiicvvRurCiOfWQJEeh6Pf/soEsvakukBJDxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OPAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
);
const PUBLIC = readPublicKey('RWRz+M5S9DcwqjxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OP');
/** What the same program signed: the file `head` and a line break. */
const THEIRS = `untrusted comment: untrusted
RURz+M5S9DcwqsWUG/QIAjDeAoa1MDq6N8Euw3sAohYfOtdizsNUxwiLQqe1KqN5SwxYeh8RyqeXXS9ffse+cHmq9/JQYsAtMQw=
trusted comment: disclosure-manifest commit:abc
b7natUK888mLS1eOEVTImJY8rRMwEZnStebI2aZYlAx1x7y0G2hnckk/NaQ6O4HBcGdGwcpn7Jcn3Nf0KygkCg==
`;

const ROW = {
  id: 'a',
  title: '通知',
  address: '2023/a/',
  formerly: [],
  file: 'a/_notice/2023/a.md',
};
const TOOLS = { node: '24.0.0' };

async function site(key = SECRET) {
  const { dir, appsDir, outDir } = await workshop();
  await builtApp(appsDir, 'anyue');
  const table = { rows: [{ ...ROW, sha256: 'f'.repeat(64) }] };
  await write(path.join(appsDir, 'anyue'), {
    'dist-data/data/column/entries.json': JSON.stringify(table),
    'dist-data/2023/a.md': '正文',
    'dist-records/coverage/index.html': '公开情况',
  });
  await builtApp(appsDir, 'luan');
  const manifest = { commit: 'abc', asOf: '2023-06-01', tools: TOOLS, key };
  const made = () => assemble({ appsDir, outDir, manifest });
  await made();
  return { dir, outDir, made };
}

const PAGE = 'anyue/2023/a/index.html';

describe('the manifest', () => {
  it('lists every file of the site, by county and year, with the content file it came from', async () => {
    const { outDir } = await site();
    const head: ManifestHead = JSON.parse(
      await readFile(path.join(outDir, MANIFEST, 'index.json'), 'utf8'),
    );
    expect(head.parts.map(({ file }) => file)).toEqual([
      'anyue/2023.sha256',
      'anyue/column.sha256',
      'luan/2023.sha256',
      'luan/column.sha256',
      'root.sha256',
    ]);
    const part = await readFile(path.join(outDir, MANIFEST, 'anyue/2023.sha256'), 'utf8');
    expect(part).toContain(`# content/a/_notice/2023/a.md ${'f'.repeat(64)}\n`);
    expect(part).toMatch(/^[0-9a-f]{64} {2}anyue\/2023\/a\.md$/m);
    const own = (file: string) => file.startsWith(MANIFEST) || file === '.nojekyll';
    const files = Object.keys(await snapshot(outDir)).filter((file) => !own(file));
    const count = head.parts.reduce((sum, one) => sum + one.files, 0);
    expect(count).toBe(files.length);
  });

  it('is the same bytes for the same sites', async () => {
    const { outDir, made } = await site();
    const once = await snapshot(outDir);
    await made();
    expect(await snapshot(outDir)).toEqual(once);
  });
});

describe('signatures', () => {
  it('that minisign made are found right, and wrong for other bytes', () => {
    expect(signatureFault(Buffer.from('head\n'), THEIRS, PUBLIC)).toBeUndefined();
    expect(signatureFault(Buffer.from('Head\n'), THEIRS, PUBLIC)).toBe('签名与内容不符');
    const comment = THEIRS.replace('commit:abc', 'commit:abd');
    expect(signatureFault(Buffer.from('head\n'), comment, PUBLIC)).toBe('签名的说明被改动');
  });

  it('need a key without a password, whole', () => {
    expect(() => readSecretKey('RWQ=')).toThrow('158 字节');
  });
});

describe('verifying a copy', () => {
  it('finds an untouched one whole, under the key that the reader trusts', async () => {
    const { outDir } = await site();
    const result = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(verifyText(result)).toContain(
      '一致：核对文件 14 个，被改动 0 个，被删除 0 个，多出 0 个。',
    );
    expect(isWhole(result)).toBe(true);
  });

  it('names an altered page and where it came from', async () => {
    const { outDir } = await site();
    await writeFile(path.join(outDir, PAGE), '<article>改过</article>');
    const text = verifyText(await verifySite(folderSource(outDir), { key: PUBLIC }));
    expect(text).toContain(`被改动 1 个：\n  ${PAGE}（来自 content/a/_notice/2023/a.md）`);
  });

  it('names a removed page', async () => {
    const { outDir } = await site();
    await rm(path.join(outDir, PAGE));
    const text = verifyText(await verifySite(folderSource(outDir), { key: PUBLIC }));
    expect(text).toContain(`被删除 1 个：\n  ${PAGE}（`);
  });

  it('names an added page', async () => {
    const { outDir } = await site();
    await write(outDir, { 'anyue/2023/forged/index.html': '假的' });
    const result = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(result.added).toEqual(['anyue/2023/forged/index.html']);
    expect(isWhole(result)).toBe(false);
  });

  it('is not deceived by a manifest that was altered with the page', async () => {
    const { outDir } = await site();
    const part = path.join(outDir, MANIFEST, 'anyue/2023.sha256');
    await writeFile(part, (await readFile(part, 'utf8')).replace(/^[0-9a-f]{8}/m, '00000000'));
    const { faults } = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(faults).toEqual(['清单的 anyue/2023.sha256 被改动']);
  });

  it('names a wrong signature, a missing one, and one by another key', async () => {
    const { outDir } = await site();
    const head = path.join(outDir, MANIFEST, 'index.json');
    const good = await readFile(head, 'utf8');
    await writeFile(head, good.replace('"abc"', '"abd"'));
    const altered = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(altered.faults).toEqual(['清单的签名不对：签名与内容不符']);
    await writeFile(head, good);
    const other = { ...PUBLIC, id: Buffer.from('12345678') };
    const [fault] = (await verifySite(folderSource(outDir), { key: other })).faults;
    expect(fault).toContain('签名用的是另一把密钥');
    await rm(`${head}.minisig`);
    const missing = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(missing.faults).toEqual(['清单没有签名']);
  });
});

describe('verifying a live site', () => {
  it('finds what differs, and says that it cannot see what was added', async () => {
    const { outDir } = await site();
    const served = await serve({ dir: outDir, port: 0 });
    try {
      const whole = await verifySite(siteSource(served.url), { key: PUBLIC });
      expect(verifyText(whole)).toMatch(/没有核对有无多出的文件[\s\S]*一致：核对文件 14 个/);
      await writeFile(path.join(outDir, PAGE), '改过');
      const altered = await verifySite(siteSource(served.url), { key: PUBLIC });
      expect(altered.altered.map((one) => one.path)).toEqual([PAGE]);
    } finally {
      await served.close();
    }
  });
});
