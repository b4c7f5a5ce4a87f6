/** Pages as a build makes them and as the editor's preview draws them, to be compared. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  addressOf,
  decode,
  type Entry,
  RELATIONS,
  readColumn,
  shownColumn,
} from '@columns/content';
import { COLUMN_TABLES } from '@columns/export';
import { loadStandard } from '@columns/standard';
import type { Ask } from '../src/browser/preview/ask.ts';
import type { drawPreview } from '../src/browser/preview/draw.ts';
import { previewScript } from '../src/build/bundle.ts';
import { countyWideFiles } from '../src/read-facts.ts';
import { fromFile, toFile } from '../src/text/format.ts';
import { csvPath, filesOf, pack, unpack } from '../src/text/parcel.ts';

/** The drawing as the editor's bundle has it, run here. */
export async function bundledDrawing(): Promise<typeof drawPreview> {
  const folder = mkdtempSync(join(tmpdir(), 'columns-preview-'));
  try {
    const { code } = await previewScript('draw.ts');
    const file = join(folder, 'draw.mjs');
    writeFileSync(file, code);
    const made = (await import(pathToFileURL(file).href)) as { drawPreview: typeof drawPreview };
    return made.drawPreview;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A county's entries with what a preview of each is drawn of, as the form gives it back. */
export function asksOf(
  root: string,
  county: string,
  base = `/${county}/`,
): { entry: Entry; ask: Ask }[] {
  const { column } = readColumn(root, county, loadStandard());
  if (!column) throw new Error(`${county} cannot be read.`);
  const countyFiles = Object.fromEntries(
    countyWideFiles(root, county).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
  const entries = COLUMN_TABLES.find(({ name }) => name === 'entries');
  const others = (entries?.rows(shownColumn(column)) ?? []) as unknown as Ask['others'];
  return column.entries.map((entry) => {
    const path = `content/${entry.file}`;
    return {
      entry,
      ask: {
        ...{ county, countyFiles, others },
        own: filesOf(unpack(toFile(fromFile(stored(root, entry)))), path),
        beside: filesBeside(root, entry),
        prefix: base.slice(0, base.length - column.county.base.length + 1),
      },
    };
  });
}

/** The entry as the repository's door hands it to the form. */
function stored(root: string, { file }: Entry): string {
  const csv = join(root, csvPath(file));
  return pack({
    path: `content/${file}`,
    main: readFileSync(join(root, file), 'utf8'),
    ...(existsSync(csv) ? { csv: textOf(csv) } : {}),
  });
}

/** A table is read in whichever encoding Excel has left it. */
function textOf(file: string): string {
  const decoded = decode(readFileSync(file));
  return 'text' in decoded ? decoded.text : '';
}

function filesBeside(root: string, { file }: Entry): Ask['beside'] {
  const folder = join(root, file.replace(/\.mdx?$/, ''));
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ name, size: statSync(join(folder, name)).size }));
}

/** The main part of an entry's page in a built site. */
export function builtMain(dist: string, entry: Entry): string {
  const html = readFileSync(join(dist, addressOf(entry), 'index.html'), 'utf8');
  const main = /<main id="main"[^>]*>(.*)<\/main>/s.exec(html)?.[1];
  if (main === undefined) throw new Error(`No main part in ${addressOf(entry)}`);
  return main;
}

/** The titles of what other entries say of one. */
const FROM_OTHERS = new Set([...RELATIONS.map(({ backTitle }) => backTitle), '同一事项的其他信息']);
/** What the steps of a matter say together where others follow, what shares a key, what is proved: of others' rows. */
const WITH_OTHERS = /^(?:前后环节|佐证的任务|承接的信息|所解读的文件|按.+关联的信息)$/;

/**
 * What a page says and its preview cannot, for it is computed from texts of other entries. Each is named here, and
 * taken from both; all else must be the same, letter for letter.
 */
const KNOWN_TO_BUILDS: Readonly<Record<string, (main: string, base: string) => string>> = {
  'groups of entries that name this one': (main) =>
    main.replaceAll(
      /<(section|details) class="related(?: proven issue)?">(?:<summary>)?<h2>([^<]*)<\/h2>.*?<\/\1>/gs,
      (section, _tag: string, title: string) =>
        FROM_OTHERS.has(title) || WITH_OTHERS.test(title) ? '' : section,
    ),
  'that a newer list has taken its place': (main) =>
    main.replaceAll(/<p class="alert">本清单已调整，现行清单：.*?<\/p>/gs, ''),
  'addresses, telephones and hours of the places of a guide': (main) =>
    main.replaceAll(/(?<=<h2 id="places">).*?(?=<\/section>)/gs, (list) =>
      list.replaceAll(/(?<=<\/a>)，[^<]*/g, ''),
    ),
  'whether an entry in a list, or beside this one, has ended': (main) =>
    main.replaceAll(/<(li|nav)\b[^>]*>.*?<\/\1>/gs, (item) =>
      item.replaceAll(/<span class="badge badge-alert">(?:废止|失效|已修改)<\/span>/g, ''),
    ),
  'whether an entry that is linked is an example or abridged': (main) =>
    main
      .replaceAll(/(?<=<\/a>)<span class="badge">(?:示例|摘编)<\/span>/g, '')
      .replaceAll(/<span class="badge">(?:示例|摘编)<\/span>(?=<\/a>)/g, ''),
  'which issue of the gazette it stands in': (main) =>
    main.replaceAll(/<p class="facts"><span>刊登于.*?<\/span><\/p>/gs, ''),
  'what the guides that a bundle joins ask for': (main) =>
    main
      .replaceAll(/<ol class="bundle-steps">.*?<\/ol>/gs, (list) =>
        list.replaceAll(/<span class="facts">.*?<\/span><\/li>/gs, '</li>'),
      )
      .replaceAll(/(?<=<h2 id="materials">申请材料（合并后）<\/h2>).*?(?=<\/section>)/gs, ''),
  'that guides make a booklet of a place': (main) =>
    main.replaceAll(/<p><a href="[^"]*\/guides\/booklet\/[^"]*">[^<]*<\/a><\/p>/g, ''),
  'links to documents of the levels above': (main, base) =>
    main
      .replaceAll(/<li><a href="\/[^"]*">(?:(?!<\/li>).)*<\/li>/gs, (item) =>
        item.startsWith(`<li><a href="${base}`) || !item.includes('class="facts"') ? item : '',
      )
      .replaceAll(
        /<section class="related"><h2>[^<]*<\/h2><ul class="entries"><\/ul><\/section>/g,
        '',
      )
      .replaceAll(/<a href="(\/[^"]*)">([^<]*)<\/a>/g, (link, address: string, text: string) =>
        address.startsWith(base) ? link : `<span>${text}</span>`,
      ),
  'programs that add to a page': (main) =>
    main.replaceAll(/<script type="module" src="[^"]*"><\/script>/g, ''),
};

/** A main part without what only a build knows. */
export function comparable(main: string, base: string): string {
  return Object.values(KNOWN_TO_BUILDS).reduce((text, cut) => cut(text, base), main);
}
