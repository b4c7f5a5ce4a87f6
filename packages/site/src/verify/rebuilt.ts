import { HEAD_FILE, MANIFEST } from '@columns/export/manifest';
import { type ManifestHead, manifestHead, readPart } from '../manifest/format.ts';
import { mapAll } from '../map-all.ts';
import { type VerifySource, wholeFile } from './source.ts';

/** Bytes of the head and of a part that are read at most. */
const MOST = { head: 20e6, part: 50e6 } as const;

/** The head of a site, as it stands. @throws Error (Chinese) where there is none, or none that can be read */
export async function headOf(
  source: VerifySource,
): Promise<{ readonly bytes: Uint8Array; readonly head: ManifestHead }> {
  const bytes = await wholeFile(source, MANIFEST + HEAD_FILE, MOST.head);
  if (bytes === undefined) throw new Error(`${source.name} 没有清单（${MANIFEST}${HEAD_FILE}）`);
  try {
    return { bytes, head: manifestHead.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) };
  } catch {
    throw new Error(`${source.name} 的清单不是本平台的格式`);
  }
}

/**
 * In what a site that was built again differs from the one that stands: nothing where the two heads are the same bytes,
 * for a head holds the digests of all else. Else facts of the making, and files, each a line in Chinese.
 */
export async function differences(stands: VerifySource, rebuilt: VerifySource): Promise<string[]> {
  const [one, two] = [await headOf(stands), await headOf(rebuilt)];
  if (Buffer.compare(one.bytes, two.bytes) === 0) return [];
  const facts = (['commit', 'modified', 'asOf', 'base', 'tools'] as const).flatMap((name) => {
    const [there, here] = [one.head[name], two.head[name]].map((value) => JSON.stringify(value));
    return there === here ? [] : [`${name}：网站 ${there ?? '没有'}，重做 ${here ?? '没有'}`];
  });
  const parts = new Map(two.head.parts.map((part) => [part.file, part.sha256]));
  const other = [
    ...one.head.parts.filter(({ file, sha256 }) => parts.get(file) !== sha256),
    ...two.head.parts.filter(({ file }) => !one.head.parts.some((part) => part.file === file)),
  ].map(({ file }) => file);
  const files = await mapAll(other, async (file) => {
    const [there, here] = [await listed(stands, file), await listed(rebuilt, file)];
    const all = [...new Set([...there.keys(), ...here.keys()])].sort();
    return all.filter((path) => there.get(path) !== here.get(path));
  });
  return [...facts, ...files.flat()];
}

async function listed(source: VerifySource, file: string): Promise<ReadonlyMap<string, string>> {
  const text = await wholeFile(source, MANIFEST + file, MOST.part);
  const files = text === undefined ? [] : readPart(Buffer.from(text).toString('utf8'));
  return new Map(files.map(({ path, sha256 }) => [path, sha256]));
}
