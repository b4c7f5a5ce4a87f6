import type { Counted } from '@columns/office/count';
import type { Draft } from '../entry/draft.ts';
import { ImportFailure, remark } from '../failure.ts';
import { balanceOf, charactersOf } from './balance.ts';
import { heldByEntry, heldByRemark } from './held.ts';

export type { Balance, LeftOut, Lost } from './balance.ts';
export { countPdf, countSource } from './source.ts';

/**
 * The entries of one file with its balance; what is in neither entry nor remark is told by its words. Where no entry
 * can be made of what was read, the failure says how much that is.
 *
 * @param count walks through the file
 */
export function balanced(
  count: () => readonly Counted[] | undefined,
  make: () => readonly Draft[],
): readonly Draft[] {
  let drafts: readonly Draft[];
  try {
    drafts = make();
  } catch (error) {
    throw weighed(error, count);
  }
  const source = count();
  const [first, ...others] = drafts;
  if (source === undefined || first === undefined) return drafts;
  const balance = balanceOf(source, [
    ...drafts.map(({ files }) => heldByEntry(files)),
    ...drafts.flatMap(({ remarks }) => remarks.map(heldByRemark)),
  ]);
  const { characters, texts } = balance.unhandled;
  const told = texts.map(({ text, where }) => `“${text}”（${where}）`).join('、');
  const remarks =
    characters === 0
      ? first.remarks
      : [
          ...first.remarks,
          remark(
            'unhandled',
            `${characters} 字既不在信息里，也没有说明去向，请对照原文件补上：${told}`,
          ),
        ];
  return [{ ...first, remarks, balance }, ...others];
}

function weighed(error: unknown, count: () => readonly Counted[] | undefined): unknown {
  if (!(error instanceof ImportFailure)) return error;
  try {
    const source = count();
    return source === undefined ? error : error.holding(charactersOf(source));
  } catch {
    // What cannot be walked through either has no figure.
    return error;
  }
}
