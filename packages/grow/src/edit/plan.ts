/** A change to content: nothing of it is done until `applyPlan`. Paths are below `content/`. */
export interface ContentPlan {
  /** Files that get another place, with whatever is written into them. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** New bytes of files, by the path they have at the end. */
  readonly writes: ReadonlyMap<string, Uint8Array>;
  /** What is done, for the officer, in Chinese. */
  readonly told: readonly string[];
  /** What the officer should still look at. */
  readonly remarks: readonly string[];
}
