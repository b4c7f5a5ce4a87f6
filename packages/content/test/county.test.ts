import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '../src/index.ts';
import {
  addressOf,
  KIND_IDS,
  kindName,
  listCounties,
  PROBLEM_CODES,
  readBody,
  readRows,
} from '../src/index.ts';
import { pathProblems } from '../src/read/paths.ts';
import type { Files } from './fixture.ts';
import {
  COUNTY,
  entry,
  gb18030,
  makeCounty,
  notice,
  policy,
  readFiles,
  register,
} from './fixture.ts';

const N = 'shili/_notice/2023';
const SCHOOLS = 'shili/compulsory-education/school-directory/2023';
const HEAD = '学校名称,学校地址,办学层次,办学类型,办公电话\n';

/** A problem as `line:column code field=value`, with what was expected and the other name. */
function told({ code, file, line, column, field, value, expected, other }: Problem): string {
  const named = `${field ?? ''}=${value ?? ''}`;
  const more = [expected === undefined ? '' : `应为 ${expected}`, other ?? ''].filter(Boolean);
  return [`${file.replace('shili/', '')}:${line}:${column}`, code, named, ...more].join(' | ');
}

const problems = (files: Files) => readFiles(files).problems.map(told);

/** A folder within a folder, each with a name that may be. */
const LONG = [`${'m'.repeat(75)}`, 'n'.repeat(74)].join('/');

/** A directory of schools with these rows, and what is told of them. */
function rowCase(rows: string, found: string): readonly [Files, string] {
  return [
    { [`${SCHOOLS}/a.md`]: register(), [`${SCHOOLS}/a.csv`]: `${HEAD}${rows}\n` },
    `compulsory-education/school-directory/2023/a.csv:${found}`,
  ];
}

/** For each problem, one small county that has it and nothing else wrong. */
/** What no county's reading finds: `root.test.ts` has it. */
type OfCounties = Exclude<ProblemCode, 'shape/outside-counties'>;

