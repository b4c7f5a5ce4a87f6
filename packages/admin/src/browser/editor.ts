import type { KindId } from '@columns/content';
import { readCollectionName } from '../config/collections.ts';
import type { EditorFacts } from '../config/facts.ts';

/** What the page's own file says: `editor.json` beside `index.html`. */
export interface EditorFile {
  readonly facts: EditorFacts;
  /** Texts of the county's lists and of what it inherits, by path below `content/`, for the rules. */
  readonly files: Readonly<Record<string, string>>;
  /** The county's own stylesheets: they come after the theme's. */
  readonly styles: string;
  readonly settings: {
    readonly backend: Readonly<Record<string, unknown>>;
    readonly workflow: boolean;
    readonly origins: readonly string[];
  };
}

/** The editor that this page is: set once, before Decap starts. */
export const editor = {
  facts: undefined as unknown as EditorFacts,
  files: {} as Readonly<Record<string, string>>,
  styles: '',
  /** Whether it runs on the officer's own machine. */
  local: false,
  folders: new Map<string, string>(),
  /** Whether a save is a change that others look at first; otherwise files are written at once. */
  workflow: false,
  kindOf: (collection: string): KindId => readCollectionName(collection).kind,
};
