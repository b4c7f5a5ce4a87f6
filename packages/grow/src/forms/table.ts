import type { FormColumn, RegisterForm } from '@columns/standard';

/** Without this mark in front Excel in China reads UTF-8 as GBK. */
export const EXCEL_MARK = '\ufeff';

/** A table of one example row, as a form wants it. */
export function tableTemplate({ columns }: RegisterForm): string {
  const head = columns.map(({ name }) => name);
  return `${EXCEL_MARK}${head.join(',')}\n${columns.map(cell).join(',')}\n`;
}

function cell({ type, values = [], blank }: FormColumn): string {
  switch (type) {
    case 'choice':
      return values[0] ?? '';
    case 'day':
    case 'date':
      return '2026-01-31';
    case 'amount':
    case 'count':
      return '0';
    case 'entries':
    case 'proofs':
      return blank ? '' : 'example-rules-2026';
    case 'url':
      return 'https://www.example.gov.cn/';
    case 'text':
      return '（文字）';
    case 'person':
    case 'masked-person':
      return '张**';
    case 'masked-phone':
      return '138****1234';
    case 'masked-id':
      return '34*************21X';
    case 'masked-account':
      return '6217****1234';
    default:
      return '示例镇';
  }
}