const CASES: Record<OfCounties, readonly [files: Files, ...told: string[]]> = {
  'shape/encoding': [
    { [`${N}/a.md`]: Uint8Array.from([0xff, 0xfe, 0x2d, 0]) },
    '_notice/2023/a.md:1:1 | shape/encoding | =编码是 UTF-16（Excel 的“Unicode 文本”）',
  ],
  'shape/unreadable': [
    { [`${N}/a.md`]: { pipe: true } },
    '_notice/2023/a.md:1:1 | shape/unreadable | =它不是普通文件（是管道、设备之类） | 删除它；要公开的内容存成普通文件',
  ],
  'shape/too-large': [
    { [`${N}/a.md`]: notice([], `${'文'.repeat(800_000)}\n`) },
    '_notice/2023/a.md:1:1 | shape/too-large | =2.3 MB | 应为 不超过 2 MB | 把正文分成几条信息，或把全文作为附件（PDF）、正文只写摘要',
  ],
  'shape/stray-file': [
    { [`${N}/名录.xls`]: 'x' },
    '_notice/2023/名录.xls:1:1 | shape/stray-file | =_notice/2023/名录.xls',
  ],
  'shape/double-ending': [
    { [`${N}/a.md`]: notice(), [`${N}/b.md.txt`]: notice() },
    '_notice/2023/b.md.txt:1:1 | shape/double-ending | =b.md.txt | 应为 b.md',
  ],
  'shape/file-name': [
    { [`${N}/通知.md`]: notice() },
    '_notice/2023/通知.md:1:1 | shape/file-name | =通知',
  ],
  'shape/unprintable-name': [
    {
      [`${N}/a.md`]: notice(['attachments: [{file: "b\\x01.pdf", name: 甲}]']),
      [`${N}/a/b\u0001.pdf`]: 'x',
    },
    '_notice/2023/a/b\u0001.pdf:1:1 | shape/unprintable-name | =b\u0001.pdf',
  ],
  'shape/case-twin': [
    {
      [`${N}/a.md`]: notice(['attachments: [{file: A.pdf, name: 甲}, {file: a.pdf, name: 乙}]']),
      [`${N}/a/A.pdf`]: 'x',
      [`${N}/a/a.pdf`]: 'y',
    },
    '_notice/2023/a/a.pdf:1:1 | shape/case-twin | =_notice/2023/a/a.pdf | _notice/2023/a/A.pdf',
  ],
  'shape/path-too-long': [
    {
      [`${N}/a.md`]: notice([`attachments: [{file: ${LONG}/b.pdf, name: 甲}]`]),
      [`${N}/a/${LONG}/b.pdf`]: 'x',
    },
    `_notice/2023/a/${LONG}/b.pdf:1:1 | shape/path-too-long | =b.pdf | 应为 从 content 起不超过 180 个字符 | 185`,
  ],
  'shape/misplaced': [{ 'shili/a.md': notice() }, 'a.md:1:1 | shape/misplaced | =a.md'],
  'shape/year-mismatch': [
    { 'shili/_notice/2022/a.md': notice() },
    '_notice/2022/a.md:5:12 | shape/year-mismatch | published=2023-05-29 | 2022',
  ],
  'shape/duplicate-id': [
    { [`${N}/a.md`]: notice(), 'shili/_policy/2023/a.md': policy() },
    '_policy/2023/a.md:1:1 | shape/duplicate-id | =a | shili/_notice/2023/a.md',
  ],
  'shape/unknown-domain': [
    { 'shili/budgets/_general/2023/a.md': notice() },
    'budgets/_general/2023/a.md:1:1 | shape/unknown-domain | =budgets | 应为 本县区领域结构中的领域，如 major-projects、public-resource-trading、compulsory-education、household-registration | budget',
  ],
  'shape/unknown-item': [
    { [`${N}/a.md`]: notice(['also: [compulsory-education/school-list]']) },
    '_notice/2023/a.md:5:8 | shape/unknown-item | also.0=compulsory-education/school-list | 应为 本县区目录中的“领域/事项” | compulsory-education/school-directory',
  ],
  'shape/dropped-item': [
    {
      'shili/catalogue.yaml': 'drop:\n  - {item: budget/government-budget, reason: 由市级公开}\n',
      'shili/budget/government-budget/2023/a.md': notice(),
    },
    'budget/government-budget/2023/a.md:1:1 | shape/dropped-item | =budget/government-budget | 示例县（由市级公开）',
  ],
  'shape/front-matter-missing': [
    { [`${N}/a.md`]: '各单位：\n' },
    '_notice/2023/a.md:1:1 | shape/front-matter-missing | =',
  ],
  'shape/yaml-syntax': [
    { [`${N}/a.md`]: notice(['unit：office']) },
    '_notice/2023/a.md:5:1 | shape/yaml-syntax | =字段名后用了全角冒号“：”，应为半角冒号加一个空格“: ”',
  ],
  'shape/unknown-kind': [
    { [`${N}/a.md`]: entry(['title: 一', 'kind: notise'], '文') },
    `_notice/2023/a.md:3:7 | shape/unknown-kind | kind=notise | 应为 ${KIND_IDS.map((id) => `${id}（${kindName(id)}）`).join('、')} | notice`,
  ],
  'shape/unknown-field': [
    { [`${N}/a.md`]: notice(['sumary: 概述']) },
    '_notice/2023/a.md:5:1 | shape/unknown-field | sumary=sumary | 应为 summary',
  ],
  'shape/missing-field': [
    { [`${N}/a.md`]: entry(['title: 一', 'kind: notice'], '文') },
    '_notice/2023/a.md:2:1 | shape/missing-field | form= | 应为 通知、公告、公示、动态',
  ],
  'shape/wrong-type': [
    { [`${N}/a.md`]: notice(['keywords: 教育、学校']) },
    '_notice/2023/a.md:5:11 | shape/wrong-type | keywords=教育、学校 | 应为 列表，每项一行，以“- ”开头',
  ],
  'shape/unknown-choice': [
    { [`${N}/a.md`]: notice(['form: 通报']) },
    '_notice/2023/a.md:4:7 | shape/unknown-choice | form=通报 | 应为 通知、公告、公示、动态',
  ],
  'shape/bad-format': [
    { [`${N}/a.md`]: notice(['doc-number: 示政发[2023]1号']) },
    '_notice/2023/a.md:5:13 | shape/bad-format | doc-number=示政发[2023]1号 | 应为 示政发〔2023〕1号',
  ],
  'shape/impossible-date': [
    { [`${N}/a.md`]: notice(['formed: 2023-02-29']) },
    '_notice/2023/a.md:5:9 | shape/impossible-date | formed=2023-02-29 | 应为 确实存在的日期，写作“年-月-日”，如 2023-05-29；只知道年月或年份的，只写到月或年，如 2023-05、2023',
  ],
  'shape/contradiction': [
    { [`${N}/a.md`]: notice(['shown-until: 2023-05-01']) },
    '_notice/2023/a.md:5:14 | shape/contradiction | shown-until=公示截止日期 2023-05-01 早于发布日期 2023-05-29 | 应为 不早于发布日期',
  ],
  'shape/unknown-reference': [
    {
      'shili/_policy/2023/plan-2023.md': policy(),
      'shili/_interpretation/2023/a.md': entry(
        ['title: 一', 'kind: interpretation', 'form: 文字', 'interprets: [plan-2022]'],
        '文',
      ),
    },
    '_interpretation/2023/a.md:5:14 | shape/unknown-reference | interprets.0=plan-2022 | 应为 已有信息的编号（文件名去掉扩展名）；上级文件写作“上级编号/信息编号” | plan-2023',
  ],
  'shape/unknown-unit': [
    {
      'shili/departments.yaml': '- id: education\n  name: 教育局\n',
      [`${N}/a.md`]: notice(['unit: educaton']),
    },
    '_notice/2023/a.md:5:7 | shape/unknown-unit | unit=educaton | 应为 departments.yaml 或 towns.yaml 中的编号 | education',
  ],
  'shape/address-taken': [
    { [`${N}/a.md`]: notice(), [`${N}/b.md`]: notice(['formerly:', '  - 2022/old', '  - 2023/a']) },
    '_notice/2023/b.md:7:5 | shape/address-taken | formerly.1=2023/a | shili/_notice/2023/a.md',
  ],
  'shape/origin-missing': [
    { [`${N}/a.md`]: notice(['example: false']) },
    '_notice/2023/a.md:2:1 | shape/origin-missing | =',
  ],
  'shape/csv-missing': [
    { [`${SCHOOLS}/a.md`]: register() },
    'compulsory-education/school-directory/2023/a.md:1:1 | shape/csv-missing | =a.csv',
  ],
  'shape/csv-syntax': [
    { [`${SCHOOLS}/a.md`]: register(), [`${SCHOOLS}/a.csv`]: `${HEAD}一小,城关镇\n` },
    'compulsory-education/school-directory/2023/a.csv:2:1 | shape/csv-syntax | =这一行有 2 格 | 应为 5 格，与表头一致；文字中有逗号时请用双引号括起来',
  ],
  'shape/csv-separator': [
    {
      [`${SCHOOLS}/a.md`]: register(),
      [`${SCHOOLS}/a.csv`]: `${HEAD}一小,城关镇,小学,公办,\n`.replaceAll(',', ';'),
    },
    'compulsory-education/school-directory/2023/a.csv:1:1 | shape/csv-separator | =分号“;”',
  ],
  'shape/csv-title-row': [
    {
      [`${SCHOOLS}/a.md`]: register(),
      [`${SCHOOLS}/a.csv`]: `全县学校名录,,,,\n单位：所,,,,\n${HEAD}一小,城关镇,小学,公办,\n`,
    },
    'compulsory-education/school-directory/2023/a.csv:1:1 | shape/csv-title-row | =全县学校名录 | 应为 第一行是列名：学校名称、学校地址、办学层次、办学类型、办公电话 | 3',
  ],
  'shape/csv-column-missing': [
    {
      [`${SCHOOLS}/a.md`]: register(),
      [`${SCHOOLS}/a.csv`]: '学校名称,校址,办学层次,办学类型,办公电话\n',
    },
    'compulsory-education/school-directory/2023/a.csv:1:1 | shape/csv-column-missing | 学校地址=学校名称、校址、办学层次、办学类型、办公电话 | 应为 该事项的公开要素：学校名称、学校地址、办学层次、办学类型、办公电话',
  ],
  'shape/csv-column-unknown': [
    { [`${SCHOOLS}/a.md`]: register(['columns: [校名]']), [`${SCHOOLS}/a.csv`]: '校名,校长\n' },
    'compulsory-education/school-directory/2023/a.csv:1:1 | shape/csv-column-unknown | 校长=校长 | 应为 同名 .md 文件的 columns：校名',
  ],
  'shape/csv-column-duplicate': [
    {
      [`${SCHOOLS}/a.md`]: register(['columns: [校名]']),
      [`${SCHOOLS}/a.csv`]: '校名,校名\n一小,二小\n',
    },
    'compulsory-education/school-directory/2023/a.csv:1:1 | shape/csv-column-duplicate | 校名=校名',
  ],
  'shape/csv-total': [
    {
      'shili/_register/2023/a.md': register(['form: 专项资金']),
      'shili/_register/2023/a.csv':
        '项目名称,主管部门,实施单位,资金来源,安排金额（万元）,分配依据\n桥,,,,5,\n合计,,,,6,\n',
    },
    '_register/2023/a.csv:3:7 | shape/csv-total | 安排金额（万元）=6 | 应为 各项之和 5（合计） | 5',
  ],
  'shape/attachment-missing': [
    {
      [`${N}/a.md`]: notice(['attachments:', '  - {file: form.doc, name: 表}']),
      [`${N}/a/form.docx`]: 'x',
    },
    '_notice/2023/a.md:6:12 | shape/attachment-missing | attachments.0.file=form.doc | 应为 a/form.doc | form.docx',
    '_notice/2023/a/form.docx:1:1 | shape/attachment-unlisted | =form.docx',
  ],
  'shape/attachment-path': [
    { [`${N}/a.md`]: notice([], '![图](scan.png)\n'), [`${N}/a/scan.png`]: 'x' },
    '_notice/2023/a.md:10:1 | shape/attachment-path | body=scan.png | 应为 a/scan.png',
  ],
  'shape/attachment-repeated': [
    {
      [`${N}/a.md`]: notice([
        'attachments:',
        '  - {file: a.pdf, name: 甲}',
        '  - {file: a.pdf, name: 乙}',
      ]),
      [`${N}/a/a.pdf`]: 'x',
    },
    '_notice/2023/a.md:7:12 | shape/attachment-repeated | attachments.1.file=a.pdf | 甲',
  ],
  'shape/attachment-unlisted': [
    { [`${N}/a.md`]: notice(), [`${N}/a/附件.pdf`]: 'x' },
    '_notice/2023/a/附件.pdf:1:1 | shape/attachment-unlisted | =附件.pdf',
  ],
  'shape/body-not-allowed': [
    { [`${N}/a.md`]: notice(['attribute:', '  type: 依申请']) },
    '_notice/2023/a.md:6:9 | shape/body-not-allowed | attribute.type=依申请 | 正文',
  ],
  'shape/body-missing': [
    { [`${N}/a.md`]: notice([], '') },
    '_notice/2023/a.md:9:1 | shape/body-missing | =',
  ],
  'shape/county-config': [
    { 'shili/county.yaml': COUNTY.replace('national-26', 'national-27') },
    'county.yaml:1:1 | shape/county-config | structure=national-27 | 应为 anyue-30、gaoyao-26、luan-30、national-26',
  ],
  'shape/low-contrast': [
    { 'shili/county.yaml': `${COUNTY}accent: '#ffcc00'\n` },
    'county.yaml:6:9 | shape/low-contrast | accent=#ffcc00 | 应为 与白色的对比度不低于 4.5:1 的颜色 | 1.5',
  ],
  'shape/catalogue-change': [
    { 'shili/catalogue.yaml': 'drop:\n  - item: budget/nothing\n    reason: 无\n' },
    'catalogue.yaml:2:11 | shape/catalogue-change | drop[0].item=目录中没有事项“budget/nothing”：请核对领域标识和事项标识。',
  ],
  'law/repeated-item': [
    {
      'shili/catalogue.yaml':
        'add:\n  - domain: work-safety\n    id: own\n    level1: 隐患查看\n  - {domain: work-safety, id: twin, level1: 隐患 查看}\n',
    },
    'catalogue.yaml:5:45 | law/repeated-item | add[1].level1=新增的事项“隐患 查看”与已有事项“work-safety/own”同名：有差别的请改名，没有差别的请删去。',
  ],
  'safety/symbolic-link': [
    { [`${N}/a.md`]: { link: '/etc/hostname' } },
    '_notice/2023/a.md:1:1 | safety/symbolic-link | =_notice/2023/a.md',
  ],
  'safety/unmasked': [
    {
      'shili/_register/2023/a.md': register(['form: 学生和患者资助']),
      'shili/_register/2023/a.csv':
        '姓名,乡镇（街道）,资助项目,资助金额（元）,发放日期\n张小三,,,500,\n',
    },
    '_register/2023/a.csv:2:1 | safety/unmasked | 姓名=3 个字 | 应为 姓加星号，如 张**',
  ],
  'safety/html-outside-dialect': [
    { [`${N}/a.md`]: notice([], '文<br>字<hr>\n') },
    '_notice/2023/a.md:10:7 | safety/html-outside-dialect | =<hr> | 应为 不用标签，或只用 table thead tbody tr th td br sub sup u',
  ],
  'safety/html-unbalanced': [
    { [`${N}/a.md`]: notice([], '\n文<u>字\n') },
    '_notice/2023/a.md:11:2 | safety/html-unbalanced | =<u> | 应为 </u>',
  ],
  'safety/link-scheme': [
    { [`${N}/a.md`]: notice([], '[表](javascript:alert(1))') },
    '_notice/2023/a.md:10:1 | safety/link-scheme | =javascript:alert(1)',
  ],
  'safety/image-outside': [
    { [`${N}/a.md`]: notice([], '![图](https://a.cn/x.png)') },
    '_notice/2023/a.md:10:1 | safety/image-outside | =https://a.cn/x.png',
  ],
  'safety/mdx-import': [
    { [`${N}/a.mdx`]: notice([], 'import x from "fs"\n') },
    '_notice/2023/a.mdx:10:1 | safety/mdx-import | =import x from "fs"',
  ],
  'safety/mdx-expression': [
    { [`${N}/a.mdx`]: notice([], '一共{1}项\n') },
    '_notice/2023/a.mdx:10:3 | safety/mdx-expression | ={1}',
  ],
  'safety/mdx-component': [
    { [`${N}/a.mdx`]: notice([], '<Tip text="x">文</Tip>\n') },
    '_notice/2023/a.mdx:10:1 | safety/mdx-component | =<Tip text> | 应为 title="文字"',
  ],
  'text/joined-line': [
    { [`${N}/a.md`]: notice([], '> 引文\n正文\n') },
    '_notice/2023/a.md:11:1 | text/joined-line | =正文',
  ],
  'text/lost-backslash': [
    { [`${N}/a.md`]: notice([], '存入C:\\[资料]\n') },
    '_notice/2023/a.md:10:3 | text/lost-backslash | =C:\\[资料] | 应为 C:\\\\[资料]',
  ],
  'text/lost-cells': [
    { [`${N}/a.md`]: notice([], '| 镇 | 人 |\n| - | - |\n| 岳阳 | 1 | 含临时工 |\n') },
    '_notice/2023/a.md:12:11 | text/lost-cells | =含临时工 | 应为 每行 2 格',
  ],
  'text/long-paragraph': [
    { [`${N}/a.md`]: notice([], `文${'[一]'.repeat(300)}\n`) },
    '_notice/2023/a.md:10:1 | text/long-paragraph | =600 个方括号 | 应为 500 个',
  ],
  'text/nested-deep': [
    { [`${N}/a.md`]: notice([], `正文。\n\n${'> '.repeat(13)}文\n`) },
    '_notice/2023/a.md:12:25 | text/nested-deep | =13 | 应为 12',
  ],
  'text/missing-note': [
    { [`${N}/a.md`]: notice([], '正文[^1]。\n') },
    '_notice/2023/a.md:10:3 | text/missing-note | =[^1]',
  ],
  'text/repeated-note': [
    { [`${N}/a.md`]: notice([], '正文[^1]。\n\n[^1]: 甲\n\n[^1]: 乙\n') },
    '_notice/2023/a.md:14:1 | text/repeated-note | =[^1]: 乙',
  ],
  'text/rows-without-head': [
    { [`${N}/a.md`]: notice([], '| 镇 | 人 |\n| 岳阳 | 1 |\n') },
    '_notice/2023/a.md:10:1 | text/rows-without-head | =| 镇 | 人 | | 应为 | --- | --- |',
  ],
  'text/unknown-mark': [
    { [`${N}/a.md`]: notice([], '##一、要求\n') },
    '_notice/2023/a.md:10:1 | text/unknown-mark | =##一、要求 | 应为 “#”后空一格：## 一、标题',
  ],
  'text/unsure-mark': [
    { [`${N}/a.md`]: notice([], '公示王**、李**两户。\n') },
    '_notice/2023/a.md:10:4 | text/unsure-mark | =公示王**、李**两户。',
  ],
  'text/large-picture': [
    {
      [`${N}/a.md`]: notice([], '见图：\n\n![图](a/b.png)\n'),
      [`${N}/a/b.png`]: new Uint8Array(6 * 2 ** 20),
    },
    '_notice/2023/a.md:12:1 | text/large-picture | =b.png：6.0 MB',
  ],
  'text/number-form': [
    { [`${N}/a.md`]: notice(['doc-number: 示政发〔2023〕第05号']) },
    '_notice/2023/a.md:5:13 | text/number-form | doc-number=示政发〔2023〕第05号 | 应为 示政发〔2023〕5号',
  ],
  'text/number-year': [
    { [`${N}/a.md`]: notice(['doc-number: 示政发〔2032〕5号']) },
    '_notice/2023/a.md:5:13 | text/number-year | doc-number=示政发〔2032〕5号 | 发布日期 2023-05-29',
  ],
  'text/picture-only': [
    { [`${N}/a.md`]: notice([], '![](a/b.png)\n'), [`${N}/a/b.png`]: 'x' },
    '_notice/2023/a.md:10:1 | text/picture-only | =a/b.png',
  ],
  'text/template-words': [
    { [`${N}/a.md`]: notice([], '## 一、依据\n\n（文字）\n') },
    '_notice/2023/a.md:12:1 | text/template-words | =（文字）',
  ],
  'text/title-again': [
    { [`${N}/a.md`]: notice([], '\n**通 知**\n\n正文。\n') },
    '_notice/2023/a.md:11:1 | text/title-again | =**通 知**',
  ],
  'text/full-width': rowCase(
    '一小,城关镇,小学,公办,０２８２-4520001',
    '2:14 | text/full-width | 办公电话=０２８２-4520001 | 应为 0282-4520001',
  ),
  'text/merged-cells': rowCase(
    '一小,城关镇,小学,公办,\n,岳阳镇,中学,公办,',
    '3:1 | text/merged-cells | 学校名称=岳阳镇、中学、公办',
  ),
  'text/no-rows': rowCase('', '1:1 | text/no-rows | ='),
  'text/note-row': rowCase(
    '一小,城关镇,小学,公办,\n注：截至5月,,,,',
    '3:1 | text/note-row | 学校名称=注：截至5月',
  ),
  'text/repeated-row': rowCase(
    '一小,城关镇,小学,公办,\n一小,城关镇,小学,公办,\n一小,城关镇,小学,公办,',
    '3:1 | text/repeated-row | 学校名称=一小 | 应为 与第 2 行不同的内容 | 2',
  ),
  'text/spoilt-cell': rowCase(
    '一小,城关镇,小学,公办,2.82E+09',
    '2:14 | text/spoilt-cell | 办公电话=2.82E+09',
  ),
  'text/telephone-zero': rowCase(
    '一小,城关镇,小学,公办,2824520001',
    '2:14 | text/telephone-zero | 办公电话=2824520001',
  ),
  'text/total-row': rowCase(
    '一小,城关镇,小学,公办,\n合计,1,,,',
    '3:1 | text/total-row | 学校名称=合计',
  ),
  'text/unused-note': [
    { [`${N}/a.md`]: notice([], '正文。\n\n[^注]: 甲\n') },
    '_notice/2023/a.md:12:1 | text/unused-note | =[^注]:',
  ],
  'safety/mdx-syntax': [
    { [`${N}/a.mdx`]: notice([], '</Tip>\n') },
    '_notice/2023/a.mdx:10:2 | safety/mdx-syntax | =多出一个结束标签',
  ],
};

