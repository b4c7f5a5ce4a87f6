import { safeId } from '@columns/content/naming';
import { idFault, LONGEST_ID } from '@columns/standard';
import type { Rule } from './rule.ts';
import { didYouMean, quoted } from './rule.ts';

const PLACE =
  '信息存放规则：<领域>/<事项>/<年份>/<编号>.md、<领域>/_general/<年份>/ 或 _<体裁>/<年份>/';

const COPY = /副本|复制|copy|\(\d+\)|（\d+）/i;

/** Rules about where files stand and what they are. */
export const fileRules = {
  'shape/encoding': {
    level: 'error',
    title: '文件必须是 UTF-8 或 GB18030 编码的文本',
    message: ({ value }) => `无法读取：文件${value}`,
    mend: () => '用原来的软件打开，另存为“UTF-8”或“CSV UTF-8（逗号分隔）”后重新提交',
    source: 'GB 18030-2022；本平台内容约定',
  },
  'shape/unreadable': {
    level: 'error',
    title: '每个文件都读得了',
    message: ({ value }) => `这个文件读不了：${value}`,
    mend: ({ other }) => other ?? '用原来的软件打开，重新保存后再提交',
    source: '没有读完的不能算没有问题',
  },
  'shape/too-large': {
    level: 'error',
    title: '文件和其中各部分不过大',
    message: ({ value }) => `有 ${value}，超过上限，没有往下检查`,
    mend: ({ other }) => other ?? '分成几个较小的文件',
    source: '本平台的上限（packages/content/src/read/bounds.ts）：再大的，网页打不开，检查也做不完',
  },
  'shape/outside-counties': {
    level: 'error',
    title: 'content 中只有各县区的文件夹',
    message: ({ value }) => `${quoted(value)} 不属于任何县区，不会成为网页，也没有县区检查它`,
    mend: () => '移到所属县区的文件夹中，或移出 content；不用的请删除',
    source: PLACE,
  },
  'shape/stray-file': {
    level: 'error',
    title: '每个文件都要有归属',
    message: ({ value }) => `${quoted(value)} 不属于任何一条信息`,
    mend: ({ value }) =>
      /\.(?:xlsx?|et)$/i.test(value ?? '')
        ? '是名录的数据表的，用 Excel 打开，另存为同名的“CSV UTF-8（逗号分隔）”，再删去这个文件；是附件的，放进与信息同名的文件夹并在 attachments 中列出'
        : '附件放进与信息同名的文件夹并在 attachments 中列出；名录的数据表与 .md 同名；不用的文件请删除',
    source: PLACE,
  },
  'shape/double-ending': {
    level: 'error',
    title: '文件名只有一个扩展名，写作 .md、.csv、.yaml',
    message: ({ value, expected = '' }) =>
      value?.startsWith(`${expected}.`)
        ? `文件名 ${quoted(value)} 多了一个扩展名，不会成为网页`
        : `文件名 ${quoted(value)} 的扩展名不是 ${expected.slice(expected.lastIndexOf('.'))}，不会成为网页`,
    mend: ({ value, expected = '' }) =>
      `改名为 ${expected}：在文件夹的“查看”中打开“文件扩展名”，${value?.startsWith(`${expected}.`) ? '去掉后面多出的一段；用记事本另存时，类型选“所有文件”' : '改成这样，小写'}`,
    source: PLACE,
  },
  'shape/file-name': {
    level: 'error',
    title: '文件名只用小写英文字母、数字和连字符',
    message: ({ value }) => {
      const name = `文件名 ${quoted(value)}`;
      switch (idFault(value ?? '')) {
        case 'device':
          return `${name} 是 Windows 保留的名字，在 Windows 电脑上存不下、取不出`;
        case 'reserved':
          return `${name} 是网站自用的地址`;
        case 'long':
          return `${name} 有 ${value?.length} 个字符，超过 ${LONGEST_ID} 个`;
        default:
          return `${name} 不能用作地址`;
      }
    },
    mend: ({ value }) =>
      `${COPY.test(value ?? '') ? '是复制出来的副本的，删去；要用的，' : ''}文件改名为 ${safeId(value ?? '')}.md 或别的拼音、英文名，同名的附件文件夹和 .csv 一起改；中文标题写在 title 字段中`,
    source: PLACE,
  },
  'shape/unprintable-name': {
    level: 'error',
    title: '文件和文件夹的名字里没有看不见、认不出的字符',
    message: ({ value }) =>
      `名字 ${quoted(value)} 中有看不见的字符（如换行、控制符），或不是 UTF-8 编码，有的程序打不开，有的会认成别的文件`,
    mend: () => '换一个名字（小写英文字母、数字和连字符）后重新提交；不用的请删除',
    source: PLACE,
  },
  'shape/case-twin': {
    level: 'error',
    title: '文件和文件夹的名字不能只有大小写不同',
    message: ({ value, other }) =>
      `${quoted(value)} 与 ${quoted(other)} 只有大小写或编码形式不同，在 Windows 和 macOS 上是同一个，后一个会顶掉前一个`,
    mend: () => '给其中一个换个名字（用小写字母，加 -2 也行），attachments 和正文中的写法一起改',
    source: PLACE,
  },
  'shape/path-too-long': {
    level: 'error',
    title: '文件的路径不过长',
    message: ({ value, other }) =>
      `${quoted(value)} 连同所在的文件夹有 ${other} 个字符，Windows 可能打不开`,
    mend: () => '把编号（文件名）或附件的文件名改短；名称写全在 title 或 attachments 的 name 中',
    source: 'Windows 的路径不超过 259 个字符',
  },
  'shape/misplaced': {
    level: 'error',
    title: '文件要放在所属领域、事项和年份的文件夹中',
    message: ({ value, field }) =>
      field === 'kind'
        ? `这个文件夹不放体裁为 ${quoted(value)} 的信息`
        : `${quoted(value)} 放错了位置`,
    mend: ({ expected }) =>
      expected === undefined
        ? '放到“<领域>/<事项>/<年份>/”中；不属于某一事项的放“<领域>/_general/<年份>/”，不属于任何领域的放“_<体裁>/<年份>/”'
        : `移到 ${expected}，或改正 kind`,
    source: PLACE,
  },
  'shape/year-mismatch': {
    level: 'error',
    title: '年份文件夹与发布日期一致',
    message: ({ value, other }) => `${quoted(value)} 与所在的 ${other} 年文件夹不一致`,
    mend: ({ value }) =>
      `核对 published，年份写错的改正；没有写错的，移到 ${value?.slice(0, 4)} 文件夹，已经公开过的把旧地址写进 formerly`,
    source: PLACE,
  },
  'shape/duplicate-id': {
    level: 'error',
    title: '文件名（编号）在县区内不重复',
    message: ({ value, other }) => `文件名 ${quoted(value)} 已被 ${other} 使用，两页的地址会相同`,
    mend: () => '给其中一个文件换名；同一条信息要列入多个事项时用 also，不要复制文件',
    source: '一条信息只存一处',
  },
  'shape/unknown-domain': {
    level: 'error',
    title: '领域在本县区的领域结构中',
    message: ({ value }) => `本县区的领域结构中没有领域 ${quoted(value)}`,
    mend: (problem) => didYouMean(problem, '把文件移到本县区已有领域的文件夹中'),
    source: '本县区 county.yaml 的 structure',
  },
  'shape/unknown-item': {
    level: 'error',
    title: '事项在本县区的标准目录中',
    message: ({ value }) => `目录中没有事项 ${quoted(value)}`,
    mend: (problem) =>
      didYouMean(problem, '改用本县区目录中的事项，或先在 catalogue.yaml 中增加这个事项'),
    source: '基层政务公开标准目录',
  },
  'shape/attachment-missing': {
    level: 'error',
    title: '列出的附件要在文件夹中',
    message: ({ value }) => `找不到附件 ${quoted(value)}`,
    mend: (problem) => didYouMean(problem, `把文件放到 ${problem.expected}，或改正文件名`),
    source: '本平台内容约定',
  },
  'shape/attachment-path': {
    level: 'error',
    title: '正文中的图片和附件写上同名文件夹',
    message: ({ value }) => `${quoted(value)} 打不开：图片和附件的地址要写上同名文件夹`,
    mend: ({ expected = '', other }) =>
      `改成 ${expected}${other === undefined ? '' : `，并把 ${other} 放进文件夹 ${expected.split('/')[0]}`}`,
    source: '本平台内容约定',
  },
  'shape/attachment-repeated': {
    level: 'error',
    title: '一个附件只列一次',
    message: ({ value, other }) =>
      `附件 ${quoted(value)} 列了两次（前面列作 ${quoted(other)}），读者两处得到的是同一个文件`,
    mend: () => '本来是两个文件的，把另一个文件换名后重新上传，这里改成它的文件名；否则删去这一项',
    source: '本平台内容约定',
  },
  'shape/attachment-unlisted': {
    level: 'error',
    title: '文件夹中的附件都要列出',
    message: ({ value }) => `附件 ${quoted(value)} 没有列出，读者看不到`,
    mend: () => '在 attachments 中写上文件名和名称，或在正文中引用；不公开的文件请删除',
    source: '本平台内容约定',
  },
  'shape/county-config': {
    level: 'error',
    title: '县区设置完整',
    message: ({ field, value }) =>
      field === undefined ? '没有 county.yaml，或其中没有内容' : `${quoted(value)} 不能用`,
    mend: ({ field }) =>
      field === undefined
        ? '补上 county.yaml；这个文件夹不是县区的，请移出 content'
        : '改成“应为”所说的值',
    source: '本平台内容约定',
  },
  'shape/base-taken': {
    level: 'error',
    title: '一个县区的地址不占用别的县区的地址',
    message: ({ value, other }) =>
      `地址前缀 ${quoted(value)} 与 ${other} 重叠，两个县区的网页会混在一起`,
    mend: ({ expected }) => `在 county.yaml 把 base 改成${expected}；属于对方下级的，写明 parent`,
    source: '本平台内容约定',
  },
  'shape/low-contrast': {
    level: 'error',
    title: '主题色上的白字看得清',
    message: ({ value, other }) =>
      `主题色 ${quoted(value)} 与白色的对比度只有 ${other}:1，字看不清`,
    mend: () => '换一个更深的颜色，如 #8a1f11、#1f5a3c、#1b4f8a',
    source: 'WCAG 2.2 第 1.4.3 条；《互联网网站适老化通用设计规范》',
  },
  'shape/catalogue-change': {
    level: 'error',
    title: '对标准目录的增改删有所指',
    message: ({ value }) => value ?? '',
    mend: () => '核对这个文件中的领域和事项编号',
    source: '基层政务公开标准目录',
  },
  'shape/dropped-item': {
    level: 'error',
    title: '删去的事项下没有信息',
    message: ({ value, other }) => `事项${quoted(value)} 已被${other}删去，这里还有它的信息`,
    mend: () => '把信息移到现有的事项；还要公开这个事项的，在目录中不删它',
    source: '基层政务公开标准目录',
  },
  'law/repeated-item': {
    level: 'warning',
    title: '新增的事项不与已有的重复',
    message: ({ value }) => value || '新增的事项与已有的同名',
    mend: () => '同一件事用已有的事项，删去新增的；确是两件事的，改名使人分得清',
    source: '河南省人力资源和社会保障厅：新增事项不得与已有一级、二级事项重复（地方规定，供参照）',
  },
} as const satisfies Record<string, Rule>;
