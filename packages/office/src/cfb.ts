import { concat, viewOf } from './bytes.ts';
import { damaged } from './failure.ts';

const HEADER = 512;
const LAST = 0xfffffffa;
/** Streams that are together more often as long as their file share one chain of sectors: no program writes that. */
const SHARED = 4;

/** A stream of a compound file, with the storages it stands in: `ObjectPool/_1/\u0001Ole`. */
export interface Stream {
  readonly path: string;
  readonly name: string;
  /** How many bytes it should have; a file that was cut off has fewer. */
  readonly size: number;
  readonly read: () => Uint8Array;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams of a compound file ([MS-CFB]): .doc, .xls, .ppt and objects inside newer files. Chains of
 * sectors that do not end are faults; all faults are `OfficeFailure`s.
 */
export function readCompound(bytes: Uint8Array): Stream[] {
  if (bytes.length < HEADER) throw damaged();
  const view = viewOf(bytes);
  const sectorSize = 2 ** view.getUint16(30, true);
  if (sectorSize !== 512 && sectorSize !== 4096) throw damaged();
  const sectors = Math.ceil((bytes.length - sectorSize) / sectorSize);
  const fat = readFat(view, sectorSize, sectors);

  /** The sectors of a stream, no more than it needs: a thousand streams can share one long chain. */
  const chain = (start: number, table: readonly number[], most = Infinity): number[] => {
    const found: number[] = [];
    for (let at = start; at < LAST && found.length < most; at = table[at] ?? LAST) {
      if (at >= table.length || found.length > table.length) throw damaged();
      found.push(at);
    }
    return found;
  };
  const whole = (start: number, size?: number): Uint8Array =>
    concat(
      chain(start, fat, size === undefined ? undefined : Math.ceil(size / sectorSize)).map((at) =>
        bytes.subarray((at + 1) * sectorSize, (at + 2) * sectorSize),
      ),
    );

  const entries = readEntries(whole(view.getUint32(48, true)));
  const root = entries[0];
  if (!root) throw damaged();
  const miniFat = numbers(view.getUint32(60, true) < LAST ? whole(view.getUint32(60, true)) : none);
  let mini: Uint8Array | undefined;
  const cutOff = view.getUint32(56, true);
  const read = ({ start, size }: Entry): Uint8Array => {
    if (size === 0) return none;
    if (size >= cutOff) return whole(start, size).subarray(0, size);
    mini ??= whole(root.start);
    const all = mini;
    return concat(
      chain(start, miniFat, Math.ceil(size / 64)).map((at) => all.subarray(at * 64, at * 64 + 64)),
    ).subarray(0, size);
  };

  // Each sector belongs to one stream; of those that were deleted, some have been given to others since.
  const all = entries.reduce((sum, { type, size }) => sum + (type === 2 ? size : 0), 0);
  if (all > SHARED * bytes.length) throw damaged();

  const streamOf = (entry: Entry): Stream => ({
    path: entry.name,
    name: entry.name,
    size: entry.size,
    read: () => read(entry),
  });
  const streams: Stream[] = [];
  const seen = new Set<number>();
  const open: [index: number, folder: string][] = [[root.child, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [index, folder] = next;
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    if (entry.type === 2) streams.push({ ...streamOf(entry), path: folder + entry.name });
    else if (entry.type === 1) open.push([entry.child, `${folder}${entry.name}/`]);
    open.push([entry.right, folder], [entry.left, folder]);
  }
  // Streams that no storage names any more: deleted, and still there.
  for (const [index, entry] of entries.entries()) {
    if (entry.type === 2 && !seen.has(index)) streams.push(streamOf(entry));
  }
  return streams;
}

const none = new Uint8Array();

function readFat(view: DataView, sectorSize: number, sectors: number): number[] {
  const perSector = sectorSize / 4;
  const fatSectors: number[] = [];
  for (let index = 0; index < 109; index++) {
    const at = view.getUint32(76 + index * 4, true);
    if (at < LAST) fatSectors.push(at);
  }
  let more = view.getUint32(68, true);
  for (let count = 0; more < LAST; count++) {
    const from = (more + 1) * sectorSize;
    if (count > sectors || from + sectorSize > view.byteLength) throw damaged();
    for (let index = 0; index < perSector - 1; index++) {
      const at = view.getUint32(from + index * 4, true);
      if (at < LAST) fatSectors.push(at);
    }
    more = view.getUint32(from + sectorSize - 4, true);
  }
  if (fatSectors.length > sectors) throw damaged();
  const fat: number[] = [];
  for (const sector of fatSectors) {
    const from = (sector + 1) * sectorSize;
    if (from + sectorSize > view.byteLength) throw damaged();
    for (let index = 0; index < perSector; index++)
      fat.push(view.getUint32(from + index * 4, true));
  }
  return fat;
}

function numbers(bytes: Uint8Array): number[] {
  const view = viewOf(bytes);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) =>
    view.getUint32(at * 4, true),
  );
}

const UTF_16 = new TextDecoder('utf-16le');

function readEntries(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    entries.push({
      name: UTF_16.decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      type: bytes[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
