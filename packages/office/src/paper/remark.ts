/** What somebody should know about a file that was read. */
export interface Remark {
  /**
   * `missing`: a fact that was not found and is not invented. `guessed`: one that was derived, to be
   * looked over. `left-out`: something of the file that is not in what was read. `changed`: something
   * that is written otherwise than in the file. `note`: worth knowing.
   */
  readonly sort: 'missing' | 'guessed' | 'left-out' | 'changed' | 'note';
  readonly text: string;
}

export const remark = (sort: Remark['sort'], text: string): Remark => ({ sort, text });
