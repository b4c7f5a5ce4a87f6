/** An entry as a reference names it. */
export interface ListedEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly published: string;
  /** 发文字号. */
  readonly docNumber?: string | null;
  readonly domain?: string | null;
  /** `<domain>/<item>`. */
  readonly item?: string | null;
  /** The file below `content/`: of a withdrawn entry it alone says where it is filed. */
  readonly file?: string;
  readonly attribute?: '主动' | '依申请' | '不予';
  /** The day on which it was withdrawn. */
  readonly withdrawn?: string | null;
  readonly abridgedOf?: string | null;
}

let held: Promise<readonly ListedEntry[]> | undefined;

/**
 * The county's published entries, from the column's own open data: one request, at any size of the
 * repository. Where it was not made, references are written by their id.
 */
export function entryList(anew = false): Promise<readonly ListedEntry[]> {
  if (anew) held = undefined;
  held ??= fetch('../data/column/entries.json')
    .then(async (response) => {
      if (!response.ok) return [];
      const { rows } = (await response.json()) as { rows: readonly ListedEntry[] };
      return rows;
    })
    .catch(() => []);
  return held;
}
