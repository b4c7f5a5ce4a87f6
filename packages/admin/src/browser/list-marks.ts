import { isKindId } from '@columns/content';
import { formFinding } from '../text/form-words.ts';
import { fromFile } from '../text/format.ts';
import { unpack } from '../text/parcel.ts';
import type { LoadedFile } from './backend.ts';
import { editor } from './editor.ts';
import { judging } from './findings.ts';

/** What is found of a listed entry. */
interface Mark {
  readonly errors: number;
  readonly warnings: number;
}

/** The texts of the entries that Decap has listed, by their path; what of them is found, once it was looked for. */
const texts = new Map<string, string>();
const marks = new Map<string, Mark>();
/** Texts of a path and of the files beside it, as a list does not bring them. */
type Whole = (path: string) => Promise<LoadedFile>;
let whole: Whole | undefined;

/** An entry was listed, or stored: it is judged when the browser has time. */
export function listed(path: string, text: string): void {
  if (texts.get(path) === text) return;
  texts.set(path, text);
  marks.delete(path);
}

export function readThrough(read: Whole): void {
  whole = read;
}

/** Marks in the list which entries have findings: an officer sees them without opening each. */
export function markList(): void {
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    window.setTimeout(() => {
      waiting = false;
      void markNext();
    }, 120);
  };
  const markNext = async () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="/entries/"]')) {
      if (link.closest('.editor-bar')) continue;
      const path = pathOf(link.hash);
      const text = path === undefined ? undefined : texts.get(path);
      if (path === undefined || text === undefined) continue;
      const known = marks.get(path);
      if (known) show(link, known);
      else {
        marks.set(path, await judged(path, text));
        // One after another: the page stays quick.
        soon();
        return;
      }
    }
  };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
}

/** The path of the entry that a link of the list leads to. */
function pathOf(hash: string): string | undefined {
  const [, collection, slug] = /#\/collections\/([^/]+)\/entries\/([^?]+)/.exec(hash) ?? [];
  const folder = editor.folders.get(collection ?? '');
  return slug === undefined || folder === undefined
    ? undefined
    : `${folder}/${decodeURIComponent(slug)}.md`;
}

async function judged(path: string, text: string): Promise<Mark> {
  let parcel = unpack(text);
  if (/^kind:[ \t]*["']?(?:register|ledger)/m.test(parcel.main) && parcel.csv === undefined) {
    const read = await whole?.(path).catch(() => undefined);
    if (typeof read?.data === 'string') parcel = unpack(read.data);
  }
  const judge = await judging();
  const values = fromFile(parcel.main);
  const given = values['attachments'];
  const files = (Array.isArray(given) ? given : []).flatMap((each: { file?: unknown }) =>
    typeof each?.file === 'string' ? [each.file] : [],
  );
  const { findings } = judge(editor.facts.county, editor.files, { ...parcel, path }, path, files);
  const kind = isKindId(values['kind']) ? values['kind'] : 'notice';
  const levels = findings.map((each) => formFinding(each, kind).level);
  const errors = levels.filter((level) => level === 'error').length;
  return { errors, warnings: levels.length - errors };
}

function show(link: HTMLAnchorElement, { errors, warnings }: Mark): void {
  const words = [
    ...(errors === 0 ? [] : [`${errors} 个错误`]),
    ...(warnings === 0 ? [] : [`${warnings} 个提醒`]),
  ].join('、');
  const before = link.querySelector('.editor-mark');
  if (before?.textContent === words || (words === '' && !before)) return;
  before?.remove();
  if (words === '') return;
  const mark = document.createElement('span');
  mark.className = errors > 0 ? 'editor-mark error' : 'editor-mark';
  mark.textContent = words;
  (link.querySelector('h2') ?? link).append(mark);
}
