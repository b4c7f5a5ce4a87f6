import type { Column, Entry } from '@columns/content';
import { addressOf, KIND_IDS, kindName } from '@columns/content';
import { z } from 'zod';
import { columnTable, count, day, list, maybe, maybeDay, text, yes } from './column-table.ts';
import { unitNames } from './unit-names.ts';

/** Every entry with its header. Of a withdrawn one only what its page still says (contract 3). */
export const entriesTable = columnTable({
  name: 'entries',
  title: '公开信息',
  description: '本专栏的全部公开信息，一行一条，含文件头各项和内容文件的校验值',
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
    formed: maybeDay('成文日期'),
    published: day('发布日期'),
    undated: yes('日期未载'),
    validity: maybe('有效性'),
    validUntil: maybeDay('有效期至或废止日期'),
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
    sha256: text('内容文件的 SHA-256'),
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
  const gone = data.withdrawn !== undefined;
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
    indexNumber: kept(data.indexNumber),
    topic: kept(data.topic),
    docNumber: kept(data.docNumber),
    formed: kept(data.formed),
    published: data.published,
    undated: data.undated === true,
    validity: kept(data.validity?.state),
    validUntil: kept(data.validity?.until),
    keywords: gone ? [] : [...(data.keywords ?? [])],
    summary: kept(data.summary),
    attribute: data.attribute.type,
    town: kept(data.town),
    village: kept(data.village),
    attachments: gone ? 0 : entry.attachments.length,
    rows: kept(entry.table?.rows),
    example: data.example === true,
    withdrawn: data.withdrawn?.date ?? null,
    withdrawnReason: data.withdrawn?.reason ?? null,
    formerly: [...(data.formerly ?? [])],
    file: entry.file,
    sha256: entry.digest,
  };
}

export function domainNames({ domains }: Column): Map<string, string> {
  return new Map(domains.map(({ id, name }) => [id, name]));
}
