import type { Entry, ShownColumn } from '@columns/content';
import {
  addressOf,
  isDisclosed,
  isOpen,
  isWholeDay,
  KIND_IDS,
  kindName,
  shownOf,
} from '@columns/content';
import { z } from 'zod';
import {
  columnTable,
  count,
  date,
  list,
  maybe,
  maybeDate,
  maybeDay,
  text,
  yes,
} from './column-table.ts';
import { unitNames } from './unit-names.ts';

/** Every entry with its header. Of a withdrawn one only what its page still says (`shown.ts`). */
export const entriesTable = columnTable({
  name: 'entries',
  title: '公开信息',
  description:
    '本专栏登记的全部信息，一行一条，含文件头各项和内容文件的校验值；情况说明、依申请和不予公开、已撤回的也在内，不计入公开信息条数',
  by: 'published',
  shape: {
    id: text('编号', '本县区内唯一，不变'),
    address: text('地址', '在专栏地址之下，如 2026/abc/'),
    title: text('标题'),
    kind: z.enum(KIND_IDS).meta({ title: '体裁编号' }),
    kindName: text('体裁'),
    domain: maybe('领域编号'),
    domainName: maybe('领域'),
    item: maybe('事项编号'),
    also: list('同时列入的事项'),
    unit: maybe('发布机构编号'),
    unitName: maybe('发布机构'),
    indexNumber: maybe('索引号'),
    topic: maybe('主题分类'),
    docNumber: maybe('发文字号'),
    formed: maybeDate('成文日期'),
    published: date('发布日期'),
    undated: yes('日期未载'),
    validity: maybe('有效性'),
    validUntil: maybeDate('有效期至或废止日期'),
    keywords: list('关键词'),
    summary: maybe('内容概述'),
    attribute: z.enum(['主动', '依申请', '不予']).meta({ title: '公开方式' }),
    town: maybe('乡镇（街道）编号'),
    village: maybe('村（社区）'),
    attachments: count('附件数'),
    rows: z.int().nullable().meta({ title: '表格行数' }),
    example: yes('示例'),
    withdrawn: maybeDay('撤回日期'),
    withdrawnReason: maybe('撤回原因'),
    formerly: list('曾用地址'),
    file: text('内容文件', '在仓库 content/ 之下'),
    sha256: maybe('内容文件的 SHA-256', '不提供内容文件的为空'),
    abridgedOf: maybe('摘编自', '正文不是全文的，原件的文号或标题'),
    counted: yes('计入公开信息'),
  },
  rows: (column) => {
    const facts = { units: unitNames(column), domains: domainNames(column) };
    return column.entries.map((entry) => rowOf(entry, facts));
  },
});

interface Names {
  readonly units: ReadonlyMap<string, string>;
  readonly domains: ReadonlyMap<string, string>;
}

export function rowOf(entry: Entry, { units, domains }: Names) {
  const { data } = entry;
  // Where a withdrawn entry was listed is not told of it, only that it is gone.
  const gone = shownOf(entry) === 'notice';
  const kept = <T>(value: T | undefined): T | null => (gone ? null : (value ?? null));
  return {
    id: entry.id,
    address: addressOf(entry),
    title: data.title,
    kind: data.kind,
    kindName: kindName(data.kind),
    domain: kept(entry.domain),
    domainName: kept(domains.get(entry.domain ?? '')),
    item: kept(entry.item),
    also: gone ? [] : [...(data.also ?? [])],
    unit: kept(data.unit),
    unitName: kept(units.get(data.unit ?? '')),
    indexNumber: data.indexNumber ?? null,
    topic: data.topic ?? null,
    docNumber: data.docNumber ?? null,
    formed: data.formed ?? null,
    published: data.published,
    undated: !isWholeDay(data.published),
    validity: data.validity?.state ?? null,
    validUntil: data.validity?.until ?? null,
    keywords: [...(data.keywords ?? [])],
    summary: data.summary ?? null,
    attribute: data.attribute.type,
    town: kept(data.town),
    village: kept(data.village),
    attachments: entry.attachments.length,
    rows: entry.table?.rows ?? null,
    example: data.example === true,
    withdrawn: data.withdrawn?.date ?? null,
    withdrawnReason: data.withdrawn?.reason ?? null,
    formerly: [...(data.formerly ?? [])],
    file: entry.file,
    sha256: isOpen(entry) ? entry.digest : null,
    abridgedOf: data.abridged?.of ?? null,
    counted: isDisclosed(entry),
  };
}

export function domainNames({ domains }: ShownColumn): Map<string, string> {
  return new Map(domains.map(({ id, name }) => [id, name]));
}
