import { entryHref } from './column.ts';
import { downloadName } from './download-name.ts';
import type { Policy } from './library.ts';

/** A document's file in a form that people keep. */
export interface LibraryFile {
  readonly type: 'PDF' | 'Word';
  readonly name: string;
  /** The name under which it is saved. */
  readonly saved: string;
  readonly address: string;
}

const TYPES: Readonly<Record<string, LibraryFile['type']>> = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  wps: 'Word',
};

export function filesOf(document: Policy): LibraryFile[] {
  return document.attachments.flatMap(({ file, name }) => {
    const type = TYPES[file.split('.').at(-1)?.toLowerCase() ?? ''];
    return type === undefined
      ? []
      : [{ type, name, saved: downloadName(name, file), address: entryHref(document) + file }];
  });
}
