import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { HEAD_FILE, MANIFEST } from '@columns/export/manifest';
import { namedFiles } from '@columns/standard/written';
import { parse } from 'parse5';
import { getSurt } from 'warcio';
import { COLUMNS_FILE, columnsFile } from '../column.ts';
import { listFiles } from '../files.ts';
import { sha256 } from '../manifest/digest.ts';
import { isListed, manifestHead } from '../manifest/format.ts';
import { listedIn } from '../manifest/standing.ts';
import { contentType } from '../types.ts';
import { FormAddresses } from './forms.ts';
import { infoRecord, responseRecord } from './warc.ts';
import { ZipFile } from './zip-file.ts';

/** An archive that cannot be made. The message is Chinese. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

export interface ArchiveOptions {
  /** The site that was put together, `dist/`. */
  readonly siteDir: string;
  readonly county: string;
  readonly year: number;
  /** The origin under which it is published: an archive holds whole addresses. */
  readonly site: string;
  /** The file to write. */
  readonly outFile: string;
}

export interface Archived {
  readonly pages: number;
  readonly files: number;
  /** The day on which the site stood so. */
  readonly day: string;
}

const SOFTWARE = 'county-disclosure-columns';
const WARC = 'data.warc.gz';
/** Larger ones need Zip64, which few readers of web archives take. */
const LARGEST = 4_000_000_000;
const AGAIN = '重新运行 columns build';

/**
 * Writes one column as a web archive (WACZ 1.1.1: WARC, index, list of pages), as archives take it and ReplayWeb.page
 * shows it without a server. Dates are of the day for which the site was made (`AS_OF`), and nothing is read of a
 * clock: the same site makes the same bytes. What is not, byte for byte, what the manifest lists stops it.
 *
 * @throws ArchiveError
 */
export async function archive(options: ArchiveOptions): Promise<Archived> {
  const { siteDir, county, year, site, outFile } = options;
  const { column, day, files } = await standing(siteDir, county);
  if (Number(day.slice(0, 4)) !== year) {
    throw new ArchiveError(
      `dist/ 是按 ${day} 生成的，不是 ${year} 年的：设 AS_OF=${year}-12-31，${AGAIN}。`,
    );
  }
  const date = `${day}T00:00:00Z`;
  const prefix = column.path.slice(0, column.path.length - column.base.length + 1);
  const title = `${column.title}（${year} 年）`;
  const [zipFile, warcFile] = [`${outFile}.new`, `${outFile}.warc.new`];
  await mkdir(path.dirname(outFile), { recursive: true });
  try {
    const captured = await writeWarc(warcFile, {
      siteDir,
      site: site + prefix,
      files,
      title,
      date,
    });
    const zip = await ZipFile.create(zipFile, day);
    try {
      await zip.addFile(`archive/${WARC}`, warcFile);
      await zip.addText('indexes/index.cdx', `${captured.index.sort().join('\n')}\n`);
      const head = JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: '网页' });
      await zip.addText('pages/pages.jsonl', `${[head, ...captured.pages].join('\n')}\n`);
      const datapackage = `${JSON.stringify(
        {
          ...{ profile: 'data-package', wacz_version: '1.1.1', title, software: SOFTWARE },
          ...{ created: date, mainPageUrl: site + column.path, mainPageDate: date },
          resources: [...zip.resources],
        },
        null,
        2,
      )}\n`;
      await zip.addText('datapackage.json', datapackage);
      const digest = { path: 'datapackage.json', hash: `sha256:${sha256(datapackage)}` };
      await zip.addText('datapackage-digest.json', `${JSON.stringify(digest, null, 2)}\n`);
      await zip.end();
    } catch (error) {
      await zip.stop();
      throw error;
    }
    await rename(zipFile, outFile);
    return { pages: captured.pages.length, files: files.size, day };
  } finally {
    for (const file of [zipFile, warcFile]) await rm(file, { force: true });
  }
}

interface Captured {
  /** Lines of the index (CDXJ): where in the WARC each address stands. */
  readonly index: string[];
  readonly pages: string[];
}

