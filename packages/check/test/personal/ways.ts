/*
 * The same numbers as people, Word, web pages and table programs write them. Each way gives a whole entry, or
 * a table, in which a reader sees the number.
 */

/** What a number is called where it stands. */
export interface Written {
  readonly number: string;
  readonly label: string;
}

const HEAD = (more = '') =>
  `---\ntitle: 关于名单的通知\nkind: notice\npublished: 2026-07-02\n${more}---\n\n`;
const body = (text: string) => `${HEAD()}${text}\n`;

/** Cuts a number into groups, the last as long as what is left. */
export function grouped(number: string, groups: readonly number[], between: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const length of groups) {
    parts.push(number.slice(at, at + length));
    at += length;
  }
  return [...parts, number.slice(at)].filter((part) => part !== '').join(between);
}

const figures = (number: string, figure: (digit: number) => string) =>
  number.replaceAll(/\d/g, (digit) => figure(Number(digit)));
const from = (zero: number) => (digit: number) => String.fromCodePoint(zero + digit);
const half = (number: string) => Math.floor(number.length / 2);
const split = (number: string, sign: string) =>
  `${number.slice(0, half(number))}${sign}${number.slice(half(number))}`;

type Way = (written: Written) => { readonly name: string; readonly text: string };
const entry =
  (write: (number: string) => string): Way =>
  ({ number, label }) => ({ name: 'a.md', text: body(`张三，${label}：${write(number)}。`) });
const table =
  (text: (written: Written) => string): Way =>
  (written) => ({
    name: 'a.md',
    text: body(text(written)),
  });
const csv =
  (text: (written: Written) => string): Way =>
  (written) => ({
    name: 'a.csv',
    text: text(written),
  });

