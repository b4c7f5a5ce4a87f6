import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { archive } from '../src/archive/index.ts';
import { assemble } from '../src/index.ts';
import { sha256 } from '../src/manifest/digest.ts';
import { builtApp, workshop } from './fixture.ts';

const SITE = 'https://example.gov.cn';
const HTML =
  '<!doctype html><html><head><title>通知 &amp; 附件</title></head><body>正文</body></html>';

async function made(
  asOf: string | undefined = '2026-12-31',
  pages: Readonly<Record<string, string>> = {},
) {
  const { dir, appsDir, outDir } = await workshop();
  await builtApp(
    appsDir,
    'anyue',
    {},
    {
      ...{ '2026/a/index.html': HTML, 'data/表.csv': '甲,乙\n' },
      ...pages,
    },
  );
  await builtApp(appsDir, 'luan');
  await assemble({ appsDir, outDir, site: SITE, manifest: { tools: { node: '24' }, asOf } });
  const outFile = path.join(dir, '归档 2026.wacz');
  const run = (year = 2026) =>
    archive({ siteDir: outDir, county: 'anyue', year, site: SITE, outFile });
  return { outDir, outFile, run };
}

async function parts(file: string) {
  const files = unzipSync(await readFile(file));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
  return { files, text };
}

describe('the archive of a column', () => {
  it('holds every page and file of it as a server would send them, and nothing of another column', async () => {
    const { outFile, run } = await made();
    const done = await run();
    const { files } = await parts(outFile);
    const warc = files['archive/data.warc.gz'] ?? new Uint8Array();
    const records = new Map<string, string>();
    for await (const record of new WARCParser([warc])) {
      const url = record.warcTargetURI;
      if (url) records.set(url, await record.contentText());
      expect(record.warcDate).toBe('2026-12-31T00:00:00Z');
    }
    expect(records.get(`${SITE}/anyue/2026/a/`)).toBe(HTML);
    expect(records.get(`${SITE}/anyue/data/${encodeURIComponent('表')}.csv`)).toBe('甲,乙\n');
    expect([...records.keys()].filter((url) => url.includes('luan'))).toEqual([]);
    expect(done).toMatchObject({ files: records.size, day: '2026-12-31' });
  });

  it('has an index that leads to each of them, in the order of their addresses', async () => {
    const { outFile, run } = await made();
    await run();
    const { files, text } = await parts(outFile);
    const lines = text('indexes/index.cdx').trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort());
    const warc = Buffer.from(files['archive/data.warc.gz'] ?? []);
    for (const line of lines) {
      const { url, offset, length } = JSON.parse(line.slice(line.indexOf('{')));
      const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length)));
      expect(record.toString('utf8')).toContain(`WARC-Target-URI: ${url}\r\n`);
    }
  });

  it('answers what a reader asks by a form, of which only the address without a question is a file', async () => {
    const form = (name: string) => `<form action="/anyue/search/"><input name="${name}"></form>`;
    const pages = {
      '2026/b/index.html': HTML.replace('正文', form('q')),
      'search/index.html': HTML.replace('正文', `${form('q')}<form><input name="r"></form>`),
    };
    const { outFile, run } = await made('2026-12-31', pages);
    await run();
    const { files, text } = await parts(outFile);
    const asked = text('indexes/index.cdx')
      .split('\n')
      .filter((line) => line.includes('?'));
    expect(asked).toHaveLength(1);
    const { url, offset, length } = JSON.parse(asked[0]?.replace(/^[^{]*/, '') ?? '');
    expect(url).toBe(`${SITE}/anyue/search/?q=`);
    const warc = Buffer.from(files['archive/data.warc.gz'] ?? []);
    const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length)));
    expect(record.toString('utf8')).toContain(pages['search/index.html']);
    expect(text('pages/pages.jsonl')).not.toContain('?q=');
  });

  it('lists its pages with their titles, and its parts with their digests', async () => {
    const { outFile, run } = await made();
    await run();
    const { files, text } = await parts(outFile);
    const pages = text('pages/pages.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(pages[0]).toMatchObject({ format: 'json-pages-1.0' });
    expect(pages).toContainEqual(
      expect.objectContaining({ url: `${SITE}/anyue/2026/a/`, title: '通知 & 附件' }),
    );
    const described = JSON.parse(text('datapackage.json'));
    expect(described).toMatchObject({ wacz_version: '1.1.1', created: '2026-12-31T00:00:00Z' });
    for (const { path: name, hash, bytes } of described.resources) {
      expect(hash).toBe(`sha256:${sha256(files[name] ?? '')}`);
      expect(bytes).toBe(files[name]?.byteLength);
    }
    expect(JSON.parse(text('datapackage-digest.json')).hash).toBe(
      `sha256:${sha256(text('datapackage.json'))}`,
    );
  });

  it('is the same bytes for the same site', async () => {
    const { outFile, run } = await made();
    await run();
    const once = sha256(await readFile(outFile));
    await run();
    expect(sha256(await readFile(outFile))).toBe(once);
  });

  it('is of the year of the site’s day, and of no other', async () => {
    const { outFile, run } = await made();
    await expect(run(2025)).rejects.toThrow('dist/ 是按 2026-12-31 生成的，不是 2025 年的');
    expect(existsSync(outFile)).toBe(false);
  });

  it('is not made of what was altered or added', async () => {
    const { outDir, outFile, run } = await made();
    await writeFile(path.join(outDir, 'anyue/2026/a/index.html'), '改过');
    await expect(run()).rejects.toThrow('1 个文件与清单不符，没有归档：anyue/2026/a/index.html');
    await writeFile(path.join(outDir, 'anyue/2026/a/index.html'), HTML);
    await writeFile(path.join(outDir, 'anyue/x.html'), '多出');
    await expect(run()).rejects.toThrow('清单没有的文件：anyue/x.html');
    expect(existsSync(outFile)).toBe(false);
  });
});
