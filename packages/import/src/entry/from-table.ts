import { oneLine, squeeze } from '@columns/office/words';
import type { Sheet } from '@columns/office/xlsx';
import { findDays } from '../facts/dates.ts';
import { onlyDocNumber } from '../facts/doc-number.ts';
import type { Facts } from '../facts/facts.ts';
import { ImportFailure, type Remark, remark } from '../failure.ts';
import { csvText } from '../register/csv-text.ts';
import type { HeadedTable } from '../register/head.ts';
import { findHead } from '../register/head.ts';
import { matchColumns } from '../register/match.ts';
import { readLabels } from '../shape/labels.ts';
import { escapeLineStart, escapeText } from '../write/escape.ts';
import { frontMatter } from '../write/front-matter.ts';
import { besideOf, takeBeside } from './attachments.ts';
import { datesFor } from './dates.ts';
import type { Draft } from './draft.ts';
import { draftNote } from './draft.ts';
import { fileTitle } from './file-title.ts';
import { headerFor } from './header.ts';
import { idFor } from './id.ts';
import { placeFor } from './place.ts';
import type { NamedFile, Setting, Source } from './setting.ts';

/** Facts that a document around the table gives, where there is one. */
export interface TableContext {
  readonly facts?: Facts;
  readonly remarks: readonly Remark[];
  /** What the document names as its attachments. */
  readonly named?: readonly NamedFile[];
  /** The sheet's name belongs to the title: the file has several. */
  readonly several?: boolean;
  /** What kind of file the table was converted from: it must be read over. */
  readonly draft?: string;
}

