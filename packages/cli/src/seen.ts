import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type KnownVersion, readKnown, versionText } from '@columns/site/manifest';
import type { Context } from './command.ts';

/*
 * What version of which site was last seen on this machine: with it, a site that goes back or has another face for
 * some readers is told without anyone having kept anything.
 */

type Env = Context['env'];

/** Where a program keeps its state (XDG Base Directory; on Windows the local application data). */
function fileOf(env: Env): string | undefined {
  const home = env['HOME'];
  const state =
    env['XDG_STATE_HOME'] || (home ? join(home, '.local/state') : '') || env['LOCALAPPDATA'];
  return state ? join(state, 'disclosure-columns', 'seen.json') : undefined;
}

async function readSeen(file: string): Promise<Record<string, unknown>> {
  try {
    return Object(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // None yet, or one that cannot be read: then nothing is known.
    return {};
  }
}

/** The version last seen at an address; nothing for a folder, or for what was not seen yet. */
export async function lastSeen(where: string, env: Env): Promise<KnownVersion | undefined> {
  const file = fileOf(env);
  if (file === undefined || !isAddress(where)) return undefined;
  const text = (await readSeen(file))[placeOf(where)];
  try {
    return typeof text === 'string' ? readKnown(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps that a version was seen; where nothing can be kept, nothing is lost but that. */
export async function keepSeen(where: string, version: KnownVersion, env: Env): Promise<void> {
  const file = fileOf(env);
  if (file === undefined || !isAddress(where)) return;
  const seen = { ...(await readSeen(file)), [placeOf(where)]: versionText(version) };
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, `${JSON.stringify(seen, null, 1)}\n`))
    .catch(() => undefined);
}

const isAddress = (where: string) => /^https?:\/\//.test(where);
const placeOf = (where: string) => new URL(where.endsWith('/') ? where : `${where}/`).href;
