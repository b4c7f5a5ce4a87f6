import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EncodingTrial } from '@columns/office/words';
import { parse } from 'csv-parse';
import type { CsvReading } from '../read/csv.ts';
import { CsvRows, csvOptions, encodingOf, explain, FIRST } from '../read/csv.ts';

const CHUNK = 256 * 1024;
/** How much of a file is looked at for its encoding; a wrong sign behind it is still refused. */
const LOOKED_AT = 16 * 1024 * 1024;

/**
 * Streams a CSV as `readCsv` reads it, and stops at the bound: a file of any size takes no more memory
 * than the largest table that can be imported.
 */
export async function readCsvFile(path: string): Promise<CsvReading> {
  const { encoding, first } = await inspect(path);
  const rows = new CsvRows();
  const parser = parse({ ...csvOptions(first), info: true });
  try {
    await pipeline(Readable.from(text(path, encoding)), parser, async (records) => {
      for await (const { record, info } of records as AsyncIterable<{
        record: string[];
        info: { lines: number };
      }>)
        rows.add(record, info.lines);
    });
  } catch (error) {
    throw explain(error);
  }
  return rows.read(encoding);
}

async function* text(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** Encoding and beginning of a file, without keeping it. */
async function inspect(path: string): Promise<{ encoding: string; first: string }> {
  const trial = new EncodingTrial();
  let beginning: Uint8Array | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, end: LOOKED_AT - 1 })) {
    beginning ??= chunk as Buffer;
    if (!trial.add(chunk as Buffer)) break;
  }
  const encoding = encodingOf(trial);
  return { encoding, first: new TextDecoder(encoding).decode(beginning).slice(0, FIRST) };
}
