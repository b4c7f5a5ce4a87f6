import { squeeze } from '@columns/office/words';

/** Columns of text that some counties' tables have beyond the eleven of the form. */
export const MORE_TEXTS = ['level3', 'shown-for', 'section', 'enquiries', 'complaints'] as const;

/** What a column of a 标准目录 holds; the form has eleven, some counties add or split one. */
export type CatalogueColumn =
  | (typeof MORE_TEXTS)[number]
  | 'five'
  | 'format'
  | 'seq'
  | 'level1'
  | 'level2'
  | 'elements'
  | 'basis'
  | 'timing'
  | 'subject'
  | 'channels'
  | 'all'
  | 'group'
  | 'proactive'
  | 'on-request'
  | 'county'
  | 'town'
  | 'village';

/** By the last words of the head first, for `公开对象：全社会` is read through its group. */
const NAMES: readonly (readonly [RegExp, CatalogueColumn])[] = [
  [/一级(?:事项|目录)/, 'level1'],
  [/二级(?:事项|目录)/, 'level2'],
  [/三级(?:事项|目录)/, 'level3'],
  [/公开时长/, 'shown-for'],
  [/五公开/, 'five'],
  [/公开格式/, 'format'],
  [/责任[科股处]室/, 'section'],
  [/咨询电话/, 'enquiries'],
  [/(?:监督|举报|投诉)电话/, 'complaints'],
  [/全社会|社会公众/, 'all'],
  [/特定(?:群体|群众|对象)/, 'group'],
  [/依申请/, 'on-request'],
  [/(?:公开方式.*)?主动(?:公开)?/, 'proactive'],
  [/县级|区级|市级|县（区）级|县（市、区）级/, 'county'],
  [/乡级|镇级|乡镇级?|街道/, 'town'],
  [/村级|社区/, 'village'],
  [/序号|^编号$/, 'seq'],
  [/公开内容|要素/, 'elements'],
  [/依据/, 'basis'],
  [/时限|期限/, 'timing'],
  [/渠道|载体/, 'channels'],
  [/主体|责任(?:单位|部门)/, 'subject'],
];

/** What each column of a head is; `undefined` for one that the form does not have. */
export function catalogueColumns(names: readonly string[]): (CatalogueColumn | undefined)[] {
  const taken = new Set<CatalogueColumn>();
  return names.map((name) => {
    const plain = squeeze(name);
    const last = plain.split('：').at(-1) ?? plain;
    const found = [last, plain].flatMap((text) =>
      NAMES.filter(([pattern]) => pattern.test(text)).map(([, id]) => id),
    );
    const column = found.find((id) => !taken.has(id));
    if (column !== undefined) taken.add(column);
    return column;
  });
}

/** Whether a head is that of a 标准目录. */
export function isCatalogueHead(names: readonly string[]): boolean {
  const columns = catalogueColumns(names);
  return (['level1', 'elements', 'timing'] as const).every((id) => columns.includes(id));
}
