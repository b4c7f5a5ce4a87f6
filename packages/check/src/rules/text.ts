import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const DIALECT = '正文写法约定：写什么，网页就显示什么（content/README.md“正文怎么写”）';

/** Rules about what a page would lose of a text, or shows as typed where something else may be meant. */
export const textRules = {
  'text/lost-cells': {
    level: 'error',
    title: '表格每行的格数不多于表头',
    message: ({ value }) => `这一行比表头多出几格，网页上不会显示：${quoted(value)}`,
    mend: () => '补上表头缺少的一栏，或把多出的内容并入前面的格',
    source: DIALECT,
  },
  'text/lost-backslash': {
    level: 'warning',
    title: '文件路径中的“\\”写全',
    message: ({ value }) => `${quoted(value)} 中的“\\”有的会被当作格式，网页上少显示`,
    mend: () => '要显示的“\\”写两个，照“应为”改写',
    source: DIALECT,
  },
  'text/nested-deep': {
    level: 'error',
    title: '列表、引用和标签不层层嵌套',
    message: ({ value, expected }) =>
      `这一处嵌套了 ${value} 层，超过上限（${expected}），网页只按文字逐行显示`,
    mend: () => '减少层次：下级改成另起一段，用（1）① 这样的序号；误粘贴的“>”“-”删去',
    source: DIALECT,
  },
  'text/long-paragraph': {
    level: 'error',
    title: '一段文字不过长',
    message: ({ value, expected }) =>
      `这一段太长：到这里有 ${value}，超过上限（${expected}），网页只按文字逐行显示`,
    mend: () => '用空行分成几段；是表格的，加上表头下的“| --- |”一行，或改存成名录（.csv）、附件',
    source: DIALECT,
  },
  'text/unused-note': {
    level: 'error',
    title: '每条脚注都有地方引用',
    message: ({ value }) => `脚注 ${quoted(value)} 没有在正文中引用，网页上不会显示`,
    mend: ({ value }) =>
      `在正文要注释的地方写上 ${value?.replace(/:$/, '')}（HTML 表格中引用不了，改写在表格下面）；不是脚注的，去掉开头的 ${value}`,
    source: DIALECT,
  },
  'text/repeated-note': {
    level: 'error',
    title: '一个脚注只写一次',
    message: ({ value }) => `脚注 ${quoted(value)} 前面已经写过，这一条网页上不会显示`,
    mend: () => '换一个编号并在正文中引用，或并入前一条',
    source: DIALECT,
  },
  'text/missing-note': {
    level: 'warning',
    title: '引用的脚注写在文中',
    message: ({ value }) => `引用了脚注 ${quoted(value)}，文中没有这条脚注，网页照原样显示`,
    mend: ({ value }) => `在文末另起一段写上“${value}: 注的内容”，或删去引用`,
    source: DIALECT,
  },
  'text/unsure-mark': {
    level: 'warning',
    title: '“**”是加粗还是遮盖，看得出来',
    message: ({ value, other }) =>
      `这里的 ** 或 ~~ 分不清是加粗（删除线）还是遮盖、省略，网页照原样显示：${quoted(value)}${other ?? ''}`,
    mend: () =>
      '本来就要照原样显示的，不用改；要加粗的，在两个 ** 的外侧各空一格：请 **务必** 带齐材料',
    source: DIALECT,
  },
  'text/unknown-mark': {
    level: 'warning',
    title: '格式只用约定的几种写法',
    message: ({ value }) => `${quoted(value)} 不是格式，网页照原样显示`,
    mend: () => '要用格式的，照“应为”改写；本来就要照原样显示的，不用改',
    source: DIALECT,
  },
  'text/rows-without-head': {
    level: 'warning',
    title: '表格有表头',
    message: ({ value }) => `这几行像是表格，网页上会显示成几行文字：${quoted(value)}`,
    mend: ({ expected }) =>
      expected === undefined
        ? '从 Word、Excel 粘贴的表格，每格之间用“|”隔开，第一行下面加一行“| --- | --- |”，或用导入'
        : '在第一行下面加上“应为”的那一行',
    source: DIALECT,
  },
  'text/template-words': {
    level: 'warning',
    title: '模板中的提示文字都已换成实际内容',
    message: ({ value }) => `${quoted(value)} 是模板中的提示，还没有换成实际内容`,
    mend: () => '换成实际内容；不需要的，连同小标题或字段一并删去',
    source: '先审后发（《政府信息公开条例》第十七条）',
  },
  'text/title-again': {
    level: 'warning',
    title: '正文第一行不重复标题',
    message: ({ value }) => `正文第一行又写了一遍标题：${quoted(value)}，网页上会出现两次`,
    mend: () => '删去正文中的这一行；标题由 title 显示',
    source: DIALECT,
  },
  'text/picture-only': {
    level: 'warning',
    title: '不用截图代替正文',
    message: ({ value }) => `正文只有图片 ${quoted(value)}，没有文字，检索不到，看不见的人也读不到`,
    mend: () => '把图中的文字写成正文；至少在 ![ 和 ] 之间写明图中的内容',
    source: '可检索、可核查、可利用；《互联网网站适老化通用设计规范》',
  },
  'text/large-picture': {
    level: 'warning',
    title: '正文中的图片不过大',
    message: ({ value }) => `正文中的图片过大（${value}），手机上打开很慢`,
    mend: () => '把图片缩小到宽 1600 像素左右、2 MB 以内再放入；要给读者下载原图的，列为附件',
    source: '《政府网站发展指引》：页面打开速度；《互联网网站适老化通用设计规范》',
  },
  'text/number-form': {
    level: 'warning',
    title: '发文顺序号不加“第”，不编虚位',
    message: ({ value }) => `发文字号 ${quoted(value)} 的顺序号加了“第”或前面的 0`,
    mend: () => '照“应为”改正；原件确实这样印的，不用改',
    source: 'GB/T 9704-2012 第 7.2.5 条',
  },
  'text/number-year': {
    level: 'warning',
    title: '发文字号的年份不晚于发布日期',
    message: ({ value, other }) => `发文字号 ${quoted(value)} 的年份晚于${other}`,
    mend: () => '核对发文字号和日期，改正写错的一个',
    source: 'GB/T 9704-2012 第 7.2.5 条',
  },
  'text/joined-line': {
    level: 'warning',
    title: '表格、引文、列表、脚注后空一行',
    message: ({ value }) => `${quoted(value)} 紧接在表格、引文、列表或脚注后面，会成为其中的一部分`,
    mend: () => '前面空一行',
    source: DIALECT,
  },
} as const satisfies Record<string, Rule>;
