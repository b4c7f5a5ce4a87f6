import { creditCodeFault, idNumberFault } from './identity.ts';

/** What stands in the form, by the names of its fields; what does not apply is not there. */
export type Answers = Readonly<Record<string, string>>;

/** A field of the form: how the sheet calls it, when it is asked, and what is wrong with a value. */
export interface Field {
  readonly name: string;
  /** The name on the printed sheet and in messages. */
  readonly label: string;
  /** Whether it is asked, given the other answers. */
  readonly asked?: (answers: Answers) => boolean;
  /** What to say where it must be filled in and is not. */
  readonly missing?: (answers: Answers) => string | undefined;
  /** What is wrong with a value that is there. */
  readonly fault?: (value: string, answers: Answers) => string | undefined;
}

export const PERSON = '公民';
export const ORGANISATION = '法人或其他组织';
/** The kinds of organisations that annual reports count (国办公开办函〔2021〕30号). */
export const ORGANISATION_TYPES = [
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
] as const;
export const IDENTITY_PAPERS = ['居民身份证', '其他有效身份证明'] as const;
export const FORMS = ['纸质', '电子文件'] as const;
export const WAYS = ['邮寄', '电子邮件', '当面领取', '当场查阅'] as const;

const person = ({ applicant }: Answers) => applicant === PERSON;
const organisation = ({ applicant }: Answers) => applicant === ORGANISATION;
const must = (message: string) => () => message;
const pattern = (right: RegExp, message: string) => (value: string) =>
  right.test(value) ? undefined : message;

const TELEPHONE = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?)$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** The content of an application as 《政府信息公开条例》 art. 29 lists it; nothing more is asked. */
export const FIELDS: readonly Field[] = [
  { name: 'office', label: '受理机关', missing: must('请填写向哪个行政机关申请') },
  {
    name: 'applicant',
    label: '申请人类型',
    missing: must('请选择申请人是公民，还是法人或其他组织'),
  },
  { name: 'name', label: '姓名', asked: person, missing: must('请填写申请人姓名') },
  { name: 'paper', label: '身份证明', asked: person, missing: must('请选择身份证明的种类') },
  {
    name: 'number',
    label: '证件号码',
    asked: person,
    missing: must('请填写证件号码'),
    fault: (value, { paper }) => (paper === IDENTITY_PAPERS[0] ? idNumberFault(value) : undefined),
  },
  { name: 'organisation', label: '名称', asked: organisation, missing: must('请填写单位全称') },
  { name: 'type', label: '类别', asked: organisation, missing: must('请选择单位类别') },
  {
    name: 'code',
    label: '统一社会信用代码',
    asked: organisation,
    missing: must('请填写统一社会信用代码'),
    fault: creditCodeFault,
  },
  {
    name: 'head',
    label: '法定代表人或负责人',
    asked: organisation,
    missing: must('请填写法定代表人或者负责人'),
  },
  { name: 'contact', label: '联系人', asked: organisation, missing: must('请填写联系人') },
  {
    name: 'telephone',
    label: '联系电话',
    missing: must('请填写联系电话，以便确认收到申请'),
    fault: pattern(TELEPHONE, '电话写 11 位手机号码，或者区号加固定电话，如 0000-0000000 的写法'),
  },
  {
    name: 'email',
    label: '电子邮箱',
    missing: ({ way }) => (way === '电子邮件' ? '选择用电子邮件获取的，请填写电子邮箱' : undefined),
    fault: pattern(EMAIL, '电子邮箱写成“名称@网站”，如 name@example.com'),
  },
  {
    name: 'address',
    label: '通信地址',
    missing: ({ way }) => (way === '邮寄' ? '选择邮寄的，请填写通信地址' : undefined),
  },
  {
    name: 'postcode',
    label: '邮政编码',
    fault: pattern(/^\d{6}$/, '邮政编码是 6 位数字'),
  },
  {
    name: 'title',
    label: '所需信息的名称',
    missing: ({ reference, feature }) =>
      reference || feature ? undefined : '名称、文号、其他特征请至少填写一项，否则无法查找',
  },
  { name: 'reference', label: '文号' },
  { name: 'feature', label: '其他特征描述' },
  { name: 'form', label: '载体形式', missing: must('请选择希望得到纸质的还是电子文件') },
  {
    name: 'way',
    label: '获取方式',
    missing: must('请选择怎样获取'),
    fault: (value, { form }) =>
      value === '电子邮件' && form === '纸质'
        ? '纸质信息不能用电子邮件获取，请改选其中一项'
        : undefined,
  },
  { name: 'otherwise', label: '无法按要求提供时' },
];

/** Fields of letters and digits, in which spaces and full-width signs mean nothing. */
const CODES = new Set(['number', 'code', 'telephone', 'email', 'postcode']);

/** Answers as they are checked and put on the sheet. */
export function tidied(answers: Answers): Answers {
  const entries = Object.entries(answers).map(([name, value]) => {
    if (!CODES.has(name)) return [name, value.trim()];
    const plain = value.normalize('NFKC').replace(/\s/g, '');
    return [name, name === 'number' || name === 'code' ? plain.toUpperCase() : plain];
  });
  return Object.fromEntries(entries);
}

/** What is wrong with one field. */
export interface Fault {
  readonly name: string;
  readonly message: string;
}

/** The fields that are asked, given the answers. */
export function askedFields(answers: Answers): Field[] {
  return FIELDS.filter(({ asked }) => asked?.(answers) ?? true);
}

/** Every fault of tidied answers, in the order of the fields. Pure. */
export function faultsOf(answers: Answers): Fault[] {
  return askedFields(answers).flatMap(({ name, missing, fault }) => {
    const value = answers[name] ?? '';
    const message = value === '' ? missing?.(answers) : fault?.(value, answers);
    return message === undefined ? [] : [{ name, message }];
  });
}
