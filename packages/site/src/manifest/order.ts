import { z } from 'zod';
import { sha256 } from './digest.ts';

/** What was published one after another, a version a line; only deploying writes it. */
export const ORDER_FILE = 'order.jsonl';
export const ORDER_SIGNATURE_FILE = 'order.jsonl.minisig';
/** A time stamp (RFC 3161) over the head. */
export const STAMP_FILE = 'index.json.tsr';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const versionLine = z.strictObject({
  number: z.int().positive(),
  /** SHA-256 of the manifest's head, `index.json`. */
  head: digest,
  /** SHA-256 of the line before, its line break included; the first has none. */
  previous: digest.optional(),
});

/** One version of a site in its order. */
export interface Version {
  readonly number: number;
  readonly head: string;
  /** SHA-256 of its line: whoever knows it knows all that came before. */
  readonly link: string;
}

/** A version that somebody has seen and kept. */
export type KnownVersion = Pick<Version, 'number' | 'link'>;

/** A version in the form in which it is kept: `12:<sha256>`. */
export function versionText({ number, link }: KnownVersion): string {
  return `${number}:${link}`;
}

/** Reads a kept version: `12:<sha256>`, or a whole order, of which the last counts. @throws Error (Chinese) */
export function readKnown(text: string): KnownVersion {
  const [, number, link] = /^([1-9]\d{0,8}):([0-9a-f]{64})\s*$/.exec(text) ?? [];
  if (number !== undefined && link !== undefined) return { number: Number(number), link };
  const last = readOrder(text).at(-1);
  if (!last) throw new Error('是空的');
  return last;
}

/**
 * Reads an order and follows it from line to line.
 *
 * @throws Error (Chinese) naming the line that does not follow from the one before
 */
export function readOrder(text: string): Version[] {
  const versions: Version[] = [];
  if (text !== '' && !text.endsWith('\n')) throw new Error('最后一行不完整');
  for (const line of text.split('\n').slice(0, -1)) {
    const at = versions.length + 1;
    const read = parsed(line);
    if (!read) throw new Error(`第 ${at} 行不是部署次序的格式`);
    if (read.number !== at || read.previous !== versions.at(-1)?.link) {
      throw new Error(`第 ${at} 行接不上前一行`);
    }
    versions.push({ number: at, head: read.head, link: sha256(`${line}\n`) });
  }
  return versions;
}

/** An order with heads after it. @param text the order so far, whole; empty where there is none */
export function orderWith(text: string, heads: readonly string[]): string {
  let order = text;
  for (const head of heads) {
    const last = readOrder(order).at(-1);
    const line = {
      number: (last?.number ?? 0) + 1,
      head,
      ...(last ? { previous: last.link } : {}),
    };
    order += `${JSON.stringify(line)}\n`;
  }
  return order;
}

/** How an order stands to a version that is known. */
export type Standing = 'same' | 'later' | 'rolled-back' | 'forked';

export function standing(versions: readonly Version[], known: KnownVersion): Standing {
  const same = versions[known.number - 1];
  if (!same) return 'rolled-back';
  if (same.link !== known.link) return 'forked';
  return versions.length === known.number ? 'same' : 'later';
}

function parsed(line: string): z.infer<typeof versionLine> | undefined {
  try {
    return versionLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
