import type { NameFault } from '@columns/standard';
import { LONGEST_FILE_NAME } from '@columns/standard';
import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const SAFE = '内容是数据，不运行代码（本平台安全约定）';

/** What is wrong with a name, after the name itself. */
const NAME_FAULTS: Readonly<Record<NameFault, string>> = {
  characters: '不能用作地址：只能用英文字母、数字、点、连字符和下划线',
  hidden: '以点号开头，点号前没有名字：这样的文件是隐藏的，许多网站不给下载',
  start: '开头不是英文字母或数字',
  end: '以点号结尾，在 Windows 上存不下',
  device: '是 Windows 保留的名字，在 Windows 电脑上存不下、取不出',
  long: `过长：每一段不超过 ${LONGEST_FILE_NAME} 个字符`,
};

/** Rules about the files beside an entry, and about what can be hidden in a text. */
export const attachmentRules = {
  'shape/attachment-name': {
    level: 'error',
    title: '附件的文件名只用英文字母、数字、点、连字符和下划线，各种电脑都存得下',
    message: ({ value, other }) =>
      `附件的文件名 ${quoted(value)} ${NAME_FAULTS[other as NameFault] ?? NAME_FAULTS.characters}`,
    mend: ({ expected }) =>
      `把文件改名为 ${expected}，attachments 的 file 也写 ${expected}；中文名称写在它的 name 中`,
    source: '信息存放规则：地址只用 ASCII 字符；Windows 的文件命名规则',
  },
  'shape/not-nfc': {
    level: 'error',
    title: '文字用通行的编码形式（Unicode NFC）',
    message: ({ value }) => `${quoted(value)} 不是通行的编码形式，检索时找不到`,
    mend: ({ expected }) =>
      expected === undefined ? '用输入法重新输入这几个字' : '用输入法重新输入为“应为”所列的字',
    source: 'Unicode 标准附件第15号（NFC）；GB 18030-2022',
  },
  'shape/date-order': {
    level: 'error',
    title: '撤回不早于发布',
    message: ({ value, other }) => `撤回日期 ${value} 早于发布日期 ${other}`,
    mend: () => '核对两个日期，改正写错的一个',
    source: '本平台内容约定',
  },
  'shape/board-dates': {
    level: 'error',
    title: '公开栏张贴的起止日期不颠倒',
    message: ({ value, other }) => `张贴到 ${value}，早于开始张贴的 ${other}`,
    mend: () => '核对 board 的 from 和 until，改正写错的一个',
    source: '本平台内容约定',
  },
  'shape/address-lost': {
    level: 'error',
    title: '公开过的地址不丢失',
    message: ({ value }) => `地址 ${quoted(value)} 已经公开过，现在打不开了`,
    mend: ({ value = '' }) =>
      /^(?:\d{4}\/[^/]+\/$|\/)/.test(value)
        ? '改名或移动的，在新文件的 formerly 中写上旧地址；不再公开的，恢复文件并写 withdrawn（日期和原因）'
        : `恢复它；确要撤下的，在县区的 gone.yaml 中加一条 path: ${value.replace(/（.*$/, '')}，写明 date 和 reason`,
    source: '公开过的地址长期有效；撤回信息须说明原因',
  },
  'safety/hidden-link': {
    level: 'error',
    title: '链接看得见',
    message: ({ value }) => `指向 ${quoted(value)} 的链接没有可见的文字（暗链）`,
    mend: () => '给链接写上说明去处的文字；不是自己加的，删去并查明来历',
    source: '安岳县2023年方案：监测错链、死链、暗链；政府网站检查指标',
  },
  'safety/misleading-link': {
    level: 'error',
    title: '链接的文字与去处一致',
    message: ({ value, other }) => `链接的文字是 ${quoted(other)}，实际指向 ${quoted(value)}`,
    mend: () => '核对网址；文字写网站名称，或与实际网址一致',
    source: '政府网站检查指标：错链、暗链',
  },
  'safety/hidden-text': {
    level: 'error',
    title: '没有看不见的控制字符',
    message: ({ value, other = '' }) => `有看不见的字符 ${value}${other}，会使读到的与存着的不同`,
    mend: () => '删去这些字符后用输入法重新输入前后的字；写成 &…; 或 \\u… 的一并删去',
    source: `Unicode 技术报告第36号；${SAFE}`,
  },
  'safety/stray-original': {
    level: 'error',
    title: '原文件不放进仓库',
    message: ({ value }) =>
      `${quoted(value)} 是原文件，放在仓库里会随提交公开，其中的个人信息没有检查过`,
    mend: () =>
      '移到“原件”文件夹（不会提交）或仓库以外，再用 columns import 导入；已经提交过的，告诉管理员',
    source: `先审后发；《个人信息保护法》；${SAFE}`,
  },
  'safety/file-too-large': {
    level: 'error',
    title: '文件不过大',
    message: ({ value }) => `文件有 ${value}，超过上限`,
    mend: () => '压缩图片、拆成几个文件，或改用文字版的 PDF',
    source: '设置 attachment-megabytes',
  },
  'safety/file-kind': {
    level: 'error',
    title: '附件是通行的文档、表格、图片或音像格式',
    message: ({ value }) => `不能附 ${quoted(value)} 类型的文件`,
    mend: () => '另存为“应为”所列的格式之一',
    source: SAFE,
  },
  'safety/file-type': {
    level: 'error',
    title: '文件的内容与扩展名一致',
    message: ({ value, other }) => `文件名以 ${quoted(value)} 结尾，内容却是${other}`,
    mend: () => '用相应的软件打开，另存为文件名所写的格式；来历不明的，删去',
    source: SAFE,
  },
  'safety/macro': {
    level: 'error',
    title: '文档不带宏、程序，也不从别处加载内容',
    message: ({ value }) => `文档中有${value}`,
    mend: () =>
      '删去这一内容：公式可选择性粘贴为数值，域可取消链接，外部链接可断开，对象可改为图片；再另存为 .docx、.xlsx、.pptx，或导出为 PDF',
    source: SAFE,
  },
  'safety/unpacked-size': {
    level: 'error',
    title: '压缩的文件展开后不过大',
    message: ({ value }) => `文件展开后超过 ${value}，已停止读取`,
    mend: () => '用原来的软件重新保存；来历不明的，删去',
    source: '设置 unpacked-megabytes',
  },
  'safety/unreadable': {
    level: 'error',
    title: '附件能够全部读出检查',
    message: ({ value }) => `附件中有读不出、不能检查的内容：${value}`,
    mend: ({ other }) =>
      other ??
      '去掉密码，用原来的软件打开后重新保存；旧的 .doc、.xls、.ppt、.wps 另存为新格式或 PDF',
    source: '附件中的个人信息同样须检查；可检索、可核查、可利用',
  },
  'safety/seen-by-person': {
    level: 'warning',
    title: '程序读不全的附件由人看过',
    message: ({ value }) => `附件中有程序读不出的内容，须人工看过：${value}`,
    mend: () =>
      '打开看一遍，没有个人信息和不应公开的内容的，在 attachments 这一项写 reviewed（岗位和日期）；能换成带文字的 PDF 或新格式的，换了更好',
    source: '先审后发；附件中的个人信息同样须检查',
  },
} as const satisfies Record<string, Rule>;
