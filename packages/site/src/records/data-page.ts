import { type Entry, isOpen, plainTitle } from '@columns/content';
import {
  BESIDE,
  COLUMN_TABLES,
  CSVW_FILE,
  cellsOf,
  dataTerms,
  ledgerTable,
  termsText,
} from '@columns/export';
import { COVERAGE, MOST_JSON_ROWS, TABLES } from '@columns/export/files';
import {
  type Block,
  type Cell,
  type FigurePage,
  heading,
  joined,
  link,
  list,
  type Piece,
  table,
  words,
} from '@columns/export/page';
import { groupBy } from '@columns/standard';
import { FORMATS, type Place } from './frame.ts';
import { VERIFY_PAGE } from './verify-page.ts';

/** A program that uses the data: it stands on the page and runs in a test. */
export interface Example {
  readonly title: string;
  readonly code: string;
}

/** Examples against an address that ends with the column's base. */
export function examples(address: string): Example[] {
  return [
    {
      title: '列出全部公开信息',
      code: [
        `const base = '${address}';`,
        'const read = async (path) => (await fetch(new URL(path, base))).json();',
        "const table = await read('data/column/entries.json');",
        '// 行数多时，rows 为空，各年的行在 parts 所列的文件里。',
        'const parts = await Promise.all(',
        "  (table.parts ?? []).map((part) => read('data/column/' + part)),",
        ');',
        'const rows = [...table.rows, ...parts.flatMap((part) => part.rows)];',
        'console.log(rows.length);',
      ].join('\n'),
    },
    {
      title: '核对一条信息的内容文件',
      code: [
        "import { createHash } from 'node:crypto';",
        `const base = '${address}';`,
        "const { rows } = await (await fetch(new URL('data/column/entries.json', base))).json();",
        'const entry = rows.find(({ sha256 }) => sha256 !== null);',
        "const file = new URL(entry.address.replace(/\\/$/, '.md'), base);",
        'const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());',
        "const digest = createHash('sha256').update(bytes).digest('hex');",
        "console.log(digest === entry.sha256 ? '一致' : '不一致');",
      ].join('\n'),
    },
  ];
}

/** `/data/`: what there is, in which forms, and how to use and check it. */
export function dataPage({ column, base }: Place, site: string | undefined): FigurePage {
  const tables = [...COLUMN_TABLES, ledgerTable(), COVERAGE].map((table): Cell[] => [
    table.title,
    table.description,
    files(TABLES + table.name),
    { text: '字段说明', path: `${TABLES}${table.name}.schema.json` },
  ]);
  const registers = column.entries.filter((entry) => entry.table !== undefined && isOpen(entry));
  const fields = COLUMN_TABLES.map(
    (each) => `${each.title}：${cellsOf(each, []).columns.join('、')}`,
  );
  const codes = examples(`${site ?? 'https://网站域名'}${base}`).flatMap(
    ({ title, code }): Block[] => [
      { is: 'heading', level: 3, text: title },
      { is: 'program', text: code },
    ],
  );
  const head = ['下载', '字段说明'];
  return {
    path: BESIDE.data,
    title: '开放数据',
    crumbs: [],
    body: [
      words('本专栏的全部内容都可以作为数据取用。地址长期不变，字段只增不改。'),
      { is: 'heading', id: 'licence', text: '使用条款' },
      words(termsText(dataTerms(column))),
      heading('数据'),
      table({ caption: '全专栏的表', head: ['名称', '内容', ...head], rows: tables }),
      words(
        link(`${TABLES}column.xlsx`, '全部表合为一个工作簿'),
        '；',
        link('data.json', '数据目录'),
        '（供其他数据平台收录）；',
        link(TABLES + CSVW_FILE, '各列的类型'),
        '；',
        link(`${TABLES}column.json`, '表的清单'),
        '。',
      ),
      ...(registers.length > 0 ? [heading('名录清单'), ...registersByForm(registers)] : []),
      heading('核对'),
      words(
        '网站根目录的 .well-known/disclosure-manifest/ 有全部文件的校验值清单和签名。',
        link(VERIFY_PAGE, '怎样核对本网站'),
      ),
      heading('给开发者'),
      list(
        "CSV 为带标记的 UTF-8，可直接用表格软件打开；其中可能被当作公式的内容，前面加了一个单引号（'），程序读取时去掉它即得原文，JSON 和 Excel 文件没有这个单引号。",
        '每个 JSON 文件都写着使用许可（licence：name 名称、address 全文网址）和联系方式（contact：name、telephone、email）；CSV 文件的写在同一文件夹的 csv-metadata.json 里；没有 licence 的，使用前请先询问。',
        `按发布年份分开的文件：${TABLES}entries/年份.csv、${TABLES}entries/年份.json，台账同样。`,
        `超过 ${MOST_JSON_ROWS} 行、有日期栏的名录，另按年份分开：data/编号/年份.csv、data/编号/年份.json。`,
        '每条信息在自己的地址上换一个结尾：“2026/编号/”是网页，“2026/编号.json”是文件头、正文和关联，“2026/编号.md”是内容文件本身，一字节不差，可以计算校验值；已撤回、依申请公开和不予公开的不提供。',
        '字段说明用 JSON Schema 写成，数据目录用 DCAT-AP 3.0.1 写成，各列的类型用 CSVW 写成。',
      ),
      heading('各表的字段'),
      list(...fields),
      heading('示例'),
      words('JavaScript，Node 22 以上：存为 .mjs 文件，用 node 运行。'),
      ...codes,
    ],
  };
}

/** Ways to one table in every format. */
const files = (path: string): Piece[] =>
  joined(
    FORMATS.map(([format, text]) => link(`${path}.${format}`, text)),
    '、',
  );

/** Lists of one form under one fold: a county that publishes month by month has hundreds. */
function registersByForm(registers: readonly Entry[]): Block[] {
  const forms = groupBy(registers, ({ data }) =>
    data.kind === 'register' ? (data.form ?? OTHER) : OTHER,
  );
  return [...forms].map(
    ([form, lists]): Block => ({
      is: 'fold',
      title: `${form}（${lists.length} 份）`,
      items: lists.map(({ id, year, data, table }) => [
        link(`${year}/${id}/`, plainTitle(data)),
        `，${table?.rows ?? 0} 行：`,
        ...files(`data/${id}`),
        '、',
        link(`data/${id}.schema.json`, '字段说明'),
      ]),
    }),
  );
}

const OTHER = '其他清单';
