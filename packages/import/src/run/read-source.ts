import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { balanced, countSource } from '../balance/index.ts';
import { draftsFrom, LOOKED_AT, misnamed, typeFrom } from '../drafts.ts';
import type { Draft } from '../entry/draft.ts';
import { draftFromTable } from '../entry/from-table.ts';
import type { Setting, Source } from '../entry/setting.ts';
import { ImportFailure } from '../failure.ts';
import type { FileType } from '../read/sniff.ts';
import { readCsvFile } from './csv-file.ts';
import type { Readers } from './readers.ts';

/** Reads a file of the disk and makes its entries; a CSV is streamed. */
export async function draftsOf(
  path: string,
  source: Source,
  setting: Setting,
  readers: Readers,
): Promise<readonly Draft[]> {
  const type = typeOf(path, source.base);
  if (type === 'csv') {
    const { sheet, remarks } = await readCsvFile(path);
    const told = [...misnamed(type, source.base), ...remarks];
    return balanced(
      () => countSource(type, source.bytes(), 0),
      () => [draftFromTable(sheet, source, setting, { remarks: told })],
    );
  }
  return draftsFrom(type, source, setting, {
    resource: beside(path),
    pdf: (bytes, limits) => readers.pdf.read(bytes, limits),
    old: readers.old,
  });
}

/** The type of a file, told before it is read whole. */
export function typeOf(path: string, base: string): FileType {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (!info) throw new ImportFailure('missing', '没有这个文件', '核对文件名和所在文件夹');
  if (!info.isFile()) throw new ImportFailure('not-a-file', '不是普通文件', '写文件或文件夹的路径');
  return typeFrom(base, headOf(path, Math.min(info.size, LOOKED_AT)), info.size);
}

/** The first bytes; an OLE file tells further in whether it is an encrypted one. */
function headOf(path: string, size: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(size, 8));
    readSync(file, head, 0, head.length, 0);
    const long =
      head.length === 8 && head[0] === 0xd0 && head[1] === 0xcf ? size : Math.min(size, 4096);
    const bytes = Buffer.alloc(long);
    readSync(file, bytes, 0, long, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Pictures of a saved page stand beside it; nothing outside its folder is read. */
function beside(path: string): (address: string) => Uint8Array | undefined {
  const folder = realpathSync(dirname(path));
  return (address) => {
    if (/^(?:[a-z]+:|\/\/|\/)/i.test(address)) return undefined;
    let name: string;
    try {
      name = decodeURIComponent(address.split(/[?#]/, 1).join(''));
    } catch {
      return undefined;
    }
    const full = join(folder, name);
    if (!existsSync(full)) return undefined;
    const real = realpathSync(full);
    return real.startsWith(folder + sep) && lstatSync(real).isFile()
      ? readFileSync(real)
      : undefined;
  };
}
