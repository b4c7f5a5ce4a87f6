import type { Root } from 'mdast';
import { linesOf } from './lines-of.ts';

/** What whoever is written to is called, at the end of the name: 各乡镇人民政府, 县直各部门, 各有关单位. */
const RECEIVER =
  /^[^。；！？;!?]{1,30}(?:府|室|局|委|会|院|部|处|队|心|司|所|站|社|团|厅|科|办|校|园|馆|行|厂|组|部门|单位|机构|企业|场|镇|乡|村|街道|社区|市民|村民|居民|群众|朋友|同志|家长|用户|农户)(?:[（(][^）)]*[）)])?$/;

/**
 * Gives the line that says to whom a document is written a class, by which it stands at the edge as in print
 * (GB/T 9704, 主送机关顶格). Only the first line of a text can be one.
 */
export function markAddressed({ children: [first] }: Root): void {
  const lines = linesOf(first);
  const line = lines?.length === 1 ? lines[0] : undefined;
  if (first?.type !== 'paragraph' || line === undefined || !/[：:]$/.test(line)) return;
  if (
    !line
      .slice(0, -1)
      .split(/[，、,；;]/)
      .every((name) => RECEIVER.test(name))
  )
    return;
  first.data = {
    ...first.data,
    hProperties: { ...first.data?.hProperties, className: ['addressed'] },
  };
}
