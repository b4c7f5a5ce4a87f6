import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Column } from '@columns/content';
import { listCounties } from '@columns/content';
import { parse } from 'yaml';
import type { Found } from '../rules/column-rule.ts';

/**
 * Whether the county's base is another's too, or lies inside another's that is none of its upper levels:
 * its pages would stand where readers take them for the other county's. Told to the county that does it,
 * never to the one it is done to, whose build must not stop for it.
 */
export function takenBase(contentRoot: string, { county }: Column): Found[] {
  const { id, base } = county;
  const own = `/${id}/`;
  const uppers = uppersOf(contentRoot, id);
  const found: Found[] = [];
  for (const other of listCounties(contentRoot)) {
    if (other === id) continue;
    const { base: theirs } = placeOf(contentRoot, other);
    // Who stands where a county stands by default has the better right.
    const same = theirs === base && base !== own;
    const inside = theirs !== base && theirs !== '/' && base.startsWith(theirs);
    if (!same && !(inside && !uppers.has(other))) continue;
    found.push({
      ...lineOf(contentRoot, id),
      field: 'base',
      value: base,
      other: `content/${other}/county.yaml 的“${theirs}”`,
      expected: `不在其他县区地址之内的路径，如 ${own}`,
    });
  }
  return found;
}

interface Place {
  readonly base: string;
  readonly parent?: string;
}

/** Read as lightly as may be: each county's check reads the places of all. */
function placeOf(contentRoot: string, id: string): Place {
  let text: string;
  try {
    text = readFileSync(join(contentRoot, id, 'county.yaml'), 'utf8');
  } catch {
    return { base: `/${id}/` };
  }
  const plain = (name: string) =>
    new RegExp(`^${name}:[ \\t]+(/?[a-z0-9/-]*)[ \\t]*(?:#.*)?\\r?$`, 'm').exec(text)?.[1];
  let base = plain('base');
  let parent = plain('parent');
  if ((base === undefined && text.includes('base')) || (!parent && text.includes('parent'))) {
    const value = asObject(text);
    base = typeof value['base'] === 'string' ? value['base'] : undefined;
    parent = typeof value['parent'] === 'string' ? value['parent'] : undefined;
  }
  return { base: base ?? `/${id}/`, ...(parent ? { parent } : {}) };
}

function asObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function uppersOf(contentRoot: string, id: string): Set<string> {
  const uppers = new Set<string>();
  let { parent } = placeOf(contentRoot, id);
  while (parent !== undefined && !uppers.has(parent)) {
    uppers.add(parent);
    ({ parent } = placeOf(contentRoot, parent));
  }
  return uppers;
}

function lineOf(contentRoot: string, id: string): Pick<Found, 'file' | 'line' | 'column'> {
  const lines = readFileSync(join(contentRoot, id, 'county.yaml'), 'utf8').split(/\r?\n/);
  const lineNamed = (name: string) => lines.findIndex((line) => line.startsWith(`${name}:`));
  const at = lineNamed('base') < 0 ? Math.max(0, lineNamed('id')) : lineNamed('base');
  return { file: `${id}/county.yaml`, line: at + 1, column: 1 };
}
