import type { Reception } from '@columns/content';
import { RECEPTION_FACTS } from '@columns/content';

/** Where an application is handed in, as one line: 县教育局办公室；通信地址：…；联系电话：… */
export function whereText(reception: Reception): string {
  const facts = RECEPTION_FACTS.flatMap(([field, label]) => {
    const value = reception[field];
    return value === undefined ? [] : [`${label}：${value}`];
  });
  return [reception.name, ...facts].join('；');
}
