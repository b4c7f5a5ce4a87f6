import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { namedFiles } from '@columns/standard/written';
import { COLUMNS_FILE, columnsFile } from '../column.ts';
import { listFiles } from '../files.ts';
import { sha256, sha256OfFile } from '../manifest/digest.ts';
import { isListed } from '../manifest/format.ts';
import { type ManifestOptions, writeManifest } from '../manifest/index.ts';
import { listedIn } from '../manifest/standing.ts';
import { mapAll } from '../map-all.ts';
import { copy, placeAll } from '../place.ts';
import { contentType } from '../types.ts';
import { relativePage, relativeStyles } from './relative.ts';

/** The copy cannot be made; the message is Chinese. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

const STARTER = '启动检索.mjs';
const BUILD_AGAIN = '先运行 npx -y pnpm@12 build，拼装之后不要改动 dist/。';

/**
 * Makes an offline copy of one column of a finished site: pages that read from a disk by relative
 * links, a small server for search, and a manifest of the copy. Gives the number of its files. What is not, byte
 * for byte, as the site's own manifest lists it is not packed.
 * @throws PackError
 */
export async function pack(
  siteDir: string,
  county: string,
  outDir: string,
  manifest: ManifestOptions,
): Promise<number> {
  const { columns, base: prefix } = await readColumns(siteDir);
  const column = columns.find((one) => one.county === county);
  if (!column) {
    throw new PackError(
      `dist/ 中没有专栏 ${county}。现有：${columns.map((one) => one.county).join('、')}`,
    );
  }
  const old = await readdir(outDir).catch((): string[] => []);
  if (old.length > 0 && !old.includes(STARTER)) {
    throw new PackError(`${outDir} 里已有别的内容，不予覆盖：换一个文件夹，或先清空它。`);
  }
  const folder = column.base.slice(1);
  const inside = columns.filter((one) => one !== column && one.base.startsWith(column.base));
  const all = (await listFiles(path.join(siteDir, folder))).files;
  const files = all.filter(
    (file) => !inside.some(({ base }) => (folder + file).startsWith(base.slice(1))),
  );
  const listed = await listedIn(siteDir);
  if (!listed) throw new PackError(`dist/ 没有可用的清单，不知道它是否完整：${BUILD_AGAIN}`);
  const known = new Set(files.map((file) => folder + file));
  const fresh = `${outDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  const own = (file: string) => folder + file;
  const rewritten = (file: string) => /\.(?:html|css)$/.test(file);
  const plain = files.filter((file) => !rewritten(file));
  await placeAll(plain, path.join(siteDir, folder), path.join(fresh, folder), copy);
  const same = await mapAll(
    plain,
    async (file) =>
      !isListed(own(file)) ||
      (await sha256OfFile(path.join(fresh, folder, file))) === listed.get(own(file)),
  );
  const wrong = plain.filter((_, index) => same[index] !== true);
  for (const file of files.filter(rewritten)) {
    const bytes = await readFile(path.join(siteDir, folder, file));
    if (sha256(bytes) !== listed.get(own(file))) wrong.push(file);
    const text = bytes.toString('utf8');
    const target = path.join(fresh, folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    const made = file.endsWith('.css')
      ? relativeStyles(text, folder + file, prefix)
      : relativePage(text, folder + file, prefix, (one) => known.has(one));
    await writeFile(target, made);
  }
  const there = new Set(files.map(own));
  const gone = [...listed.keys()].filter(
    (file) =>
      file.startsWith(folder) &&
      !there.has(file) &&
      !inside.some(({ base }) => file.startsWith(base.slice(1))),
  );
  if (wrong.length + gone.length > 0) {
    await rm(fresh, { recursive: true, force: true });
    const all = [...wrong.map(own), ...gone];
    throw new PackError(
      `dist/ 中 ${all.length} 个文件与清单不符，没有打包：${namedFiles(all)}。${BUILD_AGAIN}`,
    );
  }
  const added: readonly (readonly [string, string])[] = [
    ['not-packed.html', note(column.title, folder, '这个地址不在本离线拷贝里，请到网站上查看。')],
    [
      '打开专栏.html',
      note(column.title, folder, '离线拷贝，可直接阅读。检索请运行“node 启动检索.mjs”。'),
    ],
    [STARTER, starter(await readFile(new URL('./starter.mjs', import.meta.url), 'utf8'), files)],
  ];
  for (const [name, text] of added) await writeFile(path.join(fresh, name), text);
  await writeManifest(fresh, '/', [column], manifest);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(path.dirname(outDir), { recursive: true });
  await rename(fresh, outDir);
  return (await listFiles(outDir)).files.length;
}

/** The server that goes with a copy stands alone, so the types of the files in it are written into it. */
function starter(text: string, files: readonly string[]): string {
  const endings = [...new Set(['.html', ...files.map((file) => path.extname(file).toLowerCase())])];
  const types = endings.sort().flatMap((ending) => {
    const type = contentType(ending);
    return type === undefined ? [] : [`  '${ending}': '${type}',`];
  });
  return text.replace('  // 打包时写入本拷贝中各种文件的类型', () => types.join('\n'));
}

async function readColumns(siteDir: string) {
  const text = await readFile(path.join(siteDir, COLUMNS_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) throw new PackError('没有拼装好的网站：先运行 npx -y pnpm@12 build');
  return columnsFile.parse(JSON.parse(text));
}

function note(title: string, folder: string, text: string): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body>`,
    `<h1>${title}</h1><p>${text}</p><p><a href="${folder}index.html">进入专栏</a></p>`,
    '</body></html>',
    '',
  ].join('\n');
}
