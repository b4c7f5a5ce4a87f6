import { bankCard, creditCode, idNumber, mobile, type Numbers } from './made-up.ts';

export { Numbers } from './made-up.ts';

/*
 * What looks like a number or a home of somebody's and is none, as counties publish it: each a whole text.
 */

const TOWNS = ['岳阳镇', '石羊镇', '梅山镇', '城关街道'];
const year = (numbers: Numbers) => 2015 + numbers.below(11);
const day = (numbers: Numbers) =>
  `${year(numbers)}-${String(1 + numbers.below(12)).padStart(2, '0')}-${String(1 + numbers.below(28)).padStart(2, '0')}`;
const landline = (numbers: Numbers, between = '-') =>
  `0${numbers.one(['564', '731', '28', '10'])}${between}${numbers.one(['5', '8', '3'])}${numbers.digits(7)}`;
const rows = (head: string, ...lines: string[]) =>
  `| ${head.split('，').join(' | ')} |\n|${' -- |'.repeat(head.split('，').length)}\n${lines
    .map((line) => `| ${line.split('，').join(' | ')} |`)
    .join('\n')}\n`;

type Make = (numbers: Numbers) => string;

export const DECOYS: Readonly<Record<string, Make>> = {
  'a credit code': (n) => `统一社会信用代码：${creditCode(n)}`,
  'a credit code in a column': (n) => rows('企业名称，统一社会信用代码', `甲厂，${creditCode(n)}`),
  'an index number': (n) => `索引号：51052100${n.digits(1)}/${year(n)}-${n.digits(5)}`,
  'a document number': (n) => `安府发〔${year(n)}〕${n.below(90)}号，凭身份证办理`,
  'a project code': (n) => `项目代码：${year(n) - 2000}08-340102-04-01-${n.digits(6)}`,
  'an office telephone': (n) => `办公电话：${landline(n)}`,
  'an office telephone in groups': (n) => `电话：${landline(n, ' ').replace(/(\d{4})$/, ' $1')}`,
  'two office telephones': (n) => `联系电话：${landline(n)}、${landline(n)}`,
  'a duty phone': (n) => `值班电话：${mobile(n)}`,
  'a duty phone in a column': (n) => rows('单位，值班电话', `县消防救援大队，${mobile(n)}`),
  'a hotline': (n) => `24小时举报热线 ${mobile(n).replace(/^(...)(....)/, '$1 $2 ')}`,
  'a service number': () => '服务热线：400-123-4567，12345，95598',
  'an amount': (n) =>
    `合计 ${n.digits(3)},${n.digits(3)},${n.digits(3)}.${n.digits(2)} 元，其中1${n.digits(10)}元`,
  'amounts side by side': (n) =>
    `收入 13${n.digits(3)} ${n.digits(5)} ${n.digits(4)} ${n.digits(6)} 万元`,
  'amounts in a table': (n) =>
    rows(
      '姓名，金额，面积',
      `张三，${n.digits(6)}.${n.digits(2)}，13${n.digits(3)}.${n.digits(2)}`,
    ),
  'a date and a time': (n) => `${day(n)} 14:30 至 ${day(n)} 17:30`,
  'a stretch of days': (n) => `公示期：${day(n)}—${day(n)}`,
  'days with points': (n) =>
    `任职时间 1985.10-2001.3，${year(n)}.${1 + n.below(12)}.${1 + n.below(28)}`,
  'a row of years': (n) => `${year(n)} ${year(n)} ${year(n)} 三年`,
  'a standard': (n) => `执行 GB/T ${n.digits(5)}.1—${year(n)}、GB ${n.digits(5)}-2008`,
  'a postal code': (n) => `邮政编码：${n.digits(6)}，传真：${landline(n)}`,
  'an ISBN': (n) => `ISBN 978-7-${n.digits(4)}-${n.digits(4)}-${n.digits(1)}`,
  'an ISSN': (n) => `ISSN 1${n.digits(3)}-${n.digits(4)}，CN 51-${n.digits(4)}/D`,
  'a meter': (n) => `电表号：1${n.digits(11)}`,
  'a number of a plan': (n) => `采购计划号：N510101${year(n)}${n.digits(6)}`,
  'a household of a utility': (n) => `用水户号 ${mobile(n)}`,
  'an order': (n) => `订单号：${mobile(n)}`,
  'a work order': (n) => `工单编号 ${year(n)}${n.digits(10)}`,
  'a bar code': (n) => `条码：69${n.digits(11)}`,
  'a time in milliseconds': (n) => `1${7 + n.below(2)}${n.digits(11)}`,
  coordinates: (n) => `东经105.${n.digits(7)}，北纬30.${n.digits(7)}`,
  'an address of a computer': () => '服务器 192.168.100.10，端口 8080',
  'a web address': (n) =>
    `https://www.example.gov.cn/art/${year(n)}/11/27/art_14662_${n.digits(6)}.html`,
  'a parcel of land': (n) => `宗地号：510521${n.digits(13)}`,
  'an account of a unit': (n) => `收款单位：县财政局，账号：23${n.digits(15)}`,
  'an account for a deposit': (n) => `保证金缴纳账号：${bankCard(n)}`,
  'an account of a unit that passes the check': (n) =>
    `收款单位：示例县财政局，账号：${bankCard(n)}`,
  'a telephone after a paper': (n) => `台胞证、护照办理咨询 5${n.digits(7)}`,
  'a receipt for a paper': (n) => `护照受理号：${n.digits(9)}`,
  'a number of a flow': (n) => `流水号：${bankCard(n)}`,
  'a licence': (n) => `许可证编号：JY1510521${n.digits(7)}`,
  'a case': (n) => `（${year(n)}）川0521执${n.digits(4)}号，案号：${n.digits(12)}`,
  'a masked identity number': (n) =>
    `身份证号：${idNumber(n).replace(/^(..).*(...)$/, '$1*************$2')}`,
  'a masked identity number, birthday hidden': (n) =>
    `身份证号：${idNumber(n).replace(/^(.{6}).*(.{4})$/, '$1********$2')}`,
  'masked by full-width signs': (n) =>
    `手机：${mobile(n).replace(/^(...)....(....)$/, '$1＊＊＊＊$2')}`,
  'masked by crosses': (n) => `手机：${mobile(n).replace(/^(...)....(....)$/, '$1××××$2')}`,
  'masked by letters': (n) => `手机：${mobile(n).replace(/^(...)....(....)$/, '$1XXXX$2')}`,
  'masked by dots': (n) => `手机：${mobile(n).replace(/^(...)....(....)$/, '$1●●●●$2')}`,
  'masked by squares': (n) =>
    `银行卡号：${bankCard(n).replace(/^(.{4}).*(.{4})$/, '$1■■■■■■■■$2')}`,
  'masked in groups': (n) => `手机 ${mobile(n).replace(/^(...)....(....)$/, '$1-****-$2')}`,
  'a masked passport': (n) => `护照号：E${n.digits(1)}*****${n.digits(2)}`,
  'a masked plate': (n) => `驾驶川A·**${n.digits(3)}`,
  'masked names': () =>
    rows('姓名，身份证号', '王*明，51*************02X', '李**，34*************123'),
  'papers asked for': (n) =>
    `请携带身份证、户口簿、护照、银行卡、社会保障卡到县政务服务中心${n.below(30)}号窗口办理，咨询电话 ${landline(n)}`,
  'what a paper is': () => '身份证号码为18位，银行卡号为16至19位，护照号码为9位。',
  'an official car': (n) => `公务用车川A${n.digits(5)}处置公告`,
  'a lorry of a firm': (n) => rows('运输企业名称，车牌号', `甲物流公司，川A${n.digits(5)}`),
  'an official account': () => '微信公众号：anyue_fabu；关注微信号：anyuexian2020',
  'a group of QQ': (n) => `业务咨询QQ群：${n.digits(9)}`,
  'a unit’s e-mail': (n) => `联系邮箱：office${n.digits(3)}@example.gov.cn`,
  'an office’s address': (n) =>
    `办公地址：${n.one(TOWNS)}柠都大道${n.below(300)}号政务中心${1 + n.below(4)}单元${n.below(900)}室`,
  'a register of homes for the old': (n) =>
    rows(
      '机构名称，地址，在院老人数，联系电话',
      `甲敬老院，${n.one(TOWNS)}花果村${1 + n.below(9)}组${n.below(90)}号，${n.below(90)}，${landline(n)}`,
    ),
  'a register of schools': (n) =>
    rows(
      '学校名称，地址，在校学生数，校长姓名',
      `甲小学，${n.one(TOWNS)}建设街${n.below(300)}号，${n.below(900)}，王某`,
    ),
  'a register of firms': (n) =>
    rows(
      '企业名称，法定代表人姓名，地址',
      `甲商行，王某，${n.one(TOWNS)}花果村${1 + n.below(9)}组${n.below(90)}号`,
    ),
  'a register of clinics': (n) =>
    rows(
      '卫生室名称，负责人姓名，详细地址，服务村民数',
      `甲卫生室，王某，花果村${1 + n.below(9)}组，${n.digits(3)}`,
    ),
  'a register of villages': (n) =>
    rows(
      '村名，村民小组数，地址',
      `花果村，${1 + n.below(20)}，${n.one(TOWNS)}花果村${1 + n.below(9)}组${n.below(90)}号`,
    ),
  'only the town': (n) => rows('姓名，家庭住址', `张三，安岳县${n.one(TOWNS)}`),
  'a road through a village': (n) => `花果村${1 + n.below(4)}组至${5 + n.below(4)}组道路硬化工程`,
  'an estate’s lift': (n) => `阳光小区${1 + n.below(20)}栋${1 + n.below(4)}单元加装电梯公示`,
};
