/** What somebody should know about a file that was read. */
export interface Remark {
  /**
   * `missing`: a fact that was not found and is not invented. `guessed`: one that was derived, to be
   * looked over. `left-out`: something of the file that is not in what was read. `changed`: something
   * that is written otherwise than in the file. `note`: worth knowing. `unhandled`: words of the file that
   * neither the entry nor any other remark accounts for.
   */
  readonly sort: 'missing' | 'guessed' | 'left-out' | 'changed' | 'note' | 'unhandled';
  readonly text: string;
  /** What it accounts for, by which a file's balance is struck; without it, what its text quotes. */
  readonly covers?: Covers;
}

export interface Covers {
  /** Words as they stand in the file, each as often as it is left out. */
  readonly words?: readonly string[];
  /** What cells show, where a value is shown in a form of its own. */
  readonly cells?: readonly string[];
  /** How many pictures. */
  readonly pictures?: number;
  /** How many signs that no character shows. */
  readonly signs?: number;
}

export const remark = (sort: Remark['sort'], text: string, covers?: Covers): Remark =>
  covers === undefined ? { sort, text } : { sort, text, covers };