async function writeWarc(
  file: string,
  {
    siteDir,
    site,
    files,
    title,
    date,
  }: {
    readonly siteDir: string;
    /** Prefix included. */
    readonly site: string;
    readonly files: ReadonlyMap<string, string>;
    readonly title: string;
    readonly date: string;
  },
): Promise<Captured> {
  const out = await open(file, 'w');
  const captured: Captured = { index: [], pages: [] };
  let offset = 0;
  const put = async (record: Uint8Array) => {
    await out.write(record);
    offset += record.byteLength;
    if (offset > LARGEST) throw new ArchiveError('网页归档超过 4 GB，不能写成一个文件。');
  };
  try {
    await put(await infoRecord(WARC, { software: SOFTWARE, description: title }, date));
    const forms = new FormAddresses();
    const record = async (url: string, type: string, bytes: Uint8Array, digest: string) => {
      const written = await responseRecord({ url, type, bytes }, date);
      captured.index.push(indexLine(url, type, digest, date, [offset, written.byteLength]));
      await put(written);
    };
    const wrong: string[] = [];
    for (const [name, digest] of files) {
      const bytes = await readFile(path.join(siteDir, name)).catch(() => undefined);
      if (!bytes || sha256(bytes) !== digest) {
        wrong.push(name);
        continue;
      }
      const url = new URL(addressOf(name), site).href;
      const type = contentType(name) ?? 'application/octet-stream';
      if (isPage(type)) {
        const html = Buffer.from(bytes).toString('utf8');
        captured.pages.push(pageLine(url, html, digest, date));
        forms.addPage(url, html);
      }
      await record(url, type, bytes, digest);
    }
    if (wrong.length > 0) {
      throw new ArchiveError(
        `dist/ 中 ${wrong.length} 个文件与清单不符，没有归档：${namedFiles(wrong)}。${AGAIN}。`,
      );
    }
    for (const [name, digest] of files) {
      const type = contentType(name) ?? '';
      if (!isPage(type)) continue;
      for (const url of forms.of(new URL(addressOf(name), site).href))
        await record(url, type, await readFile(path.join(siteDir, name)), digest);
    }
    return captured;
  } finally {
    await out.close();
  }
}

/** A host serves a folder's page at the folder. */
function addressOf(file: string): string {
  return file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function indexLine(
  url: string,
  mime: string,
  digest: string,
  date: string,
  [offset, length]: readonly [number, number],
): string {
  const fields = {
    ...{ url, mime: mime.split(';')[0], status: '200', digest: `sha256:${digest}` },
    ...{ length: String(length), offset: String(offset), filename: WARC },
  };
  return `${getSurt(url)} ${date.replaceAll(/\D/g, '')} ${JSON.stringify(fields)}`;
}

const isPage = (type: string) => type.startsWith('text/html');

function pageLine(url: string, html: string, digest: string, ts: string): string {
  return JSON.stringify({ id: digest.slice(0, 22), url, ts, title: titleOf(html) });
}

/** The title as a browser reads it; only the head is parsed. */
function titleOf(html: string): string {
  const end = html.indexOf('</head>');
  const document = parse(end === -1 ? html : html.slice(0, end));
  const queue: unknown[] = [document];
  for (const node of queue) {
    const { nodeName, childNodes = [] } = node as {
      nodeName: string;
      childNodes?: { value?: string }[];
    };
    if (nodeName === 'title') return childNodes.map(({ value = '' }) => value).join('');
    queue.push(...childNodes);
  }
  return '';
}

/** The column in the site, the day of the site, and the files that make up the column, each with its digest. */
async function standing(siteDir: string, county: string) {
  const text = await readFile(path.join(siteDir, COLUMNS_FILE), 'utf8').catch(() => undefined);
  const listed = await listedIn(siteDir);
  if (text === undefined || !listed) {
    throw new ArchiveError('没有拼装好的网站，或没有可用的清单：先运行 npx -y pnpm@12 build。');
  }
  const { columns } = columnsFile.parse(JSON.parse(text));
  const column = columns.find((one) => one.county === county);
  if (!column) {
    const known = columns.map((one) => one.county).join('、');
    throw new ArchiveError(`dist/ 中没有专栏 ${county}。现有：${known}`);
  }
  const head = JSON.parse(await readFile(path.join(siteDir, MANIFEST, HEAD_FILE), 'utf8'));
  const day = manifestHead.parse(head).asOf ?? column.newest;
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new ArchiveError(`网站没有写明截至哪一天：设 AS_OF，${AGAIN}。`);
  }
  const folder = column.base.slice(1);
  const inside = columns.filter((one) => one !== column && one.base.startsWith(column.base));
  const isOwn = (file: string) =>
    file.startsWith(folder) &&
    isListed(file) &&
    !inside.some(({ base }) => file.startsWith(base.slice(1)));
  const strange = (await listFiles(siteDir)).files.filter(
    (file) => isOwn(file) && !listed.has(file),
  );
  if (strange.length > 0) {
    throw new ArchiveError(`dist/ 中有清单没有的文件：${namedFiles(strange)}。${AGAIN}。`);
  }
  const files = new Map([...listed].filter(([file]) => isOwn(file)).sort(byName));
  return { column, day, files };
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