/** A register from a table: a head and a CSV whose columns are the item's elements. */
export function draftFromTable(
  sheet: Sheet,
  source: Source,
  setting: Setting,
  context: TableContext,
): Draft {
  const table = findHead(sheet);
  if (!table || table.rows.length === 0) {
    throw new ImportFailure(
      'no-table',
      sheet.rows.length === 0 ? '表中没有内容' : '看不出哪一行是表头，或表头下没有数据',
      '表头一行（或上下合并的几行）在上，一行一条数据在下，中间不留说明文字',
    );
  }
  const remarks = [...context.remarks];
  const lines = table.above.map(oneLine);
  const title = titleOf(lines, sheet, source, setting, context);
  const { facts, notes } = factsOf(lines, title, context);
  const place = placeFor(setting, source, facts, 'register', remarks);
  const match = matchColumns(table.columns, place.item?.elements ?? []);
  tellColumns(table, match, place.item?.elements ?? [], sheet.numbers, remarks);
  const dates = datesFor(
    withSet(facts, setting),
    [title, ...lines, ...table.below, source.base].join('\n'),
    remarks,
  );
  const published =
    typeof setting.set['published'] === 'string' ? setting.set['published'] : dates.published;
  const year = Number(published.slice(0, 4));
  const id = setting.id ?? idFor(source.base, title, year);
  const base = `${place.folder}/${year}/${id}`;
  const header = headerFor({ facts, dates, kind: 'register', place, source }, setting, remarks);
  const open = (header['attribute'] as { type?: string } | undefined)?.type === '主动';
  const declared = (place.item?.elements?.length ?? 0) === 0 || match.missing.length > 0;
  const files = new Map<string, string | Uint8Array>();
  const body = [...notes, ...table.below.map(oneLine)].map((line) =>
    escapeLineStart(escapeText(line)),
  );
  const text =
    context.draft === undefined
      ? body
      : [draftNote(context.draft, '数字、日期、合并单元格'), ...body];
  const beside = besideOf(context.named ?? [], source);
  const attachments = open
    ? takeBeside(beside, source, setting.attach, title, base, files, remarks)
    : [];
  const fields = {
    ...header,
    ...(declared && open ? { columns: match.columns.filter((name) => name !== '') } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
  files.set(
    `${base}.md`,
    `${frontMatter('register', fields)}${open && text.length > 0 ? `\n${text.join('\n\n')}\n` : ''}`,
  );
  const named = match.columns.flatMap((name, index) => (name === '' ? [] : [index]));
  if (open) {
    files.set(
      `${base}.csv`,
      csvText(
        named.map((index) => match.columns[index] ?? ''),
        table.rows.map((row) => named.map((index) => row[index] ?? '')),
      ),
    );
  } else
    remarks.push(
      remark('left-out', '公开属性不是主动公开，数据没有写入（仓库对公众可见），只登记一行', {
        words: [...lines, ...table.columns, ...table.below],
        cells: table.rows.flat().filter((cell) => cell !== ''),
      }),
    );
  return {
    id,
    kind: 'register',
    title,
    place: base,
    files,
    beside: beside.map(({ path }) => path),
    withheld: !open,
    renamed: new Map(match.near.map(({ from, to }) => [to, from])),
    facts,
    counts: { rows: table.rows.length, columns: named.length, headRows: table.depth },
    remarks,
    text: [
      title,
      ...lines,
      table.columns.join('\t'),
      ...table.rows.map((row) => row.join('\t')),
    ].join('\n'),
  };
}

function titleOf(
  lines: readonly string[],
  sheet: Sheet,
  source: Source,
  setting: Setting,
  context: TableContext,
): string {
  const set = setting.set['title'];
  if (typeof set === 'string' && set !== '') return set;
  const stem = fileTitle(source.base);
  const own = lines.find(
    (line) =>
      line.length >= 4 &&
      line.length <= 80 &&
      !/[：:]/.test(line) &&
      onlyDocNumber(line) === undefined &&
      !/^附\s*件/.test(line),
  );
  const title = context.facts?.title ?? own ?? stem;
  const named = sheet.name !== '' && !/^(?:sheet|工作表)\s*\d*$/i.test(sheet.name);
  return context.several && named && !squeeze(title).includes(squeeze(sheet.name))
    ? `${title}（${oneLine(sheet.name)}）`
    : title;
}

/** Lines above a table: 填报单位, 填报日期 and what else there is; the rest is kept as text. */
function factsOf(
  lines: readonly string[],
  title: string,
  context: TableContext,
): { facts: Facts; notes: string[] } {
  const own = lines.indexOf(title);
  const notes = lines.filter((line, index) => index !== own && !/^附\s*件\s*\d*[：:]?$/.test(line));
  const text = notes.join(' ');
  const { labels } = readLabels(text);
  const unit =
    /(?:填报|编制|制表|公开|填表)(?:单位|部门|机关)\s*(?:[（(][^）)]*[）)])?\s*[：:]\s*([^\s，。：:]{3,40})/.exec(
      text,
    )?.[1];
  const day = /(?:填报|更新|统计|制表|公开|截止|截至|填表)?(?:日期|时间|至)?/.test(text)
    ? findDays(text)[0]?.day
    : undefined;
  const publisher = labels.publisher ?? unit;
  return {
    facts: {
      ...context.facts,
      title,
      ...(publisher === undefined ? {} : { publisher }),
      ...(day === undefined || context.facts?.formed !== undefined ? {} : { formed: day }),
    },
    notes,
  };
}

function withSet(facts: Facts, { set }: Setting): Facts {
  return typeof set['published'] === 'string' ? { ...facts, published: set['published'] } : facts;
}

function tellColumns(
  table: HeadedTable,
  match: ReturnType<typeof matchColumns>,
  elements: readonly string[],
  numbers: readonly number[],
  remarks: Remark[],
): void {
  const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
  if (table.second !== undefined)
    remarks.push(
      remark(
        'changed',
        `第 ${numbers[table.second] ?? table.second + 1} 行起像是另一张表，现在接在前一张表的下面；请分成两个工作表后再导入`,
      ),
    );
  if (table.repeated.length > 0)
    remarks.push(
      remark('left-out', `每页重复的表头 ${table.repeated.length} 行没有写入`, {
        cells: table.repeated.flat().filter((cell) => cell !== ''),
      }),
    );
  if (table.unnamed.length > 0)
    remarks.push(remark('guessed', `没有列名的列暂写作${list(table.unnamed)}，请改成列名`));
  if (table.doubled.length > 0)
    remarks.push(
      remark('changed', `有的列与前面的列同名，写作${list(table.doubled)}，请改成不同的列名`),
    );
  if (table.echoed.length > 0)
    remarks.push(
      remark(
        'changed',
        `表头上下两行有同样的词，列名中只写一次：${list([...new Set(table.echoed)])}，请核对`,
        { cells: table.echoed },
      ),
    );
  if (elements.length === 0) return;
  if (match.near.length > 0) {
    remarks.push(
      remark(
        'guessed',
        `列名相近，按事项的公开要素改名：${match.near.map(({ from, to }) => `“${from}”→“${to}”`).join('、')}，请核对`,
      ),
    );
  }
  if (match.missing.length > 0)
    remarks.push(
      remark(
        'missing',
        `事项要求的公开要素在表中没有：${list(match.missing)}；已在 columns 中写明表中实有的列`,
      ),
    );
  if (match.extra.length > 0)
    remarks.push(remark('note', `表中另有不属于公开要素的列，一并写入：${list(match.extra)}`));
}
