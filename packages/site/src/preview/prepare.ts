import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { relativePage, relativeStyles } from '../pack/relative.ts';

/** A site of all counties has fewer; more is no build of ours. */
const MOST_FILES = 200_000;
const MOST_BYTES = 2 * 2 ** 30;

/** What every page of a preview says, and no page of a site. */
export const BANNER = '送审稿，未发布';

const STYLE =
  'position:sticky;top:0;z-index:9999;margin:0;padding:.5em 1em;background:#7a1a10;color:#fff;font:bold 16px/1.5 sans-serif;text-align:center';

/**
 * Makes of a built site one that can stand in any folder and that nobody takes for the site: addresses are relative, each page
 * says that it is not published, and asks not to be indexed. The files are data from an unpacked archive: a link or a special file
 * is refused, and nothing of them is run.
 *
 * @returns the files below `to`, with forward slashes
 * @throws Error (Chinese) for what is no build
 */
export async function preparePreview(from: string, to: string): Promise<string[]> {
  const files = await plainFiles(from);
  if (!files.some((file) => file.endsWith('.html'))) throw new Error('预览中没有网页。');
  const known = new Set(files);
  await rm(to, { recursive: true, force: true });
  for (const file of files) {
    const target = path.join(to, file);
    await mkdir(path.dirname(target), { recursive: true });
    const bytes = await readFile(path.join(from, file));
    await writeFile(target, made(file, bytes, known));
  }
  const own: Readonly<Record<string, string>> = {
    'not-packed.html': page(
      '没有这个网页',
      '这个网页没有随送审稿一起生成：它没有改动，请到网站上看。',
    ),
    'robots.txt': 'User-agent: *\nDisallow: /\n',
    ...(known.has('index.html') ? {} : { 'index.html': page('送审稿', links(files)) }),
  };
  for (const [file, text] of Object.entries(own))
    await writeFile(path.join(to, file), file.endsWith('.html') ? marked(text) : text);
  return [...new Set([...files, ...Object.keys(own)])].sort();
}

function made(file: string, bytes: Buffer, known: ReadonlySet<string>): Buffer | string {
  if (file.endsWith('.html'))
    return marked(relativePage(bytes.toString('utf8'), file, '/', (one) => known.has(one)));
  return file.endsWith('.css') ? relativeStyles(bytes.toString('utf8'), file, '/') : bytes;
}

/** A page with its notice. Where it has no head or body of its own, the notice stands before all of it. */
export function marked(html: string): string {
  const robots = '<meta name="robots" content="noindex, nofollow, noarchive">';
  const banner = `<p role="note" style="${STYLE}">${BANNER}</p>`;
  const head = /<head\b[^>]*>/i.exec(html);
  const withRobots = head
    ? html.slice(0, head.index + head[0].length) + robots + html.slice(head.index + head[0].length)
    : robots + html;
  const body = /<body\b[^>]*>/i.exec(withRobots);
  return body
    ? withRobots.slice(0, body.index + body[0].length) +
        banner +
        withRobots.slice(body.index + body[0].length)
    : withRobots + banner;
}

function page(title: string, text: string): string {
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`;
}

/** The first page of each column that was built. */
function links(files: readonly string[]): string {
  return files
    .filter((file) => /^[\w-]+\/index\.html$/.test(file))
    .map((file) => `<a href="${file}">${file.split('/', 1).join('')}</a>`)
    .join(' ');
}

async function plainFiles(from: string): Promise<string[]> {
  const files: string[] = [];
  let bytes = 0;
  const walk = async (folder: string): Promise<void> => {
    for (const name of (await readdir(path.join(from, folder))).sort()) {
      const file = folder === '' ? name : `${folder}/${name}`;
      const found = await lstat(path.join(from, file));
      if (found.isDirectory()) await walk(file);
      else if (!found.isFile()) throw new Error(`预览中的 ${file} 不是普通文件。`);
      else {
        files.push(file);
        bytes += found.size;
      }
      if (files.length > MOST_FILES || bytes > MOST_BYTES)
        throw new Error('预览过大，没有放上去。');
    }
  };
  await walk('');
  return files;
}
