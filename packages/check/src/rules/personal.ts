import type { Rule } from './rule.ts';

const LAW = '《个人信息保护法》第二十五条；《政府信息公开条例》第十五条；去标识化的通行做法';
const MASKED = '；依法应当公开的，在 exemption 中写明类型和依据';

/** Rules about people's own data. The value is always shown masked. */
export const personalRules = {
  'personal/id-number': {
    level: 'error',
    title: '不公开身份证号码',
    message: ({ value, other }) => `${other ?? '这里'}有身份证号码 “${value}”`,
    mend: () => `只留前 2 位和后 3 位，如 51*************02X，或删去这一项${MASKED}`,
    source: `GB 11643-1999（校验码）；${LAW}`,
  },
  'personal/mobile': {
    level: 'error',
    title: '不公开个人手机号码',
    message: ({ value, other }) => `${other ?? '这里'}有手机号码 “${value}”`,
    mend: () =>
      `改写为 138****1234，或换成办公电话；确是值班、举报、服务电话的，在号码前写明${MASKED}`,
    source: LAW,
  },
  'personal/bank-card': {
    level: 'error',
    title: '不公开银行卡号',
    message: ({ value, other }) => `${other ?? '这里'}有银行卡号 “${value}”`,
    mend: () => `中间各位改为 *，或删去这一项${MASKED}`,
    source: `ISO/IEC 7812-1（校验码）；${LAW}`,
  },
  'personal/address': {
    level: 'error',
    title: '住址只写到乡镇、街道',
    message: ({ value, other }) => `${other ?? '这里'}有乡镇、街道以下的住址 “${value}”`,
    mend: () =>
      `删去村（社区）以下的组、门牌、楼栋和房号；是单位地址的，写明“办公地址”等字样${MASKED}`,
    source: LAW,
  },
  'personal/document': {
    level: 'error',
    title: '不公开个人证件号码',
    message: ({ value, other }) => `${other ?? '这里'}有个人证件的号码 “${value}”`,
    mend: () => `只留开头和末尾各 2 位，中间改为 *，或删去这一项${MASKED}`,
    source: `各证件的号码规则见 packages/check/data/personal.yaml；${LAW}`,
  },
  'personal/contact': {
    level: 'error',
    title: '不公开个人的微信、QQ、邮箱和家庭电话',
    message: ({ value, other }) => `${other ?? '这里'}有个人联系方式 “${value}”`,
    mend: () => `换成单位的电话或邮箱，或删去这一项${MASKED}`,
    source: LAW,
  },
  'personal/plate': {
    level: 'warning',
    title: '个人车辆的号牌要遮挡',
    message: ({ value, other }) => `${other ?? '这里'}有车牌号 “${value}”`,
    mend: () => '是个人车辆的，中间各位改为 *；是公务、营运车辆的，写明“公务车”“客运车辆”等字样',
    source: LAW,
  },
} as const satisfies Record<string, Rule>;
