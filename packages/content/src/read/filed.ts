import { filedUnder, ownersAmong } from '../catalogue/filed.ts';
import type { PublisherItems } from '../catalogue/publishers.ts';
import type { Entry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import type { CountyContent } from './county.ts';
import { nearest } from './near.ts';

/**
 * What entries say of the catalogues of those who publish them: items named by `discloses` that are not
 * there, and items that their publisher has dropped.
 */
export function filingProblems(content: CountyContent): Problem[] {
  if (content.unread.has('unit')) return [];
  const ownersOf = ownersAmong(content.publishers, content.towns);
  return content.entries.flatMap((entry): Problem[] => {
    const { discloses = [] } = entry.data;
    const owners = ownersOf(entry);
    if (discloses.length > 0 && owners.length === 0) return [unowned(entry)];
    return [...unknownItems(entry, owners), ...droppedItems(entry, owners)];
  });
}

function unowned(entry: Entry): Problem {
  return {
    ...{ code: 'shape/contradiction', ...at(entry, 'discloses'), field: 'discloses' },
    value: `发布机构 ${entry.data.unit ?? '（没有写）'} 没有自己的公开目录，不能写 discloses`,
    expected: 'unit 写部门、乡镇或公共企事业单位的编号；村（社区）的，写 town 和 village',
  };
}

function unknownItems(entry: Entry, owners: readonly PublisherItems[]): Problem[] {
  const { discloses = [] } = entry.data;
  if (discloses.length === 0) return [];
  const known = owners.flatMap(({ groups }) =>
    groups.flatMap(({ items }) => items.map(({ id }) => id)),
  );
  return discloses.flatMap((item, index): Problem[] => {
    if (known.includes(item)) return [];
    const near = nearest(item, known);
    return [
      {
        ...{ code: 'shape/unknown-choice', ...at(entry, 'discloses'), field: `discloses.${index}` },
        ...{ value: item, expected: known.join('、') },
        ...(near === undefined ? {} : { other: near }),
      },
    ];
  });
}

function droppedItems(entry: Entry, owners: readonly PublisherItems[]): Problem[] {
  const refs = filedUnder(entry);
  return owners.flatMap(({ publisher, dropped }) =>
    dropped.flatMap(({ item, reason }): Problem[] => {
      if (!refs.has(item)) return [];
      return [
        {
          ...{ code: 'shape/dropped-item', ...at(entry, 'title'), value: item },
          other: `${publisher.name}（${reason}）`,
        },
      ];
    }),
  );
}

function at(entry: Entry, field: string) {
  return { file: entry.file, line: entry.lines[field] ?? 1, column: 1, kind: entry.data.kind };
}
