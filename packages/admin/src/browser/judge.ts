import standard from 'virtual:columns/standard';
import { check } from '@columns/check';
import { readColumn } from '@columns/content';
import { csvPath, filesOf, type Parcel } from '../text/parcel.ts';
import type { Judged } from './findings.ts';
import { setFiles } from './shims/fs.ts';

const encoder = new TextEncoder();

/**
 * Runs the readers and rules of the build on the files of one entry. Other entries are not here, so
 * what names them is judged by the gate; so are what is in attachments, and the words of the text.
 */
export function judge(
  county: string,
  countyFiles: Readonly<Record<string, string>>,
  parcel: Parcel,
  path: string,
  attachments: readonly string[],
): Judged {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string) => files.set(name, encoder.encode(text));
  for (const [name, text] of Object.entries(countyFiles)) put(`/content/${name}`, text);
  const own = filesOf(parcel, path).map((file) => ({ ...file, path: `/${file.path}` }));
  for (const { path: at, raw } of own) put(at, raw);
  // A file that was just chosen is not in the repository yet, but will come with the entry.
  for (const name of attachments) put(`/${path.replace(/\.mdx?$/, '')}/${name}`, '');
  setFiles(files);
  const reading = readColumn('/content', county, standard);
  const mine = new Set(
    [path, csvPath(path), ...own.map(({ path: at }) => at)].map((at) =>
      at.replace(/^\/?content\//, ''),
    ),
  );
  const findings = check(reading).filter(
    ({ file, rule }) => mine.has(file) && rule !== 'shape/unknown-reference',
  );
  const file = path.replace(/^content\//, '');
  const entry = reading.column?.entries.find((each) => each.file === file);
  return { findings, ...(entry === undefined ? {} : { entry }) };
}
