import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { signatureFault } from '@columns/export/manifest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assemble, serve } from '../src/index.ts';
import {
  MANIFEST,
  type ManifestHead,
  readPublicKey,
  readSecretKey,
} from '../src/manifest/index.ts';
import { folderSource, isWhole, siteSource, verifySite, verifyText } from '../src/verify/index.ts';
import { beside, builtApp, snapshot, workshop, write } from './fixture.ts';

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
  await beside(appsDir, 'anyue', {
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

describe('what a signature and a list do not cover', () => {
  it('is named where it was added in the manifest’s own folder', async () => {
    const { outDir } = await site();
    const added = ['anyue/2023.sha256.bak', 'note.html', 'anyue/deep/x.js'].map(
      (file) => MANIFEST + file,
    );
    await write(outDir, Object.fromEntries(added.map((file) => [file, 'x'])));
    const result = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect([...result.added].sort()).toEqual([...added].sort());
    await writeFile(path.join(outDir, '.nojekyll'), 'words');
    const { added: more } = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(more).toContain('.nojekyll');
    expect(isWhole(result)).toBe(false);
  });

  it('is not called whole: nothing listed, nothing of this county, other counts', async () => {
    const { outDir } = await site();
    const head = path.join(outDir, MANIFEST, 'index.json');
    const good = JSON.parse(await readFile(head, 'utf8'));
    const faultsOf = async (counties?: string[]) =>
      (await verifySite(folderSource(outDir), { counties })).faults.join('；');
    expect(await faultsOf(['nowhere'])).toContain('没有 nowhere 的文件');
    await rm(`${head}.minisig`);
    await writeFile(head, JSON.stringify({ ...good, parts: [] }));
    expect(await faultsOf()).toContain('一个文件也没有');
    good.parts[0].files += 1;
    await writeFile(head, JSON.stringify(good));
    expect(await faultsOf()).toMatch(/列有 \d+ 个文件，总表说是 \d+ 个/);
  });

  it('is said: that nobody signed, and that the site shows another key', async () => {
    const { outDir } = await site();
    const key = path.join(outDir, MANIFEST, 'minisign.pub');
    const text = await readFile(key, 'utf8');
    const other = Buffer.from(text.split('\n')[1] ?? '', 'base64');
    other[20] = (other[20] ?? 0) ^ 1;
    await writeFile(key, `untrusted comment: x\n${other.toString('base64')}\n`);
    const { faults } = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(faults).toEqual(['网站上的公钥不是 --key 给出的那一个']);
    await rm(key);
    await rm(path.join(outDir, MANIFEST, 'index.json.minisig'));
    expect(verifyText(await verifySite(folderSource(outDir)))).toContain('一致（没有有效的签名）');
  });

  it.runIf(process.platform !== 'win32')(
    'is no file of the site: a link to the same bytes',
    async () => {
      const { dir, outDir } = await site();
      const page = path.join(outDir, PAGE);
      await writeFile(path.join(dir, 'same.html'), await readFile(page));
      await rm(page);
      await symlink(path.join(dir, 'same.html'), page);
      const { removed } = await verifySite(folderSource(outDir), { key: PUBLIC });
      expect(removed.map((one) => one.path)).toEqual([PAGE]);
    },
  );
});

describe('verifying a site that means harm', () => {
  async function hostile(answer: RequestListener) {
    const server = createServer(answer);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const IMPATIENT = { silence: 200, request: 800 };

  it('gives up where nothing comes, and where it comes drop by drop', async () => {
    const silent = await hostile((_request, answer) => void answer.writeHead(200).write('{'));
    await expect(verifySite(siteSource(silent, IMPATIENT))).rejects.toThrow('没有传来一个字节');
    const mute = await hostile(() => undefined);
    await expect(verifySite(siteSource(mute, IMPATIENT))).rejects.toThrow('没有传来一个字节');
    const dripping = await hostile((_request, answer) => {
      const timer = setInterval(() => answer.write(' '), 50);
      answer.once('close', () => clearInterval(timer));
    });
    await expect(verifySite(siteSource(dripping, IMPATIENT))).rejects.toThrow('没有传完');
  });

  it('gives up when all together takes too long', async () => {
    const answering = await hostile((_request, answer) => void answer.end('{}'));
    await expect(verifySite(siteSource(answering, { overall: 0 }))).rejects.toThrow('没有传完');
  });

  it('reads no more of a manifest than a manifest can have', async () => {
    const endless = await hostile((_request, answer) => {
      const piece = Buffer.alloc(1 << 20, ' ');
      const go = () => {
        while (!answer.destroyed && answer.write(piece));
        answer.once('drain', go);
      };
      go();
    });
    await expect(verifySite(siteSource(endless))).rejects.toThrow('没有再读');
  });

  it('follows it nowhere else, and not in circles', async () => {
    let asked = 0;
    const other = await hostile((_request, answer) => {
      asked += 1;
      answer.end('{}');
    });
    for (const to of [other, other.replace('http:', 'ftp:'), 'http://[', other.slice(5)]) {
      const leading = await hostile(
        (_q, answer) => void answer.writeHead(302, { location: to }).end(),
      );
      await expect(verifySite(siteSource(leading))).rejects.toThrow('别的网站');
    }
    expect(asked).toBe(0);
    const round = await hostile(
      (_q, answer) => void answer.writeHead(302, { location: '/x' }).end(),
    );
    await expect(verifySite(siteSource(round))).rejects.toThrow('转来转去');
  });

  it('prints nothing of it that would rewrite the screen, nor more than fits on one', async () => {
    const tools = { '\u001b[2J一致\n核对': '1', long: 'x'.repeat(1e6) };
    const head = JSON.stringify({ format: 1, base: '/', tools, parts: [] });
    const address = await hostile((request, answer) => {
      if (request.url?.endsWith('/index.json')) answer.end(head);
      else answer.writeHead(404).end();
    });
    const text = verifyText(await verifySite(siteSource(address)));
    expect(text).toContain('⟦U+001B⟧[2J一致⟦U+000A⟧核对');
    expect(text).not.toContain('\u001b');
    expect(text.length).toBeLessThan(5000);
    expect(text).toMatch(/不一致/);
  });
});
