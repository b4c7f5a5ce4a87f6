import { viewOf } from '../bytes.ts';

/** One property of characters, paragraphs, tables ([MS-DOC] 2.2.5.1): its code and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: DataView;
}

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;

/** The properties of a list of them; what is cut off at its end is left. */
export function* sprms(bytes: Uint8Array): Generator<Sprm> {
  const view = viewOf(bytes);
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = SIZES[code >> 13] ?? 1;
    if (code === TABLE_DEFINITION) {
      if (at + 2 > bytes.length) return;
      size = view.getUint16(at, true) - 1;
      at += 2;
    } else if (code >> 13 === 6) {
      size = view.getUint8(at);
      at += 1;
      // Changed tab stops: their length does not fit into a byte.
      if (code === TABS && size === 255) return;
    }
    if (size < 0 || at + size > bytes.length) return;
    yield { code, operand: new DataView(bytes.buffer, bytes.byteOffset + at, size) };
    at += size;
  }
}

/** Properties of a stretch of the file, from one place to another. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

const PAGE = 512;

/**
 * The runs of properties that a document's pages of them hold ([MS-DOC] 2.9.33, 2.9.174), by place.
 *
 * @param document the stream that holds text and pages
 * @param plc places and page numbers
 * @param isParagraph whether pages are of paragraphs (13 bytes a run) or of characters (1 byte)
 */
export function readRuns(document: Uint8Array, plc: Uint8Array, isParagraph: boolean): Run[] {
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  const places = viewOf(plc);
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) {
    const number = places.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff;
    const page = document.subarray(number * PAGE, (number + 1) * PAGE);
    if (page.length < PAGE) continue;
    const view = viewOf(page);
    const own = page[PAGE - 1] ?? 0;
    for (let run = 0; run < own; run++) {
      const entry = (own + 1) * 4 + run * (isParagraph ? 13 : 1);
      if (entry >= PAGE) break;
      runs.push({
        from: view.getUint32(run * 4, true),
        to: view.getUint32((run + 1) * 4, true),
        bytes: propertiesAt(page, (page[entry] ?? 0) * 2, isParagraph),
      });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

const NONE = new Uint8Array();

function propertiesAt(page: Uint8Array, at: number, isParagraph: boolean): Uint8Array {
  if (at === 0) return NONE;
  const size = page[at] ?? 0;
  if (!isParagraph) return page.subarray(at + 1, at + 1 + size);
  return size === 0
    ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0))
    : page.subarray(at + 1, at + 2 * size);
}

/** The run that a place stands in. */
export function runAt(runs: readonly Run[], place: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as Run).from <= place) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run !== undefined && run.from <= place && place < run.to ? run : undefined;
}
