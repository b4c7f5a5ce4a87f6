/**
 * What belongs to one entry and goes into one pull request: its own file and those beside it. Decap
 * knows one text an entry, so a parcel travels as one text and is taken apart at the repository's door.
 */
export interface Parcel {
  /** Path of the entry's own file, where it is known. */
  readonly path?: string;
  readonly main: string;
  /** The register's CSV. */
  readonly csv?: string;
  /** A policy's interpretation: its id and its file. */
  readonly interpretation?: { readonly id: string; readonly text: string };
}

const MARK = '%columns-parcel%';

/** A parcel as one text; of a main file alone with no path, the file itself. */
export function pack(parcel: Parcel): string {
  const { path, csv, interpretation } = parcel;
  if (path === undefined && csv === undefined && interpretation === undefined) return parcel.main;
  return `${MARK}\n${JSON.stringify(parcel)}\n`;
}

export function unpack(text: string): Parcel {
  if (!text.startsWith(`${MARK}\n`)) return { main: text };
  return JSON.parse(text.slice(MARK.length + 1)) as Parcel;
}

/** A file as it is to be written. */
export interface ParcelFile {
  readonly path: string;
  readonly raw: string;
}

/** The files of a parcel whose own file stands at `path`. */
export function filesOf(parcel: Parcel, path: string): ParcelFile[] {
  const { main, csv, interpretation } = parcel;
  return [
    { path, raw: main },
    ...(csv === undefined ? [] : [{ path: csvPath(path), raw: csv }]),
    ...(interpretation === undefined
      ? []
      : [
          {
            path: interpretationPath(path, interpretation.id),
            raw: interpretation.text.replaceAll(POLICY_ID, idOf(path)),
          },
        ]),
  ];
}

/** Stands for the policy's id until its path is known. */
export const POLICY_ID = 'policy-id-to-be';

export const csvPath = (path: string): string => path.replace(/\.mdx?$/, '.csv');
export const idOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.mdx?$/, '');

/** Beside a policy of a domain; a policy of no domain has its interpretation in `_interpretation`. */
export function interpretationPath(path: string, id: string): string {
  return path
    .replace(/\/_policy\/(\d{4})\/[^/]+$/, '/_interpretation/$1/_')
    .replace(/[^/]+$/, `${id}.md`);
}
