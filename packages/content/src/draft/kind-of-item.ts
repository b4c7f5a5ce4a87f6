import type { KindId } from '../kinds/index.ts';
import { ELEMENT_WORDS } from './element-words.ts';
import type { NamedItem } from './item-names.ts';

/** What the name of an item says of its kind; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, KindId])[] = [
  [/解读/, 'interpretation'],
  [/征求意见|意见征集|决策草案|预公开|草案$/, 'consultation'],
  [/听证/, 'hearing'],
  [/指南|办事流程/, 'guide'],
  [/名录|名单|清单|目录|台账|一览表|统计数据$/, 'register'],
  [/法律|法规|规章|规范性文件|政策|文件$|^规划$|规划文件/, 'policy'],
];

/** So many elements that the fields of a guide hold make one. */
const GUIDE_ELEMENTS = 3;

const GUIDE_WORDS = ELEMENT_WORDS.filter(({ kind }) => kind === 'guide');

/**
 * The kind that an entry of an item most likely has: by what the item is called, else by its elements
 * (办理条件, 所需材料, 办理流程 are those of a guide), else a notice. A proposal, to be changed by the officer.
 */
export function kindOfItem(
  item: NamedItem & { readonly elements?: readonly string[] | undefined },
): KindId {
  const name = item.level2 ?? item.level1;
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  const all = (item.elements ?? []).join('\n');
  const held = GUIDE_WORDS.filter(({ words }) => words.some((word) => all.includes(word)));
  if (held.length >= GUIDE_ELEMENTS) return 'guide';
  return BY_NAME.find(([pattern]) => pattern.test(item.level1))?.[1] ?? 'notice';
}
