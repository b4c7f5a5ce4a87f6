/*
 * What ids, files and folders may be called: one table for entry ids, attachments, the editor, import and
 * `columns new`. `content/` and `dist/` must stand alike on Linux, macOS and Windows, and every name is
 * part of an address. Sources: Microsoft, "Naming Files, Paths, and Namespaces"; NAME_MAX of POSIX systems.
 */

import { RESERVED_IDS } from './addresses.ts';

/** Characters of an id of an entry, a unit, a town …: each becomes a folder or a file in `dist/`. */
export const LONGEST_ID = 64;
/** Characters of one attachment's name, or of a folder around it. */
export const LONGEST_FILE_NAME = 80;
/**
 * Characters of a path from `content/` on. Windows takes 259 for a whole path; this leaves as many for the
 * folder that the repository stands in as a path below a user's documents needs.
 */
export const LONGEST_PATH = 180;

/** Names that Windows keeps for devices, in whatever folder and with whatever ending. */
const DEVICE = '(?:con|prn|aux|nul|com[0-9]|lpt[0-9])';
const IS_DEVICE = new RegExp(`^${DEVICE}(?:\\.|$)`, 'i');

const RESERVED = `(?:${RESERVED_IDS.join('|')})`;

/** An id: lower-case words of ASCII letters and digits, with hyphens between them. */
export const ID_PATTERN = new RegExp(
  `^(?!(?:${DEVICE}|${RESERVED})$)(?=.{1,${LONGEST_ID}}$)[a-z0-9]+(?:-[a-z0-9]+)*$`,
);

/** What an id may not be besides its form: a device’s name, or too long. */
export const NO_DEVICE = new RegExp(`^(?!${DEVICE}$).{0,${LONGEST_ID}}$`, 's');

/** What is wrong with a name. */
export type NameFault = 'characters' | 'hidden' | 'start' | 'end' | 'device' | 'long';

/** What is wrong with an id, or nothing. */
export function idFault(
  id: string,
): Extract<NameFault, 'characters' | 'device' | 'long'> | 'reserved' | undefined {
  if (ID_PATTERN.test(id)) return undefined;
  if (IS_DEVICE.test(id) && !id.includes('.')) return 'device';
  if ((RESERVED_IDS as readonly string[]).includes(id)) return 'reserved';
  return id.length > LONGEST_ID && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? 'long' : 'characters';
}

/**
 * What is wrong with an attachment's name, or nothing. In a folder of its own it may be `maps/north.png`:
 * every part is judged.
 */
export function fileNameFault(path: string): NameFault | undefined {
  for (const part of path.split('/')) {
    const fault = partFault(part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function partFault(part: string): NameFault | undefined {
  if (!/^[A-Za-z0-9._-]*$/.test(part)) return 'characters';
  // `.pdf` has no name before its ending; servers and systems take it for a hidden file.
  if (part === '' || part.startsWith('.')) return 'hidden';
  if (!/^[A-Za-z0-9]/.test(part)) return 'start';
  if (part.endsWith('.')) return 'end';
  if (IS_DEVICE.test(part)) return 'device';
  return part.length > LONGEST_FILE_NAME ? 'long' : undefined;
}

/** The same for two names that Windows or macOS would take for one. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Whether a name may have a twin at all: those in lower-case ASCII are as they are on every system. */
export const mayFold = (name: string): boolean => /[^\u0020-\u0040\u005b-\u007e]/.test(name);
