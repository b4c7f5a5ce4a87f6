import { bankCard, idNumber, mobile, type Numbers, oldIdNumber } from './made-up.ts';

/*
 * Made-up numbers of every kind of `data/personal.yaml`, each with the words that stand before it.
 */

const letter = (numbers: Numbers) => numbers.one([...'ABCDEFGHJKLMNPQRSTUVWXYZ']);
const area = (numbers: Numbers) => numbers.one(['810000', '820000', '830000']);

/** An identity number of another area, with its check sign. */
function withArea(numbers: Numbers, start: string): string {
  const body = start + idNumber(numbers).slice(6, 17);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
}

const wrong = (number: string) =>
  number.slice(0, -1) + (((Number.parseInt(number.at(-1) ?? '0', 10) || 0) + 1) % 10);

export interface MadeKind {
  /** The row of the data. */
  readonly kind: string;
  readonly label: string;
  readonly make: (numbers: Numbers) => string;
  /** It is written only in one piece: the ways that cut it into groups are not its own. */
  readonly whole?: boolean;
}

export const KINDS: readonly MadeKind[] = [
  { kind: 'id-number', label: '身份证号', make: idNumber },
  { kind: 'id-number', label: '身份证号码', make: (n) => wrong(idNumber(n)) },
  { kind: 'id-number', label: '身份证编号', make: oldIdNumber },
  { kind: 'id-number', label: '居住证号', make: (n) => withArea(n, area(n)) },
  { kind: 'mobile', label: '手机', make: mobile },
  { kind: 'mobile', label: '联系电话', make: mobile },
  { kind: 'mobile', label: '办公电话', make: mobile },
  { kind: 'mobile', label: '电话', make: (n) => `0${mobile(n)}` },
  { kind: 'mobile', label: '电话', make: (n) => `86${mobile(n)}` },
  { kind: 'mobile', label: '电话', make: (n) => `0086${mobile(n)}` },
  { kind: 'bank-card', label: '银行卡号', make: bankCard },
  { kind: 'bank-card', label: '银行卡号', make: (n) => `622202${n.digits(13)}` },
  { kind: 'passport', label: '护照号', make: (n) => `${n.one(['E', 'G'])}${n.digits(8)}` },
  {
    kind: 'passport',
    label: '护照号',
    make: (n) => `E${letter(n).replace(/[IO]/, 'A')}${n.digits(7)}`,
  },
  { kind: 'passport', label: '外交护照号', make: (n) => `DE${n.digits(7)}` },
  { kind: 'passport', label: '公务护照号', make: (n) => `SE${n.digits(7)}` },
  { kind: 'hong-kong-macao-permit', label: '往来港澳通行证号', make: (n) => `C${n.digits(8)}` },
  { kind: 'home-return-permit', label: '港澳居民来往内地通行证号', make: (n) => `H${n.digits(8)}` },
  { kind: 'home-return-permit', label: '回乡证号', make: (n) => `M${n.digits(10)}` },
  { kind: 'taiwan-permit', label: '台湾居民来往大陆通行证号', make: (n) => n.digits(8) },
  { kind: 'taiwan-travel-permit', label: '往来台湾通行证号', make: (n) => `L${n.digits(8)}` },
  { kind: 'permanent-residence', label: '永久居留身份证号', make: (n) => `CAN${n.digits(12)}` },
  {
    kind: 'permanent-residence',
    label: '永久居留身份证号',
    make: (n) => withArea(n, `911${n.digits(3)}`),
  },
  { kind: 'military', label: '军官证号', make: (n) => `南字第${n.digits(8)}号` },
  { kind: 'disability', label: '残疾人证号', make: (n) => `${idNumber(n)}43` },
  { kind: 'driving-licence', label: '驾驶证档案编号', make: (n) => `34${n.digits(10)}` },
  { kind: 'social-security', label: '社会保障卡号', make: (n) => `${letter(n)}${n.digits(8)}` },
  { kind: 'household', label: '户口簿号', make: (n) => n.digits(9) },
  {
    kind: 'birth-certificate',
    label: '出生医学证明编号',
    make: (n) => `${letter(n)}${n.digits(9)}`,
  },
  { kind: 'school-roll', label: '学籍号', make: (n) => `G${idNumber(n)}` },
  { kind: 'patient', label: '住院号', make: (n) => n.digits(8) },
  { kind: 'plate', label: '车主车牌号', make: (n) => `川A${n.digits(5)}` },
  { kind: 'plate', label: '车主车牌号', make: (n) => `皖ND${n.digits(5)}` },
  { kind: 'wechat', label: '微信号', make: (n) => `zhang_san${n.digits(3)}`, whole: true },
  { kind: 'qq', label: 'QQ号', make: (n) => `1${n.digits(8)}` },
  { kind: 'e-mail', label: '个人邮箱', make: (n) => `zs${n.digits(5)}@example.com`, whole: true },
  { kind: 'home-telephone', label: '家庭电话', make: (n) => `05645${n.digits(6)}` },
];