describe('every problem is found where it stands', () => {
  it.each(Object.entries(CASES))('%s', (code, [files, ...expected]) => {
    const found = problems(files);
    expect(found).toEqual(expected);
    expect(found.some((line) => line.includes(` | ${code} | `))).toBe(true);
  });

  it('and no code is left without its case', () => {
    const elsewhere = ['shape/outside-counties'];
    expect([...Object.keys(CASES), ...elsewhere].sort()).toEqual([...PROBLEM_CODES].sort());
  });
});

describe('a county folder', () => {
  it('loses no file: each is an entry, part of one, a file of the county or a problem', () => {
    const files: Files = {
      'shili/README.md': '说明',
      'shili/departments.yaml': '- id: office\n  name: 县政府办公室\n',
      'shili/towns.yaml': '- id: chengguan\n  name: 城关镇\n',
      'shili/catalogue.yaml': 'drop: []\n',
      'shili/other.yaml': 'a: 1\n',
      'shili/.DS_Store': 'x',
      'shili/README.txt': 'x',
      [`${N}/README.md`]: '说明',
      [`${N}/a-README.md`]: notice(),
      [`${N}/good.md`]: notice(['attachments: [{file: a.pdf, name: 甲}]'], '![图](good/b.png)'),
      [`${N}/good/a.pdf`]: 'x',
      [`${N}/good/b.png`]: 'x',
      [`${N}/good/c/d.png`]: 'x',
      [`${N}/bad.md`]: '没有字段',
      [`${N}/bad/a.pdf`]: 'x',
      [`${N}/good.csv`]: 'a\n',
      [`${N}/GOOD.MD`]: notice(),
      [`${N}/lonely.csv`]: 'a\n',
      [`${N}/link.md`]: { link: 'good.md' },
      [`${SCHOOLS}/list.md`]: register(),
      [`${SCHOOLS}/list.csv`]: HEAD,
      [`${SCHOOLS}/~$list.csv`]: 'x',
    };
    const { column, problems: found, files: listed } = readFiles(files);
    const accounted = new Set([
      ...found.map(({ file }) => file),
      ...['county', 'departments', 'towns', 'catalogue'].map((name) => `shili/${name}.yaml`),
      'shili/README.md',
      // Beside a head that is itself a problem, its files are judged once the head can be read.
      `${N}/bad/a.pdf`,
      ...(column?.entries ?? []).flatMap(({ file, files: own, table, data }) => [
        file,
        ...(table ? [file.replace('.md', '.csv')] : []),
        ...own
          .filter((name) => data.attachments?.some((at) => at.file === name) || name === 'b.png')
          .map((name) => file.replace('.md', `/${name}`)),
      ]),
    ]);
    for (const path of [...Object.keys(files), ...listed.map((name) => `shili/${name}`)]) {
      expect(accounted).toContain(path);
    }
    expect(column?.entries.map(({ id }) => id).sort()).toEqual(['good', 'list']);
  });

  it('is read with GB18030 files, and its texts come out right', () => {
    const files = {
      [`${SCHOOLS}/list.md`]: gb18030(register().replace('title: 名录', 'title: 学校名录')),
      [`${SCHOOLS}/list.csv`]: gb18030(`${HEAD}示例小学,城关镇,小学,公办,无\n`),
      [`${N}/a.md`]: gb18030(notice([], '各单位：请注意。\n')),
      'shili/departments.yaml': gb18030('- id: office\n  name: 县政府办公室\n'),
    };
    const { contentRoot } = makeCounty({ files });
    const { column, problems: found } = readFiles(files);
    expect(found).toEqual([]);
    expect(column?.departments[0]?.name).toBe('县政府办公室');
    const [a, list] = column?.entries ?? [];
    expect(list?.data.title).toBe('学校名录');
    expect(a && readBody(contentRoot, a)).toBe('\n各单位：请注意。\n');
    expect(list && readRows(contentRoot, list)).toEqual([
      ['示例小学', '城关镇', '小学', '公办', '无'],
    ]);
  });

  it('takes no GB18030 for .mdx, whose compiler would read another text', () => {
    expect(problems({ [`${N}/a.mdx`]: gb18030(notice()) })).toEqual([
      '_notice/2023/a.mdx:1:1 | shape/encoding | =不是 UTF-8 编码；.mdx 文件只能用 UTF-8',
    ]);
  });

  it('is read with Windows line ends, and places stay right', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(
      problems({
        [`${N}/a.md`]: crlf(notice(['sumary: x'], '一\n\n二<hr>\n')),
        'shili/county.yaml': crlf(COUNTY),
        [`${SCHOOLS}/list.md`]: crlf(register()),
        [`${SCHOOLS}/list.csv`]: crlf(`${HEAD}"一\n小",甲\n`),
      }),
    ).toEqual([
      '_notice/2023/a.md:5:1 | shape/unknown-field | sumary=sumary | 应为 summary',
      '_notice/2023/a.md:13:2 | safety/html-outside-dialect | =<hr> | 应为 不用标签，或只用 table thead tbody tr th td br sub sup u',
      'compulsory-education/school-directory/2023/list.csv:2:1 | shape/csv-syntax | =这一行有 2 格 | 应为 5 格，与表头一致；文字中有逗号时请用双引号括起来',
    ]);
  });

  it.each([
    ['nothing', '', '1:1 | shape/front-matter-missing | ='],
    ['only front matter without fields', '---\n---\n', '2:1 | shape/front-matter-missing | ='],
    ['only a list', '---\n- a\n---\n文', '2:1 | shape/front-matter-missing | ='],
    ['no kind', '---\ntitle: 一\n---\n文', '2:1 | shape/missing-field | kind='],
    ['an empty kind', '---\ntitle: 一\nkind:\n---\n文', '3:6 | shape/missing-field | kind='],
  ])('may have an entry file with %s', (_, text, expected) => {
    const [first, ...rest] = problems({ [`${N}/a.md`]: text });
    expect(first).toContain(`_notice/2023/a.md:${expected}`);
    expect(rest).toEqual([]);
  });

  it('without county.yaml, or with an empty one, is said to lack it', () => {
    const none =
      'county.yaml:1:1 | shape/county-config | = | 应为 写明编号、名称、层级和领域结构的 county.yaml';
    expect(problems({ 'shili/county.yaml': '# 待填\n' })).toEqual([none]);
    const { contentRoot } = makeCounty({ files: { 'empty/_notice/2023/a.md': notice() } });
    expect(listCounties(contentRoot)).toEqual(['empty', 'shili']);
    expect(readFiles({ 'empty/_notice/2023/a.md': notice() }, 'empty').problems.map(told)).toEqual([
      `empty/${none}`,
    ]);
  });

  it('follows no link for its own files either', () => {
    const { column, problems: found } = readFiles({
      'shili/departments.yaml': { link: '/etc/hostname' },
    });
    expect(column?.departments).toEqual([]);
    expect(found.map(told)).toEqual([
      'departments.yaml:1:1 | safety/symbolic-link | =departments.yaml',
    ]);
  });

  it('with one broken list has one problem, not one for each name on it', () => {
    const files = {
      'shili/departments.yaml': '- id: office\n  name：办公室\n',
      'shili/catalogue.yaml': 'add：\n  - a\n',
      [`${N}/a.md`]: notice(['unit: office', 'also: [budget/extra]']),
      'shili/budget/extra/2023/b.md': notice(),
    };
    expect(readFiles(files).problems.map(({ file }) => file)).toEqual([
      'shili/catalogue.yaml',
      'shili/departments.yaml',
    ]);
  });
});

