import { isDisclosed } from '@columns/content';
import type { Channel } from '@columns/standard';
import { channelLabels, levelLabels, methodLabels } from '@columns/standard';
import { columnTable, count, list, maybe, maybeDate, text, yes } from './column-table.ts';

/** What must be disclosed, as it holds in this county, and how much of it there is. */
export const catalogueTable = columnTable({
  name: 'catalogue',
  title: '标准目录',
  description: '本县区的公开事项目录，一行一个事项，含要素、依据、时限、渠道和已公开的条数',
  shape: {
    item: text('事项编号'),
    domain: text('领域编号'),
    domainName: text('领域'),
    level1: text('一级事项'),
    level2: maybe('二级事项'),
    elements: list('公开内容（要素）'),
    basis: maybe('公开依据'),
    timing: maybe('公开时限'),
    subject: maybe('公开主体'),
    channels: list('公开渠道和载体'),
    audience: list('公开对象'),
    method: maybe('公开方式'),
    levels: list('公开层级'),
    origin: text('来源', 'standard 为国家标准指引，township 为乡级目录，county 为本县区增加'),
    confirmed: yes('已核实'),
    entries: count('已公开条数'),
    newest: maybeDate('最近公开'),
    statements: count('情况说明条数'),
  },
  rows: ({ domains, entries }) => {
    const newest = new Map(entries.filter(isDisclosed).map(({ id, data }) => [id, data.published]));
    return domains.flatMap((domain) =>
      domain.items.map((item) => ({
        item: item.ref,
        domain: domain.id,
        domainName: domain.name,
        level1: item.level1,
        level2: item.level2 ?? null,
        elements: [...(item.elements ?? [])],
        basis: item.basis ?? null,
        timing: item.timing?.text ?? null,
        subject: item.subject ?? null,
        channels: (item.channels ?? []).map(channelText),
        audience: (item.audience ?? []).map((one) => (one === 'all' ? '全社会' : one.group)),
        method: item.method ? methodLabels[item.method.kind] : null,
        levels: (item.levels ?? []).map((level) => levelLabels[level]),
        origin: item.origin,
        confirmed: item.confirmed,
        entries: item.disclosed,
        newest: newest.get(item.entries.find((id) => newest.has(id)) ?? '') ?? null,
        statements: item.statements.length,
      })),
    );
  },
});

function channelText({ channel, name }: Channel): string {
  return name ?? channelLabels[channel];
}
