import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const SAFE = '内容是数据，不运行代码（本平台安全约定）';

/** Rules that keep content from doing anything. */
export const safetyRules = {
  'safety/symbolic-link': {
    level: 'error',
    title: '不用符号链接',
    message: ({ value }) => `${quoted(value)} 是指向别处的链接`,
    mend: () => '换成文件本身',
    source: SAFE,
  },
  'safety/unmasked': {
    level: 'error',
    title: '名单中的个人信息要遮挡',
    message: ({ value }) => `这一格没有按规定遮挡（${value}，内容不在此重复）`,
    mend: () => '照“应为”遮挡后重新提交；已经提交过的，请维护人员从历史中清除',
    source: '《个人信息保护法》第二十五条；六安市2019年度政务公开目标任务责任清单（去标识化）',
  },
  'safety/html-outside-dialect': {
    level: 'error',
    title: '正文中的 HTML 只限表格和几个行内标签',
    message: ({ value }) => `正文中不能写 ${quoted(value)}`,
    mend: () =>
      '把尖括号连同其中的内容删去（有结束标签的一并删去），只留文字；合并单元格的表格可用 HTML 标签，其属性只能是 rowspan、colspan、scope',
    source: SAFE,
  },
  'safety/html-unbalanced': {
    level: 'error',
    title: 'HTML 标签成对、层次正确',
    message: ({ value }) => `${quoted(value)} 没有配对，或放错了层次`,
    mend: ({ expected }) =>
      expected === undefined
        ? '核对标签：有开始有结束，文字写在单元格（td、th）中'
        : `在同一段或同一格中补上 ${expected}`,
    source: 'HTML 标准',
  },
  'safety/link-scheme': {
    level: 'error',
    title: '链接只指向网页、邮箱、电话或本站',
    message: ({ value }) => `链接不能指向 ${quoted(value)}`,
    mend: () => '改成 https:// 开头的网址或本站文件，或删去链接只留文字',
    source: SAFE,
  },
  'safety/image-outside': {
    level: 'error',
    title: '图片随信息保存，不引用外站',
    message: ({ value }) => `图片 ${quoted(value)} 在别的网站上`,
    mend: () => '把图片放进与信息同名的文件夹再引用',
    source: '页面不从其他网站加载内容',
  },
  'safety/mdx-import': {
    level: 'error',
    title: '.mdx 不含 import 和 export',
    message: ({ value }) => `不能写 ${quoted(value)}`,
    mend: () => '删去这一行；可用的组件不需要引入',
    source: SAFE,
  },
  'safety/mdx-expression': {
    level: 'error',
    title: '.mdx 不含花括号表达式',
    message: ({ value }) => `不能写花括号表达式 ${quoted(value)}`,
    mend: () => '改成文字；要显示花括号时写 \\{ 和 \\}',
    source: SAFE,
  },
  'safety/mdx-component': {
    level: 'error',
    title: '.mdx 只用列出的组件和文字属性',
    message: ({ value }) => `不能写 ${quoted(value)}`,
    mend: () => '改用“应为”所列的组件或属性，属性值是引号中的文字；也可以改写成普通文字',
    source: SAFE,
  },
  'safety/mdx-syntax': {
    level: 'error',
    title: '.mdx 能够解析',
    message: ({ value }) => `这一处读不通：${value}`,
    mend: () => '检查尖括号、花括号和组件是否成对；不用组件的信息请改存为 .md',
    source: 'MDX 3 的语法',
  },
} as const satisfies Record<string, Rule>;
