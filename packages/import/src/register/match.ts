import { nearest } from '@columns/content';
import { squeeze } from '@columns/office/words';

export interface ColumnMatch {
  /** Columns as they are written: the item's own name where one fits. */
  readonly columns: readonly string[];
  /** Columns whose names were near, not the same. */
  readonly near: readonly { readonly from: string; readonly to: string }[];
  /** Elements of the item that no column has. */
  readonly missing: readonly string[];
  /** Columns that are no element of the item. */
  readonly extra: readonly string[];
}

/** Nouns that say what a column holds, whatever stands before them. */
const NOUNS = [
  '电话',
  '地址',
  '名称',
  '类型',
  '层次',
  '性质',
  '时间',
  '日期',
  '金额',
  '标准',
  '范围',
  '编号',
  '人数',
  '面积',
  '对象',
  '依据',
  '条件',
];

/** Tells which column of a table is which element (公开要素) of the item, by name and by near name. */
export function matchColumns(names: readonly string[], elements: readonly string[]): ColumnMatch {
  const taken = new Map<string, string>();
  const free = () => elements.filter((element) => ![...taken.values()].includes(element));
  const near: { from: string; to: string }[] = [];
  const steps: ((name: string, open: readonly string[]) => string | undefined)[] = [
    (name, open) => open.find((element) => core(element) === core(name)),
    (name, open) => only(open.filter((element) => holds(core(element), core(name)))),
    (name, open) => {
      const noun = NOUNS.find((each) => core(name).endsWith(each));
      return noun === undefined
        ? undefined
        : only(open.filter((element) => core(element).endsWith(noun)));
    },
    (name, open) => {
      const found = nearest(core(name), open.map(core));
      return found === undefined ? undefined : open.find((element) => core(element) === found);
    },
  ];
  for (const [index, step] of steps.entries()) {
    for (const name of names) {
      if (taken.has(name) || name === '') continue;
      const element = step(name, free());
      // Two columns that could both be it (办公电话, 监督电话) are left for a person to tell.
      const rivals =
        index === 0
          ? []
          : names.filter(
              (other) => other !== name && !taken.has(other) && step(other, free()) === element,
            );
      if (element === undefined || rivals.length > 0) continue;
      taken.set(name, element);
      if (name !== element) near.push({ from: name, to: element });
    }
  }
  return {
    columns: names.map((name) => taken.get(name) ?? name),
    near,
    missing: free(),
    extra: names.filter((name) => !taken.has(name) && name !== ''),
  };
}

function only(list: readonly string[]): string | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function holds(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a));
}

/** A name without units, brackets and the group before it. */
function core(name: string): string {
  return squeeze(name)
    .replaceAll(/[（(][^（()）]*[）)]/g, '')
    .replace(/^.*[：:](?=.)/, '')
    .replaceAll(/[、，,.．/／“”]/g, '');
}
