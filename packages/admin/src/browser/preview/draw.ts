import standard from 'virtual:columns/standard';
import {
  addressOf,
  buildColumn,
  type CountyContent,
  type Entry,
  isKindId,
  KINDS,
  type Kind,
  readCounty,
  readCsv,
  shownColumn,
  splitFrontMatter,
} from '@columns/content';
import { isObject } from '@columns/content/yaml';
import { ID_PATTERN } from '@columns/standard';
import { drawEntry } from '@columns/theme/preview';
import { parse, stringify } from 'yaml';
import { csvPath } from '../../text/parcel.ts';
import { setFiles } from '../shims/fs.ts';
import type { Ask, Drawn } from './ask.ts';
import { type Completed, completed, put, UNFILLED, withoutStandIns } from './complete.ts';
import { withOthers } from './others.ts';

/** A form that no page can be drawn of; the message is Chinese. */
export class NoPage extends Error {}

const encoder = new TextEncoder();
const ROOT = '/content';

/**
 * Draws the main part of an entry's page as the site's build will: the same readers make the column, the same
 * components draw it. What the build would refuse is drawn as far as it goes.
 */
export async function drawPreview(ask: Ask): Promise<Drawn> {
  const { prefix, site } = ask;
  const path = usablePath(ask.own[0]?.path ?? '');
  let content = read(ask, path);
  let entry = entryAt(content, path);
  let said: Completed['said'] = [];
  if (!entry) {
    const whole = completedText(ask.own[0]?.raw ?? '');
    said = whole.said;
    content = read({ ...ask, own: ask.own.with(0, { path, raw: whole.text }) }, path);
    entry = entryAt(content, path);
  }
  const { county } = content;
  if (!county || !entry) throw new NoPage('写好的部分还不能成为网页，先照上面列出的问题改正。');
  const own = { ...entry, ...tableBeside(entry, ask) };
  const entries = content.entries.map((each) => (each === entry ? own : each));
  const text = ask.own.map(({ raw }) => raw).join('\n');
  const all = withOthers({ ...content, entries }, ask.others, own, text);
  const column = shownColumn(buildColumn({ ...content, county, entries: all }, [], standard));
  const shown = column.entries.find((each) => each.id === own.id);
  // As `data` names them: `doc-number` is `docNumber` there.
  for (const { path: at, text } of said) put(shown?.data, [camel(at[0]), ...at.slice(1)], text);
  const base = prefix + county.base.slice(1);
  const html = await drawEntry({ column, base, prefix }, own.id, site);
  return {
    html: withoutStandIns(html),
    address: base + addressOf(own),
    ...(county.accent === undefined ? {} : { accent: county.accent }),
  };
}

const camel = (name: PropertyKey | undefined): string =>
  String(name).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const entryAt = (content: CountyContent, path: string): Entry | undefined =>
  content.entries.find(({ file }) => `content/${file}` === path);

function read(ask: Ask, path: string): CountyContent {
  const { county, countyFiles, own, beside } = ask;
  const files = new Map<string, Uint8Array | { readonly size: number }>();
  for (const [name, text] of Object.entries(countyFiles)) {
    files.set(`${ROOT}/${name}`, encoder.encode(text));
  }
  for (const [index, { path: at, raw }] of own.entries()) {
    const place = index === 0 ? path : at.replace(csvPath(own[0]?.path ?? ''), csvPath(path));
    files.set(`/${place}`, encoder.encode(raw));
  }
  for (const { name, size = 0 } of beside)
    files.set(`/${path.replace(/\.mdx?$/, '')}/${name}`, { size });
  setFiles(files);
  return readCounty(ROOT, county, standard);
}

/** Where the entry can stand until it has a good id: the preview does not wait for one. */
function usablePath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at).replace(/\.mdx?$/, '');
  return ID_PATTERN.test(name) ? path : `${path.slice(0, at)}new-entry.md`;
}

/** The entry's file with what its kind demands, where it can be read at all. */
function completedText(raw: string): { text: string; said: Completed['said'] } {
  const split = splitFrontMatter(raw);
  let given: unknown;
  try {
    given = split && parse(split.head, { schema: 'core', version: '1.2' });
  } catch {
    given = undefined;
  }
  const kind = isObject(given) ? given['kind'] : undefined;
  if (!split || !isObject(given) || !isKindId(kind)) {
    throw new NoPage('文件开头的字段还不能读，网页画不出来。');
  }
  const { head, said } = completed(KINDS[kind] as unknown as Kind, given);
  return { text: `---\n${stringify(head)}---\n${split.body}`, said };
}

/** A table with columns that its form does not know is shown all the same; the findings name them. */
function tableBeside(entry: Entry, { own }: Ask): Pick<Entry, 'table'> {
  const csv = own.find(({ path }) => path.endsWith('.csv'));
  if (entry.table || !csv) return {};
  const { columns, rows } = readCsv(csv.raw);
  return columns.length === 0 ? {} : { table: { columns, rows: rows.length } };
}

export { UNFILLED };