describe('county.yaml', () => {
  const config = (change: (text: string) => string) =>
    problems({ 'shili/county.yaml': change(COUNTY) });

  it.each([
    [
      'base: anyue',
      '6:7 | shape/bad-format | base=anyue | 应为 以 / 开头和结尾，中间只有小写英文字母、数字和连字符，如 /anyue/',
    ],
    [
      'accent: red',
      '6:9 | shape/bad-format | accent=red | 应为 加引号的 # 和六位颜色代码，如 "#8a1f11"',
    ],
    [
      'accent: #8a1f11',
      '6:9 | shape/yaml-syntax | =“#8a1f11”会被当作注释丢掉：空格后的“#”在 YAML 中是注释，整个值要用引号括起来 | 应为 accent: "#8a1f11"',
    ],
    [
      'links: [{name: 网上大厅, for: 在线办事, address: www.a.cn}]',
      '6:42 | shape/bad-format | links.0.address=www.a.cn | 应为 以 http:// 或 https:// 开头的网址',
    ],
    [
      'links: [{name: 掌上办, for: 手机办事}]',
      '6:16 | shape/contradiction | links.0.name=“掌上办”没有写网址，也没有写怎样进入 | 应为 加上 address（官方网址）；没有网址的手机应用写 how（怎样进入）',
    ],
    [
      'links: [{name: 甲, for: 其他, how: 问窗口}, {name: 甲, for: 其他, how: 问窗口}]',
      '6:46 | shape/contradiction | links.1.name=“甲”已经是第 1 个入口 | 应为 每个平台只列一次',
    ],
    [
      'links: [{name: 掌上办, for: 手机办事, how: 应用商店, phone: true}]',
      '6:50 | shape/contradiction | links.0.phone=“掌上办”没有网址，印不出二维码 | 应为 写上 address，或者删去 phone',
    ],
    [
      'parent: hunan',
      '1:1 | shape/county-config | parent=hunan | 应为 content/ 中另一个有 county.yaml 的上级文件夹',
    ],
    [
      'parent: shili',
      '1:1 | shape/contradiction | parent=上级绕成一圈：shili → shili | 应为 县区的上级是市，市的上级是省；省不写 parent',
    ],
    [
      'known-sites: [https://www.example.cn/]',
      '6:15 | shape/bad-format | known-sites.0=https://www.example.cn/ | 应为 网站域名，不带 https:// 和路径，如 gov.cn 或 www.example.cn',
    ],
    ['titel: 专栏', '6:1 | shape/unknown-field | titel=titel | 应为 title'],
    [
      'marks: {site-id-code: 3412000001, icp: 备1, host: 甲, contact: 乙, party-mark: "https://example.org/"}',
      '6:23 | shape/bad-format | marks.site-id-code=3412000001 | 应为 10 位数字，加引号，如 "3412000001"',
    ],
  ])('with “%s” is told what is right', (line, expected) => {
    expect(config((text) => `${text}${line}\n`)).toEqual([`county.yaml:${expected}`]);
  });

  it('must have its folder for an id', () => {
    expect(config((text) => text.replace('shili', 'other'))).toEqual([
      'county.yaml:1:5 | shape/county-config | id=other | 应为 与文件夹同名：shili',
    ]);
  });

  it('must have the prescribed marks, but for a demonstration', () => {
    expect(config((text) => text.replace('demo: true\n', ''))).toEqual([
      'county.yaml:1:1 | shape/missing-field | marks= | 应为 网站标识码、党政机关网站标识、ICP 备案号、主办单位、联系方式（演示专栏写 demo: true）',
    ]);
  });
});

