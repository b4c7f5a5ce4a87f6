/*
 * Made-up numbers and addresses of nobody, with valid check signs, and decoys: what looks like them and
 * is none. The same numbers in every run.
 */

export interface Sample {
  readonly text: string;
  /** Something personal stands in it. */
  readonly personal: boolean;
}

/** A row of numbers that looks like chance and is always the same. */
export class Numbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % limit;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const AREAS = [
  '510521',
  '341524',
  '430702',
  '441204',
  '340102',
  '110105',
  '513901',
  '350128',
  '620702',
];
const two = (number: number) => String(number).padStart(2, '0');

export function idNumber(numbers: Numbers): string {
  const birth = `${1935 + numbers.below(80)}${two(1 + numbers.below(12))}${two(1 + numbers.below(28))}`;
  const body = `${numbers.one(AREAS)}${birth}${numbers.digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
}

export function oldIdNumber(numbers: Numbers): string {
  const birth = `${two(30 + numbers.below(60))}${two(1 + numbers.below(12))}${two(1 + numbers.below(28))}`;
  return `${numbers.one(AREAS)}${birth}${numbers.digits(3)}`;
}

export function mobile(numbers: Numbers): string {
  return `${numbers.one(['130', '135', '138', '139', '147', '150', '158', '166', '177', '186', '189', '199'])}${numbers.digits(8)}`;
}

export function bankCard(numbers: Numbers): string {
  const length = numbers.one([16, 19]);
  const start = numbers.one(['622202', '621700', '622848', '621799', '955880', '436742']);
  const body = start + numbers.digits(length - 1 - start.length);
  for (let check = 0; check < 10; check++) if (luhn(`${body}${check}`)) return `${body}${check}`;
  throw new Error('One of ten digits always fits.');
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code with its check sign (GB 32100). */
export function creditCode(numbers: Numbers): string {
  const body = `${numbers.one(['91', '92', '93', '11', '12', '52', '54'])}${numbers.one(AREAS)}${Array.from({ length: 9 }, () => SIGNS[numbers.below(31)]).join('')}`;
  const sum = [...body].reduce(
    (total, sign, at) => total + SIGNS.indexOf(sign) * (3 ** at % 31),
    0,
  );
  return body + SIGNS[(31 - (sum % 31)) % 31];
}

const wide = (text: string) =>
  text.replaceAll(/[\dX]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

type Make = (numbers: Numbers) => string;

const IDS: readonly Make[] = [
  (n) => `申请人身份证号码：${idNumber(n)}`,
  (n) => `张三，男，${idNumber(n)}，城关镇居民。`,
  (n) => `| 李四 | ${idNumber(n)} | 低保 |`,
  (n) => `公民身份号码${idNumber(n).toLowerCase()}`,
  (n) => `身份证：${wide(idNumber(n))}`,
  (n) => `（${oldIdNumber(n)}）`,
  (n) => `户主王五，证件号码 ${oldIdNumber(n)}`,
  (n) => idNumber(n).replace(/^(.{6})(.{8})/, '$1 $2 '),
  (n) => `名单${1 + n.below(9)}${idNumber(n)}`,
  (n) => `身份证**${idNumber(n)}**已核验`,
];

const NO_IDS: readonly Make[] = [
  (n) => `统一社会信用代码：${creditCode(n)}`,
  (n) => `某公司（${creditCode(n)}）`,
  (n) => `身份证号：${idNumber(n).replace(/^(..).*(...)$/, '$1*************$2')}`,
  (n) => `${idNumber(n).slice(0, 6)}********${idNumber(n).slice(14)}`,
  // One digit off: the check sign tells.
  (n) => wrongCheck(idNumber(n)),
  (n) => `索引号：${creditCode(n)}/2024-${n.digits(5)}`,
  (n) => `不动产权证号：${n.one(AREAS)}2015${n.digits(5)}`,
  (n) => `项目代码：2308-${n.one(AREAS)}-04-01-${n.digits(6)}`,
  (n) => `合计${n.digits(3)}${n.digits(3)}.${n.digits(2)}万元，其中${n.digits(12)}元`,
  (n) =>
    `许可证编号：${n.one(AREAS)}${two(30 + n.below(60))}0${1 + n.below(9)}1${n.below(9)}${n.digits(3)}`,
];

function wrongCheck(id: string): string {
  return id.slice(0, 17) + (id.endsWith('5') ? '6' : '5');
}

const MOBILES: readonly Make[] = [
  (n) => `联系电话：${mobile(n)}`,
  (n) => `联系人：王先生 ${mobile(n)}`,
  (n) => `| 张三 | 城关镇 | ${mobile(n)} |`,
  (n) => mobile(n).replace(/^(...)(....)/, '$1 $2 '),
  (n) => mobile(n).replace(/^(...)(....)/, '$1-$2-'),
  (n) => `手机${wide(mobile(n))}`,
  (n) => `电话：0739-5551234、${mobile(n)}`,
  (n) => `微信同号（${mobile(n)}）`,
  (n) => `+86${mobile(n)}`,
  (n) => `${mobile(n)}/${mobile(n)}`,
  (n) => `名单${mobile(n)}.xlsx`,
  (n) => `手机号：${mobile(n).replace(/^(.{5})/, '**$1**')}`,
];

const NO_MOBILES: readonly Make[] = [
  (n) =>
    `办公电话：0${n.one(['739', '564', '731', '758', '28'])}-${n.one(['5', '8', '3'])}${n.digits(6)}`,
  (n) => `联系电话：${mobile(n).replace(/^(...)....(....)$/, '$1****$2')}`,
  (n) => `值班电话：${mobile(n)}`,
  (n) => `24小时举报热线 ${mobile(n)}`,
  (n) => `投资${mobile(n)}元`,
  (n) => `￥${mobile(n)}.00`,
  (n) => `文号：${mobile(n)}`,
  (n) => `受理编号${mobile(n)}`,
  (n) => `https://www.example.gov.cn/art/${mobile(n)}.html`,
  (n) => `咨询电话：12345；邮编 ${n.digits(6)}`,
  (n) => `合同编号：HT${mobile(n)}`,
  // Joined cells of a table: no eleven digits stand alone.
  (n) => `序号${n.digits(2)}${mobile(n)}${n.digits(4)}`,
];

