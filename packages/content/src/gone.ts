import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { addressOf } from './entry.ts';
import { day, form, line } from './fields.ts';
import { readPlace } from './place.ts';
import type { Problem } from './problem.ts';
import { readYamlFile } from './read/county-files.ts';
import { listFiles } from './read/files.ts';
import { normalise, splitFrontMatter } from './read/front-matter.ts';

/*
 * What was published and is not any more. An entry says so itself (撤回, 依申请, 不予); whatever else had an
 * address (an attachment, a table, a unit's or a town's page) is named in the county's gone.yaml.
 */

/** `gone.yaml`: addresses that were taken down on purpose, below the county's base. */
export const goneSchema = z.array(
  z.strictObject({
    path: form(
      /^(?!(?:.*\/)?\.{1,2}(?:\/|$))(?:[A-Za-z0-9._一-鿿-]+\/)*[A-Za-z0-9._一-鿿-]+\/?$/,
      '县区地址之内的路径，不以 / 开头，如 2026/tongzhi/a.pdf；以 / 结尾的连同其下全部，如 towns/chengguan/',
    ).meta({ title: '地址', description: '不带县区前缀；以 / 结尾的连同其下全部' }),
    date: day().meta({ title: '撤下日期' }),
    reason: line().meta({ title: '撤下原因' }),
  }),
);

export type Gone = z.infer<typeof goneSchema>[number];

/** A county's `gone.yaml`; nothing where there is none or it is faulty, with what is wrong. */
export function readGone(contentRoot: string, county: string, problems: Problem[] = []): Gone[] {
  return readYamlFile(contentRoot, `${county}/gone.yaml`, goneSchema, problems)?.value ?? [];
}

/** Whether a path below the county's base is named in `gone.yaml`. */
export function isGone(path: string, gone: readonly Gone[]): boolean {
  return gone.some(({ path: one }) =>
    one.endsWith('/') ? `${path}/`.startsWith(one) : path === one || path === `${one}/index.html`,
  );
}

/** An entry that says in its own file what became of addresses. */
export interface SaidOfEntry {
  readonly id: string;
  /** Below `content/`. */
  readonly file: string;
  /** Its address and those it had before (`2026/a/`); of one that only moved, those before. */
  readonly addresses: readonly string[];
  readonly state: 'withdrawn' | 'withheld' | 'moved';
}

/**
 * Entries of a county that are withdrawn, withheld or moved, read from the files alone: a county that
 * cannot be built or even read as a whole has still said this.
 */
export function saidOfEntries(contentRoot: string, county: string): SaidOfEntry[] {
  const folder = join(contentRoot, county);
  if (!existsSync(folder)) return [];
  return listFiles(folder).flatMap(({ path, kind }): SaidOfEntry[] => {
    const place = kind !== 'file' || !/\.mdx?$/.test(path) ? undefined : readPlace(path);
    if (place === undefined || 'fault' in place) return [];
    const head = headOf(join(folder, path));
    const before = /^["']?formerly["']?\s*:/m.test(head)
      ? [...head.matchAll(/\b(\d{4}\/[a-z0-9-]+)\b/g)].map(([, one]) => `${one}/`)
      : [];
    const out = stateIn(head);
    const state = out ?? (before.length > 0 ? 'moved' : undefined);
    if (state === undefined) return [];
    const addresses = out === undefined ? before : [addressOf(place), ...before];
    return [{ id: place.id, file: `${county}/${path}`, addresses, state }];
  });
}

function headOf(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    return splitFrontMatter(text)?.head ?? normalise(text).slice(0, 20_000);
  } catch {
    return '';
  }
}

/** By what YAML makes of it, and by its lines where it is none: a slip elsewhere must not publish it again. */
function stateIn(head: string): Exclude<SaidOfEntry['state'], 'moved'> | undefined {
  if (!/withdrawn|依申请|不予|\\[ux]/.test(head)) return undefined;
  try {
    const value = parse(head) as { withdrawn?: unknown; attribute?: { type?: unknown } } | null;
    if (value?.withdrawn !== undefined && value.withdrawn !== null) return 'withdrawn';
    const type = value?.attribute?.type;
    return type === '依申请' || type === '不予' ? 'withheld' : undefined;
  } catch {
    if (/^\s*["']?withdrawn["']?\s*:/m.test(head)) return 'withdrawn';
    return /["']?type["']?\s*:\s*["']?(?:依申请|不予)/.test(head) ? 'withheld' : undefined;
  }
}

/**
 * Whether a published path is one of an entry's files other than its page: attachments, sheets, tables,
 * texts, history, a ledger's pages. They go with the entry that is withdrawn.
 *
 * @param path below the county's base
 */
export function isOfEntry(
  path: string,
  {
    id,
    addresses,
    state = 'withdrawn',
  }: Pick<SaidOfEntry, 'id' | 'addresses'> & Partial<SaidOfEntry>,
): boolean {
  const [, owner] = /^(?:data(?!\/column\/)|history|tasks)\/([^/.]+)(?:[/.]|$)/.exec(path) ?? [];
  if (owner !== undefined) {
    return (
      (owner === id && state !== 'moved') ||
      addresses.some((address) => address.endsWith(`/${owner}/`))
    );
  }
  return addresses.some(
    (address) =>
      (path.startsWith(address) && path !== `${address}index.html`) ||
      path === `${address.slice(0, -1)}.md` ||
      path === `${address.slice(0, -1)}.json`,
  );
}
