import type { Entry } from '@columns/content';
import { entryHref } from './column.ts';

export interface LinkText {
  readonly text?: string;
  readonly address?: string;
}

/** An attachment named by its file, as a link by its name; what is no file is said as it stands. */
export function attachmentLink(entry: Entry, file: string | undefined): LinkText {
  if (file === undefined) return {};
  const found = entry.attachments.find((attachment) => attachment.file === file);
  return found ? { text: found.name, address: entryHref(entry) + file } : { text: `见${file}` };
}