const CARDS: readonly Make[] = [
  (n) => `银行卡号：${bankCard(n)}`,
  (n) => `| 张三 | ${bankCard(n)} | 1200.00 |`,
  (n) =>
    bankCard(n)
      .replace(/^(\d{4})(\d{4})(\d{4})(\d{4})/, '$1 $2 $3 $4 ')
      .trim(),
  (n) => `一卡通账号${bankCard(n)}`,
  (n) => `开户行：示例银行 ${bankCard(n)}`,
  (n) => wide(bankCard(n)),
];

const NO_CARDS: readonly Make[] = [
  (n) => bankCard(n).replace(/^(\d{4})\d+(\d{4})$/, '$1************$2'),
  (n) => wrongLuhn(bankCard(n)),
  (n) => `流水号：${bankCard(n)}`,
  (n) => `统一社会信用代码${creditCode(n)}`,
  (n) => `${n.one(AREAS)}${n.digits(2)}/2024-${n.digits(5)}`,
  (n) => `备案号：${bankCard(n)}`,
  (n) => `发票代码 ${n.digits(12)} 号码 ${n.digits(8)}`,
  (n) => `总额${bankCard(n)}元`,
];

function wrongLuhn(card: string): string {
  return card.slice(0, -1) + ((Number(card.at(-1)) + 1) % 10);
}

const TOWNS = ['岳阳镇', '石羊镇', '梅山镇', '金利镇', '城关街道', '石羊乡'];
const VILLAGES = ['花果村', '前进村', '柳树社区', '红星村', '大坝村'];
const ESTATES = ['阳光小区', '锦绣花园', '幸福里', '东城雅苑'];
const HAN = ['一', '二', '三', '四', '五', '六'];

const HOMES: readonly Make[] = [
  (n) => `家庭住址：安岳县${n.one(TOWNS)}${n.one(VILLAGES)}${1 + n.below(9)}组${1 + n.below(99)}号`,
  (n) =>
    `张三，住${n.one(ESTATES)}${1 + n.below(20)}栋${1 + n.below(4)}单元${1 + n.below(9)}0${1 + n.below(4)}室`,
  (n) => `户籍地址：${n.one(TOWNS)}${n.one(VILLAGES)}第${n.one(HAN)}村民小组`,
  (n) => `现住址为${n.one(TOWNS)}建设路${1 + n.below(200)}号`,
  (n) => `李四家住${n.one(VILLAGES)}${1 + n.below(9)}社${1 + n.below(60)}号`,
  (n) =>
    `| 王五 | ${n.one(ESTATES)}${1 + n.below(20)}号楼${1 + n.below(4)}单元${1 + n.below(9)}0${1 + n.below(4)} | 3人 |`,
  (n) => `${n.one(TOWNS)}${n.one(VILLAGES)}${1 + n.below(9)}组${1 + n.below(99)}号赵六`,
  (n) =>
    `居住地：${n.one(ESTATES)}${n.one(['A', 'B', 'C'])}座${1 + n.below(30)}0${1 + n.below(9)}室`,
];

const NO_HOMES: readonly Make[] = [
  (n) => `办公地址：安岳县${n.one(TOWNS)}柠都大道${1 + n.below(300)}号`,
  (n) => `住址：安岳县${n.one(TOWNS)}`,
  (n) => `${n.one(VILLAGES)}${1 + n.below(4)}组至${5 + n.below(4)}组道路硬化工程`,
  (n) =>
    `县政务服务中心${1 + n.below(3)}号楼${1 + n.below(4)}单元${1 + n.below(9)}0${1 + n.below(9)}室办公`,
  (n) => `${n.one(ESTATES)}${1 + n.below(20)}栋${1 + n.below(4)}单元加装电梯公示`,
  (n) => `地址：${n.one(TOWNS)}建设街${1 + n.below(300)}号县第${n.one(HAN)}小学`,
  (n) => `根据第${1 + n.below(30)}号文件，第${n.one(HAN)}单元教学`,
  (n) => `现住人口${1 + n.below(900)}户，户籍人口${n.digits(4)}人`,
  (n) => `户籍地为${n.one(TOWNS)}的居民`,
  (n) => `第${n.one(HAN)}组负责${n.one(VILLAGES)}，共${1 + n.below(90)}户`,
];

export const CLASSES = {
  'id-number': { real: IDS, decoys: NO_IDS },
  mobile: { real: MOBILES, decoys: NO_MOBILES },
  'bank-card': { real: CARDS, decoys: NO_CARDS },
  address: { real: HOMES, decoys: NO_HOMES },
} as const;

/** So many samples of a class, half of them decoys. */
export function samples(type: keyof typeof CLASSES, count: number): Sample[] {
  const numbers = new Numbers(20_261_121 + type.length);
  const { real, decoys } = CLASSES[type];
  return Array.from({ length: count }, (_, index) => {
    const personal = index % 2 === 0;
    const makes = personal ? real : decoys;
    const make = makes[Math.floor(index / 2) % makes.length] as Make;
    return { text: make(numbers), personal };
  });
}
