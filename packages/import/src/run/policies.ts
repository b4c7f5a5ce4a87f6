import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '@columns/content';
import { parse } from 'yaml';
import type { KnownPolicy } from '../entry/setting.ts';

/** Front matter of a policy is shorter; what is behind is not needed. */
const HEAD_BYTES = 4096;

/** Names of files that may be interpretations; in a small folder each may be one. */
const EXPLAINS = /解读|问答|读懂|图解|答记者/;
const FEW = 30;

/**
 * The documents of a county that an interpretation among `names` can explain. Those that this very run writes are left
 * out (`own`, their places), so that a run that was cut off goes on with the same list.
 */
export function knownPolicies(
  folder: string,
  names: readonly string[],
  own: ReadonlySet<string>,
): KnownPolicy[] {
  if (names.length > FEW && !names.some((name) => EXPLAINS.test(name))) return [];
  return listFiles(folder)
    .filter(({ path, kind }) => kind === 'file' && /\/\d{4}\/[^/]+\.mdx?$/.test(path))
    .filter(({ path }) => !own.has(path.replace(/\.mdx?$/, '')))
    .flatMap(({ path }) => policyIn(join(folder, path), path));
}

function policyIn(file: string, path: string): KnownPolicy[] {
  const head = /^\ufeff?---\n([\s\S]*?)\n---/.exec(beginningOf(file).replaceAll('\r\n', '\n'))?.[1];
  if (head === undefined || !/^kind:\s*policy\b/m.test(head)) return [];
  const lines = head.split('\n').filter((line) => /^(?:title|doc-number):/.test(line));
  try {
    const { title, 'doc-number': docNumber } = parse(lines.join('\n')) as Record<string, unknown>;
    if (typeof title !== 'string') return [];
    const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.mdx?$/, '');
    return [{ id, title, ...(typeof docNumber === 'string' ? { docNumber } : {}) }];
  } catch {
    return [];
  }
}

function beginningOf(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(HEAD_BYTES);
    return new TextDecoder().decode(bytes.subarray(0, readSync(descriptor, bytes)));
  } finally {
    closeSync(descriptor);
  }
}
