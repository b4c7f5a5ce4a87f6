import type { KindId } from '@columns/content';

/** What the editor of a text needs of the form that it stands in. */
export interface BodyDoor {
  /** The entry's id: its files stand in the folder of that name. Nothing before it has one. */
  id(): string | undefined;
  /** Its attachments, by the names of their files. */
  attachments(): readonly { readonly file: string; readonly name: string }[];
  /** Stores a file with the entry once that is saved; gives its name. */
  store(file: File): Promise<string>;
  /** Where the browser finds a picture of the entry; nothing where it is not there, or not yet. */
  picture(name: string): string | undefined;
  /** The form around the text; nothing where the text is a part of another entry's form. */
  readonly form?: FormDoor;
}

/** The form that a text stands in, as far as a file can fill it. */
export interface FormDoor {
  /** What kind of entry it makes. */
  readonly kind: KindId;
  /** `<domain>/<item>` or `<domain>`, where it files the entry. */
  place(): string | undefined;
  values(): Readonly<Record<string, unknown>>;
  set(name: string, value: unknown): void;
}