/** Ways that do for any number. */
export const WAYS: Readonly<Record<string, Way>> = {
  plain: entry((number) => number),
  'full-width': entry((number) => figures(number, from(0xff10))),
  '&shy; inside': entry((number) => split(number, '&shy;')),
  'zero-width space inside': entry((number) => split(number, '\u200b')),
  'bidirectional sign inside': entry((number) => split(number, '\u2067')),
  'emphasis inside': entry(
    (number) => `${number.slice(0, 3)}**${number.slice(3, 6)}**${number.slice(6)}`,
  ),
  'code inside': entry(
    (number) => `${number.slice(0, 3)}\`${number.slice(3, 6)}\`${number.slice(6)}`,
  ),
  'a link inside': entry(
    (number) =>
      `${number.slice(0, 3)}[${number.slice(3, 6)}](https://example.gov.cn/)${number.slice(6)}`,
  ),
  'a tag inside': entry((number) => split(number, '<u></u>')),
  'figures as references': entry((number) => figures(number, (digit) => `&#${48 + digit};`)),
  'over two lines': entry((number) => split(number, '\n')),
  'over a hard line end': entry((number) => split(number, '  \n')),
  'grouped by blanks': entry((number) => grouped(number, [3, 4, 4, 4], ' ')),
  'grouped by no-break spaces': entry((number) => grouped(number, [3, 4, 4, 4], '\u00a0')),
  'grouped by thin spaces': entry((number) => grouped(number, [3, 4, 4, 4], '\u2009')),
  'grouped by ideographic spaces': entry((number) => grouped(number, [3, 4, 4, 4], '\u3000')),
  'grouped by full-width hyphens': entry((number) => grouped(number, [3, 4, 4, 4], '－')),
  'grouped by middle dots': entry((number) => grouped(number, [3, 4, 4, 4], '·')),
  'grouped, dashes among blanks': entry((number) => grouped(number, [3, 4, 4, 4], ' - ')),
  'over two lines of a quotation': table(
    ({ number, label }) => `> ${label}：${split(number, '\n> ')}`,
  ),
  'over two lines of a list': table(({ number, label }) => `- ${label}：${split(number, '\n  ')}`),
  'a comment inside': entry((number) => split(number, '<!-- x -->')),
  'a link with a title inside': entry(
    (number) => `${number.slice(0, 3)}[${number.slice(3, 6)}](a.html "附 件")${number.slice(6)}`,
  ),
  'a tag around each figure': entry((number) => number.replaceAll(/\d/g, '<u>$&</u>')),
  'escaped signs inside': entry((number) => grouped(number, [3, 4, 4, 4], '\\-')),
  'grouped by hyphens': entry((number) => grouped(number, [4, 4, 4, 4], '-')),
  'grouped by en dashes': entry((number) => grouped(number, [4, 4, 4, 4], '–')),
  'mathematical figures': entry((number) => figures(number, from(0x1d7ce))),
  'Arabic-Indic figures': entry((number) => figures(number, from(0x660))),
  'Chinese figures': entry((number) =>
    figures(number, (digit) => '〇一二三四五六七八九'[digit] ?? ''),
  ),
  'in a title': ({ number, label }) => ({
    name: 'a.md',
    text: `---\ntitle: ${label}${number}\nkind: notice\n---\n\n文\n`,
  }),
  'in YAML, as an escape': ({ number, label }) => ({
    name: 'a.md',
    text: `${HEAD(`summary: "${label}：${number.slice(0, -1)}\\u${(number.codePointAt(number.length - 1) ?? 0).toString(16).padStart(4, '0')}"\n`)}文\n`,
  }),
  'in YAML, folded': ({ number, label }) => ({
    name: 'a.md',
    text: `${HEAD(`summary: >\n  ${label}：${split(number, '\n  ')}\n`)}文\n`,
  }),
  'in YAML, continued': ({ number, label }) => ({
    name: 'a.md',
    text: `${HEAD(`summary: "${label}：${split(number, '\\\n  ')}"\n`)}文\n`,
  }),
  'in a list of the county': ({ number, label }) => ({
    name: 'a.yaml',
    text: `- id: a\n  name: 甲局\n  post: ${label}${number}\n`,
  }),
  'in a table': table(
    ({ number, label }) => `| 姓名 | ${label} |\n| -- | -- |\n| 张三 | ${number} |`,
  ),
  'in a table without outer bars': table(
    ({ number, label }) => `姓名 | ${label}\n--- | ---\n张三 | ${number}`,
  ),
  'in a table of HTML, a cell a line, under a merged head': table(
    ({ number, label }) =>
      `<table>\n<thead>\n<tr>\n<th rowspan="2">序号</th>\n<th colspan="2">对象</th>\n</tr>\n<tr>\n<th>姓名</th>\n<th>${label}</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>张三</td>\n<td>${number}</td>\n</tr>\n</tbody>\n</table>`,
  ),
  'in a form, beside its name': table(
    ({ number, label }) => `| 姓名 | 张三 | ${label} | ${number} |\n| -- | -- | -- | -- |`,
  ),
  'in a comment': ({ number, label }) => ({
    name: 'a.md',
    text: body(`文\n\n<!-- ${label}：${number} -->`),
  }),
  'in CSV': csv(({ number, label }) => `姓名,${label}\n张三,${number}\n`),
  'in the first row of CSV': csv(({ number, label }) => `张三,${label}${number}\n李四,无\n`),
  'in CSV with a stray quotation mark': csv(
    ({ number, label }) => `姓名,${label},备注\n张三,${number},5"屏\n"李四,无,无\n`,
  ),
  'in CSV, over two lines of a cell': csv(
    ({ number, label }) => `姓名,${label}\n张三,"${split(number, '\n')}"\n`,
  ),
  'in CSV as ="…"': csv(({ number, label }) => `姓名,${label}\n张三,="${number}"\n`),
  'in CSV parted by tabs': csv(({ number, label }) => `姓名\t${label}\n张三\t${number}\n`),
};

/** Ways that put other signs into a number: names and addresses are written in one piece. */
export const WHOLE_ONLY: ReadonlySet<string> = new Set(
  Object.keys(WAYS).filter((way) =>
    /^grouped|^over|^escaped|emphasis|Chinese|folded|two lines/.test(way),
  ),
);
