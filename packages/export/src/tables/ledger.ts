import type { ShownColumn } from '@columns/content';
import { addressOf, isOpen, kindName, shownOf } from '@columns/content';
import { z } from 'zod';
import {
  type ColumnTable,
  columnTable,
  date,
  maybe,
  maybeDate,
  maybeDay,
  text,
} from './column-table.ts';
import { unitNames } from './unit-names.ts';

/** What git tells of an entry; nothing where the history is not at hand. */
export interface LedgerHistory {
  /** When its file first stood in the repository, and how often it changed since. */
  readonly of: (id: string) => { readonly first: string; readonly changes: number } | undefined;
}

/**
 * 备案台账: every entry with its attribute, its review and its changes. The ledgers of what is given on
 * request and of what is withheld are its rows by `attribute` (《政府信息公开条例》 art. 17, 18).
 */
export function ledgerTable(history?: LedgerHistory): ColumnTable {
  return columnTable({
    name: 'ledger',
    title: '备案台账',
    description: '每条公开信息的公开属性、发布审核、再评估日期和公开后的改动',
    by: 'published',
    shape: {
      id: text('编号'),
      address: text('地址'),
      title: text('标题'),
      kindName: text('体裁'),
      unitName: maybe('发布机构'),
      formed: maybeDate('成文日期'),
      published: date('发布日期'),
      attribute: z.enum(['主动', '依申请', '不予']).meta({ title: '公开属性' }),
      grounds: maybe('理由或法律依据'),
      reassess: maybeDay('下次评估日期'),
      reviewBy: maybe('审核单位或岗位'),
      reviewDate: maybeDay('审核日期'),
      secrecy: maybe('保密审查'),
      withdrawn: maybeDay('撤回日期'),
      withdrawnReason: maybe('撤回原因'),
      firstSeen: maybeDay('首次入库日期'),
      changes: z
        .int()
        .nonnegative()
        .nullable()
        .meta({ title: '入库后改动次数', description: '空为修订记录不可用' }),
      sha256: maybe('内容文件的 SHA-256', '不提供内容文件的为空'),
    },
    rows: (column: ShownColumn) => {
      const units = unitNames(column);
      return column.entries.map((entry) => {
        const { data } = entry;
        const gone = shownOf(entry) === 'notice';
        const known = history?.of(entry.id);
        return {
          id: entry.id,
          address: addressOf(entry),
          title: data.title,
          kindName: kindName(data.kind),
          unitName: gone ? null : (units.get(data.unit ?? '') ?? null),
          formed: data.formed ?? null,
          published: data.published,
          attribute: data.attribute.type,
          grounds: data.attribute.grounds ?? null,
          reassess: data.attribute.reassess ?? null,
          reviewBy: data.review?.by ?? null,
          reviewDate: data.review?.date ?? null,
          secrecy: data.review?.secrecy ?? null,
          withdrawn: data.withdrawn?.date ?? null,
          withdrawnReason: data.withdrawn?.reason ?? null,
          firstSeen: known?.first ?? null,
          changes: known?.changes ?? null,
          sha256: isOpen(entry) ? entry.digest : null,
        };
      });
    },
  });
}
