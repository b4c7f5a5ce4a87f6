import type { Column, ConsultNumber, OpenData } from '@columns/content';
import { z } from 'zod';

/** What a column says of all its data. */
export interface DataTerms {
  readonly publisher: string;
  /** Nothing where the county has said nothing: then nobody knows what may be done with the data. */
  readonly licence?: NonNullable<OpenData['licence']>;
  readonly contact: NonNullable<OpenData['contact']>;
}

type Facts = Pick<Column, 'county'> & { readonly consult: readonly ConsultNumber[] };

/** On what terms the data may be used and who answers for them, the same in every file and on every page. */
export function dataTerms({ county, consult }: Facts): DataTerms {
  const { licence, contact } = county.openData;
  const publisher =
    county.marks?.host ?? (county.demo ? `${county.name}（演示）` : `${county.name}人民政府`);
  return {
    publisher,
    ...(licence ? { licence } : {}),
    contact: contact ?? consult[0] ?? { name: publisher },
  };
}

/** What every JSON file of the data says of its terms, so that a file that was passed on still tells them. */
export const TERMS_SHAPE = {
  licence: z
    .strictObject({
      name: z.string().meta({ title: '名称' }),
      address: z.string().optional().meta({ title: '许可全文' }),
    })
    .optional()
    .meta({ title: '使用许可', description: '没有的，使用前请先询问' }),
  contact: z
    .strictObject({
      name: z.string().meta({ title: '联系单位' }),
      telephone: z.string().optional().meta({ title: '电话' }),
      email: z.string().optional().meta({ title: '电子邮箱' }),
    })
    .meta({ title: '数据联系方式' }),
} as const;

/** The terms as they stand in a JSON file, by `TERMS_SHAPE`. */
export function fileTerms(facts: Facts): Pick<DataTerms, 'licence' | 'contact'> {
  const { licence, contact } = dataTerms(facts);
  const { name, telephone, email } = contact;
  return {
    ...(licence ? { licence } : {}),
    contact: {
      name,
      ...(telephone === undefined ? {} : { telephone }),
      ...(email === undefined ? {} : { email }),
    },
  };
}

/** The terms in one line, for people. */
export function termsText({ licence, contact }: DataTerms): string {
  const use = licence
    ? `使用许可：${licence.name}${licence.address === undefined ? '' : `（${licence.address}）`}`
    : '使用许可：本专栏没有说明，使用前请先询问';
  return `${use}。联系：${[contact.name, contact.telephone, contact.email].filter(Boolean).join('，')}。`;
}
