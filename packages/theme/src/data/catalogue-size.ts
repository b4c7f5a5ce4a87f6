import type { ColumnDomain, ColumnItem } from '@columns/content';
import type { OfficialSize } from '@columns/standard';

interface Table {
  readonly items: readonly ColumnItem[];
  readonly official?: OfficialSize | undefined;
}

/**
 * How much of a table is here: its rows, those read whole on a government page, what places have added, and
 * its official size.
 */
export function sizeText({ items, official }: Table): string {
  const rows = items.filter(({ origin }) => origin === 'standard');
  const whole = rows.filter(({ confirmed }) => confirmed).length;
  const added = items.length - rows.length;
  const parts = [
    rows.length > 0 ? `收录 ${rows.length} 项，其中核实 ${whole} 项` : '尚未收录事项',
    added > 0 ? `另有本地增加 ${added} 项` : '',
    official ? `国家目录有${officialText(official)}` : '',
  ];
  return `${parts.filter((part) => part !== '').join('；')}。`;
}

function officialText({ level1, rows, 'at-least': least }: OfficialSize): string {
  const parts = [
    level1 === undefined ? '' : `一级事项 ${level1} 类`,
    rows === undefined ? '' : `事项 ${rows} 项`,
    least === undefined ? '' : `事项至少 ${least} 项`,
  ];
  return parts.filter((part) => part !== '').join('、');
}

/** How many domains the county's plan has, and topics beside them: 30 个领域、15 个专题. */
export function domainsText(domains: readonly Pick<ColumnDomain, 'topic'>[]): string {
  const topics = domains.filter(({ topic }) => topic).length;
  const own = `${domains.length - topics} 个领域`;
  return topics === 0 ? own : `${own}、${topics} 个专题`;
}