describe('catalogue.yaml', () => {
  const changes = (text: string) => problems({ 'shili/catalogue.yaml': text });

  it.each([
    [
      'an unknown method',
      'change:\n  - {item: budget/government-budget, method: 公开}',
      '2:46 | shape/unknown-choice | change.0.method=公开 | 应为 proactive、on-request',
    ],
    [
      'a day that does not exist',
      'replace:\n  - {domain: budget, by: taxation, from: 2023-02-30}',
      '2:42 | shape/impossible-date | replace.0.from=2023-02-30 | 应为 确实存在的日期，写作“年-月-日”，如 2023-05-29',
    ],
    [
      'an id that is none',
      'drop:\n  - {item: 预算, reason: 无}',
      '2:12 | shape/bad-format | drop.0.item=预算 | 应为 “领域标识/事项标识”，如 compulsory-education/school-directory',
    ],
    [
      'an empty reason',
      'drop:\n  - {item: budget/a, reason: ""}',
      '2:30 | shape/missing-field | drop.0.reason= | 应为 不为空的文字',
    ],
    [
      'another shape altogether',
      '- a',
      '1:1 | shape/wrong-type | =["a"] | 应为 下面缩进的若干字段，每行一个“字段: 值”',
    ],
  ])('with %s', (_, text, expected) => {
    expect(changes(text)).toEqual([`catalogue.yaml:${expected}`]);
  });
});

