import { concat, latin1 } from '../bytes.ts';
import type { PdfFile, PdfObject } from './file.ts';
import type { PdfDictionary, PdfValue } from './values.ts';
import { isDictionary, nameAt, PdfName, PdfReference, PdfString } from './values.ts';

/** Left, bottom, right and top, in points. */
export type Box = readonly [number, number, number, number];

/** A file whose pages are so large that no text stands outside them, and how large they are for a reader. */
export interface WideFile {
  readonly bytes: Uint8Array;
  /** By the number of the page's object. */
  readonly boxes: ReadonlyMap<number, Box>;
}

/** Farther than any program places anything. */
const WIDE = '[-1000000 -1000000 1000000 1000000]';
/** The size that readers take where a page has none, in points. */
const LETTER: Box = [0, 0, 612, 792];
/** More than the heads of ten thousand pages. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * The library gives no text that stands outside a page. So a change is written behind the file, as programs
 * write theirs (ISO 32000-1, 7.5.6), in which the pages are as wide as they can be; what stands outside is then
 * told by its place. Pages of which there are several in a file of one version stay as they are: which of
 * them is shown only the file's own table says.
 *
 * @param versions how many versions of it the file holds
 */
export function widened(bytes: Uint8Array, file: PdfFile, versions: number): WideFile {
  const boxes = new Map<number, Box>();
  const trailer = file.trailers.findLast((each) => each.has('Root'));
  const before = /startxref\s+(\d+)(?!.*startxref)/s.exec(latin1(bytes.subarray(-2048)))?.[1];
  if (trailer === undefined || before === undefined) return { bytes, boxes };
  const times = new Map<number, number>();
  for (const { number } of file.objects) times.set(number, (times.get(number) ?? 0) + 1);
  // Some files begin with other bytes; places are counted from the head on.
  const head = Math.max(0, latin1(bytes.subarray(0, 1024)).indexOf('%PDF-'));
  const pieces: string[] = ['\n'];
  let at = bytes.length + 1 - head;
  const put = (text: string) => {
    pieces.push(text);
    at += text.length;
  };
  const table: string[] = [];
  for (const [number, count] of times) {
    const object = file.newest(number);
    if (object === undefined || number < 0 || (count > 1 && versions === 1)) continue;
    const page = pageOf(object);
    if (page === undefined) continue;
    table.push(
      `${number} 1\n${String(at).padStart(10, '0')} ${String(object.generation).padStart(5, '0')} n \n`,
    );
    put(
      `${number} ${object.generation} obj\n${written(page, ['MediaBox', 'CropBox'], `/MediaBox ${WIDE}`)}\nendobj\n`,
    );
    boxes.set(number, boxOf(page, file));
    if (at > bytes.length + MOST_BYTES) return { bytes, boxes: new Map() };
  }
  if (boxes.size === 0) return { bytes, boxes };
  const start = at;
  put(`xref\n${table.join('')}trailer\n`);
  put(
    written(
      new Map([...trailer].filter(([key]) => ['Root', 'Info', 'ID', 'Size'].includes(key))),
      [],
      `/Prev ${before}`,
    ),
  );
  put(`\nstartxref\n${start}\n%%EOF\n`);
  return {
    bytes: concat([bytes, Uint8Array.from(pieces.join(''), (sign) => sign.charCodeAt(0))]),
    boxes,
  };
}

const pageOf = ({ value, stream }: PdfObject): PdfDictionary | undefined =>
  stream === undefined && isDictionary(value) && nameAt(value, 'Type') === 'Page'
    ? value
    : undefined;

/** What of a page is shown: its box, cut to the part that is to be seen; both may stand in what it belongs to. */
function boxOf(page: PdfDictionary, file: PdfFile): Box {
  const media = inherited(page, 'MediaBox', file) ?? LETTER;
  const crop = inherited(page, 'CropBox', file);
  if (crop === undefined) return media;
  const box: Box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  return isEmpty(box) ? media : box;
}

function inherited(page: PdfDictionary, key: string, file: PdfFile): Box | undefined {
  let at: PdfValue | undefined = page;
  for (let step = 0; isDictionary(at) && step < 100; step++) {
    const value = file.resolve(at.get(key));
    if (Array.isArray(value)) {
      const [a = 0, b = 0, c = 0, d = 0] = value.map((each) => Number(file.resolve(each)));
      const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
      return isEmpty(box) ? undefined : box;
    }
    at = file.resolve(at.get('Parent'));
  }
  return undefined;
}

const isEmpty = ([left, bottom, right, top]: Box) => !(right > left && top > bottom);

/** A value as a file has it, without some of its entries and with others. */
function written(value: PdfValue, without: readonly string[] = [], more = ''): string {
  if (value instanceof PdfName) return nameOf(value.name);
  if (value instanceof PdfReference) return `${value.object} ${value.generation} R`;
  if (value instanceof PdfString)
    return `<${[...value.bytes].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`;
  if (Array.isArray(value)) return `[${value.map((each) => written(each)).join(' ')}]`;
  if (!isDictionary(value)) return String(value);
  const entries = [...value].flatMap(([marked, each]) => {
    const [key = ''] = marked.split('\u0000', 1);
    return without.includes(key) ? [] : [`${nameOf(key)} ${written(each)}`];
  });
  return `<< ${entries.join(' ')} ${more} >>`;
}

const nameOf = (name: string) =>
  `/${name.replaceAll(/[^\w.+-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
