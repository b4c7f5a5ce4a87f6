import type { FormColumn } from '@columns/standard';
import { ID_PATTERN } from '@columns/standard';
import { isRealDate, isRealDay } from '../dates.ts';
import { DATE_FORM, DAY_FORM } from '../fields.ts';
import type { ProblemCode } from '../problem.ts';
import { PROOF_FORM, readProof } from '../tasks/proof.ts';
import { readAmount } from './decimal.ts';
import { entryIds } from './listed.ts';

/** What is wrong with one cell, and what would be right, in Chinese. */
export interface CellFault {
  readonly code: ProblemCode;
  readonly expected: string;
}

const bad = (expected: string): CellFault => ({ code: 'shape/bad-format', expected });
const bare = (expected: string): CellFault => ({ code: 'safety/unmasked', expected });

/** The masks in use for personal data; names of the hidden stay out of the message too. */
const MASKS = {
  'masked-person': [/^\p{Script=Han}{1,2}[*＊×某]{1,3}$/u, '姓加星号，如 张**'],
  'masked-phone': [/^1\d{2}\*{4}\d{4}$/, '手机号的前三位、四个星号、后四位，如 138****1234'],
  'masked-id': [
    /^\d{2}\*{13}\d{2}[\dX]$/,
    '身份证号的前两位、十三个星号、后三位，如 34*************21X',
  ],
  'masked-account': [/^\d{0,6}\*{4,}\d{2,4}$/, '账号的前几位、星号、后四位，如 6217****1234'],
  'town-address': [/(?:乡|镇|街道|苏木)$/, '到乡镇（街道）为止的地址，如 岳阳镇'],
} as const;

/** Checks a cell that is not empty. */
export function cellFault({ type, values = [] }: FormColumn, text: string): CellFault | undefined {
  switch (type) {
    case 'text':
      return undefined;
    case 'day':
      return isRealDay(text) ? undefined : { code: 'shape/impossible-date', expected: DAY_FORM };
    case 'date':
      return isRealDate(text) ? undefined : { code: 'shape/impossible-date', expected: DATE_FORM };
    case 'amount':
      return readAmount(text) === undefined
        ? bad('数字，不带单位，如 1200.50 或 1,200.50')
        : undefined;
    case 'count':
      return /^\d+$/.test(text) ? undefined : bad('0 或正整数，不带单位');
    case 'choice':
      return values.includes(text)
        ? undefined
        : { code: 'shape/unknown-choice', expected: values.join('、') };
    case 'person':
      return /^[\p{Script=Han}A-Za-z·*＊×（） ]{2,30}$/u.test(text)
        ? undefined
        : bad('姓名，可以用星号遮挡，不含数字');
    case 'entries':
      return entryIds(text).every(
        (one) =>
          /^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/.test(one) && ID_PATTERN.test(one.split('/').at(-1) ?? ''),
      )
        ? undefined
        : bad('信息的编号（文件名去掉扩展名），几个编号用“、”隔开');
    case 'url':
      return /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text)
        ? undefined
        : bad('以 https:// 或 http:// 开头的完整网址');
    case 'proofs':
      return entryIds(text).every((one) => readProof(one) !== undefined)
        ? undefined
        : bad(PROOF_FORM);
    default: {
      const [pattern, expected] = MASKS[type];
      return pattern.test(text) ? undefined : bare(expected);
    }
  }
}
