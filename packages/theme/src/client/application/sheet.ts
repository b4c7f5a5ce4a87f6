import type { FormPart, FormRow } from '@columns/office/write';
import type { Answers } from './fields.ts';
import {
  FORMS,
  IDENTITY_PAPERS,
  ORGANISATION,
  ORGANISATION_TYPES,
  PERSON,
  WAYS,
} from './fields.ts';

export const SHEET_TITLE = '政府信息公开申请表';

/**
 * The application as it is printed and saved. Of no answers it is the blank sheet, on which both
 * kinds of applicants stand, as on the paper forms that offices use.
 */
export function sheetOf(answers: Answers): readonly FormPart[] {
  const row = (label: string, name: string, lines?: number): FormRow => ({
    label,
    value: answers[name] ?? '',
    ...(lines === undefined ? {} : { lines }),
  });
  const choice = (label: string, name: string, options: readonly string[]): FormRow => ({
    label,
    value: options.map((option) => `${answers[name] === option ? '☑' : '☐'}${option}`).join('　'),
  });
  const is = (applicant: string) => (answers['applicant'] ?? applicant) === applicant;
  return [
    {
      title: '受理机关',
      rows: [
        row('行政机关名称', 'office'),
        ...(answers['receiver'] === undefined ? [] : [row('受理机构', 'receiver')]),
      ],
    },
    ...(is(PERSON)
      ? [
          {
            title: PERSON,
            rows: [
              row('姓名', 'name'),
              choice('身份证明', 'paper', IDENTITY_PAPERS),
              row('证件号码', 'number'),
            ],
          },
        ]
      : []),
    ...(is(ORGANISATION)
      ? [
          {
            title: ORGANISATION,
            rows: [
              row('名称', 'organisation'),
              choice('类别', 'type', ORGANISATION_TYPES),
              row('统一社会信用代码', 'code'),
              row('法定代表人或负责人', 'head'),
              row('联系人', 'contact'),
            ],
          },
        ]
      : []),
    {
      title: '联系方式',
      rows: [
        row('联系电话', 'telephone'),
        row('电子邮箱', 'email'),
        row('通信地址', 'address'),
        row('邮政编码', 'postcode'),
      ],
    },
    {
      title: '所需信息',
      rows: [row('名称', 'title', 2), row('文号', 'reference'), row('其他特征描述', 'feature', 4)],
    },
    {
      title: '形式要求',
      rows: [
        choice('载体形式', 'form', FORMS),
        choice('获取方式', 'way', WAYS),
        choice('无法按要求提供时', 'otherwise', [OTHERWISE]),
      ],
    },
    {
      title: '签署',
      rows: [{ label: '申请人签名或者盖章', value: '', lines: 2 }, row('日期', 'date')],
    },
  ];
}

export const OTHERWISE = '可以接受其他方式';

/** What stands below the sheet. */
export const SHEET_NOTE =
  '依照《中华人民共和国政府信息公开条例》第二十九条填写。提交时附身份证明；申请提交给受理机关的政府信息公开工作机构。';
