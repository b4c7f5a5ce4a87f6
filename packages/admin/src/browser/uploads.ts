import { FileNames } from '../text/file-names.ts';
import { editor } from './editor.ts';
import type { WidgetProps } from './widgets.ts';

/** The names of files beside entries that this page knows of. */
export const fileNames = new FileNames();

/** What Decap's form of the open entry holds, as its preview was last told. */
let inForm: readonly string[] = [];
export function seeFiles(names: readonly string[]): void {
  inForm = names;
}

/** Changes that we made ourselves, with the file under its new name. */
const ours = new WeakSet<Event>();
/** The name under which Decap is about to be given a file that it has already. */
let again: string | undefined;

/**
 * Gives every file that is uploaded a name of its own before Decap sees it: Decap makes `.pdf` of a Chinese
 * name, and offers to put the second such file in the place of the first.
 */
export function watchUploads(): void {
  window.addEventListener('change', (event) => void rename(event), { capture: true });
  window.addEventListener('hashchange', () => {
    fileNames.begin();
    inForm = [];
  });
  const ask = window.confirm.bind(window);
  window.confirm = (question) => {
    const [, name] =
      /^(.+) already exists\. Do you want to replace it\?$/s.exec(question ?? '') ?? [];
    if (name === undefined) return ask(question);
    // The same file again, with the same bytes: nothing is lost.
    if (name === again) return true;
    window.alert(`没有上传：这条信息已有名为 ${name} 的文件。请刷新页面后再上传一次。`);
    return false;
  };
}

async function rename(event: Event): Promise<void> {
  const input = event.target;
  if (ours.has(event) || !(input instanceof HTMLInputElement)) return;
  const file = input.closest('.nc-fileUploadButton') ? input.files?.[0] : undefined;
  if (!file) return;
  event.stopImmediatePropagation();
  const chosen = await fileNames.choose(file, openFolder(), inForm);
  again = chosen.again ? chosen.name : undefined;
  const { type, lastModified } = file;
  const data = new DataTransfer();
  data.items.add(new File([file], chosen.name, { type, lastModified }));
  input.files = data.files;
  const fresh = new Event('change', { bubbles: true });
  ours.add(fresh);
  input.dispatchEvent(fresh);
}

/** Where the files of the open entry stand; nothing for one that was not saved yet. */
export function openFolder(): string | undefined {
  const [, collection, slug] =
    /#\/collections\/([^/?]+)\/entries\/([^?]+)/.exec(window.location.hash) ?? [];
  const folder = editor.folders.get(collection ?? '');
  return slug === undefined || folder === undefined
    ? undefined
    : `${folder}/${decodeURIComponent(slug)}`;
}

/** Decap's control of a file, as much of it as ours is built on. */
export interface FileControl {
  readonly props: WidgetProps;
  componentDidUpdate(before: WidgetProps): void;
}

/**
 * Decap's control of a file, which also fills in 名称 where it is empty: with the name that the officer's
 * own file had. A control knows no other field of its row, so this goes by the page.
 */
export function namedFileControl(Own: new (...given: never[]) => FileControl): unknown {
  return class extends Own {
    override componentDidUpdate(before: WidgetProps): void {
      super.componentDidUpdate(before);
      const { value, forID } = this.props;
      if (typeof value !== 'string' || value === '' || value === before.value) return;
      const name = fileNames.forReaders(value.slice(value.lastIndexOf('/') + 1));
      // Once the row has the file; its next change would otherwise be of the row as it was before.
      if (name !== undefined) window.setTimeout(() => fillName(forID, name));
    }
  };
}

function fillName(fileId: string, name: string): void {
  let around: Element | null = document.querySelector(`label[for="${fileId}"]`);
  let input: HTMLInputElement | null = null;
  while (around && !input) {
    around = around.parentElement;
    input = around?.querySelector<HTMLInputElement>('input[id^="name-field"]') ?? null;
  }
  if (input?.value.trim() !== '') return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, name);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
