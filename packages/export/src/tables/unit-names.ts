import type { ShownColumn } from '@columns/content';

/** Names of departments, towns and public institutions by id. */
export function unitNames({ departments, towns, institutions }: ShownColumn): Map<string, string> {
  return new Map([...departments, ...towns, ...institutions].map(({ id, name }) => [id, name]));
}