describe('a date of which only the year or month is known', () => {
  const dated = (date: string, ...lines: string[]) =>
    notice(lines).replace('published: 2023-05-29', `published: ${date}`);

  it.each([
    ['2023', '2023'],
    ['"2023"', '2023'],
    ['2023-05', '2023-05'],
    ['2023-05-29', '2023-05-29'],
  ])('is kept as it is written: %s', (written, kept) => {
    const reading = readFiles({
      [`${N}/a.md`]: dated(written, 'formed: 2022', 'validity: {state: 失效, until: 2024}'),
    });
    expect(reading.problems).toEqual([]);
    expect(reading.column?.entries[0]?.data).toMatchObject({
      ...{ published: kept, formed: '2022', validity: { until: '2024' } },
    });
  });

  it('contradicts another only where it must', () => {
    expect(problems({ [`${N}/a.md`]: dated('2023', 'formed: 2023-12-30') })).toEqual([]);
    expect(problems({ [`${N}/a.md`]: dated('2023-05', 'formed: 2023-06') })).toEqual([
      '_notice/2023/a.md:6:12 | shape/contradiction | published=发布日期 2023-05 早于成文日期 2023-06 | 应为 不早于成文日期',
    ]);
  });

  it('is filed by its year', () => {
    expect(problems({ [`${N}/a.md`]: dated('2022') })).toEqual([
      '_notice/2023/a.md:5:12 | shape/year-mismatch | published=2022 | 2023',
    ]);
  });
});

describe('an abridged document', () => {
  const OF = 'abridged: {of: 示政办〔2023〕5号}';

  it('names its original and says where in it the text stands', () => {
    expect(problems({ [`${N}/a.md`]: notice([OF, 'source: 示政办〔2023〕5号，全文']) })).toEqual(
      [],
    );
  });

  it('without a source, or without its original, is refused', () => {
    expect(problems({ [`${N}/a.md`]: notice([OF]) })).toEqual([
      '_notice/2023/a.md:5:11 | shape/contradiction | abridged=标明了摘编，没有写来源 | 应为 加上 source，写明原件的名称和其中的位置',
    ]);
    expect(
      problems({ [`${N}/a.md`]: notice(['source: 示政办〔2023〕5号', 'abridged: {}']) }),
    ).toEqual([expect.stringContaining('shape/missing-field | abridged.of=')]);
  });
});

describe('values in front matter', () => {
  const field = (...lines: string[]) => problems({ [`${N}/a.md`]: notice(lines) });

  it.each([
    [
      'published: 20230529',
      '5:12 | shape/bad-format | published=20230529 | 应为 确实存在的日期，写作“年-月-日”，如 2023-05-29；只知道年月或年份的，只写到月或年，如 2023-05、2023',
    ],
    [
      'published: 2023-5-29',
      '5:12 | shape/impossible-date | published=2023-5-29 | 应为 确实存在的日期，写作“年-月-日”，如 2023-05-29；只知道年月或年份的，只写到月或年，如 2023-05、2023',
    ],
    [
      'published:',
      '5:1 | shape/missing-field | published= | 应为 确实存在的日期，写作“年-月-日”，如 2023-05-29；只知道年月或年份的，只写到月或年，如 2023-05、2023',
    ],
    [
      'index-number: 0123',
      '5:15 | shape/bad-format | index-number=0123 | 应为 一行不为空的文字（全是数字时请加引号）',
    ],
    [
      'index-number: 123456789012345678901234567890',
      '5:15 | shape/bad-format | index-number=123456789012345678901234567890 | 应为 一行不为空的文字（全是数字时请加引号）',
    ],
    [
      'summary: |\n  一\n  二',
      '5:10 | shape/bad-format | summary=一 二  | 应为 一行不为空的文字（全是数字时请加引号）',
    ],
    [
      'attribute: {tpye: 主动, type: 主动}',
      '5:13 | shape/unknown-field | attribute.tpye=tpye | 应为 type',
    ],
    ['attribute: {topic: 主动, type: 主动}', '5:13 | shape/unknown-field | attribute.topic=topic'],
    [
      'attribute:\n  type：主动',
      '6:3 | shape/wrong-type | attribute=type：主动 | 应为 下面缩进的若干字段，每行一个“字段: 值”',
    ],
    [
      'attribute:\n  grounds: 无',
      '6:3 | shape/missing-field | attribute.type= | 应为 主动、依申请、不予',
    ],
    [
      'attribute:\n  type:',
      '6:3 | shape/missing-field | attribute.type= | 应为 主动、依申请、不予',
    ],
    ['example: 是', '5:10 | shape/wrong-type | example=是 | 应为 true 或 false'],
    ['constructor: x', '5:1 | shape/unknown-field | constructor=constructor'],
    ['__proto__: x', '5:1 | shape/unknown-field | __proto__=__proto__'],
    ['title: "一', '4:8 | shape/yaml-syntax | =引号或括号没有成对 | 应为 title: "一"'],
  ])('%j', (line, expected) => {
    expect(field(line)).toEqual([`_notice/2023/a.md:${expected}`]);
  });

  it('may be all that a file has, where it has an attachment', () => {
    const lines = ['attachments: [{file: a.pdf, name: 甲}]'];
    expect(problems({ [`${N}/a.md`]: notice(lines, ''), [`${N}/a/a.pdf`]: 'x' })).toEqual([]);
    expect(field('attachments: []')).toEqual([]);
    expect(problems({ [`${N}/a.md`]: notice(['attachments: []'], '') })).toEqual([
      '_notice/2023/a.md:10:1 | shape/body-missing | =',
    ]);
  });
});

