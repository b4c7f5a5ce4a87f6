import type { Draft, Setting } from '@columns/import/core';
import { attachmentKey, clipOf, draftsOfBytes, ImportFailure, readPdf } from '@columns/import/core';
import type { Answered, ChosenFile, ClipMade, EntryMade, FillMade, Task } from './messages.ts';

/*
 * The import, in a thread of the browser: files and what was copied become text here. Nothing leaves the
 * machine; the page stores what is wanted with the entry.
 */

self.addEventListener('message', ({ data }: MessageEvent<Task & { number: number }>) => {
  const made = data.task === 'clip' ? Promise.resolve(clip(data)) : fill(data);
  made.then(
    (each) => answer({ number: data.number, made: each }),
    (error: unknown) => answer({ number: data.number, failed: String(error) }),
  );
});

const answer = (message: Answered): void => self.postMessage(message);

function clip({ html, id }: Extract<Task, { task: 'clip' }>): ClipMade {
  const { text, pictures, remarks } = clipOf(html, id);
  const told = remarks.filter(({ sort }) => sort === 'left-out').map((each) => each.text);
  return { text, pictures, told };
}

/** What is made of a file by its ending; others are attachments of those. */
const DOCUMENT = /\.(?:docx?|wps|xlsx?|xlsm|et|csv|pdf|ofd|pptx?|html?|md|txt)$/i;

async function fill({ files, setting, today }: Extract<Task, { task: 'fill' }>): Promise<FillMade> {
  const entries: EntryMade[] = [];
  const refused: { from: string; why: string; mend: string }[] = [];
  const named = new Set<string>();
  const documents = files.filter(({ path }) => DOCUMENT.test(path) && !/(?:^|\/)[~.]/.test(path));
  for (const file of documents) {
    try {
      const drafts = await draftsOf(file, files, setting).catch((error: unknown) => {
        if (!(error instanceof ImportFailure) || error.code !== 'no-date') throw error;
        return draftsOf(file, files, { ...setting, set: { ...setting.set, published: today } });
      });
      for (const draft of drafts) {
        for (const path of draft.beside) named.add(path);
        entries.push(entryOf(draft, file.path));
      }
    } catch (error) {
      if (!(error instanceof ImportFailure)) throw error;
      refused.push({ from: file.path, why: error.message, mend: error.mend });
    }
  }
  // What another one names is its attachment, and no entry of its own.
  const own = entries.filter(({ from }) => !named.has(from));
  return {
    entries: own.length > 0 ? own : entries,
    refused: refused.filter(({ from }) => !named.has(from)),
  };
}

function draftsOf(
  file: ChosenFile,
  files: readonly ChosenFile[],
  setting: Setting,
): Promise<readonly Draft[]> {
  return draftsOfBytes(
    {
      name: file.path,
      base: nameOf(file.path),
      bytes: () => file.bytes,
      folders: [],
      beside: ({ name, address }) => {
        const found = besideOf(file, files, name, address);
        return (
          found && { path: found.path, base: nameOf(found.path), name, bytes: () => found.bytes }
        );
      },
    },
    setting,
    {
      pdf: async (bytes, limits) => readPdf(bytes, limits, (await import('./pdf.ts')).openPdf),
      resource: (address) => besideOf(file, files, '', address)?.bytes,
    },
  );
}

function entryOf(draft: Draft, from: string): EntryMade {
  let head = '';
  let csv: string | undefined;
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [path, content] of draft.files) {
    if (path === `${draft.place}.md`) head = String(content);
    else if (path === `${draft.place}.csv`) csv = String(content);
    else if (typeof content !== 'string') files.push({ name: nameOf(path), bytes: content });
  }
  const { balance } = draft;
  return {
    from,
    id: draft.id,
    kind: draft.kind,
    title: draft.title,
    head,
    ...(csv === undefined ? {} : { csv }),
    files,
    remarks: draft.remarks.map(({ sort, text }) => ({ sort, text })),
    ...(balance
      ? {
          balance: {
            source: balance.source,
            inEntry: balance.inEntry,
            leftOut: balance.leftOut.reduce((sum, { characters }) => sum + characters, 0),
            unhandled: balance.unhandled.characters,
          },
        }
      : {}),
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The file that another one names: by its address from there, else by what its name says, in the same folder or below. */
function besideOf(
  owner: ChosenFile,
  files: readonly ChosenFile[],
  name: string,
  address: string | undefined,
): ChosenFile | undefined {
  const others = files.filter((each) => each !== owner);
  if (address !== undefined) {
    const wanted = decoded(address.split(/[?#]/, 1).join('')).replace(/^(?:\.{0,2}\/)+/, '');
    const byPath = others.filter(({ path }) => `/${path}`.endsWith(`/${wanted}`));
    if (wanted !== '' && byPath.length === 1) return byPath[0];
  }
  const key = attachmentKey(name);
  if (key === '') return undefined;
  const home = folderOf(owner.path);
  return others.find(
    ({ path }) =>
      attachmentKey(nameOf(path)) === key &&
      (folderOf(path) === home || folderOf(folderOf(path)) === home),
  );
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