describe('registers', () => {
  const list = (csv: string, lines: string[] = []) =>
    problems({ [`${SCHOOLS}/a.md`]: register(lines), [`${SCHOOLS}/a.csv`]: csv });

  it('hold the elements of their item, and may hold more', () => {
    expect(list(`${HEAD.trim()},备注\n一小,城关镇,小学,公办,,\n`)).toEqual([]);
  });

  it('hold the columns they declare instead, and no others', () => {
    expect(list('校名,学段\n一小,小学\n', ['columns: [校名, 学段]'])).toEqual([]);
    expect(list('校名\n', ['columns: [校名, 学段]'])).toHaveLength(1);
  });

  it('outside an item hold whatever they like', () => {
    expect(
      problems({ 'shili/_register/2023/a.md': register(), 'shili/_register/2023/a.csv': 'x\n1\n' }),
    ).toEqual([]);
  });

  it('that are withdrawn or not open need no table', () => {
    for (const line of [
      'withdrawn: {date: 2023-06-01, reason: 有误}',
      'attribute: {type: 依申请}',
    ]) {
      expect(problems({ [`${SCHOOLS}/a.md`]: register([line]) })).toEqual([]);
    }
  });

  it('of GB18030 bytes that are damaged are named', () => {
    const { problems: found } = readFiles({
      [`${SCHOOLS}/a.md`]: register(),
      [`${SCHOOLS}/a.csv`]: Uint8Array.from([0xff, 0xff, 0x0a]),
    });
    expect(found.map(told)).toEqual([
      'compulsory-education/school-directory/2023/a.csv:1:1 | shape/encoding | =既不是 UTF-8 也不是 GB18030 编码',
    ]);
  });
});

describe('what is not open to all', () => {
  it('is a row of the ledger, with nothing more', () => {
    expect(problems({ [`${N}/a.md`]: notice(['attribute: {type: 依申请}'], '\n') })).toEqual([]);
    expect(
      problems({ [`${N}/a.md`]: notice(['attribute: {type: 不予, grounds: 条例第十六条}'], '') }),
    ).toEqual([]);
  });

  it('may have no text, table or attachment', () => {
    const lines = ['attribute: {type: 依申请}', 'attachments: [{file: a.pdf, name: 甲}]'];
    expect(
      problems({
        [`${SCHOOLS}/a.md`]: `${register(lines)}正文`,
        [`${SCHOOLS}/a.csv`]: HEAD,
        [`${SCHOOLS}/a/a.pdf`]: 'x',
      }),
    ).toEqual([
      'compulsory-education/school-directory/2023/a.md:4:19 | shape/body-not-allowed | attribute.type=依申请 | 正文、数据表、附件',
    ]);
  });

  it('needs grounds when it is never open', () => {
    expect(problems({ [`${N}/a.md`]: notice(['attribute: {type: 不予}'], '') })).toEqual([
      '_notice/2023/a.md:5:19 | shape/missing-field | attribute.grounds= | 应为 不予公开的法律依据',
    ]);
  });
});

describe('names of other things', () => {
  const upper: Files = {
    'shi/county.yaml': 'id: shi\nname: 示例市\nlevel: city\nstructure: luan-30\ndemo: true\n',
    'shi/_policy/2022/rules.md': policy(['published: 2022-01-01']),
    'shili/county.yaml': `${COUNTY}parent: shi\n`,
  };
  const interpretation = (ref: string) => ({
    ...upper,
    'shili/_interpretation/2023/b.md': entry(
      ['title: 一', 'kind: interpretation', 'form: 文字', `interprets: [${ref}]`],
      '文',
    ),
  });

  it('of the levels above are found under their own', () => {
    expect(problems(interpretation('shi/rules'))).toEqual([]);
    expect(problems(interpretation('rules'))).toHaveLength(1);
    expect(problems(interpretation('sheng/rules'))).toHaveLength(1);
  });

  it('do not count as missing while their own file is broken', () => {
    expect(
      problems({ ...interpretation('shi/rules'), 'shi/_policy/2022/rules.md': '没有字段' }),
    ).toEqual([]);
    const own = { ...interpretation('plan'), 'shili/_policy/2023/plan.md': '没有字段' };
    expect(readFiles(own).problems.map(({ code }) => code)).toEqual(['shape/front-matter-missing']);
  });

  it('are checked in every field that holds one', () => {
    const { problems: found } = readFiles({
      'shili/_statement/2023/a.md': entry(
        [
          'title: 一',
          'kind: statement',
          'reason: 尚未发生',
          'unit: office',
          'town: chengguan',
          'validity: {state: 废止, by: new-rules}',
          'also: [budget/a]',
          'covers: [budget/government-budget, budget/b]',
        ],
        '文',
      ),
    });
    expect(found.map(({ field, code, line, column }) => [field, code, line, column])).toEqual([
      ['unit', 'shape/unknown-unit', 5, 7],
      ['town', 'shape/unknown-unit', 6, 7],
      ['validity.by', 'shape/unknown-reference', 7, 27],
      ['also.0', 'shape/unknown-item', 8, 8],
      ['covers.1', 'shape/unknown-item', 9, 36],
    ]);
  });

  it('may be a town where a unit is asked for, but no department where a town is', () => {
    const lists = {
      'shili/departments.yaml': '- {id: office, name: 办公室}\n',
      'shili/towns.yaml': '- {id: chengguan, name: 城关镇}\n',
    };
    expect(problems({ ...lists, [`${N}/a.md`]: notice(['unit: chengguan']) })).toEqual([]);
    expect(problems({ ...lists, [`${N}/a.md`]: notice(['town: office']) })).toHaveLength(1);
  });

  it('that were addresses may not be claimed twice, or by what never had them', () => {
    const twice = readFiles({
      [`${N}/a.md`]: notice(['formerly: [2021/old]']),
      [`${N}/b.md`]: notice(['formerly: [2021/old]']),
      [`${N}/c.md`]: notice(['formerly: [2023/c]']),
    });
    expect(twice.problems.map(({ file, value, other }) => [file, value, other])).toEqual([
      [`${N}/b.md`, '2021/old', `${N}/a.md`],
      [`${N}/c.md`, '2023/c', `${N}/c.md`],
    ]);
  });
});

describe('links in a text', () => {
  const base: Files = {
    'shili/_policy/2023/plan.md': policy(),
    'shili/_policy/2022/guide.mdx': policy(['published: 2022-03-01']),
    [`${N}/a/表 1.pdf`]: 'x',
  };
  const links = (text: string, name = 'a.md') =>
    problems({
      ...base,
      [`${N}/${name}`]: notice(['attachments: [{file: 表 1.pdf, name: 表}]'], text),
    });

  it.each([
    '[文件](../../_policy/2023/plan.md)',
    '[文件](../../_policy/2022/guide.mdx)',
    '[文件](/2023/plan/)',
    '[文件](/2023/plan)',
    '[文件](/2023/plan/#s-1)',
    '[文件](../../_policy/2023/plan.md?x=1#s-1)',
    '[自己](a.md)',
    '[上文](#s-1)',
    '[表](<a/表 1.pdf>)',
    '[表](a/%E8%A1%A8%201.pdf)',
    '[网页](https://example.org/README.md)',
    '[网页](https://example.org/100%.md)',
    '[信箱](mailto:a@b.md)',
  ])('lead somewhere: %s', (text) => expect(links(text)).toEqual([]));

  it.each([
    ['[文件](../../_policy/2023/plans.md)', 'unknown-reference | body=../../_policy/2023/plans.md'],
    ['[文件](../2023/plan.md)', 'unknown-reference | body=../2023/plan.md'],
    ['[文件](/2022/plan/)', 'unknown-reference | body=/2022/plan/'],
    ['[文件](plan)', 'unknown-reference | body=plan'],
    ['[表](表.pdf)', 'attachment-path | body=表.pdf'],
    ['[表](100%.md)', 'unknown-reference | body=100%.md'],
    ['[表](a/100%.pdf)', 'attachment-missing | body=100%.pdf'],
    ['[表](%E4%ZZ.md)', 'unknown-reference | body=%E4%ZZ.md'],
    ['![图](图.png)', 'attachment-path | body=图.png'],
  ])('lead nowhere: %s', (text, expected) => {
    const [first, ...rest] = links(text);
    expect(first).toContain(`shape/${expected} | `);
    expect(rest).toEqual([]);
  });

  it('are checked in .mdx too', () => {
    expect(
      links('[文件](../../_policy/2023/plan.md)\n\n<Diagram src="a/表 1.pdf" />', 'a.mdx'),
    ).toEqual([]);
    expect(links('[文件](/2023/none/)', 'a.mdx')).toHaveLength(1);
    expect(links('<Video src="a/none.mp4" />', 'a.mdx')).toHaveLength(1);
  });
});

describe('an entry', () => {
  it('has the facts of its file, and not its text', () => {
    const { column } = readFiles({
      [`${SCHOOLS}/a.md`]: register(['index-number: SL-1', 'matter: schools']),
      [`${SCHOOLS}/a.csv`]: `${HEAD}一小,城关,小学,公办,无\n`,
    });
    const [found] = column?.entries ?? [];
    expect(found).toEqual({
      id: 'a',
      county: 'shili',
      file: `${SCHOOLS}/a.md`,
      format: 'md',
      year: 2023,
      domain: 'compulsory-education',
      item: 'compulsory-education/school-directory',
      data: {
        kind: 'register',
        title: '名录',
        indexNumber: 'SL-1',
        matter: 'schools',
        published: '2023-05-29',
        attribute: { type: '主动' },
        example: true,
      },
      hasBody: false,
      table: { columns: HEAD.trim().split(','), rows: 1 },
      attachments: [],
      files: [],
      lines: {
        title: 2,
        kind: 3,
        'index-number': 4,
        matter: 5,
        published: 6,
        attribute: 7,
        example: 8,
      },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      tableDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(found && addressOf(found)).toBe('2023/a/');
  });
});

describe('a name that Windows keeps for a device', () => {
  const DEVICE = '别的名字：con、prn、aux、nul、com1、lpt1 等是 Windows 保留的，存不成文件';
  const UNIT = '{id: aux, name: 县教育局}';

  it.each([
    [
      'a unit',
      { 'shili/departments.yaml': `- ${UNIT}\n` },
      `departments.yaml:1:8 | shape/bad-format | 0.id=aux | 应为 ${DEVICE}`,
    ],
    [
      'a town',
      { 'shili/towns.yaml': '- {id: nul, name: 东镇}\n' },
      `towns.yaml:1:8 | shape/bad-format | 0.id=nul | 应为 ${DEVICE}`,
    ],
    [
      'a village',
      {
        'shili/towns.yaml': '- id: dong\n  name: 东镇\n  villages:\n    - {id: com1, name: 东村}\n',
      },
      'towns.yaml:4:12',
    ],
    [
      'an institution',
      { 'shili/institutions.yaml': '- {id: prn, name: 县一中, sector: education}\n' },
      `institutions.yaml:1:8 | shape/bad-format | 0.id=prn | 应为 ${DEVICE}`,
    ],
    [
      'an item of the county’s own',
      { 'shili/catalogue.yaml': 'add:\n  - {domain: budget, id: lpt1, level1: 预算}\n' },
      'catalogue.yaml:2',
    ],
  ] as const)('names no %s', (_, files, expected) => {
    const found = problems(files);
    expect(found.filter((line) => line.startsWith(expected))).not.toEqual([]);
  });

  it('names no county', () => {
    const { problems: found } = readFiles(
      {
        'con/county.yaml':
          'id: con\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\n',
      },
      'con',
    );
    expect(found.map(({ field, value, expected }) => [field, value, expected])).toContainEqual([
      ...['id', 'con'],
      DEVICE,
    ]);
  });

  it('names no entry, and a longer one may begin with it', () => {
    expect(problems({ [`${N}/con.md`]: notice() })).toEqual([
      '_notice/2023/con.md:1:1 | shape/file-name | =con',
    ]);
    expect(problems({ [`${N}/con-2023.md`]: notice() })).toEqual([]);
    expect(problems({ [`${N}/${'a'.repeat(65)}.md`]: notice() })).toHaveLength(1);
    expect(problems({ [`${N}/${'a'.repeat(64)}.md`]: notice() })).toEqual([]);
  });
});

it('folders that are one on Windows are told once, not for each file in them', () => {
  const found = pathProblems('shili', [
    '_notice/2023/a.md',
    '_notice/2023/a/Maps/n.png',
    '_notice/2023/a/maps/s.png',
    '_notice/2023/a/maps/w.png',
    `_notice/2023/a/${'é'.normalize('NFD')}.pdf`,
    '_notice/2023/a/é.pdf',
  ]);
  expect(found.map(({ value, other }) => [value, other])).toEqual([
    ['_notice/2023/a/maps', '_notice/2023/a/Maps'],
    ['_notice/2023/a/é.pdf', `_notice/2023/a/${'é'.normalize('NFD')}.pdf`],
  ]);
});

it('the photograph of a notice board is one of the attachments', () => {
  const head = 'board: {from: 2023-06-01, photo: board.jpg}';
  const file = { [`${N}/a/board.jpg`]: 'x' };
  const codes = (lines: string[]) =>
    readFiles({ [`${N}/a.md`]: notice(lines), ...file }).problems.map(
      ({ code, field, line }) => `${line} ${code} ${field ?? ''}`,
    );
  expect(codes([head, 'attachments: [{file: board.jpg, name: 公开栏照片}]'])).toEqual([]);
  expect(codes([head])).toContain('5 shape/attachment-missing board.photo');
});
